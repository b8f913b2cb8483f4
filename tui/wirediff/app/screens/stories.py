"""The list of stories, with what is known of the one at the cursor."""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from wirediff.app.background import beside
from wirediff.app.keys import bindings
from wirediff.app.legible import legible
from wirediff.app.library.catalogue import Catalogue, Wanted, base_of, followed, place_of
from wirediff.app.library.session import Library, gathered
from wirediff.app.library.tallies import Key, Tally, countable, key, tally
from wirediff.app.screens import found
from wirediff.app.screens.export import ExportScreen
from wirediff.app.screens.full import FullScreen
from wirediff.app.screens.words import Words
from wirediff.app.widgets import story_text
from wirediff.app.widgets.key_line import Hint, KeyLine
from wirediff.app.widgets.roll import Roll
from wirediff.app.widgets.sorting import SortHeader
from wirediff.errors import WirediffError
from wirediff.model import Story

HINTS = ("? shows all keys", "Enter lays versions side by side", "/ finds stories", "A S F show what recurs")


class StoriesScreen(FullScreen):
    """Stories appear while the rest is still being read; differences are counted once all has been, in view first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("stories")]
    SCOPES = ("stories", "list")

    def __init__(self) -> None:
        super().__init__()
        self.tallies: dict[Key, Tally | None] = {}
        self._marked: set[tuple[str, ...]] = set()
        self._catalogue = Catalogue()
        self._wanted = Wanted()
        self._listed: list[int] = []
        self._notes: dict[int, int] = {}
        self._begun = False  # the cursor has been put on a story that has versions to compare, or moved by hand

    def compose(self) -> ComposeResult:
        """A line on top, what can be sorted by, the list, the story at the cursor, and a field for words."""
        with Horizontal(id="top"):
            yield Static("wirediff", id="title")
            yield Static("looking for files…", id="status")
        yield SortHeader()
        with Horizontal(id="desk"):
            yield Roll(id="stories", lines=2)
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="story")
        yield Static(id="empty", markup=False)
        if not self.reader.looks.preferences.hinted:
            yield Hint(*HINTS)
        yield Words("#stories", "words of a headline, an outlet, a date or a file's name; Enter goes on")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what has been found so far."""
        self.arrived(self.reader.session.library)
        self.query_one(Roll).focus()

    def on_screen_resume(self) -> None:
        """Notes may have been written meanwhile, and the hint been read."""
        if self.reader.looks.preferences.hinted:
            self.query("#hint").remove()
        self._list_again()
        self._count()

    @property
    def idle(self) -> frozenset[str]:
        """Where nothing was found there is nothing to open, mark, find, sort or write."""
        if self._catalogue.stories or not self.reader.session.library.complete:
            return frozenset()
        return frozenset({"open", "gather", "export", "search", "order"})

    def recolour(self) -> None:
        """Draw everything again."""
        self._list_again()
        self.query_one(SortHeader).refresh()

    def rejudged(self) -> None:
        """What is serious may be so no more: count again when the list is looked at."""
        self.tallies.clear()

    def progress(self, said: str) -> None:
        """Say how far reading is."""
        self.query_one("#status", Static).update(Text(legible(said)))

    def arrived(self, library: Library) -> None:
        """Show the stories that there are now; the cursor stays on its story."""
        self._list_again(Catalogue(library.stories))
        if library.complete:
            self._count()
            self.refresh_bindings()

    @property
    def listed(self) -> list[Story]:
        """The stories that are seen, in the order in which they are seen."""
        return [self._catalogue.stories[place] for place in self._listed]

    def with_words(self, words: str) -> list[Story]:
        """The stories that have some words, whatever the list itself looks for."""
        return [self._catalogue.stories[place] for place in self._catalogue.listed(Wanted(words))]

    def point_at(self, story: Story) -> None:
        """Put the cursor on a story."""
        self.query_one(Roll).go(next((n for n, other in enumerate(self.listed) if other.id == story.id), 0))

    # The list

    def _list_again(self, catalogue: Catalogue | None = None) -> None:
        old, before = self._chosen(), self.query_one(Roll).place or 0
        if catalogue is not None:
            self._marked = followed(self._marked, self._catalogue.stories, catalogue.stories)
            self._catalogue = catalogue
        self._notes = self._catalogue.open_notes(self.reader.session.notes)
        counted = {each: tally for each, tally in self.tallies.items() if tally}
        self._listed = self._catalogue.listed(self._wanted, counted, self._notes)
        self.query_one(Roll).fill(len(self._listed), self._entry, self._place(old, before))
        self.query_one(SortHeader).show(self._wanted)
        self._say()
        self._preview()

    def _place(self, old: Story | None, before: int) -> int:
        """Where the cursor goes: to the story it was on, and first to one with versions to compare."""
        listed = self.listed
        if not self._begun:
            first = next((n for n, story in enumerate(listed) if len(story.versions) > 1), None)
            self._begun = first is not None or before > 0
            if first is not None and before == 0:
                return first
        return place_of(old, listed, before)

    def _say(self) -> None:
        session = self.reader.session
        if session.library.complete:
            said = found.summary(session.library, len(self._listed), self.palette)
            self.query_one("#status", Static).update(said)
        empty = "" if self._listed else found.empty(session.library, session.paths)
        self.query_one("#empty", Static).update(empty)
        self.query_one("#empty").display = bool(empty)
        self.query_one("#desk").display = not empty

    def _entry(self, at: int) -> Text:
        place = self._listed[at]
        story = self._catalogue.stories[place]
        return story_text.entry(
            story,
            self.palette,
            self.query_one(Roll).size.width - 1,
            marked=base_of(story) in self._marked,
            tally=self.tallies.get(key(story)),
            notes=self._notes.get(place, 0),
        )

    def _chosen(self) -> Story | None:
        place = self.query_one(Roll).place
        return self._catalogue.stories[self._listed[place]] if place is not None and self._listed else None

    @on(Roll.Moved)
    def _preview(self) -> None:
        if story := self._chosen():
            place = self._listed[self.query_one(Roll).place or 0]
            told = story_text.about(story, self.palette, self.tallies.get(key(story)), self._notes.get(place, 0))
            self.query_one("#story", Static).update(told)

    # Counting differences

    @work(exclusive=True, group="count")
    async def _count(self) -> None:
        """Count what is in view, then the rest, as long as the list is what is looked at."""
        session = self.reader.session
        if not session.library.complete:
            return
        await beside(self._catalogue.ready)
        rest = iter(self._catalogue.stories)
        while self.is_current and (story := self._next_uncounted(rest)):
            try:
                self.tallies[key(story)] = await beside(partial(tally, session, story))
            except WirediffError:  # said already where the stories were read
                return
            except Exception as error:  # a fault of ours in one story must not keep the others from being counted
                self.tallies[key(story)] = None
                self.reader.problems.append(f"{story.headline}: not counted ({type(error).__name__}: {error})")
            self._counted(story)

    def _next_uncounted(self, rest: Iterator[Story]) -> Story | None:
        """A story in view, or else the next of the `rest`, which is used up in passing."""
        first, last = self.query_one(Roll).in_view
        in_view = (self._catalogue.stories[place] for place in self._listed[first:last])
        uncounted = (story for story in chain(in_view, rest) if key(story) not in self.tallies)
        return next((story for story in uncounted if countable(self.reader.session, story)), None)

    def _counted(self, story: Story) -> None:
        first, last = self.query_one(Roll).in_view
        for at, place in enumerate(self._listed[first:last], first):
            if self._catalogue.stories[place] is story:
                self.query_one(Roll).redraw(at)
        if story is self._chosen():
            self._preview()

    # Actions

    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._list_again()

    def action_search(self) -> None:
        """Type words that a story has."""
        self.query_one(Words).begin()

    @on(Input.Changed, "#words")
    def _typed(self, event: Input.Changed) -> None:
        self._want(Wanted(event.value, self._wanted.order, self._wanted.backwards))

    def action_everything(self) -> None:
        """Look for nothing in particular."""
        self.query_one(Words).clear()

    def action_order(self) -> None:
        """Sort by something else."""
        self._want(self._wanted.following())

    def action_backwards(self) -> None:
        """Turn the order round."""
        self._want(self._wanted.by(self._wanted.order))

    @on(SortHeader.Picked)
    def _sort(self, event: SortHeader.Picked) -> None:
        self._want(self._wanted.by(event.order))

    @on(Roll.Chosen)
    def _clicked(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open the marked stories as one, or the story at the cursor."""
        marked = [story for story in self._catalogue.stories if base_of(story) in self._marked] if self._marked else []
        story = gathered(marked) if marked else self._chosen()
        if story is not None and self.is_topmost:
            self.reader.opening.open(story)

    def action_gather(self) -> None:
        """Mark the story, or take the mark away."""
        if story := self._chosen():
            self._marked ^= {base_of(story)}
            self.query_one(Roll).action_cursor_down()
            self.query_one(Roll).refresh()

    def action_export(self) -> None:
        """Write all stories."""
        if self._catalogue.stories:
            self.app.push_screen(ExportScreen(self._catalogue.stories), self.reader.exported)

    def action_insight(self, name: str) -> None:
        """Names, substitutions or facts of all stories that are seen."""
        if self._listed:
            self.reader.insights.open(name, self.listed)

    def action_stop(self) -> None:
        """Leave the field for words, else stop reading, else show all stories again."""
        if self.query_one(Words).has_focus:
            self.action_everything()
        elif not self.reader.session.library.complete:
            self.reader.loading.stop()
        elif self._wanted.words:
            self.action_everything()
