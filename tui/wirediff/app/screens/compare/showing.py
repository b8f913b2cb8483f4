"""What the screen of a comparison shows: heads, text, overview, and what is said about the place of the cursor."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from wirediff.app.layout.collated import sheet_of
from wirediff.app.layout.sheet import Sheet
from wirediff.app.naming import RELATIONS, count
from wirediff.app.reading.desk import Desk, Filter
from wirediff.app.review.fastening import NOTHING_FASTENED, Fastened
from wirediff.app.review.judgement import Judgement, Progress, judged
from wirediff.app.screens.text.reading import Reading
from wirediff.app.widgets.collation_view import CollationView
from wirediff.app.widgets.detail import difference_text, link_text, notes_text, row_text
from wirediff.app.widgets.heads import Heads
from wirediff.app.widgets.key_line import Hint, KeyLine
from wirediff.app.widgets.legend import Legend
from wirediff.app.widgets.overview import Overview
from wirediff.app.widgets.page_view import PageView
from wirediff.app.widgets.paint import Painter
from wirediff.app.widgets.strip import VersionStrip
from wirediff.kinds import Severity

if TYPE_CHECKING:
    from wirediff.notes import Review

LARGE = 3000
"""From so many rows on a page is laid out in the background: wrapping takes about 20 ms a thousand rows."""

HINTS = ("? shows all keys", "n goes to the next difference", "a writes a note on it", "s changes the layout")


class Showing(Reading):
    """Draws a desk and its notes; knows nothing of how they come about."""

    desk: Desk | None = None
    notes: Fastened = NOTHING_FASTENED
    reviewed: "Mapping[int, Review]" = MappingProxyType({})

    def compose(self) -> ComposeResult:
        """From top to bottom: the story, the heads, the text with its overview, what is at the cursor, the keys."""
        painter = Painter(self.palette)
        with Horizontal(id="top"):
            yield Static(id="title")
            yield Static("comparing…", id="status")
        yield VersionStrip(self.palette)
        yield Heads(self.palette)
        with Horizontal(id="desk"):
            yield CollationView(painter)
            yield Overview(painter)
        with VerticalScroll(id="detail", can_focus=False):
            yield Static(id="said")
        yield Legend(self.palette)
        if not self.reader.looks.preferences.hinted:
            yield Hint(*HINTS)
        yield KeyLine()

    def at_cursor(self) -> tuple[int | None, int | None]:
        """The collation's row at the cursor (None: the headlines), and the difference if there is one."""
        view = self.query_one(CollationView)
        if view.page is None or not view.page.sheet.rows:
            return None, None
        rows = view.page.sheet.rows[view.cursor].rows
        return (rows.start if rows else None), view.current

    def painter(self, desk: Desk) -> Painter:
        """Who draws the text, in the colours in force and with the notes that stand."""
        notes = self.notes
        return Painter(
            self.palette,
            desk.comparison.differences,
            frozenset(notes.differences),
            frozenset(notes.rows),
            judged(notes.differences),
            frozenset(self.reviewed),
        )

    def legend(self) -> tuple[Judgement, Progress]:
        """The judgement at the cursor, and how far the judging has come."""
        raise NotImplementedError

    def remark(self) -> str:
        """What takes the place of the status while it lasts; "" for nothing."""
        raise NotImplementedError

    def recolour(self) -> None:
        """Draw everything again, as the colours or the notes are others."""
        if self.desk is None:
            return
        view, painter = self.query_one(CollationView), self.painter(self.desk)
        view.repaint(painter)
        if view.page is not None:
            self.query_one(Overview).show(view.page, painter)
            self.show_heads(view)
        self.say_status(self.desk)
        self.say_detail()

    @on(CollationView.Laid)
    def _laid(self, event: CollationView.Laid) -> None:
        overview = self.query_one(Overview)
        overview.show(event.page, event.view.painter)
        self.matches_changed()
        overview.look(event.view.scroll_offset.y, event.view.size.height)
        self.show_heads(event.view)
        if self.desk is not None:
            self.say_status(self.desk)
            self.say_detail()

    def whole_sheet(self) -> Sheet:
        """The text with nothing folded away."""
        page = self.query_one(CollationView).page
        if page is None or self.desk is None or not self.desk.folded:
            return super().whole_sheet()
        return sheet_of(self.desk.comparison, replace(self.desk, folded=False).view(page.width))

    def matches_changed(self) -> None:
        """Show in the overview where the matches are."""
        page = self.query_one(CollationView).page
        rows = self.searching.found.rows if page else ()
        lines = [page.top(page.sheet.row_of(None if row < 0 else row)) for row in rows] if page else []
        self.query_one(Overview).show_matches(lines)

    @on(CollationView.Scrolled)
    def _scrolled(self, event: CollationView.Scrolled) -> None:
        self.query_one(Overview).look(event.view.scroll_offset.y, event.view.size.height)
        self.show_heads(event.view)

    @on(CollationView.Moved)
    def _moved(self) -> None:
        self.say_detail()

    @on(Overview.Chosen)
    def _chosen(self, event: Overview.Chosen) -> None:
        view = self.query_one(CollationView)
        if view.page is not None:
            view.go(view.page.row_at(event.line))

    def show_heads(self, view: PageView) -> None:
        """Name the versions over their columns."""
        if self.desk is not None and view.page is not None:
            heads = self.query_one(Heads)
            heads.palette = self.palette
            scrolled = view.scroll_offset.y >= view.page.bottom(0)
            remark = self.reader.reloading.remark
            heads.show(self.desk.comparison.collation.versions, view.page, self.desk.side, scrolled, remark)

    def say_status(self, desk: Desk) -> None:
        """How the versions are related, and how many differences are seen."""
        if remark := self.remark():
            self.query_one("#status", Static).update(Text(remark, self.palette.loud))
            return
        page = self.query_one(CollationView).page
        every = len(desk.comparison.collation.versions)
        shown = sum(map(len, page.sheet.versions)) if page else every
        text = Text()
        if shown < every:
            text.append(f"{shown} of {every} versions", self.palette.loud).append(" · ")
        text.append(RELATIONS[desk.comparison.collation.relation])
        text.append(f" · {count(len(desk.seen), 'difference')}")
        if desk.serious:
            text.append(", ").append(f"{desk.serious} serious", self.palette.severity(Severity.SERIOUS))
        if desk.filter != Filter():
            text.append(f" of {len(desk.comparison.differences)}, filtered", self.palette.loud)
        self.query_one("#status", Static).update(text)
        versions = {version for column in page.sheet.versions for version in column} if page else range(every)
        self.query_one(VersionStrip).show(self.palette, desk.tally, versions, desk.side)

    def _say_legend(self) -> None:
        legend = self.query_one(Legend)
        legend.palette = self.palette
        legend.show(self.reader.session.verdicts, *self.legend())

    def say_detail(self) -> None:
        """All about the difference at the cursor, or about its row."""
        desk = self.desk
        if desk is None:
            return
        row, current = self.at_cursor()
        collation = desk.comparison.collation
        if current is None:
            here = [desk.comparison.differences[index] for index in desk.in_row(row)]
            text = row_text(collation, row, here, self.palette)
        else:
            found = desk.comparison.differences[current]
            text = difference_text(found, collation, self.palette, desk.position(current))
            if row is not None:
                text.append_text(link_text(collation.rows[row], self.palette))
        text.append_text(notes_text(self.notes.at(row, current), self.palette))
        self.query_one("#said", Static).update(text)
        self._say_legend()
        self.query_one("#detail").scroll_home(animate=False)
