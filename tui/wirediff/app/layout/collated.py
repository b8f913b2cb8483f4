"""A comparison as a sheet: side by side, or in one column, with runs of equal rows folded away."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import overload

from wirediff.align import Meetings
from wirediff.app.layout.composing import Composing
from wirediff.app.layout.sheet import Sheet, SheetRow, label_width
from wirediff.app.layout.shown import Shown
from wirediff.model import Comparison, Row

FEWEST_FOLDED = 3
"""A run of fewer equal rows is shown: folding it would save nothing."""

_KEPT_ROWS = 512  # more than any screen shows


@dataclass(frozen=True, slots=True)
class View:
    """What of a comparison is to be seen: the versions, base first; the differences, by index; the form."""

    versions: tuple[int, ...]
    differences: frozenset[int]
    unified: bool = False
    folded: bool = False


def sheet_of(comparison: Comparison, view: View) -> Sheet:
    """Lay out a comparison as `view` asks. Linear in the rows and differences, of which only numbers are kept."""
    return _Collated(comparison, view)


class _Collated(Sheet):
    """A sheet that knows which rows of the collation each of its rows stands for, and makes the rows when asked."""

    def __init__(self, comparison: Comparison, view: View) -> None:
        self._body = comparison.collation.rows
        self._view = view
        self._shown = Shown(comparison, view.versions, view.differences)
        self._meetings = Meetings(self._body)
        self._composing = Composing(comparison.collation, view.versions, self._shown, self._meetings, view.unified)
        self._starts, self.stops, self._folded = array("l", [0]), array("l", [0]), bytearray(1)  # the headlines
        for first, last, folded in self._standing():
            self._starts.append(first)
            self.stops.append(last + 1)
            self._folded.append(folded)
        each = tuple((version,) for version in view.versions)
        super().__init__(_Rows(self), (view.versions,) if view.unified else each)

    @cached_property
    def weights(self) -> bytes:
        """As the sheet's, without making rows: what is folded away has no difference."""
        weight = self._shown.weight
        return bytes([weight(None), *(weight(self._starts[row]) for row in range(1, len(self.stops)))])

    @cached_property
    def label_width(self) -> int:
        """As the sheet's; begins at the end, where the numbers are long, and stops at one as wide as any can be."""
        widest = 0
        for row in reversed(self.rows):
            widest = max(widest, label_width(row))
            if widest >= self._composing.widest_label:
                break
        return widest

    def row(self, index: int) -> SheetRow:
        """Make a row."""
        first, stop = self._starts[index], self.stops[index]
        if not index:
            return self._composing.headlines()
        if not self._folded[index]:
            return self._composing.row(first)
        seen = [each for each in range(first, stop) if self._is_seen(each, self._body[each])]
        return self._composing.fold(seen)

    def _standing(self) -> Iterator[tuple[int, int, bool]]:
        """The first and the last row of the collation that each row of the sheet stands for; whether it is a fold."""
        seen = (index for index, row in enumerate(self._body) if self._is_seen(index, row))
        if not self._view.folded:
            yield from ((index, index, False) for index in seen)
            return
        for quiet, run in groupby(seen, self._is_quiet):
            indices = list(run)
            if quiet and len(indices) >= FEWEST_FOLDED:
                yield indices[0], indices[-1], True
            else:
                yield from ((index, index, False) for index in indices)

    def _is_seen(self, index: int, row: Row) -> bool:
        """True for a row that has something of these versions, and not only what their other rows show already."""
        if all(row.cells):
            return True
        filled = any(row.cells[version] for version in self._view.versions)
        return filled and bool(self._shown.weight(index) or not self._meetings.told_elsewhere(row, self._view.versions))

    def _is_quiet(self, index: int) -> bool:
        row = self._body[index]
        everywhere = all(row.cells[version] for version in self._view.versions)
        return everywhere and not row.moved and not self._shown.weight(index)


class _Rows(Sequence[SheetRow]):
    """The rows of a sheet, each made when it is asked for; those asked for last are kept."""

    def __init__(self, sheet: _Collated) -> None:
        self._length = len(sheet.stops)
        self._make = sheet.row
        self._kept = lru_cache(maxsize=_KEPT_ROWS)(sheet.row)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> SheetRow: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[SheetRow]: ...

    def __getitem__(self, index: int | slice) -> SheetRow | Sequence[SheetRow]:
        if isinstance(index, slice):
            return [self._kept(each) for each in range(*index.indices(self._length))]
        return self._kept(range(self._length)[index])

    def __iter__(self) -> Iterator[SheetRow]:
        return map(self._make, range(self._length))

    def __reversed__(self) -> Iterator[SheetRow]:
        return map(self._make, reversed(range(self._length)))
