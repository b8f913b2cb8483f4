"""Pairs become groups, without chains: average linkage."""

from collections.abc import Mapping

THRESHOLD = 0.15


def clusters(count: int, scores: Mapping[tuple[int, int], float], threshold: float = THRESHOLD) -> list[list[int]]:
    """Groups of 0..count-1, merged while the mean score between two groups reaches `threshold`."""
    members = {n: [n] for n in range(count)}
    links: dict[int, dict[int, float]] = {n: {} for n in range(count)}
    for (a, b), score in scores.items():
        links[a][b] = links[b][a] = score
    while True:
        best = max(
            (
                (total / (len(members[a]) * len(members[b])), -a, -b)
                for a, row in links.items()
                for b, total in row.items()
                if a < b
            ),
            default=(0.0, 0, 0),
        )
        if best[0] < threshold:
            return sorted(members.values())
        a, b = -best[1], -best[2]
        members[a] = sorted(members[a] + members.pop(b))
        for other, total in links.pop(b).items():
            links[other].pop(b)
            if other != a:
                links[a][other] = links[other][a] = links[a].get(other, 0.0) + total
