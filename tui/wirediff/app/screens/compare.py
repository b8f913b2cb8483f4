"""Versions side by side: the screen that the reader is for."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Static

from wirediff.app.desk import Desk, Filter
from wirediff.app.keys import bindings
from wirediff.app.layout.collated import sheet_of
from wirediff.app.layout.moves import origin
from wirediff.app.layout.sheet import Sheet
from wirediff.app.naming import RELATIONS, count, headline
from wirediff.app.screens.alone import AloneScreen
from wirediff.app.screens.annotating import Annotating
from wirediff.app.screens.differences import DifferencesScreen
from wirediff.app.screens.export import ExportScreen
from wirediff.app.screens.filter import FilterScreen
from wirediff.app.screens.versions import Chosen, VersionsScreen
from wirediff.app.widgets.collation_view import CollationView
from wirediff.app.widgets.detail import difference_text, notes_text, row_text
from wirediff.app.widgets.heads import Heads
from wirediff.app.widgets.overview import Overview
from wirediff.app.widgets.paint import Painter
from wirediff.errors import WirediffError
from wirediff.kinds import Severity
from wirediff.model import Comparison, Story

HINT = "n goes to the next difference, a writes a note on it, s changes the layout, ? shows all keys"


class CompareScreen(Annotating):
    """A story's versions, their differences marked; notes are written here."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("compare")]
    SCOPES = ("compare", "text")

    def __init__(self, story: Story, order: Sequence[str] = ()) -> None:
        super().__init__()
        self.story = story
        self._order = _places(story, order)
        self._came_from: int | None = None
        self._wanted: Chosen | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom: the story, the heads, the text with its overview, what is at the cursor, the keys."""
        painter = Painter(self.palette)
        with Horizontal(id="top"):
            yield Static(id="title")
            yield Static("comparing…", id="status")
        yield Heads(self.palette)
        with Horizontal(id="desk"):
            yield CollationView(painter)
            yield Overview(painter)
        with VerticalScroll(id="detail", can_focus=False):
            yield Static(id="said")
        if not self.reader.preferences.hinted:
            yield Static(HINT, id="hint")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Compare in the background, unless it has been done before."""
        self.query_one("#title", Static).update(
            Text(headline(self.story.documents[0]), no_wrap=True, overflow="ellipsis")
        )
        self._compare()

    # Making and showing the comparison

    def _compare(self) -> None:
        documents = [self.story.documents[place] for place in self._order]
        known = self.reader.session.known(documents)
        if known is not None:
            self._lay_open(known)
            return

        def work() -> None:
            try:
                made = self.reader.session.compare(documents)
            except (WirediffError, ValueError) as error:
                self.app.call_from_thread(self._failed, str(error))
            else:
                self.app.call_from_thread(self._lay_open, made)

        self.run_worker(work, thread=True, exclusive=True, group="compare", exit_on_error=True)

    def _failed(self, message: str) -> None:
        self.query_one("#status", Static).update("not compared")
        self.reader.warn(message)

    def _lay_open(self, comparison: Comparison) -> None:
        kept = self.desk
        self.desk = Desk.of(comparison)
        if kept is not None:
            self.desk = replace(self.desk, form=kept.form, folded=kept.folded, filter=kept.filter)
        if self._wanted is not None:
            others = tuple(self._order.index(place) for place in self._wanted.others)
            self.desk, self._wanted = replace(self.desk, others=others), None
        self.take_notes()
        self._show(fresh=True)

    def _show(self, *, fresh: bool = False) -> None:
        desk = self.desk
        if desk is None:
            return

        def make(width: int) -> Sheet:
            return sheet_of(desk.comparison, desk.view(width))

        self.query_one(CollationView).show(make, self._painter(desk), fresh=fresh)
        self._say_status(desk)
        self._say_detail()

    def _painter(self, desk: Desk) -> Painter:
        notes = self.notes
        return Painter(self.palette, desk.comparison.differences, frozenset(notes.differences), frozenset(notes.rows))

    def recolour(self) -> None:
        """Draw everything again, as the colours or the notes are others."""
        if self.desk is None:
            return
        view, painter = self.query_one(CollationView), self._painter(self.desk)
        view.repaint(painter)
        if view.page is not None:
            self.query_one(Overview).show(view.page, painter)
            self._head(view)
        self._say_status(self.desk)
        self._say_detail()

    @on(CollationView.Laid)
    def _laid(self, event: CollationView.Laid) -> None:
        overview = self.query_one(Overview)
        overview.show(event.page, event.view.painter)
        overview.look(event.view.scroll_offset.y, event.view.size.height)
        self._head(event.view)

    @on(CollationView.Scrolled)
    def _scrolled(self, event: CollationView.Scrolled) -> None:
        self.query_one(Overview).look(event.view.scroll_offset.y, event.view.size.height)
        self._head(event.view)

    @on(CollationView.Moved)
    def _moved(self) -> None:
        self._say_detail()

    @on(Overview.Chosen)
    def _chosen(self, event: Overview.Chosen) -> None:
        view = self.query_one(CollationView)
        if view.page is not None:
            view.go(view.page.row_at(event.line))

    def _head(self, view: CollationView) -> None:
        if self.desk is not None and view.page is not None:
            heads = self.query_one(Heads)
            heads.palette = self.palette
            scrolled = view.scroll_offset.y >= view.page.bottom(0)
            heads.show(self.desk.comparison.collation.versions, view.page, self.desk.side, scrolled)

    def _say_status(self, desk: Desk) -> None:
        found = desk.comparison.differences
        serious = sum(found[index].severity is Severity.SERIOUS for index in desk.seen)
        text = Text(RELATIONS[desk.comparison.collation.relation])
        text.append(f" · {count(len(desk.seen), 'difference')}")
        if serious:
            text.append(", ").append(f"{serious} serious", self.palette.severity(Severity.SERIOUS))
        if desk.filter != Filter():
            text.append(f" of {len(found)}, filtered", self.palette.loud)
        self.query_one("#status", Static).update(text)

    def _say_detail(self) -> None:
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
        text.append_text(notes_text(self.notes.at(row, current), self.palette))
        self.query_one("#said", Static).update(text)
        self.query_one("#detail").scroll_home(animate=False)

    # Going from difference to difference

    def action_next(self) -> None:
        """The next difference."""
        self._step(1)

    def action_previous(self) -> None:
        """The difference before."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        if self.desk is None:
            return
        self._take_hint()
        found = self.desk.step(direction, *self.at_cursor())
        if found is None:
            self.app.bell()
            edge = "last" if direction > 0 else "first"
            self.notify(f"That was the {edge} difference." if self.desk.seen else "No difference is shown.", timeout=3)
        else:
            self.go_to(found)

    def _take_hint(self) -> None:
        for hint in self.query("#hint"):
            hint.remove()
            self.reader.prefer(hinted=True)

    def action_list(self) -> None:
        """Choose a difference from the list."""
        if self.desk is not None:
            self.app.push_screen(DifferencesScreen(self.desk, self.at_cursor()[1]), self._go_if_any)

    def _go_if_any(self, difference: int | None) -> None:
        if difference is not None:
            self.go_to(difference)

    def go_to(self, difference: int) -> None:
        """Put the cursor on a difference; a version out of sight is brought beside the base."""
        view = self.query_one(CollationView)
        if self.desk is None or view.page is None:
            return
        found = self.desk.comparison.differences[difference]
        if not any(found.against in versions for versions in view.page.sheet.versions):
            self.desk = replace(self.desk, side=found.against)
            self._show()
        view.go(view.page.sheet.row_of(found.row), difference)

    def action_origin(self) -> None:
        """Go to where a moved row stands in the other order; the second time, back."""
        view = self.query_one(CollationView)
        row, _ = self.at_cursor()
        if self.desk is None or view.page is None:
            return
        place = origin(self.desk.comparison.collation.rows, row) if row is not None else None
        if place is not None:
            self._came_from = row
            view.go(view.page.sheet.row_of(place.row))
        elif self._came_from is not None:
            view.go(view.page.sheet.row_of(self._came_from))
            self._came_from = None
        else:
            self.notify("This paragraph stands where the other version has it.", timeout=3)

    # Another look at the same

    def _look(self, desk: Desk) -> None:
        self.desk = desk
        self._show()

    def action_form(self) -> None:
        """Side by side, in one column, or as the width allows."""
        if self.desk is not None:
            self._look(replace(self.desk, form=self.desk.form.following()))
            self.notify(f"Versions {self.desk.form}.", timeout=2)

    def action_fold(self) -> None:
        """Fold away what is the same, or unfold it."""
        if self.desk is not None:
            self._look(replace(self.desk, folded=not self.desk.folded))

    def action_side(self, direction: int) -> None:
        """The next version, which is brought beside the base if it is out of sight."""
        if self.desk is not None:
            self._look(self.desk.turned(direction))

    def action_filter(self) -> None:
        """Choose the kinds that are seen."""
        if self.desk is not None:
            self.app.push_screen(FilterScreen(self.desk), self._filter)

    def _filter(self, chosen: Filter | None) -> None:
        if chosen is not None and self.desk is not None:
            self._look(replace(self.desk, filter=chosen))

    def action_versions(self) -> None:
        """Choose the base, and the versions beside it."""
        if self.desk is not None:
            others = tuple(self._order[version] for version in self.desk.others)
            self.app.push_screen(VersionsScreen(self.story.documents, Chosen(self._order[0], others)), self._choose)

    def _choose(self, chosen: Chosen | None) -> None:
        if chosen is None or self.desk is None:
            return
        if chosen.base == self._order[0]:
            self._look(replace(self.desk, others=tuple(self._order.index(place) for place in chosen.others), side=0))
            return
        rest = [place for place in range(len(self.story.versions)) if place != chosen.base]
        self._order, self._wanted = (chosen.base, *rest), chosen
        self._compare()

    # Elsewhere

    def action_alone(self) -> None:
        """Read the version at the cursor alone."""
        if self.desk is not None:
            versions = self.desk.comparison.collation.versions
            self.app.push_screen(AloneScreen(versions, self.desk.side))

    def action_export(self) -> None:
        """Write the story."""
        self.app.push_screen(ExportScreen((self.story,)), self.reader.exported)

    def action_story(self, direction: int) -> None:
        """Another story."""
        self.reader.open_neighbour(self.story, direction)

    def action_back(self) -> None:
        """The list of stories."""
        self.app.pop_screen()


def _places(story: Story, order: Sequence[str]) -> tuple[int, ...]:
    """The versions to compare, as places in the story, base first: the paths of `order` first, as they stand there."""
    known = [document.path for document in story.documents]
    first = [known.index(path) for path in order if path in known]
    return (*first, *(place for place in range(len(known)) if place not in first))
