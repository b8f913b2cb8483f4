"""The differences that are seen, found by the row of the collation, and the marks that they leave in its texts."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from functools import cache

from wirediff.app.layout.typeset import Mark
from wirediff.kinds import KINDS, Kind, Severity, Underline, underline
from wirediff.model import Comparison, Difference

_HEADLINES = -1


class Shown:
    """Of a comparison's differences those that are seen between some versions.

    Kept as numbers, sorted by row; marks are made for a row when it is asked for.
    """

    def __init__(self, comparison: Comparison, versions: Collection[int], differences: Collection[int]) -> None:
        self._every = every = comparison.differences
        self._body = comparison.collation.rows
        self._several = len(versions) > 2
        seen = sorted(index for index in differences if every[index].against in versions)
        seen.sort(key=lambda index: _row(every[index]))
        self._indices = array("l", seen)
        self._rows = array("l", [_row(every[index]) for index in seen])
        self._weights = bytearray(len(self._body) + 1)
        for row, index in zip(self._rows, self._indices, strict=True):
            self._weights[row + 1] = max(self._weights[row + 1], every[index].severity.rank + 1)

    def weight(self, row: int | None) -> int:
        """How grave the gravest difference of a row is: its severity's rank and one more, 0 where none is seen."""
        return self._weights[0 if row is None else row + 1]

    def in_row(self, row: int | None) -> tuple[int, ...]:
        """The differences of a row, by index; None asks for the headlines."""
        place = _HEADLINES if row is None else row
        low = bisect_left(self._rows, place)
        return tuple(self._indices[low : bisect_right(self._rows, place, low)])

    def marks(self, differences: Collection[int]) -> dict[tuple[int, int], list[Mark]]:
        """The marks that differences of one row leave, by version and paragraph."""
        marks: dict[tuple[int, int], list[Mark]] = {}
        for index in differences:
            difference = self._every[index]
            if not self._is_absence(difference):
                for side in (difference.left, difference.right):
                    if side is not None:
                        mark = _mark(difference, index, side.start, side.end)
                        marks.setdefault((side.version, side.paragraph), []).append(mark)
        return marks

    def absences(self, differences: Collection[int], version: int, end: int) -> tuple[Mark, ...]:
        """The marks, up to `end`, where it is said that a version has nothing in the row of some differences."""
        found = ((index, self._every[index]) for index in differences)
        return tuple(
            _mark(difference, index, 0, end)
            for index, difference in found
            if difference.against == version and self._is_absence(difference)
        )

    def _is_absence(self, difference: Difference) -> bool:
        """True for a paragraph that one of three versions or more lacks.

        It is marked where the version says that it has nothing: marked in the base, it would hide how the paragraph
        differs from those that do have it.
        """
        if not self._several or difference.row is None or difference.right is not None:
            return False
        return not self._body[difference.row].cells[difference.against]


def _row(difference: Difference) -> int:
    return _HEADLINES if difference.row is None else difference.row


def _mark(difference: Difference, index: int, start: int, end: int) -> Mark:
    return Mark(start, end, index, *_looks(difference.kind, difference.severity))


@cache
def _looks(kind: Kind, severity: Severity) -> tuple[str, bool]:
    return KINDS[kind].letter, underline(severity) is not Underline.PLAIN
