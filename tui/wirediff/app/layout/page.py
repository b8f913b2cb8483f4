"""A sheet at a width: which line shows what, and where a difference stands."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from wirediff.app.layout.sheet import Cell, Passage, Sheet
from wirediff.app.layout.typeset import Line, count_lines, typeset

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
    """One line of one column: the passage it belongs to (None below the last), whether it is its first, its runs."""

    passage: Passage | None
    first: bool
    line: Line


class Hit(NamedTuple):
    """What lies at a place of the page."""

    row: int
    column: int | None
    differences: tuple[int, ...]


class Page:
    """Lines for a sheet: rows stand under each other, each as high as its tallest cell and a blank line.

    Making one wraps every passage once; finding a line is a bisection; set text is kept for the cells last drawn.
    """

    def __init__(self, sheet: Sheet, width: int) -> None:
        self.sheet = sheet
        self.width = width
        self.margin = 1 + max(
            (cell_len(passage.label) for row in sheet.rows for cell in row.cells for passage in cell), default=0
        )
        self.text_width = self._text_width()
        heights = [1 + max(map(self._height, row.cells), default=0) for row in sheet.rows]
        self._tops = [0, *accumulate(heights)]
        self._set = lru_cache(maxsize=_KEPT_CELLS)(self._set_cell)

    def _text_width(self) -> int:
        columns = self.sheet.columns
        free = self.width - GUTTER - columns * self.margin - (columns - 1) * SEPARATOR
        return max(LEAST, min(MEASURE, free // columns))

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

    def column_start(self, column: int) -> int:
        """The cell where a column's margin begins."""
        return GUTTER + column * (self.margin + self.text_width + SEPARATOR)

    def cells(self, line: int) -> tuple[CellLine, ...]:
        """What a line shows in each column; () for a line that is not on the page."""
        if not 0 <= line < self.height:
            return ()
        row = self.row_at(line)
        inside = line - self.top(row)
        return tuple(self._cell_line(row, column, inside) for column in range(self.sheet.columns))

    def _cell_line(self, row: int, column: int, inside: int) -> CellLine:
        lines = self._set(row, column)
        return lines[inside] if inside < len(lines) else CellLine(None, False, ())

    def line_of(self, row: int, difference: int) -> int:
        """The line where a difference first shows inside its row; the row's first line where it is not marked."""
        found = [
            inside
            for column in range(self.sheet.columns)
            for inside, part in enumerate(self._set(row, column))
            if any(difference in run.differences for run in part.line)
        ]
        return self.top(row) + min(found, default=0)

    def hit(self, x: int, line: int) -> Hit:
        """What lies at a cell of a line: its row, its column, and the differences marked there."""
        row = self.row_at(line)
        for column, part in enumerate(self.cells(line)):
            place = self.column_start(column) + self.margin
            if not place - self.margin <= x < place + self.text_width:
                continue
            for run in part.line:
                place += cell_len(run.text)
                if x < place:
                    return Hit(row, column, run.differences)
            return Hit(row, column, ())
        return Hit(row, None, ())

    def _height(self, cell: Cell) -> int:
        gaps = max(len(cell) - 1, 0)
        return gaps + sum(count_lines(passage.text, passage.marks, self.text_width) for passage in cell)

    def _set_cell(self, row: int, column: int) -> Sequence[CellLine]:
        lines: list[CellLine] = []
        for passage in self.sheet.rows[row].cells[column]:
            if lines:
                lines.append(CellLine(None, False, ()))
            for number, line in enumerate(typeset(passage.text, passage.marks, self.text_width)):
                lines.append(CellLine(passage, number == 0, line))
        return lines
