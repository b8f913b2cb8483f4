"""Bearers of names joined into families: one family is one person, group or place, whatever it is called."""

from collections.abc import Iterable
from typing import NamedTuple

from wirediff.insight.sightings import Bearer
from wirediff.kinds import Kind


class Link(NamedTuple):
    """Two bearers that are held for one, and why. `kind` says what tells their names apart.

    A `conflict` joins two that are not one: both are what one acronym stands for.
    """

    one: Bearer
    other: Bearer
    kind: Kind
    why: str
    conflict: bool = False


class Families:
    """Bearers joined by links; no two entities that the glossary keeps apart ever come together.

    Union by path halving (Tarjan and van Leeuwen 1984): near-constant time a link.
    """

    def __init__(self, links: Iterable[Link]) -> None:
        """The links are taken in their order; one that would join two entities is dropped."""
        self._parents: dict[Bearer, Bearer] = {}
        self._entities: dict[Bearer, str] = {}
        self.taken = [link for link in links if self._join(link.one, link.other)]

    def head(self, bearer: Bearer) -> Bearer:
        """The bearer that stands for the family."""
        parents = self._parents
        while (above := parents.get(bearer, bearer)) != bearer:
            parents[bearer] = parents.get(above, above)
            bearer = parents[bearer]
        return bearer

    def _join(self, one: Bearer, other: Bearer) -> bool:
        one, other = self.head(one), self.head(other)
        if one == other:
            return False
        ours, theirs = (self._entities.get(head, head.entity) for head in (one, other))
        if ours and theirs:
            return False
        self._parents[other] = one
        self._entities[one] = ours or theirs
        return True
