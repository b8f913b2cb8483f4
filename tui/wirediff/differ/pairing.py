"""Which unit of one side answers which of the other.

A global alignment with affine gaps (Gotoh 1982) over weighted units. The price of opening a gap is what keeps a
rewritten clause in one piece: a lone "of" inside it is worth less than the two gaps that it would need.

Cost: the ends that are equal fall away first; what is left takes time and one byte of memory per cell of the product
of its lengths. Past `LARGEST` cells the longest common subsequence of the keys (rapidfuzz, bit-parallel) serves.
"""

from collections.abc import Sequence
from typing import NamedTuple

from wirediff.differ.likeness import Gains
from wirediff.differ.units import Unit

GAP_OPEN = 0.7
GAP_EXTEND = 0.02
STRAY = 1.1
"""Weight that a run of pairs needs to stand alone inside a rewritten stretch: more than two function words."""
STRAY_GAP = 6
"""Unpaired units around it, both sides together, that make a stretch a rewrite."""
LARGEST = 1_000_000
"""Cells of the alignment table."""
LONGEST = 50_000
"""Units a side; past it only equal beginnings and ends are paired."""

_NEVER = float("-inf")


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
    """The best-scoring alignment of two runs of units.

    Three tables: the best score of an alignment that ends in a pair (M), in a gap of the right side (X: left units
    stand alone), or of the left (Y). A Y gap may follow an X gap but not the other way round, so that a rewritten
    stretch is counted once. Only the last row of each is kept, with one byte a cell to find the way back.
    """
    if not left or not right:
        return []
    width = len(right) + 1
    row = _Row(
        [0.0] + [_NEVER] * (width - 1),
        [_NEVER] * width,
        [_NEVER] + [-GAP_OPEN - GAP_EXTEND * j for j in range(width - 1)],
    )
    back = [(bytearray(width), bytearray(width), bytearray(b"\0\0" + b"\2" * (width - 2)))]
    gains = Gains(right)
    for unit in left:
        row, came_from = _next_row(row, gains.of(unit))
        back.append(came_from)
    ends = (row.m[-1], row.x[-1], row.y[-1])
    return _trace(ends.index(max(ends)), len(left), len(right), back)


class _Row(NamedTuple):
    """One row of the three tables."""

    m: list[float]
    x: list[float]
    y: list[float]


_Back = tuple[bytearray, bytearray, bytearray]


def _next_row(above: _Row, gains: dict[int, float]) -> tuple[_Row, _Back]:
    """The row for one more left unit; `gains` is what its pairing with each right unit is worth.

    The innermost loop of the differ: the comparisons are written out because calls would double its time.
    """
    above_m, above_x, above_y = above
    width = len(above_m)
    m, x, y = [_NEVER] * width, [_NEVER] * width, [_NEVER] * width
    back_m, back_x, back_y = bytearray(width), bytearray(width), bytearray(width)
    for j, gain in gains.items():
        best, table = above_m[j], 0
        if above_x[j] > best:
            best, table = above_x[j], 1
        if above_y[j] > best:
            best, table = above_y[j], 2
        m[j + 1], back_m[j + 1] = best + gain, table
    best, table = _NEVER, 0
    for j, (ended, gapped, paired) in enumerate(zip(above_m, above_x, m, strict=True)):
        # `best` is the score of the gap of the left side that ends here, opened or lengthened at the cell before.
        y[j] = best
        if table:
            back_y[j] = table
        here, longer = ended - GAP_OPEN, gapped - GAP_EXTEND
        if longer > here:
            here = longer
            back_x[j] = 1
        x[j] = here
        longer = best - GAP_EXTEND
        best, table = paired - GAP_OPEN, 0
        if here - GAP_OPEN > best:
            best, table = here - GAP_OPEN, 1
        if longer > best:
            best, table = longer, 2
    return _Row(m, x, y), (back_m, back_x, back_y)


def _trace(table: int, i: int, j: int, back: Sequence[_Back]) -> list[tuple[int, int]]:
    pairs = []
    while i > 0 or j > 0:
        came_from = back[i][table][j]
        if table == 0:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif table == 1:
            i -= 1
        else:
            j -= 1
        table = came_from
    pairs.reverse()
    return pairs
