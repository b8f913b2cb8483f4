"""Selecting with the mouse, inside one column only.

Textual's own selection goes from line to line over the whole width, and so through both versions; this one stays in the
column in which it began.
"""

from wirediff.app.layout.page import Page
from wirediff.app.layout.selection import Selection


class Dragging:
    """A selection while it is drawn, and until another begins."""

    def __init__(self) -> None:
        self.selection: Selection | None = None
        self.drawn = False
        self._begun: Selection | None = None
        self._column = 0

    def press(self, page: Page, x: int, line: int) -> None:
        """The button goes down: a selection may begin here, and the last one ends."""
        column = page.column_at(x)
        self.selection, self._begun, self.drawn = None, None, False
        if column is not None and (spot := page.spot(x, line, column)) is not None:
            self._begun, self._column = Selection(spot, spot), column

    @property
    def is_begun(self) -> bool:
        """Whether the button is down on text."""
        return self._begun is not None

    def drag(self, page: Page, x: int, line: int) -> bool:
        """The mouse moves with the button down, wherever it is now; gives whether the selection is another."""
        if self._begun is None:
            return False
        spot = page.spot(x, line, self._column)
        before = self.selection
        if spot is not None:
            self.selection = Selection(self._begun.anchor, spot) if spot != self._begun.anchor else None
        self.drawn = self.drawn or self.selection is not None
        return before != self.selection

    def release(self) -> None:
        """The button goes up."""
        self._begun = None

    def forget(self) -> None:
        """Nothing is selected any more."""
        self.selection, self._begun, self.drawn = None, None, False
