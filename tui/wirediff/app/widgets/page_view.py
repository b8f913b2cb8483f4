"""A page drawn line by line, with a cursor on it; laid out anew when the width changes, the reading place kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from rich.segment import Segment
from textual import events, work
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from wirediff.app.background import beside
from wirediff.app.layout.lights import DARK, Lights, Spot, over
from wirediff.app.layout.page import Page
from wirediff.app.layout.place import ReadingPlace
from wirediff.app.layout.selection import Part
from wirediff.app.layout.sheet import Sheet
from wirediff.app.reading.places import Aim
from wirediff.app.widgets.dragging import Dragging
from wirediff.app.widgets.paint import Painter

CONTEXT = 2
"""Lines kept between the cursor and the edge of the view."""

NEAR = 400
"""Rows around the cursor that are laid out before all others: more than a screen shows, and done in milliseconds."""


class PageView(ScrollView):
    """Shows a sheet. It is laid out anew when the width changes; `make` gives the sheet for a width.

    A cursor stands on a row, and on a difference in it; whoever moves it says where to.
    """

    @dataclass
    class Moved(Message):
        """The cursor went to another row or difference."""

        view: "PageView"

    @dataclass
    class Laid(Message):
        """The sheet has been laid out, at another width or for another sheet."""

        view: "PageView"
        page: Page

    @dataclass
    class Scrolled(Message):
        """Other lines are in view."""

        view: "PageView"

    def __init__(self, painter: Painter, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.painter = painter
        self.page: Page | None = None
        self.cursor = 0
        self.current: int | None = None
        self._make: Callable[[int], Sheet] | None = None
        self._coming = painter
        self._large = False
        self._at: Aim | None = None
        self._fresh = False
        self._height = 0
        self._width = 0
        self._faces: Sequence[int] | None = None
        self._wrapped = True
        self._lights: Lights = DARK
        self._shining: Lights = DARK  # the lights, and the selection over them
        self._dragging = Dragging()
        self._held: tuple[int, ReadingPlace] | None = None
        self._strips: LRUCache[tuple[int, bool, int | None], Strip] = LRUCache(1024)

    # What is shown

    def show(
        self,
        make: Callable[[int], Sheet],
        painter: Painter,
        *,
        fresh: bool = False,
        large: bool = False,
        at: Aim | None = None,
        wrapped: bool = True,
        faces: Sequence[int] | None = None,
    ) -> None:
        """Show another sheet; the cursor stays on its row of the collation unless the sheet is a `fresh` one.

        `at` names the row and the difference that the cursor is on in a sheet whose rows are numbered anew. A `large`
        one is laid out in the background; until then the old page stays in view, or where there is none a page of the
        rows around the cursor.
        """
        self._make, self._large, self._wrapped, self._at = make, large, wrapped, at
        if fresh:
            self.cursor, self.current = 0, None
        self._fresh = fresh or self._fresh
        self._faces = faces
        self._coming = painter  # a page is drawn by the painter that knows its differences
        self._lay()

    def repaint(self, painter: Painter) -> None:
        """Draw the same lines in other colours, or with other notes."""
        self.painter = self._coming = painter
        self._redraw()

    def light(self, lights: Lights) -> None:
        """Light words of the text."""
        self._lights = lights
        self._redraw()

    def turn(self, faces: Sequence[int]) -> None:
        """Show other columns of the same sheet in place."""
        if self.page is not None:
            self.page = self.page.facing(faces)
            self.drop_selection()
            self._redraw()

    def _redraw(self) -> None:
        selection = self._dragging.selection
        self._shining = self._lights
        if selection is not None and self.page is not None:
            chosen = selection.lights(self.page.sheet)
            self._shining = {**self._lights, **{key: over(self._lights.get(key, ()), *chosen[key]) for key in chosen}}
        self._strips.clear()
        self.refresh()

    def _lay(self) -> None:
        width, make, wrapped, faces = self.size.width, self._make, self._wrapped, self._faces
        if make is None or width < 1:  # before the first resize there is no width to lay out for
            return
        self._width = width
        if not self._large:
            self._take(Page(make(width), width, wrapped=wrapped, faces=faces))
            return
        row = None if self._at is None else self._at[0]

        def lay(most: int | None) -> Page:
            sheet = make(width)
            only = None if most is None else sheet.around(sheet.row_of(row), most)
            return Page(sheet, width, wrapped=wrapped, faces=faces, only=only)

        self._lay_beside(lay)

    @work(exclusive=True, group="lay")
    async def _lay_beside(self, lay: Callable[[int | None], Page]) -> None:
        if self.page is None:
            self._take(await beside(partial(lay, NEAR)))
        self._take(await beside(partial(lay, None)))

    def _take(self, page: Page) -> None:
        missed = self.page is not None and self.page.lacks(self.cursor)
        place = None if self._fresh else self._place_kept()
        old = self.page.sheet.rows[self.cursor : self.cursor + 1] if self.page else ()
        row = old[0].rows.start if old and old[0].rows else None
        at, self._at, self._fresh = self._at, None, False
        if at is not None:
            row, self.current = at
            place = place and place.moved_to(row)
        if page.sheet.rows:
            self.cursor = page.sheet.row_of(row)
        self.page, self.painter = page, self._coming
        self.drop_selection()
        self.virtual_size = Size(page.width, page.height)
        top = min(place.line(page) if place else 0, page.height - self.size.height)
        self.scroll_to(y=max(0, top), animate=False, force=True, immediate=True)
        self._held = (self.scroll_offset.y, place) if place else None
        self._redraw()
        self.post_message(self.Laid(self, page))
        if at is not None or missed:  # somebody went on to rows that had no lines yet
            self.go(self.cursor, self.current)

    def _place_kept(self) -> ReadingPlace | None:
        """The reading place; while nobody scrolls, the one kept before, so that many resizes do not let it drift."""
        first = self.scroll_offset.y
        if self.page is None or not self.page.sheet.rows:
            return None
        if self._held is not None and self._held[0] == first:
            return self._held[1]
        return ReadingPlace.of(self.page, range(first, first + self.size.height), self.cursor, self.current)

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew where the width is another, and not the one being laid out for."""
        before, self._height = self._height, event.size.height
        if event.size.width != self._width:
            self._lay()
        elif self.page is not None and self.current is not None and event.size.height < before:
            line = self.page.line_of(self.cursor, self.current)
            if event.size.height <= line - self.scroll_offset.y < before:  # longer words about it would hide it
                self._scroll_to_lines(line, line + 1)

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
            segments = self.painter.line(self.page, line, self.cursor, self.current, self._shining)
            strip = Strip(segments, self.page.width)
            self._strips[key] = strip
        return strip

    def _stale_line(self, y: int) -> Strip:
        assert self.page is not None
        segments = self.painter.line(self.page, y + self.scroll_offset.y, self.cursor, self.current)
        return Strip(segments, self.page.width).crop_extend(0, self.size.width, self.painter.palette.paper)

    def wrap(self, wrapped: bool) -> None:
        """Lay the text out anew where it is set otherwise."""
        if wrapped != self._wrapped:
            self._wrapped = wrapped
            self._lay()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the overview."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled(self))

    @property
    def selected(self) -> tuple[Part, ...]:
        """What is selected."""
        selection = self._dragging.selection
        return tuple(selection.parts(self.page.sheet)) if selection and self.page else ()

    def drop_selection(self) -> None:
        """Select nothing."""
        if self._dragging.selection is not None:
            self._dragging.forget()
            self._redraw()

    # Where the cursor is

    def go(self, row: int, difference: int | None = None) -> None:
        """Put the cursor on a row of the sheet, and on a difference in it, and bring them into view."""
        if self.page is None:
            return
        self._place(row, difference)
        top, bottom = self.page.top(self.cursor), self.page.bottom(self.cursor)
        if difference is not None:
            line = self.page.line_of(self.cursor, difference)
            if bottom - top > self.size.height - CONTEXT:
                top, bottom = line - CONTEXT, line + CONTEXT
            self._shift_to(self.page.spot_of(self.cursor, difference))
        self._scroll_to_lines(top, bottom)

    def go_to_words(self, spot: Spot) -> None:
        """Put the cursor on the row of some words, and bring them into view."""
        if self.page is None:
            return
        row = self.page.sheet.row_of(None if spot.row < 0 else spot.row)
        self._place(row, None)
        top, bottom = self.page.top(row), self.page.bottom(row)
        if bottom - top > self.size.height - CONTEXT:
            top = self.page.line_at(spot)
            bottom = top + 1
        self._shift_to(spot)
        self._scroll_to_lines(top, bottom)

    def _scroll_to_lines(self, top: int, bottom: int) -> None:
        first, height = self.scroll_offset.y, self.size.height
        if top < first:
            self.scroll_to(y=max(0, top - CONTEXT), animate=False)
        elif bottom > first + height:
            self.scroll_to(y=min(bottom + CONTEXT - height, top), animate=False)

    def _shift_to(self, spot: Spot | None) -> None:
        """Where lines are cut, bring a place of the text into view."""
        page = self.page
        if page is None or page.wrapped or spot is None:
            return
        cell = page.cell_at(spot)
        if not page.shift < cell < page.shift + page.text_width * 3 // 4:
            self._shift(max(0, cell - page.text_width // 4) - page.shift)

    def _shift(self, cells: int) -> None:
        if self.page is not None and not self.page.wrapped:
            self.page = self.page.shifted(self.page.shift + cells)
            self._redraw()

    def _place(self, row: int, difference: int | None) -> None:
        if self.page is None or not self.page.sheet.rows:
            return
        before = (self.cursor, self.current)
        self.cursor = min(max(row, 0), len(self.page.sheet.rows) - 1)
        self.current = difference
        if before == (self.cursor, self.current):
            return
        self._held = None
        for changed in {before[0], self.cursor}:
            top = self.page.top(changed)
            self.refresh_lines(top, self.page.bottom(changed) - top)
        self.post_message(self.Moved(self))
