"""Links between the paragraphs of many versions, gathered into rows of paragraphs that all answer each other."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import combinations
from typing import NamedTuple

Item = tuple[int, tuple[int, ...]]
"""A version and paragraphs of it that make one cell, all from 0."""

Edge = tuple[Item, Item]
"""Two items of different versions, the lower version first."""


ONE_STATEMENT = 0.25
"""Links that are no whole ones are about one statement if they share this part of the terms of either."""


class Strength(NamedTuple):
    """How strong a link is. `whole` says that each side holds most of the other; `terms` are what they share."""

    pinned: bool
    score: float
    nats: float
    whole: bool
    terms: frozenset[str] = frozenset()

    @property
    def rank(self) -> tuple[bool, float, float]:
        """Orders links from the strongest down."""
        return not self.pinned, -self.score, -self.nats

    def tells_like(self, other: "Strength") -> bool:
        """Whether two links are about one statement, as far as their terms tell."""
        if self.whole or other.whole:
            return True
        return len(self.terms & other.terms) >= ONE_STATEMENT * min(len(self.terms), len(other.terms))


def cover(links: Mapping[Edge, Strength], closed: Set[tuple[tuple[int, int], int]]) -> list[tuple[Item, ...]]:
    """Rows of one cell a version, such that every link stands in exactly one of them.

    Greedy from the strongest link down: a row takes in the cell that answers most of it, as long as one answers all of
    it, in one statement. Two that do not answer each other may stand in one row only where nothing else of the
    other's version answers either, both answer a third as a whole, and neither is `closed` to the other's version (a
    paragraph and a version, where a person decided); what shares one statement with two paragraphs does not make these
    two answer each other. So a paragraph that carries two others' statements stands in two rows.

    An edge partition into cliques as in overlapping community detection; finding the smallest is NP-hard, and the
    strongest first is what a reader expects. Cost: for two versions the sorting of the links; for more, each link
    times the links of its two paragraphs.
    """
    beside: defaultdict[Item, set[Item]] = defaultdict(set)
    for one, two in links:
        beside[one].add(two)
        beside[two].add(one)
    making = _Cover(links, beside, closed)
    for edge in sorted(links, key=lambda edge: (links[edge].rank, edge)):
        if edge not in making.placed:
            making.row(edge)
    return making.rows


class _Cover:
    """The rows made so far, and the pairs that stand together in one."""

    def __init__(
        self, links: Mapping[Edge, Strength], beside: Mapping[Item, Set[Item]], closed: Set[tuple[tuple[int, int], int]]
    ) -> None:
        self._links, self._beside, self._closed = links, beside, closed
        self.placed: set[Edge] = set()
        self.rows: list[tuple[Item, ...]] = []

    def row(self, seed: Edge) -> None:
        """Make the row that a link begins."""
        members = list(seed)
        while True:
            held = {version for version, _ in members}
            near = {item for member in members for item in self._beside[member] if item[0] not in held}
            fitting = [item for item in near if self._fits(item, members)]
            if not fitting:
                break
            members.append(min(fitting, key=lambda item: (*self._rank(item, members), item)))
        self.placed.update(map(_edge, combinations(members, 2)))
        self.rows.append(tuple(sorted(members)))

    def _rank(self, item: Item, members: Sequence[Item]) -> tuple[int, float]:
        found = [self._links[edge].score for member in members if (edge := _edge((item, member))) in self._links]
        return -len(found), -sum(found)

    def _fits(self, item: Item, members: Sequence[Item]) -> bool:
        seed = self._links[_edge((members[0], members[1]))]
        for member in members:
            edge = _edge((item, member))
            if edge in self.placed:
                return False
            found = self._links.get(edge)
            if not (found.tells_like(seed) if found else self._excused(item, member, members)):
                return False
        return True

    def _excused(self, item: Item, member: Item, members: Sequence[Item]) -> bool:
        if self._is_closed(item, member[0]) or self._is_closed(member, item[0]):
            return False
        if any(other[0] == member[0] for other in self._beside[item]):
            return False
        if any(other[0] == item[0] for other in self._beside[member]):
            return False
        return any(self._whole(item, third) and self._whole(member, third) for third in members if third != member)

    def _is_closed(self, item: Item, version: int) -> bool:
        return any(((item[0], n), version) in self._closed for n in item[1])

    def _whole(self, one: Item, two: Item) -> bool:
        found = self._links.get(_edge((one, two)))
        return found is not None and found.whole


def _edge(pair: tuple[Item, Item]) -> Edge:
    one, two = pair
    return (one, two) if one < two else (two, one)
