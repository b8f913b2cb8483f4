"""From evidence to links: which pairs of paragraphs answer each other, and which of them make one row."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from wirediff.align.evidence import Evidence, Pair, Rarity, Rules, evidence
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

BESIDE = 0.1
"""The same for a pair beside a linked pair."""

KIN, CLOSE_KIN = 0.3, 0.6
"""The part of the shorter version that strong links hold: from KIN on ALONE sinks, at CLOSE_KIN it is ALONE_IN_KIN."""

MOSTLY = 0.5
"""The part of a paragraph's words that, placed by their neighbours in one paragraph, links it without LEAST_NATS."""

LEFT_OVER_NATS, CLEARLY, LEFT_OVER_MOST = 8.0, 1.15, 10_000
"""What two left-over paragraphs must share, how much more than either shares with another, and how many pairs are
looked at."""

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
    linked |= _verbatim(left, right, linked, rules)
    linked |= _left_over(left, right, rarity, rules, linked, found, weights)
    groups = [*((one, two, True) for one, two in pinned), *((one, two, False) for one, two in _grouped(linked))]
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
        elif (holds and contained[i, j] >= BESIDE) or (max(parts) > MOSTLY and min(parts) > BESIDE):
            waiting.add((i, j))
    todo = sorted(linked)
    while todo:
        i, j = todo.pop()
        for beside in ((i + x, j + y) for x in (-1, 0, 1) for y in (-1, 0, 1)):
            if beside in waiting:
                waiting.discard(beside)
                linked.add(beside)
                todo.append(beside)
    return linked


def _verbatim(left: Lexed, right: Lexed, linked: Set[Pair], rules: Rules) -> set[Pair]:
    """Unlinked paragraphs with the very same text: those that each version has once, and from every link, and from
    both ends of the versions, outward those beside it. Words decide nothing here, so "* * *" finds its like too."""
    first, second = Counter(left.texts), Counter(right.texts)
    where = {text: j for j, text in enumerate(right.texts)}
    taken = linked | rules.pinned
    lefts, rights = {i for i, _ in taken}, {j for _, j in taken}

    def fits(i: int, j: int) -> bool:
        inside = 0 <= i < len(left.texts) and 0 <= j < len(right.texts)
        return inside and i not in lefts and j not in rights and (i, j) not in rules.barred

    found: set[Pair] = set()
    for i, text in enumerate(left.texts):
        if first[text] == second[text] == 1 and fits(i, where[text]):
            found.add((i, where[text]))
    lefts |= {i for i, _ in found}
    rights |= {j for _, j in found}
    for step in (1, -1):
        end = (-1, -1) if step == 1 else (len(left.texts), len(right.texts))
        for i, j in sorted({*taken, *found, end}, reverse=step == -1):
            x, y = i + step, j + step
            while fits(x, y) and left.texts[x] == right.texts[y]:
                found.add((x, y))
                lefts.add(x)
                rights.add(y)
                x, y = x + step, y + step
    return found


def _left_over(
    left: Lexed,
    right: Lexed,
    rarity: Rarity,
    rules: Rules,
    linked: Set[Pair],
    found: dict[Pair, Evidence],
    weights: _Weights,
) -> set[Pair]:
    """Pairs of paragraphs that nothing claimed, each the other's best by the words they share in any order.

    Only between versions that are kin: there, what is left on both sides often tells the same in other words.
    Writes what such a pair shares into `found`.
    """
    if _kinship(found, weights) < KIN:
        return set()
    taken = linked | rules.pinned
    lefts = sorted(set(range(len(left.size))) - {i for i, _ in taken})
    rights = sorted(set(range(len(right.size))) - {j for _, j in taken})
    if len(lefts) * len(rights) > LEFT_OVER_MOST:
        return set()
    shared = {
        (i, j): rarity.shared(left.in_paragraph[i], right.in_paragraph[j])
        for i in lefts
        for j in rights
        if (i, j) not in rules.barred
    }
    best: dict[tuple[int, int], list[float]] = {}
    for (i, j), terms in shared.items():
        for side in ((0, i), (1, j)):
            best.setdefault(side, []).append(sum(terms.values()))
    pairs = set()
    for (i, j), terms in shared.items():
        nats = sum(terms.values())
        rivals = sorted(best[0, i])[-2:-1] + sorted(best[1, j])[-2:-1]
        if nats >= LEFT_OVER_NATS and all(nats >= CLEARLY * rival for rival in rivals):
            first = sorted(terms, key=lambda term: (-terms[term], term))
            found[i, j] = Evidence(nats, float(len(terms)), float(len(terms)), tuple(first[:8]))
            pairs.add((i, j))
    return pairs


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
