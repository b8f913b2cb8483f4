"""How many lines the rows of a sheet take, without setting them."""

from wirediff.app.layout.sheet import Cell, SheetRow, blanks
from wirediff.app.layout.typeset import count_cells, count_lines


class Counted:
    """Counts the lines of paragraphs that are set in full in so many cells.

    The text last counted is remembered, since in most rows the versions say the same.
    """

    widest = 0
    """Nothing is out of sight at the side."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._last, self._lines = "", 1

    def height(self, row: SheetRow) -> int:
        """The lines of a row: those of its tallest cell, blank ones among them, and one below."""
        return 1 + max([self._cell(cell) for cell in row.cells], default=0)

    def _cell(self, cell: Cell) -> int:
        lines = blanks(cell)
        for passage in cell:
            if passage.marks:
                lines += count_lines(passage.text, passage.marks, self._width)
            else:
                if passage.text != self._last:
                    self._last, self._lines = passage.text, count_lines(passage.text, (), self._width)
                lines += self._lines
        return lines


class Uncut:
    """Counts the lines of paragraphs that are set in one line each, and finds the `widest` of those counted."""

    def __init__(self) -> None:
        self.widest = 0

    def height(self, row: SheetRow) -> int:
        """The lines of a row: one for each passage of its longest cell, blank ones among them, and one below."""
        for cell in row.cells:
            for passage in cell:
                self.widest = max(self.widest, count_cells(passage.text, passage.marks))
        return 1 + max((len(cell) + blanks(cell) for cell in row.cells), default=0)
