"""Which documents are worth comparing: those that share one of their weightiest terms."""

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest

from wirediff.stories.weights import Vector

_KEYS = 40
"""Terms under which a document is entered."""
_BACK = 64
"""How many earlier documents under the same term it meets: the latest ones, so that no term makes it quadratic."""


def candidates(vectors: Sequence[Vector]) -> list[tuple[int, int]]:
    """Pairs (a, b), a < b, that share a weighty term; in order.

    `vectors` should be in order of date, so that the documents met under a common term are the ones of its time. At
    most `_KEYS * _BACK` pairs a document, however many documents there are.
    """
    entered: defaultdict[str, list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    for b, vector in enumerate(vectors):
        for term in nlargest(_KEYS, vector, key=lambda term: (vector[term], term)):
            others = entered[term]
            pairs.update((a, b) for a in others[-_BACK:])
            others.append(b)
    return sorted(pairs)
