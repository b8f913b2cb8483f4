"""The text itself: a page drawn line by line, with a cursor on a row and on a difference."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events, work
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from wirediff.app.background import beside
from wirediff.app.keys import bindings
from wirediff.app.layout.page import Page
from wirediff.app.layout.sheet import Sheet
from wirediff.app.widgets.paint import Painter

CONTEXT = 2
"""Lines kept between the cursor and the edge of the view."""

Spot = tuple[int | None, int | None]
"""A row of the collation (None: the headlines), and a difference in it if there is one."""


class CollationView(ScrollView, can_focus=True):
    """Shows a sheet. It is laid out anew when the width changes; `make` gives the sheet for a width."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("text")]

    @dataclass
    class Moved(Message):
        """The cursor went to another row or difference."""

        view: "CollationView"

    @dataclass
    class Laid(Message):
        """The sheet has been laid out, at another width or for another sheet."""

        view: "CollationView"
        page: Page

    @dataclass
    class Scrolled(Message):
        """Other lines are in view."""

        view: "CollationView"

    def __init__(self, painter: Painter, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.painter = painter
        self.page: Page | None = None
        self.cursor = 0
        self.current: int | None = None
        self._make: Callable[[int], Sheet] | None = None
        self._coming = painter
        self._large = False
        self._at: Spot | None = None
        self._strips: LRUCache[tuple[int, bool, int | None], Strip] = LRUCache(1024)

    # What is shown

    def show(
        self,
        make: Callable[[int], Sheet],
        painter: Painter,
        *,
        fresh: bool = False,
        large: bool = False,
        at: Spot | None = None,
    ) -> None:
        """Show another sheet; the cursor stays on its row of the collation unless the sheet is a `fresh` one.

        `at` names the row and the difference that the cursor is on in a sheet whose rows are numbered anew. A `large`
        one is laid out in the background; the old page stays in view until then.
        """
        self._make, self._large, self._at = make, large, at
        if fresh:
            self.cursor, self.current = 0, None
            self.scroll_to(y=0, animate=False)
        self._coming = painter  # a page is drawn by the painter that knows its differences
        self._lay()

    def repaint(self, painter: Painter) -> None:
        """Draw the same lines in other colours, or with other notes."""
        self.painter = self._coming = painter
        self._strips.clear()
        self.refresh()

    def _lay(self) -> None:
        width, make = self.size.width, self._make
        if make is None or width < 1:  # before the first resize there is no width to lay out for
            return
        if self._large:
            self._lay_beside(make, width)
        else:
            self._take(Page(make(width), width))

    @work(exclusive=True, group="lay")
    async def _lay_beside(self, make: Callable[[int], Sheet], width: int) -> None:
        self._take(await beside(lambda: Page(make(width), width)))

    def _take(self, page: Page) -> None:
        row, inside = None, 0
        if self.page is not None and page.sheet.rows:
            old = self.page.sheet.rows[self.cursor : self.cursor + 1]
            inside = self.page.top(self.cursor) - self.scroll_offset.y if old else 0
            row = old[0].rows.start if old and old[0].rows else None
        at, self._at = self._at, None
        if at is not None:
            row, self.current = at
        if page.sheet.rows:
            self.cursor = page.sheet.row_of(row)
        self.page, self.painter = page, self._coming
        self._strips.clear()
        self.virtual_size = Size(page.width, page.height)
        self.scroll_to(y=page.top(self.cursor) - inside, animate=False)
        self.refresh()
        self.post_message(self.Laid(self, page))
        if at is not None:
            self.go(self.cursor, self.current)

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew where the width is another."""
        if self.page is None or self.page.width != event.size.width:
            self._lay()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        if self.page is None:
            return Strip([Segment(" " * self.size.width, self.painter.palette.paper)], self.size.width)
        if self.page.width != self.size.width:  # another page is being laid out
            return self._stale_line(y)
        line = y + self.scroll_offset.y
        row = self.page.row_at(line)
        key = (line, row == self.cursor, self.current)
        strip = self._strips.get(key)
        if strip is None:
            strip = Strip(self.painter.line(self.page, line, self.cursor, self.current), self.page.width)
            self._strips[key] = strip
        return strip

    def _stale_line(self, y: int) -> Strip:
        assert self.page is not None
        segments = self.painter.line(self.page, y + self.scroll_offset.y, self.cursor, self.current)
        return Strip(segments, self.page.width).crop_extend(0, self.size.width, self.painter.palette.paper)

    # Where the cursor is

    def go(self, row: int, difference: int | None = None) -> None:
        """Put the cursor on a row of the sheet, and on a difference in it, and bring them into view."""
        if self.page is None:
            return
        self._place(row, difference)
        top, bottom = self.page.top(self.cursor), self.page.bottom(self.cursor)
        first, height = self.scroll_offset.y, self.size.height
        if difference is not None:
            line = self.page.line_of(self.cursor, difference)
            if bottom - top > height - CONTEXT:
                top, bottom = line - CONTEXT, line + CONTEXT
        if top < first:
            self.scroll_to(y=max(0, top - CONTEXT), animate=False)
        elif bottom > first + height:
            wanted = bottom + CONTEXT - height
            self.scroll_to(y=min(wanted, top), animate=False)

    def _place(self, row: int, difference: int | None) -> None:
        if self.page is None or not self.page.sheet.rows:
            return
        before = (self.cursor, self.current)
        self.cursor = min(max(row, 0), len(self.page.sheet.rows) - 1)
        self.current = difference
        if before == (self.cursor, self.current):
            return
        for changed in {before[0], self.cursor}:
            top = self.page.top(changed)
            self.refresh_lines(top, self.page.bottom(changed) - top)
        self.post_message(self.Moved(self))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the overview."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled(self))

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked, and to the difference marked there; a second click goes to the next one."""
        if self.page is None:
            return
        hit = self.page.hit(event.x, event.y + self.scroll_offset.y)
        here = hit.differences
        if here and self.current in here:
            self._place(hit.row, here[(here.index(self.current) + 1) % len(here)])
        else:
            self._place(hit.row, here[0] if here else None)

    # Actions

    def action_line(self, lines: int) -> None:
        """Scroll, the cursor staying in view; where there is nothing to scroll the cursor goes row by row."""
        target = min(max(self.scroll_offset.y + lines, 0), int(self.max_scroll_y))
        if self.page is None or target == self.scroll_offset.y:
            self.action_row(1 if lines > 0 else -1)
            return
        self.scroll_to(y=target, animate=False)
        first = self.page.row_at(target)
        last = self.page.row_at(target + self.size.height - 1)
        if not first <= self.cursor <= last:
            self._place(min(max(self.cursor, first), last), None)

    def action_row(self, rows: int) -> None:
        """Go some rows down, or up."""
        self.go(self.cursor + rows)

    def action_page(self, pages: int) -> None:
        """Scroll whole screens, two lines staying in sight."""
        self.action_line(pages * max(1, self.size.height - CONTEXT))

    def action_edge(self, direction: int) -> None:
        """Go to the first row, or the last."""
        if self.page is not None:
            self.go(len(self.page.sheet.rows) - 1 if direction > 0 else 0)
            self.scroll_to(y=self.max_scroll_y if direction > 0 else 0, animate=False)
