"""Which unit of one side answers which of the other.

A global alignment with affine gaps over weighted units (see `chain`). The price of a gap is what keeps a rewritten
clause in one piece: a lone "of" inside it is worth less than the two gaps that it would need.

Cost: the ends that are equal fall away first; what is left takes time by the pairs of like units in it. Past `LARGEST`
pairs of any units the longest common subsequence of the keys (rapidfuzz, bit-parallel) serves.
"""

from collections.abc import Sequence
from typing import NamedTuple

from wirediff.differ.chain import best_chain
from wirediff.differ.likeness import PARTS, Gains
from wirediff.differ.units import Unit

GAP = round(0.68 * PARTS)
"""Price of a gap, whatever its length."""
GAP_UNIT = round(0.02 * PARTS)
"""Price of each unit in a gap. A pair takes two units out of gaps, so it is counted as a bonus of two to each pair."""
STRAY = 1.1
"""Weight that a run of pairs needs to stand alone inside a rewritten stretch: more than two function words."""
STRAY_GAP = 6
"""Unpaired units around it, both sides together, that make a stretch a rewrite."""
LARGEST = 1_000_000
"""Units of the left side times units of the right."""
LONGEST = 50_000
"""Units a side; past it only equal beginnings and ends are paired."""


class Pair(NamedTuple):
    """Unit `left` of one side answers unit `right` of the other; `equal` when their texts are the same."""

    left: int
    right: int
    equal: bool


def pair_units(left: Sequence[Unit], right: Sequence[Unit]) -> list[Pair]:
    """The pairs, in order on both sides."""
    head = 0
    shortest = min(len(left), len(right))
    while head < shortest and left[head].text == right[head].text:
        head += 1
    tail = 0
    while tail < shortest - head and left[-1 - tail].text == right[-1 - tail].text:
        tail += 1
    pairs = [Pair(index, index, True) for index in range(head)]
    middle_left, middle_right = left[head : len(left) - tail], right[head : len(right) - tail]
    if len(middle_left) * len(middle_right) <= LARGEST:
        middle = _aligned(middle_left, middle_right)
    elif max(len(middle_left), len(middle_right)) <= LONGEST:
        middle = _common(middle_left, middle_right)
    else:
        middle = []
    middle = _without_strays(middle_left, middle_right, middle)
    pairs += [Pair(head + a, head + b, left[head + a].text == right[head + b].text) for a, b in middle]
    pairs += [Pair(len(left) - tail + index, len(right) - tail + index, True) for index in range(tail)]
    return pairs


def _without_strays(left: Sequence[Unit], right: Sequence[Unit], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs but for lone function words and marks between two rewritten stretches: they are chance, no answer."""
    kept: list[tuple[int, int]] = []
    place = 0
    while place < len(pairs):
        end = place + 1
        while end < len(pairs) and pairs[end] == (pairs[end - 1][0] + 1, pairs[end - 1][1] + 1):
            end += 1
        before = kept[-1] if kept else (-1, -1)
        after = pairs[end] if end < len(pairs) else (len(left), len(right))
        loose = _gap(before, pairs[place]), _gap(pairs[end - 1], after)
        weight = sum(min(left[a].weight, right[b].weight) for a, b in pairs[place:end])
        if weight >= STRAY or min(loose) == 0 or sum(loose) < STRAY_GAP:
            kept += pairs[place:end]
        place = end
    return kept


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many units lie unpaired between two pairs, both sides together."""
    return other[0] - one[0] - 1 + other[1] - one[1] - 1


def _common(left: Sequence[Unit], right: Sequence[Unit]) -> list[tuple[int, int]]:
    from rapidfuzz.distance import LCSseq

    keys_left, keys_right = [unit.key for unit in left], [unit.key for unit in right]
    pairs: list[tuple[int, int]] = []
    for code in LCSseq.opcodes(keys_left, keys_right):
        if code.tag == "equal":
            pairs += zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
    return pairs


def _aligned(left: Sequence[Unit], right: Sequence[Unit]) -> list[tuple[int, int]]:
    """The best-scoring alignment of two runs of units."""
    if not left or not right:
        return []
    gains = Gains(right, bonus=2 * GAP_UNIT)
    return best_chain([gains.of(unit) for unit in left], len(right), GAP)
