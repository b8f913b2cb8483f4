"""Differences judged by one key, one at a time or all that are shown; rows marked as reviewed."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from wirediff.app.naming import count
from wirediff.app.review.fastening import draft_on_difference
from wirediff.app.review.judgement import Judgement, Progress, changed, judged, judgement, verdict_of
from wirediff.app.screens.review.bulk import Bulk, BulkScreen
from wirediff.app.widgets.collation_view import CollationView
from wirediff.verdicts import CONFIRMED, DISMISSED

if TYPE_CHECKING:
    from wirediff.app.screens.compare.screen import CompareScreen
    from wirediff.model import Comparison, Note, Story
    from wirediff.notes import Draft, Mark, NoteStore


class Judging:
    """What the screen of a comparison does about judgements."""

    def __init__(self, screen: "CompareScreen") -> None:
        self._screen = screen

    @property
    def judged(self) -> dict[int, Judgement]:
        """The differences that have been judged, by index."""
        return judged(self._screen.notes.differences)

    def at(self, difference: int | None) -> Judgement:
        """What has been concluded about a difference."""
        return judgement(self._screen.notes.differences.get(difference, ()) if difference is not None else ())

    def progress(self) -> Progress:
        """How many of the differences shown have been judged, and how many rows reviewed."""
        desk = self._screen.desk
        if desk is None:
            return Progress()
        return Progress(
            desk.among(self.judged), len(desk.seen), len(self._screen.reviewed), len(desk.comparison.collation.rows)
        )

    def stands(self, comparison: "Comparison") -> bool:
        """Whether indexes into this comparison mean the differences that lie on the desk."""
        return self._screen.desk is not None and self._screen.desk.comparison is comparison

    async def turn(self, *, back: bool) -> None:
        """Undo or redo the last change to the notes."""
        await self._screen.reader.recording.turn(back=back, here=self._screen.story)
        self._screen.renew()

    # One difference

    async def judge(self, number: int) -> None:
        """Give the difference at the cursor the verdict of a digit."""
        verdict = verdict_of(number, self._screen.reader.session.verdicts)
        current = self._current()
        if verdict is None:
            self._screen.notify(f"No verdict has the number {number}.", timeout=3)
        elif current is not None:
            await self.give((current,), Judgement(verdict))

    async def accept(self) -> None:
        """Confirm the difference at the cursor, if there is one; go to the next that has not been judged."""
        _, current = self._screen.at_cursor()
        if current is None or await self.give((current,), Judgement(None, CONFIRMED)):
            self.go_on()

    async def dismiss(self) -> None:
        """The difference at the cursor is none; go on."""
        current = self._current()
        if current is not None and await self.give((current,), Judgement(None, DISMISSED)):
            self.go_on()

    def _current(self) -> int | None:
        _, current = self._screen.at_cursor()
        if current is None:
            self._screen.notify("Go to a difference first: n goes to the next.", timeout=3)
        return current

    def go_on(self) -> None:
        """Go to the next difference shown that has not been judged, from the end on to the first."""
        desk = self._screen.desk
        if desk is None:
            return
        done = self.judged
        row, current = self._screen.at_cursor()
        start = desk.step(1, row, current)
        place = desk.seen.index(start) if start is not None else 0
        left = [index for index in (*desk.seen[place:], *desk.seen[:place]) if index not in done]
        if left:
            self._screen.walking.go_to(left[0])
        else:
            self._screen.notify("Every difference shown has been judged.", timeout=3)

    # Several at once

    async def give(self, differences: Sequence[int], given: Judgement) -> bool:
        """Record a judgement of these differences in one act; a note that is there is changed. False where it failed.

        A verdict opens again what had been dismissed; a status leaves the verdict as it was.
        """
        desk = self._screen.desk
        if desk is None:
            return False
        notes = [next(iter(self._screen.notes.differences.get(index, ())), None) for index in differences]
        drafts = _drafts(self._screen.story, desk.comparison, differences, given)
        work = [(note, draft) for note, draft in zip(notes, drafts, strict=True)]
        done = await self._screen.reader.recording.act(partial(_record, work, given))
        self._screen.renew()
        return done is not None

    def all_shown(self) -> None:
        """Judge every difference that is shown, after saying what will happen."""
        desk = self._screen.desk
        if desk is not None:
            self.ask(desk.seen, desk.filter.named())

    def ask(self, differences: Sequence[int], described: str, then: Callable[[], object] = lambda: None) -> None:
        """Ask how these differences, which a filter describes, are judged, and judge them; `then` is called after."""
        screen = self._screen
        if screen.desk is None or not differences:
            screen.notify("No difference is shown.", timeout=3)
            return
        comparison = screen.desk.comparison

        async def settle(chosen: Bulk | None) -> None:
            if chosen is None:
                return
            if not self.stands(comparison):
                screen.notify("Nothing was judged: the versions have been compared again meanwhile.", timeout=5)
            elif await self.give(*chosen):
                said = f"{count(len(chosen[0]), 'difference')} judged: {chosen[1].named}. u takes it back."
                screen.notify(said, timeout=5, markup=False)
                then()

        found = [comparison.differences[index] for index in differences]
        done = {index: self.judged[index] for index in differences if index in self.judged}
        screen.app.push_screen(BulkScreen(tuple(differences), found, done, described), settle)

    # Rows

    async def review(self) -> None:
        """Mark the row at the cursor as reviewed, or take the mark away; a folded run is marked as a whole."""
        screen, view = self._screen, self._screen.query_one(CollationView)
        if screen.desk is None or view.page is None:
            return
        rows = view.page.sheet.rows[view.cursor].rows
        if not rows:
            screen.notify("Rows of paragraphs are reviewed; go to one first.", timeout=3)
            return
        collation, standing = screen.desk.comparison.collation, screen.reviewed
        from wirediff.notes import mark

        fresh = [mark(screen.story.id, collation, row) for row in rows if row not in standing]
        taken = [] if fresh else [standing[row].id for row in rows]
        await screen.reader.recording.act(partial(_review, fresh, list(dict.fromkeys(taken))))
        screen.renew()


def _drafts(
    story: "Story", comparison: "Comparison", differences: Sequence[int], given: Judgement
) -> "Iterator[Draft]":
    for index in differences:
        found = comparison.differences[index]
        draft = draft_on_difference(story, comparison.collation, found, "", given.verdict)
        yield replace(draft, status=given.status)


def _record(work: "Sequence[tuple[Note | None, Draft]]", given: Judgement, store: "NoteStore") -> bool:
    with store.together():
        for note, draft in work:
            if note is None:
                store.add(draft)
            else:
                store.change(note.id, **changed(note, given))
    return True


def _review(fresh: "Sequence[Mark]", taken: Sequence[str], store: "NoteStore") -> bool:
    with store.together():
        for mark in fresh:
            store.review(mark)
        for review in taken:
            store.unreview(review)
    return True
