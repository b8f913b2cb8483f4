"""Where a moved row would stand if the other version's order were followed."""

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from wirediff.model import Row
from wirediff.naming import MOVED, tag

_NOWHERE = -1


class Standing(NamedTuple):
    """A place in another version's order: the row to jump to, and on which side of it the place is."""

    row: int
    behind: bool


class _Order(NamedTuple):
    """One version's order: the first row of each paragraph, and the row above each row that has one of its own."""

    row_of: "array[int]"
    above: "array[int]"


class Orders:
    """The order of each version in the rows of a collation.

    A version is gone through, in linear time, when it is first asked about; after that a place is found at once.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._known: dict[int, _Order] = {}

    def standing(self, index: int, version: int) -> Standing | None:
        """Where the paragraphs of a row stand in a version's own order; None where that is just where the row is.

        The place is named by the row of the paragraph before, or by that of the one after at the version's beginning.
        """
        numbers = self._rows[index].cells[version]
        if not numbers:
            return None
        order = self._of(version)
        before, after, above = min(numbers) - 1, max(numbers) + 1, order.above[index]
        if above == _NOWHERE and before == 0:
            return None
        if above != _NOWHERE and before in self._rows[above].cells[version]:
            return None
        sought = before or after
        place = order.row_of[sought] if sought < len(order.row_of) else _NOWHERE
        return None if place == _NOWHERE else Standing(place, before > 0)

    def said(self, index: int, versions: Sequence[int]) -> str:
        """A line on a moved row: its number in the base, which is the first of the versions, and by which of the base's
        paragraphs the others have it. "" where it only follows another that has moved.
        """
        base = versions[0]
        places = ((version, self.standing(index, version)) for version in versions)
        found = [f"in {tag(version)} {self._named(place, version, base)}" for version, place in places if place]
        numbers = ", ".join(f"¶{n}" for n in self._rows[index].cells[base])
        return f"{MOVED} {', '.join([f'from {numbers}', *found] if numbers else found)}" if found else ""

    def _named(self, place: Standing, version: int, base: int) -> str:
        """A place by the number of its paragraph in the base; in the version itself where the base has none."""
        cells, end = self._rows[place.row].cells, max if place.behind else min
        side = "after" if place.behind else "before"
        return f"{side} ¶{end(cells[base])}" if cells[base] else f"{side} its own ¶{end(cells[version])}"

    def _of(self, version: int) -> _Order:
        if version not in self._known:
            last = max((max(row.cells[version], default=0) for row in self._rows), default=0)
            row_of, above, filled = array("l", [_NOWHERE]) * (last + 1), array("l"), _NOWHERE
            for index, row in enumerate(self._rows):
                above.append(filled)
                for n in row.cells[version]:
                    filled = index
                    if row_of[n] == _NOWHERE:
                        row_of[n] = index
            self._known[version] = _Order(row_of, above)
        return self._known[version]


def origin(rows: Sequence[Row], index: int) -> Standing | None:
    """Where a moved row comes from in the first version whose order it breaks; None for a row in its place.

    Of rows that moved together only the first breaks the order, and leads the others.
    """
    orders = Orders(rows)
    while index >= 0 and rows[index].moved:
        found = (orders.standing(index, version) for version in range(len(rows[index].cells)))
        place = next((place for place in found if place is not None), None)
        if place is not None:
            return place
        index -= 1
    return None


def off_the_order(rows: Sequence[Row], versions: Sequence[int]) -> frozenset[int]:
    """The moved rows that stand in another order than some of these versions have them. Linear in the rows.

    A row may be moved only as against a version that is not among them; seen without it, it is in its place.
    """
    if not any(row.moved for row in rows):
        return frozenset()
    found: set[int] = set()
    for version in versions:
        filled = [index for index, row in enumerate(rows) if row.cells[version]]
        before = 0
        for index in filled:
            if min(rows[index].cells[version]) < before:
                found.add(index)
            before = max(before, *rows[index].cells[version])
        after = None
        for index in reversed(filled):
            if after is not None and max(rows[index].cells[version]) > after:
                found.add(index)
            after = min(rows[index].cells[version] if after is None else (after, *rows[index].cells[version]))
    return frozenset(index for index in found if rows[index].moved)
