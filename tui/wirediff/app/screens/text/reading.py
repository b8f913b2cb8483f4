"""What the screens with a text have in common: it can be searched."""

from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import on

from wirediff.app.layout.sheet import Sheet
from wirediff.app.layout.typeset import POINTER
from wirediff.app.screens.full import FullScreen
from wirediff.app.screens.text.searching import Searching
from wirediff.app.widgets.collation_view import CollationView
from wirediff.app.widgets.target import Target

if TYPE_CHECKING:
    from wirediff.app.widgets.search_bar import SearchBar


class Reading(FullScreen):
    """A screen with one text. The bar's messages go by their names, so that it is loaded when it is first opened."""

    def __init__(self) -> None:
        super().__init__()
        self.searching = Searching(self)

    def whole_sheet(self) -> Sheet:
        """The text with nothing folded away; called from a thread."""
        page = self.query_one(CollationView).page
        return page.sheet if page else Sheet((), ())

    def unfold(self) -> None:
        """Show what is folded away."""

    def matches_changed(self) -> None:
        """Other matches are lit."""

    def action_search(self) -> None:
        """Find words."""
        self.searching.open()

    def on_search_bar_sought(self, event: "SearchBar.Sought") -> None:
        """Find what is typed now."""
        self.searching.seek(event.query)

    def on_search_bar_walked(self, event: "SearchBar.Walked") -> None:
        """Another match, while words are typed."""
        self.searching.walk(event.direction)

    def on_search_bar_kept(self) -> None:
        """Go on in the text."""
        self.searching.keep()

    def on_search_bar_left(self) -> None:
        """Back to where the search began."""
        self.searching.leave(back=True)

    def targets(self) -> list[Target]:
        """Where one can jump to: the rows that begin in view, and the differences marked there."""
        view = self.query_one(CollationView)
        page, left, top = view.page, view.region.x, view.region.y
        found: list[Target] = []
        for y in range(view.size.height if page else 0):
            assert page is not None
            line = y + view.scroll_offset.y
            row = page.row_at(line)
            if page.cells(line) and line == page.top(row):
                found.append(Target(left, top + y, partial(view.go, row)))
            for column, cell in enumerate(page.cells(line)):
                x = left + page.column_start(column) + page.margin
                for run in cell.line:
                    if run.letter and run.text.endswith(POINTER) and run.differences:
                        found.append(Target(x, top + y, partial(view.go, row, run.differences[0])))
                    x += cell_len(run.text)
        return found

    @on(CollationView.Laid)
    def _find_again(self) -> None:
        self.searching.again()
