"""A topic divided into its events, where it has several: normalised cuts in the topic's own terms."""

import math
from collections.abc import Sequence

from wirediff.stories.dates import Days, agreement
from wirediff.stories.profile import Profile
from wirediff.stories.weights import Vector, Weights, dot

FEWEST = 4
"""Documents below which a group shows no structure to cut by."""
CUT = 0.8
"""The normalised cut up to which two parts are two events. A group without any structure has 1 or a little more."""

_ENOUGH = 0.2
"""Likeness beyond which documents are just alike: copies of one text must not look like an event of their own."""
_STEPS = 200
_STILL = 1e-6

Matrix = list[list[float]]


def split(members: Sequence[int], profiles: Sequence[Profile], weights: Weights) -> list[list[int]]:
    """The events among `members` (indices into `profiles`), each in order.

    Bisects, with weights learnt anew inside each part, as long as a cut is clear. Quadratic in the members.
    """
    events: list[list[int]] = []
    topics = [list(members)]
    while topics:
        topic = topics.pop()
        halves = _halves(topic, profiles, weights) if len(topic) >= FEWEST else None
        if halves:
            topics.extend(halves)
        else:
            events.append(topic)
    return events


def _halves(topic: list[int], profiles: Sequence[Profile], weights: Weights) -> tuple[list[int], list[int]] | None:
    some = [profiles[n] for n in topic]
    likeness = _likeness(weights.local(some), [one.days for one in some])
    value, left = bisect(likeness)
    if value > CUT:
        return None
    return [n for at, n in enumerate(topic) if at in left], [n for at, n in enumerate(topic) if at not in left]


def _likeness(vectors: Sequence[Vector], days: Sequence[Days]) -> Matrix:
    likeness = [[0.0] * len(vectors) for _ in vectors]
    for a, vector in enumerate(vectors):
        for b in range(a):
            alike = min(_ENOUGH, dot(vector, vectors[b])) * agreement(days[a], days[b])
            likeness[a][b] = likeness[b][a] = alike
    return likeness


def bisect(likeness: Matrix) -> tuple[float, set[int]]:
    """The best normalised cut along the second eigenvector, and one of its sides (Shi and Malik 2000).

    The value (0 to 2) is the likeness that the cut severs, as a part of all the likeness each side has, summed over
    the two sides. `likeness` is symmetric with a zero diagonal, at least 2 by 2. Quadratic.
    """
    sums = [math.fsum(row) or 1e-12 for row in likeness]
    place = _fiedler(likeness, sums)
    order = sorted(range(len(sums)), key=lambda n: (place[n], n))
    whole = math.fsum(sums)
    severed = held = 0.0
    best, side = math.inf, 0
    left: list[int] = []
    for n in order[:-1]:
        severed += sums[n] - 2 * sum(likeness[n][m] for m in left)
        held += sums[n]
        left.append(n)
        value = severed / held + severed / (whole - held)
        if value < best:
            best, side = value, len(left)
    return best, set(order[:side])


def _fiedler(likeness: Matrix, sums: Sequence[float]) -> list[float]:
    """The second eigenvector of the normalised matrix, by power iteration away from the first, which is known."""
    roots = [math.sqrt(one) for one in sums]
    length = math.sqrt(math.fsum(sums))
    first = [root / length for root in roots]
    scaled = [[value / (roots[a] * roots[b]) for b, value in enumerate(row)] for a, row in enumerate(likeness)]
    vector = _purged([math.cos(3 * n + 1) for n in range(len(sums))], first)  # any start that is not an eigenvector
    for _ in range(_STEPS):
        # The matrix plus one, so that the eigenvalue sought is also the largest in size.
        turned = [value + sum(map(float.__mul__, row, vector)) for value, row in zip(vector, scaled, strict=True)]
        turned = _purged(turned, first)
        moved = max(abs(new - old) for new, old in zip(turned, vector, strict=True))
        vector = turned
        if moved < _STILL:
            break
    return [value / root for value, root in zip(vector, roots, strict=True)]


def _purged(vector: list[float], first: Sequence[float]) -> list[float]:
    """`vector` without its part along `first`, of length 1."""
    along = sum(map(float.__mul__, vector, first))
    rest = [value - along * one for value, one in zip(vector, first, strict=True)]
    length = math.sqrt(math.fsum(value * value for value in rest)) or 1.0
    return [value / length for value in rest]
