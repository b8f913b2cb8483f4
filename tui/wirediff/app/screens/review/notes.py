"""The notes on a story, or on all stories: found, judged, put in their places again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from wirediff.app.background import beside
from wirediff.app.keys import bindings
from wirediff.app.legible import legible
from wirediff.app.review.judgement import Judgement, changed, verdict_of
from wirediff.app.review.placing import Candidate, placed
from wirediff.app.review.queue import Item, Wish, turned
from wirediff.app.screens.dialog import Dialog
from wirediff.app.screens.review import telling
from wirediff.app.screens.review.note import NoteScreen, Written
from wirediff.app.screens.words import Words
from wirediff.app.widgets.roll import Roll
from wirediff.errors import WirediffError
from wirediff.model import Anchor, Note, Story
from wirediff.notes import NoteStore, StoryIndex, anchor
from wirediff.verdicts import CONFIRMED, DISMISSED, OPEN


class NotesScreen(Dialog[Item | None]):
    """Gives the note to go to, or None. Without a `story` it is the queue of the notes on all stories.

    `wish` is kept by whoever opens the queue, so that it is the same the next time; `at` is the note to begin at.
    """

    scope = "notes"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("notes")]

    def __init__(self, story: Story | None, wish: Wish, at: str | None = None) -> None:
        super().__init__()
        self._story = story
        self.wish = wish
        self._at = at
        self._items: list[Item] = []
        self._listed: list[Item] = []

    @property
    def of_story(self) -> bool:
        """Whether the notes are those of one story."""
        return self._story is not None

    def heading(self) -> str:
        """The title."""
        return "Notes on this story" if self._story else "Review queue: the notes on all stories"

    def body(self) -> Iterator[Widget]:
        """What is looked for, the list, the note at the cursor in full, and a field for words."""
        yield Static(id="remark", markup=False)
        yield Roll(id="notes", lines=2)
        yield Static(id="note", markup=False)
        yield Words("#notes", "words of the note or of what it is on; Enter goes on", self.wish.words)

    def on_mount(self) -> None:
        """Show what there is, and look for the places in the background."""
        self.query_one(Roll).focus()
        self.renew()

    def renew(self) -> None:
        """Take in the notes that stand now."""
        session = self.reader.session
        if self._story is not None:
            items = [Item(note, self._story) for note in session.notes_in(self._story)]
        else:
            index = StoryIndex(session.library.stories)
            items = [Item(note, index.story_of(note)) for note in session.notes]
        known = {item.note: item.placed for item in self._items}
        self._items = [replace(item, placed=known.get(item.note)) for item in items]
        self._fill()
        self._place()

    # Finding the places

    @work(exclusive=True, group="place")
    async def _place(self) -> None:
        """Find where notes stand that have not been looked for; compare stories where a place is doubtful."""
        session = self.reader.session

        def quickly(items: Sequence[Item]) -> list[Item]:
            return [
                item if item.placed or not item.story else replace(item, placed=placed(item.note, item.story.documents))
                for item in items
            ]

        self._items = await beside(partial(quickly, self._items))
        self._fill()
        for story in {item.story.id: item.story for item in self._items if item.story and item.doubtful}.values():
            if len(story.versions) < 2:
                continue
            try:
                made = await beside(partial(session.compare, story.documents))
            except (WirediffError, ValueError):  # told when the story is opened; its notes are offered by their words
                continue
            rows = made.collation.rows
            self._items = [
                replace(item, placed=placed(item.note, story.documents, rows))
                if item.doubtful and item.story is story
                else item
                for item in self._items
            ]
            self._fill()

    # What is shown

    def _fill(self) -> None:
        roll = self.query_one(Roll)
        self._listed = [item for item in self._items if self.wish.passes(item)]
        place = next((n for n, item in enumerate(self._listed) if item.note.id == self._at), roll.place or 0)
        roll.fill(len(self._listed), self._entry, place)
        self._say()

    def _say(self) -> None:
        remark = telling.summary(len(self._listed), self._items, self.wish, self.palette)
        self.query_one("#remark", Static).update(remark)
        item = self._chosen()
        self.query_one("#note", Static).update(telling.about(item, self.palette) if item else "")

    def _entry(self, at: int) -> Text:
        return telling.entry(self._listed[at], self.palette, with_story=self._story is None)

    def _chosen(self) -> Item | None:
        place = self.query_one(Roll).place
        return self._listed[place] if place is not None and place < len(self._listed) else None

    @on(Roll.Moved)
    def _moved(self) -> None:
        item = self._chosen()
        self._at = item.note.id if item else self._at
        self._say()

    @on(Roll.Chosen)
    def _clicked(self) -> None:
        self.action_go()

    # What is looked for

    def _want(self, wish: Wish) -> None:
        self.wish = wish
        self._fill()

    def action_turn(self, field: str) -> None:
        """The next status, verdict, tag or author that occurs."""
        self._want(turned(self.wish, field, self._items))

    def action_doubtful(self) -> None:
        """Only those whose place has to be checked, or all."""
        self._want(replace(self.wish, doubtful=not self.wish.doubtful))

    def action_search(self) -> None:
        """Type words that a note has."""
        self.query_one(Words).begin()

    @on(Input.Changed, "#words")
    def _typed(self, event: Input.Changed) -> None:
        self._want(replace(self.wish, words=event.value))

    def action_everything(self) -> None:
        """Show all notes."""
        self.query_one(Words).clear()
        self._want(Wish())

    # Going there

    def action_go(self) -> None:
        """Close, and go to the place of the note."""
        item = self._chosen()
        if item is None:
            return
        if item.story is None:
            self.notify("The story of this note is not among those that are open.", timeout=4)
        else:
            self.dismiss(item)

    def action_close(self) -> None:
        """Close; from the field for words go back to the list."""
        if self.query_one(Words).has_focus:
            self.query_one(Words).leave()
        else:
            self.dismiss(None)

    # Changing notes

    async def _change(self, note: Note, given: Judgement, *, on: bool) -> None:
        place = self.query_one(Roll).place or 0
        await self.reader.recording.act(lambda store: store.change(note.id, **changed(note, given)))
        self.renew()
        item = self._chosen()
        if on and item and item.note.id == note.id:
            self.query_one(Roll).go(place + 1)

    async def action_judge(self, number: int) -> None:
        """Give the note the verdict of a digit."""
        item, verdict = self._chosen(), verdict_of(number, self.reader.session.verdicts)
        if item and verdict:
            await self._change(item.note, Judgement(verdict), on=False)

    async def action_accept(self) -> None:
        """A discrepancy it is; go on."""
        if item := self._chosen():
            await self._change(item.note, Judgement(None, CONFIRMED), on=True)

    async def action_set_aside(self) -> None:
        """Not a discrepancy; go on."""
        if item := self._chosen():
            await self._change(item.note, Judgement(None, DISMISSED), on=True)

    async def action_reopen(self) -> None:
        """It has to be looked at again."""
        if item := self._chosen():
            await self._change(item.note, Judgement(None, OPEN), on=False)

    def action_edit(self) -> None:
        """Change the note."""
        item = self._chosen()
        if item is None:
            return
        note = item.note

        async def keep(written: Written | None) -> None:
            if written is not None:
                await self.reader.recording.act(lambda store: store.change(note.id, **written._asdict()))
                self.renew()

        before = Written(note.text, note.verdict, note.tags, note.severity)
        self.app.push_screen(NoteScreen(Text(legible(telling.noted(note))), before, self.reader.session.tags), keep)

    async def action_remove(self) -> None:
        """Delete the note."""
        if item := self._chosen():
            await self.reader.recording.act(lambda store: store.remove(item.note.id))
            self.renew()

    async def action_undo(self) -> None:
        """Take back the last change."""
        await self.reader.recording.turn(back=True, here=self._story)
        self.renew()

    async def action_redo(self) -> None:
        """Make it again."""
        await self.reader.recording.turn(back=False, here=self._story)
        self.renew()

    async def action_take(self, number: int) -> None:
        """Fasten the note to the place that is offered first, or second."""
        item = self._chosen()
        candidates = item.placed.candidates if item and item.placed else ()
        if item is None or number > len(candidates):
            self.app.bell()
            return
        candidate = candidates[number - 1]
        await self.reader.recording.act(
            partial(_fasten, item.note.id, candidate, anchor(candidate.document, candidate.span))
        )
        self.renew()


def _fasten(note: str, candidate: Candidate, end: Anchor, store: NoteStore) -> Note:
    return store.change(note, left=end) if candidate.end == "left" else store.change(note, right=end)
