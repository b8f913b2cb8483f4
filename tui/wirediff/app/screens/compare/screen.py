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
from wirediff.app.library.changes import Fresh, reread
from wirediff.app.naming import headline
from wirediff.app.reading.desk import Desk
from wirediff.app.reading.memory import Remembered
from wirediff.app.reading.places import Aim, Bookmark, Where, version_order
from wirediff.app.review.judgement import Judgement, Progress
from wirediff.app.screens.alone import AloneScreen
from wirediff.app.screens.compare.annotating import Annotating
from wirediff.app.screens.compare.correcting import Correcting
from wirediff.app.screens.compare.judging import Judging
from wirediff.app.screens.compare.looking import Looking
from wirediff.app.screens.compare.showing import LARGE
from wirediff.app.screens.compare.taking import Taking
from wirediff.app.screens.compare.walking import Walking
from wirediff.app.screens.versions import Chosen
from wirediff.app.widgets.collation_view import CollationView
from wirediff.app.widgets.strip import VersionStrip
from wirediff.app.widgets.target import Target
from wirediff.errors import WirediffError
from wirediff.model import Comparison, Story


class CompareScreen(Annotating):
    """A story's versions, their differences marked; notes are written here. It opens at the place that `at` gives.

    What its keys do is done by its collaborators; the screen makes the comparison and puts it on the desk.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("compare")]
    SCOPES = ("compare", "text")

    def __init__(self, story: Story, order: Sequence[str] = (), at: Where | None = None) -> None:
        super().__init__()
        self.story = story
        self.order = version_order(story, order)
        self._given = order
        self._at = at
        self._wanted: Chosen | None = None
        self._remembered: Remembered | None = None
        self.walking = Walking(self)
        self.looking = Looking(self)
        self.judging = Judging(self)
        self.correcting = Correcting(self)
        self.taking = Taking(self)

    def on_mount(self) -> None:
        """Compare in the background, unless it has been done before."""
        title = Text(headline(self.story.documents[0]), no_wrap=True, overflow="ellipsis")
        self.query_one("#title", Static).update(title)
        self._remembered = self.reader.opening.recall(self.story)
        if self._remembered is not None and not self._given:
            self.order = version_order(self.story, self._remembered.order)
        self._compare()

    # Making and showing the comparison

    @work(exclusive=True, group="compare")
    async def _compare(self) -> None:
        documents = [self.story.documents[place] for place in self.order]
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
            self.lay_open(made)

    def lay_open(self, comparison: Comparison) -> None:
        """Put a comparison on the desk, looked at as the one before it was, at the same place."""
        kept, place = self.desk, None
        self.desk = Desk.of(comparison)
        if kept is not None:
            place = Bookmark.of(kept.comparison, *self.at_cursor()).place(comparison)
            self.desk = self.desk.looked_at_as(kept)
        elif self._remembered is not None:
            self.desk, place = self._remembered.on(self.desk)
        if self._wanted is not None:
            others = tuple(self.order.index(place) for place in self._wanted.others)
            self.desk, self._wanted = replace(self.desk, others=others), None
        if self._at is not None:
            place, self._at = self._at(comparison), None
            self.desk = self.desk.letting_see(place[1])
        if place is not None and place[1] not in self.desk.seen:
            place = place[0], None
        self.walking.begin_anew()
        self.take_notes()
        self.show_desk(at=place)

    def show_desk(self, *, at: Aim | None = None) -> None:
        """Lay out what is on the desk."""
        desk = self.desk
        if desk is None:
            return
        make = lru_cache(maxsize=1)(partial(sheet_of, desk.comparison))
        plates = self.looking.plates(desk)
        self.query_one(CollationView).show(
            lambda width: make(plates or desk.view(width)),
            self.painter(desk),
            large=len(desk.comparison.collation.rows) > LARGE,
            at=at,
            wrapped=self.reader.looks.preferences.wrapped,
            faces=(0,) if plates else None,
        )
        self.say_status(desk)
        self.say_detail()

    def rebase(self, chosen: Chosen) -> None:
        """Compare with another base, with the chosen versions in view."""
        rest = [place for place in range(len(self.story.versions)) if place != chosen.base]
        self.order, self._wanted = (chosen.base, *rest), chosen
        self._compare()

    def leaving(self) -> None:
        """Remember the place, and how the story is looked at."""
        if self.desk is not None:
            self.reader.opening.keep(self.story, Remembered.of(self.desk, self.at_cursor()))

    def visit(self, at: Where) -> None:
        """Go to a place, as soon as the comparison is there."""
        self._at = at
        if self.desk is not None:
            self.lay_open(self.desk.comparison)

    def renew(self) -> None:
        """Show the notes that stand now; where a correction has come or gone, compare again, the place kept."""
        super().renew()
        documents = [self.story.documents[place] for place in self.order]
        if self.desk is not None and self.reader.session.known(documents) is not self.desk.comparison:
            self._compare()

    def remark(self) -> str:
        """That two versions are shown in turn, if they are."""
        return self.looking.remark()

    def rejudged(self) -> None:
        """Compare again by the rules in force now."""
        if self.desk is not None:
            self._compare()

    def reread(self, fresh: Fresh) -> None:
        """Compare again where a version has changed, the place kept."""
        story = reread(self.story, fresh)
        if story is not self.story:
            self.story = story
            self._compare()

    def legend(self) -> tuple[Judgement, Progress]:
        """The judgement at the cursor, and how far the judging has come."""
        return self.judging.at(self.at_cursor()[1]), self.judging.progress()

    def targets(self) -> list[Target]:
        """The versions too, by their heads."""
        return [*super().targets(), *self.looking.heads()]

    def unfold(self) -> None:
        """Show what is folded away."""
        self.looking.unfold()

    # Going from difference to difference

    def action_step(self, direction: int) -> None:
        """The next difference, or the one before."""
        self.walking.step(direction)

    def action_list(self) -> None:
        """Choose a difference from the list."""
        self.walking.choose()

    def action_origin(self) -> None:
        """Follow a move, or come back."""
        self.walking.follow_move()

    # Judging

    async def action_judge(self, number: int) -> None:
        """Give the difference at the cursor the verdict of a digit."""
        await self.judging.judge(number)

    async def action_accept(self) -> None:
        """Confirm the difference at the cursor, and go on."""
        await self.judging.accept()

    async def action_set_aside(self) -> None:
        """The difference at the cursor is none; go on."""
        await self.judging.dismiss()

    def action_all_shown(self) -> None:
        """Judge all that are shown."""
        self.judging.all_shown()

    async def action_review(self) -> None:
        """Mark the row as reviewed, or take the mark away."""
        await self.judging.review()

    # The links themselves

    def on_key(self, event: events.Key) -> None:
        """Keys come by here before they do anything."""
        self.correcting.struck(event.key, event.time)

    def action_correct(self) -> None:
        """Say what belongs together in the row at the cursor."""
        self.correcting.begin()

    def action_doubtful(self) -> None:
        """The least certain link, then the next."""
        self.correcting.next_doubtful()

    # Another look at the same

    def action_form(self) -> None:
        """The next layout."""
        self.looking.turn_form()

    def action_blink(self) -> None:
        """Two versions in one place, one after the other."""
        self.looking.blink()

    def action_fold(self) -> None:
        """Fold away what is the same, or unfold it."""
        self.looking.fold()

    def action_side(self, direction: int) -> None:
        """The next version."""
        self.looking.turn_side(direction)

    def action_filter(self) -> None:
        """Choose the kinds that are seen."""
        self.looking.choose_kinds()

    @on(VersionStrip.Chosen)
    def _version_clicked(self, event: VersionStrip.Chosen) -> None:
        self.looking.bring(event.version)

    def action_versions(self) -> None:
        """Choose the base, and the versions beside it."""
        self.looking.choose_versions()

    # Taking it elsewhere

    def action_copy(self) -> None:
        """Copy what is at the cursor."""
        self.taking.copy()

    async def action_edit(self) -> None:
        """Open the version at the cursor in the editor."""
        await self.taking.edit()

    def action_export(self) -> None:
        """Write the story."""
        self.taking.export()

    def action_alone(self) -> None:
        """Read the version at the cursor alone."""
        if self.desk is not None:
            versions = self.desk.comparison.collation.versions
            self.app.push_screen(AloneScreen(versions, self.desk.side))

    def action_insight(self, name: str) -> None:
        """Names, substitutions or facts of this story."""
        self.reader.insights.open(name, (self.story,))

    def action_story(self, direction: int) -> None:
        """Another story."""
        if self.is_topmost:
            self.reader.opening.neighbour(self.story, direction)

    def action_back(self) -> None:
        """End what is on, one thing after the other: search, blinking, selection; else go to the list of stories."""
        view = self.query_one(CollationView)
        if self.searching.is_on:
            self.searching.leave()
        elif self.looking.end_blinking():
            return
        elif view.selected:
            view.drop_selection()
        else:
            self.leave()
