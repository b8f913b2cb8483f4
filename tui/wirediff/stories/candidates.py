"""Which documents are worth comparing: those that share some of their weightiest terms."""

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest

from wirediff.stories.weights import Vector

_KEYS = 40
"""Terms under which a document is entered."""
_BACK = 64
"""How many earlier documents under the same term it meets: the latest ones, so that no term makes it quadratic."""
_KEPT = 32
"""How many of the earlier documents it met are kept: those with which it shares the most weight of such terms."""


def candidates(vectors: Sequence[Vector]) -> list[tuple[int, int]]:
    """Pairs (a, b), a < b, that may be alike; in order.

    `vectors` should be in order of date, so that the documents met under a common term are the ones of its time.
    Linear in the documents: each looks at no more than `_KEYS * _BACK` places and gives no more than `_KEPT` pairs.
    """
    entered: defaultdict[str, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int]] = []
    for b, vector in enumerate(vectors):
        met: defaultdict[int, float] = defaultdict(float)
        for term in nlargest(_KEYS, vector, key=lambda term: (vector[term], term)):
            others = entered[term]
            for a in others[-_BACK:]:
                met[a] += vector[term] * vectors[a][term]
            others.append(b)
        pairs.extend(sorted((a, b) for a in nlargest(_KEPT, met, key=lambda a: (met[a], a))))
    return pairs
