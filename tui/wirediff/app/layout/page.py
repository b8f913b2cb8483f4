"""A sheet at a width: which line shows what, and where a difference stands."""

import copy
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, repeat
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from wirediff.app.layout.heights import Counted, Uncut
from wirediff.app.layout.lights import Spot, key_of
from wirediff.app.layout.sheet import Passage, Sheet, parted
from wirediff.app.layout.typeset import Line, count_cells, typeset, typeset_line

GUTTER = 2
"""Cells at the left edge for the cursor and for a flag."""

SEPARATOR = 3
"""Cells between two columns."""

MEASURE = 100
"""Lines longer than this are hard to read, so a column grows no wider."""

LEAST = 8
"""A column's text is never set narrower; what does not fit is cut off at the edge."""

_KEPT_CELLS = 2048  # about fifty screens of set text


class CellLine(NamedTuple):
    """One line of one column: the passage it belongs to (None below the last), whether it is its first, its runs.

    `number` is the passage's place in its cell.
    """

    passage: Passage | None
    first: bool
    line: Line
    number: int = 0


class Hit(NamedTuple):
    """What lies at a place of the page."""

    row: int
    column: int | None
    differences: tuple[int, ...]


class Page:
    """Lines for a sheet: rows stand under each other, each as high as its tallest cell and a blank line.

    Making one counts the lines of every passage once and keeps the counts alone; finding a line is a bisection; set
    text is kept for the cells last drawn. The counts are exact everywhere, not estimates that are mended while one
    scrolls: so no line ever moves under the reader, and a place found again after a resize is the same place.

    `faces` are the sheet's columns that are drawn, from left to right; a row has room for those that are not, so that
    other faces change no line's place. Without `wrapped` a passage takes one line, of which the first `shift` cells are
    out of sight. With `only` some rows the others have no lines: such a page is made at once, and what it shows stands
    as it does on the whole page.
    """

    def __init__(
        self,
        sheet: Sheet,
        width: int,
        *,
        wrapped: bool = True,
        faces: Sequence[int] | None = None,
        only: range | None = None,
    ) -> None:
        self.sheet = sheet
        self.width = width
        self.wrapped = wrapped
        self.faces = tuple(range(sheet.columns) if faces is None else faces)
        self.shift = 0
        self.margin = 1 + sheet.label_width
        self.text_width = self._text_width()
        counted = Counted(self.text_width) if wrapped else Uncut()
        self.only = only
        rows = sheet.rows if only is None else sheet.rows[only.start : only.stop]
        before, behind = (0, 0) if only is None else (only.start, len(sheet.rows) - only.stop)
        heights = chain(repeat(0, before), map(counted.height, rows), repeat(0, behind))
        self._tops = array("L", accumulate(heights, initial=0))
        self.most_shift = max(0, counted.widest - self.text_width)
        self._set = lru_cache(maxsize=_KEPT_CELLS)(self._set_cell)

    def _text_width(self) -> int:
        columns = self.columns
        free = self.width - GUTTER - columns * self.margin - (columns - 1) * SEPARATOR
        return max(LEAST, min(MEASURE, free // columns))

    def facing(self, faces: Sequence[int]) -> "Page":
        """The same lines with as many other columns of the sheet. Takes no time."""
        page = copy.copy(self)
        page.faces = tuple(faces)
        return page

    def shifted(self, shift: int) -> "Page":
        """The same lines with other cells out of sight. Takes no time."""
        page = copy.copy(self)
        page.shift = min(max(shift, 0), self.most_shift)
        page._set = lru_cache(maxsize=_KEPT_CELLS)(page._set_cell)
        return page

    @property
    def columns(self) -> int:
        """How many columns are drawn."""
        return len(self.faces)

    @property
    def versions(self) -> tuple[tuple[int, ...], ...]:
        """Which versions each column shows."""
        return tuple(self.sheet.versions[face] for face in self.faces)

    def lacks(self, row: int) -> bool:
        """Whether a row is one of those that have no lines."""
        return self.only is not None and row not in self.only

    @property
    def height(self) -> int:
        """How many lines the page has."""
        return self._tops[-1]

    def top(self, row: int) -> int:
        """The first line of a row."""
        return self._tops[row]

    def bottom(self, row: int) -> int:
        """The line behind the row's last, the blank one below it not counted."""
        return self._tops[row + 1] - 1

    def row_at(self, line: int) -> int:
        """The row that a line belongs to; lines above and below the page belong to the first and last row."""
        return min(max(bisect_right(self._tops, line) - 1, 0), max(len(self.sheet.rows) - 1, 0))

    def beginning_in(self, lines: range) -> range:
        """The rows whose first line is one of these."""
        low = bisect_left(self._tops, lines.start)
        return range(low, min(bisect_left(self._tops, lines.stop, low), len(self.sheet.rows)))

    def column_start(self, column: int) -> int:
        """The cell where a column's margin begins."""
        return GUTTER + column * (self.margin + self.text_width + SEPARATOR)

    def column_at(self, x: int) -> int | None:
        """The column that a cell belongs to, its margin included; None beside the columns."""
        for column in range(self.columns):
            if 0 <= x - self.column_start(column) < self.margin + self.text_width:
                return column
        return None

    def cells(self, line: int) -> tuple[CellLine, ...]:
        """What a line shows in each column; () for a line that is not on the page."""
        if not 0 <= line < self.height:
            return ()
        row = self.row_at(line)
        inside = line - self.top(row)
        return tuple(self._cell_line(row, face, inside) for face in self.faces)

    def _cell_line(self, row: int, face: int, inside: int) -> CellLine:
        lines = self._set(row, face)
        return lines[inside] if inside < len(lines) else CellLine(None, False, ())

    # Where something stands

    def line_of(self, row: int, difference: int) -> int:
        """The line where a difference first shows inside its row; the row's first line where it is not marked."""
        found = [
            inside
            for face in self.faces
            for inside, part in enumerate(self._set(row, face))
            if any(difference in run.differences for run in part.line)
        ]
        return self.top(row) + min(found, default=0)

    def spot_of(self, row: int, difference: int) -> Spot | None:
        """Where a difference first shows in its row; None where it is not marked."""
        key = key_of(self.sheet.rows[row])
        for face in self.faces:
            for number, passage in enumerate(self.sheet.rows[row].cells[face]):
                if found := [mark.start for mark in passage.marks if mark.difference == difference]:
                    return Spot(key, face, number, min(found))
        return None

    def hit(self, x: int, line: int) -> Hit:
        """What lies at a cell of a line: its row, its column, and the differences marked there."""
        row, column = self.row_at(line), self.column_at(x)
        cells = self.cells(line)
        if column is None or not cells:
            return Hit(row, column if cells else None, ())
        place = self.column_start(column) + self.margin
        for run in cells[column].line:
            place += cell_len(run.text)
            if x < place:
                return Hit(row, column, run.differences)
        return Hit(row, column, ())

    def spot(self, x: int, line: int, column: int) -> Spot | None:
        """The place in a column's text that is nearest to a cell of a line; None where the column's row has no text.

        Before the column's text it is the first of the line, behind it the end of the line, below a passage its end.
        """
        line = min(max(line, 0), self.height - 1)
        row, face = self.row_at(line), self.faces[column]
        inside, lines = line - self.top(row), self._set(row, face)
        key = key_of(self.sheet.rows[row])
        part = lines[inside] if inside < len(lines) else None
        if part is not None and part.passage is not None:
            at = _place_in(part.line, x - self.column_start(column) - self.margin)
            return Spot(key, face, part.number, at)
        above = next((part for part in reversed(lines[:inside]) if part.passage is not None), None)
        return None if above is None else Spot(key, face, above.number, above.line[-1].end if above.line else 0)

    def line_at(self, spot: Spot) -> int:
        """The line on which a place of the text stands, or would stand if its row were not folded away."""
        row = self.sheet.row_of(None if spot.row < 0 else spot.row)
        if self.sheet.rows[row].folded or spot.column >= self.sheet.columns:
            return self.top(row)
        found = 0
        for inside, part in enumerate(self._set(row, spot.column)):
            if part.passage is None or part.number != spot.passage:
                continue
            if part.line and part.line[0].at > spot.at:
                break
            found = inside
        return self.top(row) + found

    def cell_at(self, spot: Spot) -> int:
        """How many cells stand before a place of the text, signs included, when its passage is set in one line."""
        row = self.sheet.rows[self.sheet.row_of(None if spot.row < 0 else spot.row)]
        passage = row.cells[spot.column][spot.passage]
        line = typeset_line(passage.text, passage.marks, count_cells(passage.text, passage.marks))
        before = (run.text if run.letter else run.text[: spot.at - run.at] for run in line if run.at < spot.at)
        return sum(map(cell_len, before))

    def spots(self, line: int) -> Iterator[Spot]:
        """The place in each column's text at which a line begins."""
        row = self.sheet.rows[self.row_at(line)]
        for face, part in zip(self.faces, self.cells(line), strict=False):
            if part.passage is not None and part.line:
                yield Spot(key_of(row), face, part.number, part.line[0].at)

    # Setting the text

    def _set_cell(self, row: int, face: int) -> Sequence[CellLine]:
        lines: list[CellLine] = []
        cell = self.sheet.rows[row].cells[face]
        for number, passage in enumerate(cell):
            if number and parted(cell[number - 1], passage):
                lines.append(CellLine(None, False, ()))
            for place, line in enumerate(self._lines(passage)):
                lines.append(CellLine(passage, place == 0, line, number))
        return lines

    def _lines(self, passage: Passage) -> list[Line]:
        if self.wrapped:
            return typeset(passage.text, passage.marks, self.text_width)
        return [typeset_line(passage.text, passage.marks, self.text_width, self.shift)]


def _place_in(line: Line, cells: int) -> int:
    """The place in the passage's text under a cell of a line; its end behind the last."""
    left = max(cells, 0)
    for run in line:
        width = cell_len(run.text)
        if left < width:
            if run.letter:
                return run.at
            for start, _, each in split_graphemes(run.text)[0]:
                if left < each:
                    return run.at + start
                left -= each
        left -= width
    return line[-1].end if line else 0
