"""From evidence to links: which pairs of paragraphs answer each other, and which of them make one row."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from wirediff.align.evidence import Evidence, Pair, Rarity, Rules, evidence
from wirediff.align.figured import by_figures
from wirediff.align.leftover import left_over, verbatim
from wirediff.align.lexed import Lexed

LEAST_NATS = 3.0
"""20 to 1; a link that rests on less is none."""

LEAST_WORDS = 3
"""Words that must come from the other side, or 3 in 5 of a shorter paragraph."""

ALONE = 0.33
"""How much of the smaller paragraph's weight a link must hold where nothing around it is linked. Reports of two
events of one kind share up to a quarter ("forces captured a border crossing"), reports of one event share more."""

ALONE_IN_KIN = 0.15
"""The same in versions that are much of one text anyway."""

BESIDE = 0.08
"""The same for a pair beside a linked pair."""

KIN, CLOSE_KIN = 0.3, 0.6
"""The part of the shorter version that strong links hold: from KIN on ALONE sinks, at CLOSE_KIN it is ALONE_IN_KIN."""

MOSTLY, AND_SOME = 0.4, 0.1
"""The parts of two paragraphs' words that, placed by their neighbours in each other, link them without LEAST_NATS."""

BETWEEN = 0.1
"""The part of a paragraph's words that must come from the one its neighbours on both sides answer."""

PARTIAL = 0.4
"""A row whose link holds less than this part of one side's weight answers it in part only."""


class Link(NamedTuple):
    """Two paragraphs (from 0) that answer each other."""

    pair: Pair
    evidence: Evidence


class Block(NamedTuple):
    """A row of two versions: paragraphs (from 0) on both sides that answer each other and make one statement.

    `score` is the part of the lighter side that the other holds; `partial` says that one side holds much besides.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float
    partial: bool
    nats: float
    terms: tuple[str, ...]
    pinned: bool


class Rival(NamedTuple):
    """A pair that was not linked, and the score that it had."""

    pair: Pair
    score: float


class Answer(NamedTuple):
    """How two versions answer each other; `left_shared` and `right_shared` are the parts of them in linked text."""

    blocks: tuple[Block, ...]
    rivals: tuple[Rival, ...]
    left_shared: float
    right_shared: float


def answer(
    left: Lexed,
    right: Lexed,
    rules: Rules,
    pinned: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
    long: bool = False,
) -> Answer:
    """Align two versions. `pinned` are the rows that a person fixed; `rules` has their pairs, and the barred."""
    rarity = Rarity(left, right)
    found = evidence(left, right, rarity, rules, long)
    weights = _Weights([rarity.weight(c) for c in left.in_paragraph], [rarity.weight(c) for c in right.in_paragraph])
    free = {pair: each for pair, each in found.items() if pair not in rules.pinned}
    linked = _linked(free, weights, left.size, right.size)
    linked |= verbatim(left.texts, right.texts, linked | rules.pinned, rules.barred)
    if _kinship(found, weights) >= KIN:
        told = left_over(left, right, rarity, linked | rules.pinned, rules.barred)
        found |= told
        linked |= told.keys()
    if not long:
        counted = by_figures(left, right, rarity, linked | rules.pinned, rules.barred)
        found |= counted
    else:
        counted = {}
    # Paragraphs that give one figure tell the same thing twice: rows of their own, where a merge would join parts.
    alone = [((i,), (j,)) for i, j in counted]
    groups = [(*pair, True) for pair in pinned] + [(*pair, False) for pair in (*_grouped(linked), *alone)]
    linked |= counted.keys()
    blocks = sorted(_block(one, two, by_hand, found, weights) for one, two, by_hand in groups)
    taken = linked | rules.pinned
    rivals = tuple(
        Rival(pair, round(weights.contained(pair, each.nats), 3)) for pair, each in free.items() if pair not in taken
    )
    shares = _shares(taken, found, weights)
    return Answer(tuple(blocks), rivals, *shares)


class _Weights(NamedTuple):
    """What each paragraph has to share, in nats."""

    left: list[float]
    right: list[float]

    def contained(self, pair: Pair, nats: float) -> float:
        """The part of the lighter paragraph that `nats` are, 0 to 1."""
        return min(1.0, nats / max(1e-9, min(self.left[pair[0]], self.right[pair[1]])))


def _linked(
    found: Mapping[Pair, Evidence], weights: _Weights, left_size: Sequence[int], right_size: Sequence[int]
) -> set[Pair]:
    """Pairs strong enough alone, and from these outward the weaker ones beside them."""
    contained = {pair: weights.contained(pair, each.nats) for pair, each in found.items()}
    alone = _alone(found, weights)
    linked: set[Pair] = set()
    waiting: set[Pair] = set()
    for (i, j), each in found.items():
        least = min(LEAST_WORDS, 0.6 * left_size[i], 0.6 * right_size[j])
        holds = each.nats >= LEAST_NATS and min(each.left_words, each.right_words) >= least
        parts = (each.left_words / max(1, left_size[i]), each.right_words / max(1, right_size[j]))
        if holds and contained[i, j] >= alone:
            linked.add((i, j))
        elif (holds and contained[i, j] >= BESIDE) or (max(parts) > MOSTLY and min(parts) > AND_SOME):
            waiting.add((i, j))
    todo = sorted(linked)
    while todo:
        i, j = todo.pop()
        for beside in ((i + x, j + y) for x in (-1, 0, 1) for y in (-1, 0, 1)):
            if beside in waiting:
                waiting.discard(beside)
                linked.add(beside)
                todo.append(beside)
    return linked | _between(found, linked, left_size, right_size)


def _between(
    found: Mapping[Pair, Evidence], linked: Set[Pair], left_size: Sequence[int], right_size: Sequence[int]
) -> set[Pair]:
    """Unlinked paragraphs between two that answer one paragraph, with some words that come from it too."""
    lefts, rights = {i for i, _ in linked}, {j for _, j in linked}
    return {
        (i, j)
        for (i, j), each in found.items()
        if (j not in rights and {(i, j - 1), (i, j + 1)} <= linked and each.right_words >= BETWEEN * right_size[j])
        or (i not in lefts and {(i - 1, j), (i + 1, j)} <= linked and each.left_words >= BETWEEN * left_size[i])
    }


def _alone(found: Mapping[Pair, Evidence], weights: _Weights) -> float:
    """What a pair must hold to be linked with nothing around it, given how much of the versions is surely linked."""
    near = min(1.0, max(0.0, (_kinship(found, weights) - KIN) / (CLOSE_KIN - KIN)))
    return ALONE - (ALONE - ALONE_IN_KIN) * near


def _kinship(found: Mapping[Pair, Evidence], weights: _Weights) -> float:
    sure = sum(
        each.nats
        for pair, each in found.items()
        if each.nats >= LEAST_NATS and weights.contained(pair, each.nats) >= ALONE
    )
    return sure / max(1e-9, min(sum(weights.left), sum(weights.right)))


def _grouped(linked: Iterable[Pair]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Links that make one row: all of a set where everyone is linked to everyone, or one paragraph with those that
    answer it alone. What is left are rows of two, so a paragraph may stand in several rows."""
    rightward: defaultdict[int, set[int]] = defaultdict(set)
    leftward: defaultdict[int, set[int]] = defaultdict(set)
    for i, j in linked:
        rightward[i].add(j)
        leftward[j].add(i)
    groups: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()
    for i, j in linked:
        lefts, rights = leftward[j], rightward[i]
        if all(rightward[x] == rights for x in lefts) and all(leftward[y] == lefts for y in rights):
            groups.add((tuple(sorted(lefts)), tuple(sorted(rights))))
        elif len(lefts) == 1:
            groups.add(((i,), tuple(sorted(y for y in rights if len(leftward[y]) == 1))))
        elif len(rights) == 1:
            groups.add((tuple(sorted(x for x in lefts if len(rightward[x]) == 1)), (j,)))
        else:
            groups.add(((i,), (j,)))
    return sorted(groups)


def _block(
    left: tuple[int, ...], right: tuple[int, ...], by_hand: bool, found: Mapping[Pair, Evidence], weights: _Weights
) -> Block:
    each = [found[i, j] for i in left for j in right if (i, j) in found]
    nats = sum(one.nats for one in each)
    one, two = sum(weights.left[i] for i in left), sum(weights.right[j] for j in right)
    terms = dict.fromkeys(term for shared in each for term in shared.terms)
    partial = nats < PARTIAL * max(one, two)
    return Block(left, right, min(1.0, nats / max(1e-9, min(one, two))), partial, nats, tuple(terms), by_hand)


def _shares(taken: Iterable[Pair], found: Mapping[Pair, Evidence], weights: _Weights) -> tuple[float, float]:
    lefts: defaultdict[int, float] = defaultdict(float)
    rights: defaultdict[int, float] = defaultdict(float)
    for i, j in taken:
        if (i, j) in found:
            lefts[i] += found[i, j].nats
            rights[j] += found[i, j].nats
    one = sum(min(weights.left[i], nats) for i, nats in lefts.items()) / max(1e-9, sum(weights.left))
    two = sum(min(weights.right[j], nats) for j, nats in rights.items()) / max(1e-9, sum(weights.right))
    return one, two
