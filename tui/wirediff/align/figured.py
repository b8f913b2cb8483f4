"""Links among paragraphs that share too few words but count the same things to the same figure.

"around 1,500 IS fighters are left in the area" and "1,500-2,500 fighters left in al-Qaim" have little else in common,
and yet the one is what a reader wants beside the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from wirediff.align.evidence import Evidence, Pair
from wirediff.align.leftover import told
from wirediff.align.lexed import Lexed, words_of
from wirediff.align.weight import Rarity
from wirediff.text import quantities

SMALLEST = 20
"""Smaller figures recur by chance."""

COUNTED = 4
"""Words behind a figure among which the thing that is counted stands."""

LEAST_NATS = 8.0
"""What the paragraphs must share in all, as left-over paragraphs of kin must: a rare figure and a telling word."""

MOST_PAIRS = 4
"""A figure that would link more pairs than this tells nothing."""

_Counted = tuple[float, str]


def by_figures(left: Lexed, right: Lexed, rarity: Rarity, taken: Set[Pair], barred: Set[Pair]) -> dict[Pair, Evidence]:
    """What paragraphs share that are in no pair of `taken` on one side or the other, and count alike.

    Linear in the text of these paragraphs.
    """
    lefts, rights = {i for i, _ in taken}, {j for _, j in taken}
    ours, theirs = _counted(left.texts, lefts, left.language), _counted(right.texts, rights, right.language)
    found: dict[Pair, Evidence] = {}
    for key in ours.keys() & theirs.keys():
        pairs = [(i, j) for i in ours[key] for j in theirs[key] if (i, j) not in barred]
        if len(pairs) > MOST_PAIRS:
            continue
        for i, j in pairs:
            shared = rarity.shared(left.in_paragraph[i], right.in_paragraph[j])
            nats = sum(shared.values())
            if nats >= LEAST_NATS and key[1] in shared:
                found[i, j] = told(shared, nats)
    return found


def _counted(texts: Sequence[str], taken: Set[int], language: str | None) -> dict[_Counted, set[int]]:
    """Where each figure stands together with each of the words behind it, by paragraph (from 0)."""
    places: defaultdict[_Counted, set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        if number not in taken:
            for key in _figures(text, language):
                places[key].add(number)
    return dict(places)


def _figures(text: str, language: str | None) -> Iterator[_Counted]:
    """Each figure of a text, in digits or words, with each of the words behind it."""
    found = list(words_of(text))
    for quantity in quantities(text, language=language):
        if quantity.unit == "ordinal":
            continue
        behind = [word for word in found if word.start >= quantity.end][:COUNTED]
        for value in quantity.stated:
            if value >= SMALLEST:
                for word in behind:
                    yield value, word.term
