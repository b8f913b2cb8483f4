"""Links among the paragraphs that versions which are kin leave over."""

from collections import defaultdict
from collections.abc import Set

from wirediff.align.evidence import Evidence, Pair
from wirediff.align.lexed import Lexed
from wirediff.align.weight import Rarity

LEAST_NATS = 8.0
"""What two left-over paragraphs must share, word for word in any order."""

CLEARLY = 1.15
"""How many times more than either shares with another left-over paragraph."""

MOST_PAIRS = 10_000
"""Where more pairs are left over, none is looked at."""


def left_over(left: Lexed, right: Lexed, rarity: Rarity, taken: Set[Pair], barred: Set[Pair]) -> dict[Pair, Evidence]:
    """What paragraphs in no pair of `taken` share, for those that are clearly each other's best.

    For versions that are kin: there, what is left on both sides often tells the same in other words.
    """
    lefts = sorted(set(range(len(left.size))) - {i for i, _ in taken})
    rights = sorted(set(range(len(right.size))) - {j for _, j in taken})
    if len(lefts) * len(rights) > MOST_PAIRS:
        return {}
    shared = {
        (i, j): rarity.shared(left.in_paragraph[i], right.in_paragraph[j])
        for i in lefts
        for j in rights
        if (i, j) not in barred
    }
    nats = {pair: sum(terms.values()) for pair, terms in shared.items()}
    by_left: defaultdict[int, list[float]] = defaultdict(list)
    by_right: defaultdict[int, list[float]] = defaultdict(list)
    for (i, j), weight in nats.items():
        by_left[i].append(weight)
        by_right[j].append(weight)
    second_left = {i: sorted(weights)[-2:-1] for i, weights in by_left.items()}
    second_right = {j: sorted(weights)[-2:-1] for j, weights in by_right.items()}
    return {
        (i, j): told(shared[i, j], weight)
        for (i, j), weight in nats.items()
        if weight >= LEAST_NATS and all(weight >= CLEARLY * each for each in second_left[i] + second_right[j])
    }


def told(terms: dict[str, float], nats: float) -> Evidence:
    """Evidence made of shared terms and their weights alone."""
    first = sorted(terms, key=lambda term: (-terms[term], term))
    return Evidence(nats, float(len(terms)), float(len(terms)), tuple(first[:8]))
