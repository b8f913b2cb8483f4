"""A list of any length: only the entries in view are made and drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from wirediff.app.keys import bindings
from wirediff.app.widgets.paint import CURSOR
from wirediff.app.widgets.target import Target, entries

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp
    from wirediff.app.settings.palette import Palette


class Roll(ScrollView, can_focus=True):
    """Entries of `lines` lines each, moved in by the same keys as other lists; Enter is left to its screen.

    `fill` takes a function that makes the entry of a place, called for what is in view: filling a list is as fast for
    a hundred thousand entries as for ten. An entry's text has to be legible.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]

    @dataclass
    class Moved(Message):
        """Another entry is at the cursor; None where the list is empty."""

        roll: "Roll"
        place: int | None

        @property
        def control(self) -> "Roll":
            """The list that it is about."""
            return self.roll

    @dataclass
    class Chosen(Message):
        """An entry was clicked."""

        roll: "Roll"
        place: int

        @property
        def control(self) -> "Roll":
            """The list that it is about."""
            return self.roll

    def __init__(self, *, id: str | None = None, lines: int = 1) -> None:
        super().__init__(id=id)
        self._lines_each = lines
        self._count = 0
        self._cursor = 0
        self._entry: Callable[[int], Text] = lambda _: Text()

    @property
    def place(self) -> int | None:
        """The entry at the cursor, counted from 0; None where there is none."""
        return self._cursor if self._count else None

    @property
    def in_view(self) -> tuple[int, int]:
        """The first entry in view, and the one behind the last."""
        first = self.scroll_offset.y // self._lines_each
        return first, first + self.size.height // self._lines_each + 1

    def fill(self, count: int, entry: Callable[[int], Text], place: int = 0) -> None:
        """Show other entries, with the cursor on the one at `place` or the nearest there is."""
        self._count, self._entry = count, entry
        self.virtual_size = Size(self.size.width, count * self._lines_each)
        self._cursor = -1
        self.go(place)
        self.refresh()

    def redraw(self, place: int) -> None:
        """Draw an entry again, as what it shows has changed."""
        self.refresh_lines(place * self._lines_each - self.scroll_offset.y, self._lines_each)

    def go(self, place: int) -> None:
        """Put the cursor on an entry and bring it into view; places off the list mean its ends."""
        wanted = min(max(place, 0), max(self._count - 1, 0))
        if wanted != self._cursor:
            self._cursor = wanted
            self.post_message(self.Moved(self, self.place))
            self.refresh()
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        top, bottom = self._cursor * self._lines_each, (self._cursor + 1) * self._lines_each
        first, height = self.scroll_offset.y, self.size.height
        if top < first or height < self._lines_each:
            self.scroll_to(y=top, animate=False)
        elif bottom > first + height:
            self.scroll_to(y=bottom - height, animate=False)

    def targets(self) -> list[Target]:
        """The entries that begin in view, each with going to it."""
        return entries(self, self._lines_each, self._count, self.go)

    def on_resize(self, event: events.Resize) -> None:
        """A list that was filled before it had a size shows its cursor now."""
        self.virtual_size = Size(event.size.width, self._count * self._lines_each)
        self._bring_into_view()

    def render_line(self, y: int) -> Strip:
        """A line of an entry, with a bar before the entry at the cursor."""
        width = self.scrollable_content_region.width
        palette = self._palette
        place, inside = divmod(self.scroll_offset.y + y, self._lines_each)
        here = place == self._cursor
        paper = Style(color=palette.foreground, bgcolor=palette.panel if here else self._paper)
        if place >= self._count:
            return Strip([Segment(" " * width, Style(bgcolor=self._paper))], width)
        bar = Segment(CURSOR if here else " ", paper + palette.loud if here else paper)
        lines = self._entry(place).split("\n", allow_blank=True)
        line = lines[inside] if inside < len(lines) else Text(end="")
        line.truncate(width - 1, overflow="ellipsis")
        segments = line.render(self.app.console)
        drawn = [Segment(text.replace("\n", ""), paper + style if style else paper) for text, style, _ in segments]
        return Strip([bar, *drawn]).adjust_cell_length(width, paper)

    @property
    def _palette(self) -> "Palette":
        return cast("WirediffApp", self.app).palette

    @property
    def _paper(self) -> str:
        paper = self.background_colors[1]
        return paper.hex6 if paper.ansi is None else paper.rich_color.name

    def on_click(self, event: events.Click) -> None:
        """Go to the entry that was clicked, and tell the screen."""
        place = (self.scroll_offset.y + event.y) // self._lines_each
        if 0 <= place < self._count:
            self.go(place)
            self.post_message(self.Chosen(self, place))

    def action_cursor_down(self) -> None:
        """The next entry."""
        self.go(self._cursor + 1)

    def action_cursor_up(self) -> None:
        """The entry above."""
        self.go(self._cursor - 1)

    def action_page_down(self) -> None:
        """A page down."""
        self.go(self._cursor + self._page)

    def action_page_up(self) -> None:
        """A page up."""
        self.go(self._cursor - self._page)

    def action_first(self) -> None:
        """The first entry."""
        self.go(0)

    def action_last(self) -> None:
        """The last entry."""
        self.go(self._count - 1)

    @property
    def _page(self) -> int:
        return max(1, self.size.height // self._lines_each - 1)
