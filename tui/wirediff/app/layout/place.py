"""The reading place: what stands where on the screen, kept when the text is laid out anew."""

from typing import NamedTuple

from wirediff.app.layout.lights import Spot, key_of
from wirediff.app.layout.page import Page
from wirediff.app.layout.sheet import Passage


class ReadingPlace(NamedTuple):
    """Words, and the line of the screen on which they stand; found again under any width and in any form.

    The words are those of a difference where it is in view, or of the cursor's row, or else of the first line in view.
    """

    key: int
    passage: Passage | None
    at: int
    difference: int | None
    y: int

    @classmethod
    def of(cls, page: Page, view: range, cursor: int, current: int | None) -> "ReadingPlace":
        """The place of somebody who sees the lines `view` of a page, with the cursor on a row and a difference."""
        key = key_of(page.sheet.rows[cursor])
        if current is not None and (line := page.line_of(cursor, current)) in view:
            return cls(key, None, 0, current, line - view.start)
        if (line := page.top(cursor)) in view:
            return cls(key, None, 0, None, line - view.start)
        for line in view:
            spot = next(page.spots(line), None)
            if spot is not None:
                cell = page.sheet.rows[page.row_at(line)].cells[spot.column]
                return cls(spot.row, cell[spot.passage], spot.at, None, line - view.start)
        return cls(key, None, 0, None, 0)

    def moved_to(self, row: int | None) -> "ReadingPlace":
        """The same height of the screen, for another row (None: the headlines) of rows that are numbered anew."""
        return ReadingPlace(-1 if row is None else row, None, 0, None, self.y)

    def line(self, page: Page) -> int:
        """The line of another page that belongs at the top of the screen for the words to stand where they stood."""
        row = page.sheet.row_of(None if self.key < 0 else self.key)
        if self.difference is not None:
            return page.line_of(row, self.difference) - self.y
        spot = self._spot(page, row)
        return (page.line_at(spot) if spot else page.top(row)) - self.y

    def _spot(self, page: Page, row: int) -> Spot | None:
        mine = self.passage
        if mine is None:
            return None
        cells = page.sheet.rows[row].cells
        each = [(Spot(self.key, face, n, self.at), other) for face in page.faces for n, other in enumerate(cells[face])]
        itself = (spot for spot, other in each if _name(other) == _name(mine))
        alike = (spot for spot, other in each if other.text == mine.text)  # in one column, where it is set once
        return next(itself, None) or next(alike, None)


def _name(passage: Passage) -> tuple[int | None, int | None]:
    return passage.version, passage.paragraph
