"""Searching the text of a screen: typed in a bar, found in the background, walked through by n and N."""

import threading
from functools import partial
from typing import TYPE_CHECKING

from wirediff.app.background import begin, beside
from wirediff.app.layout.lights import DARK, Spot
from wirediff.app.reading.search import MOST, BadQuery, Found, Query, find
from wirediff.app.widgets.collation_view import CollationView

if TYPE_CHECKING:
    from wirediff.app.screens.text.reading import Reading
    from wirediff.app.widgets.search_bar import SearchBar


class Searching:
    """One search of one screen; the last query is kept for when it is opened again."""

    def __init__(self, screen: "Reading") -> None:
        self._screen = screen
        self._query = Query("")
        self._found = Found()
        self._here: int | None = None
        self._came_from: tuple[int, int | None, int] | None = None
        self._turn = threading.Event()  # set when what is being sought is not wanted any more
        self._bar: SearchBar | None = None
        self._seeking = False
        self._kept = False  # nobody types any more, though not everything has been found yet
        self._steps = 0  # to be walked as soon as it has

    @property
    def is_on(self) -> bool:
        """Whether a search is shown."""
        return self._bar is not None

    @property
    def found(self) -> Found:
        """What has been found."""
        return self._found

    @property
    def _view(self) -> CollationView:
        return self._screen.query_one(CollationView)

    def open(self) -> None:
        """Show the bar, with what was sought last, and type there."""
        from wirediff.app.widgets.search_bar import SearchBar

        if self._bar is None:
            view = self._view
            self._came_from = view.cursor, view.current, view.scroll_offset.y
            self._bar = SearchBar(self._query, view)
            self._screen.mount(self._bar, before="Footer")
            if self._query.text:
                self.seek(self._query)
        self._bar.call_after_refresh(self._bar.type_here)

    def leave(self, *, back: bool = False) -> None:
        """End the search; `back` where it began."""
        self._turn.set()
        self._seeking, self._kept, self._steps = False, False, 0
        if self._bar is not None:
            self._bar.remove()
        self._bar, self._found, self._here = None, Found(), None
        view = self._view
        view.light(DARK)
        view.focus()
        if back and self._came_from is not None:
            cursor, current, line = self._came_from
            view.go(cursor, current)
            view.scroll_to(y=line, animate=False)
        self._screen.matches_changed()

    def keep(self) -> None:
        """Type no longer; the matches stay. Without any, the search is over, once that is known."""
        if self._bar is not None:
            self._bar.is_ending = False
        self._kept = True
        if not self._seeking:
            self._settle()

    def seek(self, query: Query) -> None:
        """Find something else; the cursor goes to the first match behind where the search began."""
        self._query, self._seeking, self._kept = query, True, False
        begin(self._screen, partial(self._seek, query), "search")

    def again(self) -> None:
        """Find the same in text that is set otherwise."""
        if self.is_on and self._query.text:
            begin(self._screen, partial(self._seek, self._query, move=False), "search")

    async def _seek(self, query: Query, *, move: bool = True) -> None:
        self._turn.set()
        self._turn = turn = threading.Event()
        self._say("…")
        try:
            found = await beside(lambda: find(self._screen.whole_sheet(), query, lambda: not turn.is_set()))
        except BadQuery as error:
            self._take(Found(), None)
            self._say(f"bad expression: {error}")
            self._settle()
            return
        if turn.is_set() or not self.is_on:
            return
        start = self._start() if move else self._where()
        self._take(found, found.nearest(start))
        if move:
            self._show()
        self._say_where()
        self._settle()

    def _settle(self) -> None:
        """Do what keys asked for while there was nothing to walk through yet."""
        kept, steps = self._kept, self._steps
        self._seeking, self._kept, self._steps = False, False, 0
        if kept and not (self._query.text and self._found.matches):
            self.leave(back=True)
        elif steps:
            self.walk(steps)

    def _start(self) -> Spot:
        page = self._view.page
        if page is None or self._came_from is None or not page.sheet.rows:
            return Spot(-1, 0, 0, 0)
        row = page.sheet.rows[min(self._came_from[0], len(page.sheet.rows) - 1)]
        return Spot(row.rows.start if row.rows else -1, 0, 0, 0)

    def _where(self) -> Spot:
        return self._start() if self._here is None else self._found.matches[self._here].spot

    def _take(self, found: Found, here: int | None) -> None:
        self._found, self._here = found, here
        self._view.light(found.lights(here))
        self._screen.matches_changed()

    def walk(self, direction: int) -> None:
        """Go to the match behind the cursor's, or before it, round and round; as soon as there are any."""
        if self._seeking or (self._bar is not None and self._bar.is_ending):
            self._steps += direction
            return
        if not self._found.matches or self._here is None:
            self._screen.app.bell()
            return
        self._here = (self._here + direction) % len(self._found.matches)
        self._view.light(self._found.lights(self._here))
        self._show()
        self._say_where()

    def _show(self) -> None:
        page = self._view.page
        if self._here is None or page is None:
            return
        spot = self._found.matches[self._here].spot
        if page.sheet.rows[page.sheet.row_of(None if spot.row < 0 else spot.row)].folded:
            self._screen.unfold()
        self._view.go_to_words(spot)

    def _say_where(self) -> None:
        every = len(self._found.matches)
        more = "" if self._found.complete else "+" if every >= MOST else "+, stopped: it takes too long"
        if every:
            self._say(f"{(self._here or 0) + 1:,}/{every:,}{more}")
        else:
            self._say(f"no match{more and ' so far' + more[1:]}" if self._query.text else "")

    def _say(self, what: str) -> None:
        if self._bar is not None and self._bar.is_mounted:
            self._bar.say(what)
