"""The text itself: a page that is walked through with keys and the mouse."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from wirediff.app.keys import bindings
from wirediff.app.widgets.page_view import CONTEXT, PageView

STEP = 8
"""Cells by which a key moves lines that are cut."""


class CollationView(PageView, can_focus=True):
    """Keys go by lines, rows and screens; the mouse goes where it clicks, and selects what it is drawn over."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("text")]
    ALLOW_SELECT = False  # see dragging

    @dataclass
    class Wrapped(Message):
        """Whether paragraphs are set in full was changed."""

        wrapped: bool

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A selection may begin."""
        if self.page is not None and event.button == 1:
            selected = self._dragging.selection
            self._dragging.press(self.page, event.x, event.y + self.scroll_offset.y)
            self.capture_mouse()
            if selected is not None:
                self._redraw()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select what the mouse is drawn over; at the edge of the view the text moves on."""
        if self.page is None or not self._dragging.is_begun:
            return
        if not 0 <= event.y < self.size.height:
            self.scroll_to(y=self.scroll_offset.y + (1 if event.y > 0 else -1), animate=False, immediate=True)
        if self._dragging.drag(self.page, event.x, event.y + self.scroll_offset.y):
            self._redraw()

    def on_mouse_up(self) -> None:
        """The selection stands."""
        self.release_mouse()
        self._dragging.release()

    def on_mouse_scroll_right(self) -> None:
        """Wheels that turn sideways."""
        self.action_shift(1)

    def on_mouse_scroll_left(self) -> None:
        """And the other way."""
        self.action_shift(-1)

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked, and to the difference marked there; a second click goes to the next one."""
        if self.page is None or self._dragging.drawn:
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

    def action_wrap(self) -> None:
        """Set paragraphs in full, or each in one line that is cut at the edge."""
        self.wrap(not self._wrapped)
        self.post_message(self.Wrapped(self._wrapped))

    def action_shift(self, steps: int) -> None:
        """Move lines that are cut sideways."""
        self._shift(steps * STEP)

    def action_page(self, pages: int) -> None:
        """Scroll whole screens, two lines staying in sight."""
        self.action_line(pages * max(1, self.size.height - CONTEXT))

    def action_edge(self, direction: int) -> None:
        """Go to the first row, or the last."""
        if self.page is not None:
            self.go(len(self.page.sheet.rows) - 1 if direction > 0 else 0)
            self.scroll_to(y=self.max_scroll_y if direction > 0 else 0, animate=False)
