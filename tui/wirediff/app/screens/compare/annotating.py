"""Notes on what lies side by side: written, changed, removed, listed, and all of it undone."""

from collections.abc import Awaitable, Callable

from msgspec.structs import replace

from wirediff.app.review.fastening import draft_on_difference, draft_on_row, fastened
from wirediff.app.screens.compare.showing import Showing
from wirediff.app.screens.review.note import NoteScreen, Written
from wirediff.app.widgets.detail import difference_text, row_text
from wirediff.model import Note, Story
from wirediff.notes import Draft


class Annotating(Showing):
    """The part of the screen that deals with notes."""

    story: Story

    def take_notes(self) -> None:
        """Find the places of the story's notes, as they stand now."""
        if self.desk is not None:
            from wirediff.notes import reviewed

            comparison, session = self.desk.comparison, self.reader.session
            self.notes = fastened(session.notes_in(self.story), comparison)
            self.reviewed = reviewed(session.reviews, comparison.collation)

    def renew(self) -> None:
        """Show the notes that stand now."""
        self.take_notes()
        self.recolour()

    def _note_at_cursor(self) -> Note | None:
        return next(iter(self.notes.at(*self.at_cursor())), None)

    def action_note(self) -> None:
        """Write a note on the difference at the cursor, or on the row; change the one that is there."""
        desk = self.desk
        if desk is None:
            return
        row, current = self.at_cursor()
        collation = desk.comparison.collation
        note = self._note_at_cursor()
        if current is None:
            about = row_text(collation, row, (), self.palette)
            against = desk.side or desk.others[0]
        else:
            about = difference_text(desk.comparison.differences[current], collation, self.palette)

        def draft(written: Written) -> Draft:
            if current is None:
                made = draft_on_row(self.story, collation, (row, against), written.text, written.verdict)
            else:
                found = desk.comparison.differences[current]
                made = draft_on_difference(self.story, collation, found, written.text, written.verdict)
            return replace(made, tags=written.tags, severity=written.severity or made.severity)

        before = Written(note.text, note.verdict, note.tags, note.severity) if note else None
        self.app.push_screen(NoteScreen(about, before, self.reader.session.tags), self._keeper(note, draft))

    def _keeper(
        self, note: Note | None, draft: Callable[[Written], Draft]
    ) -> Callable[[Written | None], Awaitable[None]]:
        async def keep(written: Written | None) -> None:
            if written is None:
                return
            if note is None:
                await self.reader.recording.act(lambda store: store.add(draft(written)))
            else:
                await self.reader.recording.act(lambda store: store.change(note.id, **written._asdict()))
            self.renew()

        return keep

    async def action_remove_note(self) -> None:
        """Delete the note at the cursor."""
        note = self._note_at_cursor()
        if note is None:
            self.notify("There is no note at the cursor.", timeout=3)
            return
        await self.reader.recording.act(lambda store: store.remove(note.id))
        self.renew()
        self.notify("Note deleted; u brings it back.", timeout=3)

    async def action_undo(self) -> None:
        """Take back the last change to the notes."""
        await self.reader.recording.turn(back=True, here=self.story)
        self.renew()

    async def action_redo(self) -> None:
        """Make it again."""
        await self.reader.recording.turn(back=False, here=self.story)
        self.renew()

    def action_notes(self) -> None:
        """The notes of the story."""
        self.reader.reviewing.open(self.story, self._note_at_cursor())
