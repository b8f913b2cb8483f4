"""Documents gathered into topics: average linkage over the candidate pairs."""

import heapq
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wirediff.stories.dates import Days, agreement, together
from wirediff.stories.weights import Vector, dot


class _Cluster(NamedTuple):
    members: tuple[int, ...]
    total: Vector
    dates: tuple[Days, ...]
    days: Days
    near: set[int]


def link(
    vectors: Sequence[Vector], days: Sequence[Days], pairs: Iterable[tuple[int, int]], threshold: float
) -> list[list[int]]:
    """Groups of indices, merged while two groups are on average as like as `threshold`; in order.

    Average linkage (Sokal and Michener 1958) makes no chains. The dot product of two groups' summed vectors is the sum
    over all their pairs, so the average is exact although only groups that a candidate pair joins are looked at.
    Cost: one dot product for each pair, and for each merge one for each group near the two.
    """
    clusters = {n: _Cluster((n,), vector, (days[n],), days[n], set()) for n, vector in enumerate(vectors)}
    queue: list[tuple[float, int, int]] = []

    def meet(a: int, b: int) -> None:
        score = _likeness(clusters[a], clusters[b])
        if score >= threshold:
            clusters[a].near.add(b)
            clusters[b].near.add(a)
            heapq.heappush(queue, (-score, a, b))

    for a, b in pairs:
        meet(a, b)
    number = len(clusters)
    while queue:
        _, a, b = heapq.heappop(queue)
        if a in clusters and b in clusters:
            clusters[number] = _merged(clusters.pop(a), clusters.pop(b))
            for other in sorted(clusters[number].near):
                if other in clusters:
                    meet(other, number)
            number += 1
    return sorted(sorted(cluster.members) for cluster in clusters.values())


def _likeness(a: _Cluster, b: _Cluster) -> float:
    return dot(a.total, b.total) / (len(a.members) * len(b.members)) * agreement(a.days, b.days)


def _merged(a: _Cluster, b: _Cluster) -> _Cluster:
    small, large = sorted((a.total, b.total), key=len)
    total = dict(large)
    for term, weight in small.items():
        total[term] = total.get(term, 0.0) + weight
    dates = a.dates + b.dates
    return _Cluster(a.members + b.members, total, dates, together(dates), a.near | b.near)
