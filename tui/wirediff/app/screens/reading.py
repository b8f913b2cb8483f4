"""What the screens with a text have in common: it can be searched."""

from typing import TYPE_CHECKING

from textual import on

from wirediff.app.layout.sheet import Sheet
from wirediff.app.screens.place import Place
from wirediff.app.screens.searching import Searching
from wirediff.app.widgets.collation_view import CollationView

if TYPE_CHECKING:
    from wirediff.app.widgets.search_bar import SearchBar


class Reading(Place):
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

    @on(CollationView.Laid)
    def _find_again(self) -> None:
        self.searching.again()
