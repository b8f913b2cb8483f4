"""Versions side by side: the screen that the reader is for."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import ClassVar

from rich.text import Text
from textual import events, on, work
from textual.binding import BindingType
from textual.widgets import Static

from wirediff.app.background import beside
from wirediff.app.keys import bindings
from wirediff.app.layout.collated import sheet_of
from wirediff.app.layout.moves import origin
from wirediff.app.library.changes import Fresh, reread
from wirediff.app.naming import headline, tag
from wirediff.app.reading.desk import Desk, Filter
from wirediff.app.reading.memory import Remembered
from wirediff.app.reading.places import Aim, Bookmark, Where
from wirediff.app.review.judgement import Judgement, Progress
from wirediff.app.review.sought import Sought
from wirediff.app.screens.alone import AloneScreen
from wirediff.app.screens.compare.annotating import Annotating
from wirediff.app.screens.compare.blinking import pair, swapped
from wirediff.app.screens.compare.correcting import Correcting
from wirediff.app.screens.compare.judging import Judging
from wirediff.app.screens.export import ExportScreen
from wirediff.app.screens.filter import FilterScreen
from wirediff.app.screens.review.differences import DifferencesScreen, Picked
from wirediff.app.screens.text import copying
from wirediff.app.screens.text.editing import edit
from wirediff.app.screens.text.jump import Target
from wirediff.app.screens.versions import Chosen, VersionsScreen
from wirediff.app.widgets.collation_view import CollationView
from wirediff.app.widgets.heads import Heads
from wirediff.app.widgets.strip import VersionStrip
from wirediff.errors import WirediffError
from wirediff.kinds import Kind
from wirediff.model import Comparison, Story

LARGE = 3000
"""From so many rows on a page is laid out in the background: wrapping takes about 20 ms a thousand rows."""


class CompareScreen(Annotating):
    """A story's versions, their differences marked; notes are written here. It opens at the place that `at` gives."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("compare")]
    SCOPES = ("compare", "text")

    def __init__(self, story: Story, order: Sequence[str] = (), at: Where | None = None) -> None:
        super().__init__()
        self.story = story
        self._at = at
        self._given = order
        self._order = _places(story, order)
        self._came_from: int | None = None
        self._sought: Sought | None = None
        self._wanted: Chosen | None = None
        self._correcting = Correcting(self)
        self._judging = Judging(self)
        self._blinking = False  # from the first b until Esc, whichever version is shown
        self._in_turn = False  # two versions are shown in the room of one column
        self._copied: tuple[int | None, int | None] | None = None

    def on_mount(self) -> None:
        """Compare in the background, unless it has been done before."""
        self.query_one("#title", Static).update(
            Text(headline(self.story.documents[0]), no_wrap=True, overflow="ellipsis")
        )
        self._remembered = self.reader.opening.recall(self.story)
        if self._remembered is not None and not self._given:
            self._order = _places(self.story, self._remembered.order)
        self._compare()

    # Making and showing the comparison

    @work(exclusive=True, group="compare")
    async def _compare(self) -> None:
        documents = [self.story.documents[place] for place in self._order]
        session = self.reader.session
        try:
            made = session.known(documents)
            if made is None:
                self.query_one("#status", Static).update("comparing…")
                made = await beside(lambda: session.compare(documents))
        except Exception as error:  # whatever is wrong with one story, the others can still be read
            self.query_one("#status", Static).update("not compared")
            named = str(error) if isinstance(error, WirediffError) else f"{type(error).__name__}: {error}"
            self.reader.warn(f"{headline(self.story.documents[0])}: {named}")
        else:
            self._lay_open(made)

    def _lay_open(self, comparison: Comparison) -> None:
        kept = self.desk
        place = None if kept is None else Bookmark.of(kept.comparison, *self.at_cursor()).place(comparison)
        self.desk, self._came_from = Desk.of(comparison), None
        if kept is not None:
            self.desk = replace(self.desk, form=kept.form, folded=kept.folded, filter=kept.filter)
            versions = [[version.path for version in each.collation.versions] for each in (comparison, kept.comparison)]
            if versions[0] == versions[1]:
                self.desk = replace(self.desk, others=kept.others, side=kept.side)
        elif self._remembered is not None:
            self.desk, place = self._remembered.on(self.desk)
        if self._wanted is not None:
            others = tuple(self._order.index(place) for place in self._wanted.others)
            self.desk, self._wanted = replace(self.desk, others=others), None
        if self._at is not None:
            place, self._at = self._at(comparison), None
            self._let_see(place)
        if place is not None and place[1] not in self.desk.seen:
            place = place[0], None
        self.take_notes()
        self._show(at=place)

    def leaving(self) -> None:
        """Remember the place, and how the story is looked at."""
        if self.desk is not None:
            self.reader.opening.keep(self.story, Remembered.of(self.desk, self.at_cursor()))

    def visit(self, at: Where) -> None:
        """Go to a place, as soon as the comparison is there."""
        self._at = at
        if self.desk is not None:
            self._lay_open(self.desk.comparison)

    def _let_see(self, place: Aim) -> None:
        """Let a difference be seen that somebody wants to go to, whatever is filtered or out of sight."""
        desk, (_, difference) = self.desk, place
        if desk is None or difference is None or difference in desk.seen:
            return
        against = desk.comparison.differences[difference].against
        others = desk.others if against in desk.others else tuple(sorted({*desk.others, against}))
        self.desk = replace(desk, filter=Filter(), others=others, side=against)

    def renew(self) -> None:
        """Show the notes that stand now; where a correction has come or gone, compare again, the place kept."""
        super().renew()
        documents = [self.story.documents[place] for place in self._order]
        if self.desk is not None and self.reader.session.known(documents) is not self.desk.comparison:
            self._compare()

    def legend(self) -> tuple[Judgement, Progress]:
        """The judgement at the cursor, and how far the judging has come."""
        return self._judging.at(self.at_cursor()[1]), self._judging.progress()

    def remark(self) -> str:
        """That two versions are shown in turn, and how that ends."""
        if self.desk is None or not (self._blinking or self._in_turn):
            return ""
        other = self.desk.side or self.desk.others[0]
        return f"blinking {tag(0)}/{tag(other)} · b flips · Esc ends"

    def rejudged(self) -> None:
        """Compare again by the rules in force now."""
        if self.desk is not None:
            self._compare()

    def _show(self, *, at: Aim | None = None) -> None:
        desk = self.desk
        if desk is None:
            return

        view = self.query_one(CollationView)
        large = len(desk.comparison.collation.rows) > LARGE
        make = lru_cache(maxsize=1)(partial(sheet_of, desk.comparison))
        plates = pair(desk) if self._in_turn else None
        view.show(
            lambda width: make(plates or desk.view(width)),
            self.painter(desk),
            large=large,
            at=at,
            wrapped=self.reader.looks.preferences.wrapped,
            faces=(0,) if plates else None,
        )
        self.say_status(desk)
        self.say_detail()

    def targets(self) -> list[Target]:
        """The versions too, by their heads."""
        view, heads = self.query_one(CollationView), self.query_one(Heads)
        found = super().targets()
        if self.desk is not None and view.page is not None and view.page.columns > 1:
            for column, (side, *_) in enumerate(view.page.versions):
                look = partial(self._look, replace(self.desk, side=side))
                found.append(Target(heads.region.x + view.page.column_start(column), heads.region.y, look))
        return found

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
        if self.searching.is_on:
            self.searching.walk(direction)
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
            self.reader.looks.prefer(hinted=True)

    def action_list(self) -> None:
        """Choose a difference from the list."""
        if self.desk is not None:
            self.app.push_screen(
                DifferencesScreen(self.desk, self._judging, self.at_cursor()[1], self._sought), self._go_to_picked
            )

    def _go_to_picked(self, picked: Picked | None) -> None:
        if picked is None or self.desk is None:
            return
        self._sought = picked.wanted
        if picked.difference is None:
            return
        if picked.difference not in self.desk.seen:
            self._look(replace(self.desk, filter=picked.wanted.filter))
        self.go_to(picked.difference)

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
            self.notify("Nothing has been moved here.", timeout=3)

    # Judging

    async def action_judge(self, number: int) -> None:
        """Give the difference at the cursor the verdict of a digit."""
        await self._judging.judge(number)

    async def action_accept(self) -> None:
        """Confirm the difference at the cursor, and go on."""
        await self._judging.accept()

    async def action_set_aside(self) -> None:
        """The difference at the cursor is none; go on."""
        await self._judging.dismiss()

    def action_all_shown(self) -> None:
        """Judge all that are shown."""
        self._judging.all_shown()

    async def action_review(self) -> None:
        """Mark the row as reviewed, or take the mark away."""
        await self._judging.review()

    # The links themselves

    def on_key(self, event: events.Key) -> None:
        """Keys come by here before they do anything."""
        self._correcting.struck(event.key, event.time)

    def action_correct(self) -> None:
        """Say what belongs together in the row at the cursor."""
        self._correcting.begin()

    def action_doubtful(self) -> None:
        """The least certain link, then the next."""
        self._correcting.next_doubtful()

    # Another look at the same

    def _look(self, desk: Desk) -> None:
        self.desk, self._in_turn, self._blinking = desk, False, False
        self._show()

    def action_form(self) -> None:
        """Side by side, in one column, or as the width allows."""
        if self.desk is not None:
            self._look(self.desk.reformed(self.at_cursor()[1]))
            self.notify(f"Versions {self.desk.form}.", timeout=2)

    def action_blink(self) -> None:
        """Show the base in the place of the version at the cursor, or that again; in one column both in turn."""
        view = self.query_one(CollationView)
        if self.desk is None or view.page is None:
            return
        if view.page.columns == 1 and not self._in_turn:
            self._in_turn = True
            self._show()
        else:
            self._blinking = True
            view.turn(swapped(view.page, self.desk.side))
            self._head(view)
            self.say_status(self.desk)

    def action_fold(self) -> None:
        """Fold away what is the same, or unfold it."""
        if self.desk is not None:
            self._look(replace(self.desk, folded=not self.desk.folded))
            self.notify(f"Runs of equal paragraphs {'folded' if self.desk.folded else 'shown'}.", timeout=2)

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

    def see_only(self, kind: Kind | None) -> None:
        """Show the differences of one kind only, or of all."""
        if self.desk is not None:
            hidden = frozenset(Kind) - {kind} if kind else frozenset()
            self._look(replace(self.desk, filter=Filter(hidden)))

    def see_version(self, version: int) -> None:
        """Bring a version of the comparison into view."""
        if self.desk is not None:
            others = tuple(sorted({*self.desk.others, version} - {0}))
            self._look(replace(self.desk, others=others, side=version))

    @on(VersionStrip.Chosen)
    def _version_clicked(self, event: VersionStrip.Chosen) -> None:
        self.see_version(event.version)

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

    def action_copy(self) -> None:
        """Copy what is selected; else the difference at the cursor and, struck again, the paragraph."""
        desk = self.desk
        if desk is None:
            return
        here, collation = self.at_cursor(), desk.comparison.collation
        again, self._copied = here == self._copied, None
        if parts := self.query_one(CollationView).selected:
            copied = copying.selection(parts, collation.versions)
        elif here[1] is None or again:
            copied = copying.paragraph(collation, here[0], desk.side)
        else:
            copied, self._copied = copying.difference(desk.comparison.differences[here[1]]), here
        copying.copy(self.reader, copied)

    # Elsewhere

    def action_alone(self) -> None:
        """Read the version at the cursor alone."""
        if self.desk is not None:
            versions = self.desk.comparison.collation.versions
            self.app.push_screen(AloneScreen(versions, self.desk.side))

    async def action_edit(self) -> None:
        """Open the version at the cursor in the editor; another one where that has nothing in the row."""
        if self.desk is not None:
            row, _ = self.at_cursor()
            collation, side = self.desk.comparison.collation, self.desk.side
            cells = () if row is None else collation.rows[row].cells
            if cells and not cells[side]:
                side = next(version for version, cell in enumerate(cells) if cell)
            await edit(self.reader, collation.versions[side], cells[side][0] if cells else None)

    def reread(self, fresh: Fresh) -> None:
        """Compare again where a version has changed, the place kept."""
        story = reread(self.story, fresh)
        if story is not self.story:
            self.story = story
            self._compare()

    def action_export(self) -> None:
        """Write the story."""
        self.app.push_screen(ExportScreen((self.story,)), self.reader.exported)

    def action_insight(self, name: str) -> None:
        """Names, substitutions or facts of this story."""
        self.reader.insights.open(name, (self.story,))

    def action_story(self, direction: int) -> None:
        """Another story."""
        if self.is_current:
            self.reader.opening.neighbour(self.story, direction)

    def unfold(self) -> None:
        """Unfold what is the same."""
        if self.desk is not None and self.desk.folded:
            self._look(replace(self.desk, folded=False))

    def action_back(self) -> None:
        """End what is on, one thing after the other: search, blinking, selection; else go to the list of stories."""
        view = self.query_one(CollationView)
        if self.searching.is_on:
            self.searching.leave()
        elif self._in_turn and self.desk is not None:
            self._look(self.desk)
        elif self._blinking and view.page is not None and self.desk is not None:
            self._blinking = False
            view.turn(range(view.page.columns))
            self._head(view)
            self.say_status(self.desk)
        elif view.selected:
            view.drop_selection()
        else:
            self.leave()


def _places(story: Story, order: Sequence[str]) -> tuple[int, ...]:
    """The versions to compare, as places in the story, base first: the paths of `order` first, as they stand there."""
    known = [document.path for document in story.documents]
    first = [known.index(path) for path in order if path in known]
    return (*first, *(place for place in range(len(known)) if place not in first))
