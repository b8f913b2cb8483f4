"""From evidence to links: which pairs of paragraphs answer each other, and which of them make one row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from wirediff.align.evidence import Evidence, Pair, Rules, evidence
from wirediff.align.figured import by_figures
from wirediff.align.leftover import left_over
from wirediff.align.lexed import Lexed
from wirediff.align.telling import at_odds, strangers, telling
from wirediff.align.twins import copies, recurring, reused, twins
from wirediff.align.weight import Rarity

LEAST_NATS = 3.0
"""20 to 1; a link that rests on less is none."""

LEAST_WORDS = 3
"""Words that must come from the other side, or 3 in 5 of a shorter paragraph."""

ALONE = 0.34
"""How much of the smaller paragraph's weight a link must hold where nothing around it is linked. Reports of two
events of one kind share up to a quarter ("forces captured a border crossing"), reports of one event share more."""

ALONE_IN_KIN = 0.15
"""The same in versions that are much of one text anyway."""

AT_ODDS = 0.5
"""What a link counts between paragraphs that are at odds in names and figures; nothing beside it helps it."""

BESIDE = 0.08
"""The same for a pair beside a linked pair."""

KIN, CLOSE_KIN = 0.3, 0.6
"""The part of the shorter version that strong links hold: from KIN on ALONE sinks, at CLOSE_KIN it is ALONE_IN_KIN."""

MOSTLY, AND_SOME = 0.4, 0.1
"""The parts of two paragraphs' words that, placed by their neighbours in each other, link them without LEAST_NATS."""

SOME_NATS = 1.0
"""What such pairs, and pairs between linked ones, must share all the same."""

BETWEEN = 0.1
"""The part of a paragraph's words that must come from the one its neighbours on both sides answer."""

PARTIAL = 0.4
"""A row whose link holds less than this part of one side's weight answers it in part only."""


NOTHING = Evidence(0.0, 0.0, 0.0, ())

SAME_NATS = 1e-6
"""What paragraphs of the same text share at least, though their words weigh nothing."""


class Link(NamedTuple):
    """What links two paragraphs.

    `terms` are the shared terms, the weightiest first; `pinned` says that a person linked them, `alone` that they make
    a row of two whatever else either is linked to.
    """

    nats: float
    terms: tuple[str, ...]
    pinned: bool = False
    alone: bool = False


class Weights(NamedTuple):
    """What each paragraph of two versions has to share, in nats."""

    left: list[float]
    right: list[float]

    def of(self, lefts: Iterable[int], rights: Iterable[int]) -> tuple[float, float]:
        """What some paragraphs of each side weigh together."""
        return sum(self.left[i] for i in lefts), sum(self.right[j] for j in rights)

    def contained(self, pair: Pair, nats: float) -> float:
        """The part of the lighter paragraph that `nats` are, 0 to 1."""
        return min(1.0, nats / max(1e-9, min(self.left[pair[0]], self.right[pair[1]])))

    def heavier(self, pair: Pair) -> float:
        """The weight of the heavier paragraph."""
        return max(self.left[pair[0]], self.right[pair[1]])


class Answer(NamedTuple):
    """How two versions answer each other, by pairs of paragraphs counted from 0.

    `rivals` holds the scores of pairs that were not linked; `left_shared` and `right_shared` are the parts of the two
    versions in linked text.
    """

    links: Mapping[Pair, Link]
    weights: Weights
    rivals: Mapping[Pair, float]
    left_shared: float
    right_shared: float


def answer(left: Lexed, right: Lexed, by_hand: Rules, long: bool = False) -> Answer:
    """Align two versions; `by_hand` is what a person decided."""
    rarity = Rarity(left, right)
    weights = Weights([rarity.weight(c) for c in left.in_paragraph], [rarity.weight(c) for c in right.in_paragraph])
    same = by_hand.allowed(twins(left.texts, right.texts))
    again = by_hand.undecided(*recurring(left.texts, right.texts))
    rules = Rules(by_hand.pinned | same, by_hand.barred, again)
    found = evidence(left, right, rarity, rules, long)
    free = {pair: each for pair, each in found.items() if pair not in rules.pinned}
    odd = frozenset() if long else _odd(free, left, right)
    kin = _kinship(found, weights, odd)
    if kin >= CLOSE_KIN:  # of one text, whatever it calls things
        odd = frozenset()
    taken = _linked(free, weights, left.size, right.size, kin, odd) | rules.pinned
    copied = by_hand.allowed(copies(left.texts, right.texts, again, taken))
    same, taken = same | copied, taken | copied
    told = left_over(left, right, rarity, taken, rules.barred | odd) if kin >= KIN else {}
    if not long:
        told |= reused(left, right, rarity, taken | told.keys(), by_hand.barred)
    # Paragraphs that give one figure tell the same thing twice: rows of their own, where a merge would join parts.
    counted = {} if long else by_figures(left, right, rarity, taken | told.keys(), rules.barred | odd)
    found |= told | counted
    links: dict[Pair, Link] = {}
    for pair in sorted(taken | told.keys() | counted.keys()):
        nats, _, _, terms = found.get(pair, NOTHING)
        if pair in same:
            nats = max(nats, weights.left[pair[0]], SAME_NATS)
        elif pair in by_hand.pinned:
            nats = max(nats, _likeness(pair, left, right, rarity))
        links[pair] = Link(nats, terms, pair in by_hand.pinned, pair in counted)
    seconds = {} if long else {*free, *by_hand.barred, *_robbed(links, by_hand, len(left.size), len(right.size))}
    rivals = {
        pair: round(weights.contained(pair, shared), 3)
        for pair in {*seconds} - links.keys()
        if (shared := _likeness(pair, left, right, rarity)) > 0
    }
    return Answer(links, weights, rivals, *_shares(links, weights))


def _likeness(pair: Pair, left: Lexed, right: Lexed, rarity: Rarity) -> float:
    """What two paragraphs share word for word, in nats, whatever else either answers."""
    return sum(rarity.shared(left.in_paragraph[pair[0]], right.in_paragraph[pair[1]]).values())


def _robbed(links: Mapping[Pair, Link], by_hand: Rules, lefts: int, rights: int) -> Iterator[Pair]:
    """The pairs that paragraphs without a link could have made with those that a person linked to others."""
    alone = set(range(lefts)) - {i for i, _ in links}, set(range(rights)) - {j for _, j in links}
    for i, j in by_hand.pinned:
        yield from ((i, other) for other in alone[1])
        yield from ((other, j) for other in alone[0])


def _linked(
    found: Mapping[Pair, Evidence],
    weights: Weights,
    left_size: Sequence[int],
    right_size: Sequence[int],
    kin: float,
    odd: Set[Pair],
) -> set[Pair]:
    """Pairs strong enough alone, and from these outward the weaker ones beside them."""
    contained = {pair: weights.contained(pair, each.nats) for pair, each in found.items()}
    alone = _alone(kin)
    linked: set[Pair] = set()
    waiting: set[Pair] = set()
    for (i, j), each in found.items():
        least = min(LEAST_WORDS, 0.6 * left_size[i], 0.6 * right_size[j])
        holds = each.nats >= LEAST_NATS and min(each.left_words, each.right_words) >= least
        parts = (each.left_words / max(1, left_size[i]), each.right_words / max(1, right_size[j]))
        if holds and contained[i, j] >= (alone / AT_ODDS if (i, j) in odd else alone):
            linked.add((i, j))
        elif (i, j) in odd:
            continue
        elif contained[i, j] >= BESIDE and (holds or (max(parts) > MOSTLY and min(parts) > AND_SOME)):
            waiting.add((i, j))
    todo = sorted(linked)
    while todo:
        i, j = todo.pop()
        for beside in ((i + x, j + y) for x in (-1, 0, 1) for y in (-1, 0, 1)):
            if beside in waiting:
                waiting.discard(beside)
                linked.add(beside)
                todo.append(beside)
    return linked | _between(found, linked, left_size, right_size, odd)


def _between(
    found: Mapping[Pair, Evidence],
    linked: Set[Pair],
    left_size: Sequence[int],
    right_size: Sequence[int],
    odd: Set[Pair],
) -> set[Pair]:
    """Unlinked paragraphs between two that answer one paragraph, with some words that come from it too."""
    lefts, rights = {i for i, _ in linked}, {j for _, j in linked}
    return {
        (i, j)
        for (i, j), each in found.items()
        if each.nats >= SOME_NATS
        and (i, j) not in odd
        and (
            (j not in rights and {(i, j - 1), (i, j + 1)} <= linked and each.right_words >= BETWEEN * right_size[j])
            or (i not in lefts and {(i - 1, j), (i + 1, j)} <= linked and each.left_words >= BETWEEN * left_size[i])
        )
    }


def _alone(kin: float) -> float:
    """What a pair must hold to be linked with nothing around it, given how much of the versions is surely linked."""
    return ALONE - (ALONE - ALONE_IN_KIN) * min(1.0, max(0.0, (kin - KIN) / (CLOSE_KIN - KIN)))


def _kinship(found: Mapping[Pair, Evidence], weights: Weights, odd: Set[Pair]) -> float:
    """The part of the lighter version that stands in strong pairs which are not at odds."""
    sure = sum(
        each.nats
        for pair, each in found.items()
        if each.nats >= LEAST_NATS and pair not in odd and weights.contained(pair, each.nats) >= ALONE
    )
    return sure / max(1e-9, min(sum(weights.left), sum(weights.right)))


def _odd(pairs: Iterable[Pair], left: Lexed, right: Lexed) -> frozenset[Pair]:
    """The pairs that are at odds: of two events' reports, all."""
    ours, theirs = telling(left), telling(right)
    if strangers(ours, theirs):
        return frozenset(pairs)
    return frozenset((i, j) for i, j in pairs if at_odds(ours.terms[i], theirs.terms[j]))


def _shares(links: Mapping[Pair, Link], weights: Weights) -> tuple[float, float]:
    lefts: defaultdict[int, float] = defaultdict(float)
    rights: defaultdict[int, float] = defaultdict(float)
    for (i, j), link in links.items():
        lefts[i] += link.nats
        rights[j] += link.nats
    one = sum(min(weights.left[i], nats) for i, nats in lefts.items()) / max(1e-9, sum(weights.left))
    two = sum(min(weights.right[j], nats) for j, nats in rights.items()) / max(1e-9, sum(weights.right))
    return one, two
