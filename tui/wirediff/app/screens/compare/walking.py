"""Going from difference to difference, through the list of them, and along moved paragraphs."""

from dataclasses import replace
from typing import TYPE_CHECKING

from wirediff.app.layout.moves import origin
from wirediff.app.screens.review.differences import DifferencesScreen, Picked
from wirediff.app.widgets.collation_view import CollationView

if TYPE_CHECKING:
    from wirediff.app.review.sought import Sought
    from wirediff.app.screens.compare.screen import CompareScreen


class Walking:
    """Where the screen of a comparison goes; the list of differences opens as it was left."""

    def __init__(self, screen: "CompareScreen") -> None:
        self._screen = screen
        self._came_from: int | None = None  # the row from which a move was followed
        self._sought: Sought | None = None

    def begin_anew(self) -> None:
        """Rows are numbered anew: there is no way back to one of before."""
        self._came_from = None

    def step(self, direction: int) -> None:
        """Go to the next difference, or the one before; in a search to a match."""
        screen = self._screen
        if screen.desk is None:
            return
        if screen.searching.is_on:
            screen.searching.walk(direction)
            return
        self._take_hint()
        found = screen.desk.step(direction, *screen.at_cursor())
        if found is None:
            screen.app.bell()
            edge = "last" if direction > 0 else "first"
            said = f"That was the {edge} difference." if screen.desk.seen else "No difference is shown."
            screen.notify(said, timeout=3)
        else:
            self.go_to(found)

    def _take_hint(self) -> None:
        for hint in self._screen.query("#hint"):
            hint.remove()
            self._screen.reader.looks.prefer(hinted=True)

    def choose(self) -> None:
        """Choose a difference from the list."""
        screen = self._screen
        if screen.desk is not None:
            opened = DifferencesScreen(screen.desk, screen.judging, screen.at_cursor()[1], self._sought)
            screen.app.push_screen(opened, self._go_to_picked)

    def _go_to_picked(self, picked: Picked | None) -> None:
        desk = self._screen.desk
        if picked is None or desk is None:
            return
        self._sought = picked.wanted
        if picked.difference is None:
            return
        if picked.difference not in desk.seen:
            self._screen.looking.at(replace(desk, filter=picked.wanted.filter))
        self.go_to(picked.difference)

    def go_to(self, difference: int) -> None:
        """Put the cursor on a difference; a version out of sight is brought beside the base."""
        screen = self._screen
        view = screen.query_one(CollationView)
        if screen.desk is None or view.page is None:
            return
        found = screen.desk.comparison.differences[difference]
        if not any(found.against in versions for versions in view.page.sheet.versions):
            screen.desk = replace(screen.desk, side=found.against)
            screen.show_desk()
        view.go(view.page.sheet.row_of(found.row), difference)

    def follow_move(self) -> None:
        """Go to where a moved row stands in the other order; the second time, back."""
        screen = self._screen
        view = screen.query_one(CollationView)
        row, _ = screen.at_cursor()
        if screen.desk is None or view.page is None:
            return
        place = origin(screen.desk.comparison.collation.rows, row) if row is not None else None
        if place is not None:
            self._came_from = row
            view.go(view.page.sheet.row_of(place.row))
        elif self._came_from is not None:
            view.go(view.page.sheet.row_of(self._came_from))
            self._came_from = None
        else:
            screen.notify("Nothing has been moved here.", timeout=3)
