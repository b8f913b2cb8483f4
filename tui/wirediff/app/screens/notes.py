"""The notes on a story, in a list."""

from collections.abc import Iterator
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from wirediff.app.keys import bindings
from wirediff.app.legible import legible
from wirediff.app.naming import count
from wirediff.app.screens.dialog import Dialog
from wirediff.app.screens.note import NoteScreen, Written
from wirediff.app.widgets.choices import Choices
from wirediff.model import Note, Story


class NotesScreen(Dialog[Note | None]):
    """Gives the note to go to, or None."""

    scope = "notes"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("notes")]

    def __init__(self, story: Story) -> None:
        super().__init__()
        self._story = story

    def heading(self) -> str:
        """The title."""
        return "Notes on this story"

    def body(self) -> Iterator[Widget]:
        """The list, and a remark where it is empty."""
        yield Static(id="remark")
        yield Choices(id="notes", lines=2)

    def on_mount(self) -> None:
        """Show what there is."""
        self._fill()

    def _fill(self) -> None:
        self._notes = self.reader.session.notes_in(self._story)
        choices = self.query_one(Choices)
        choices.fill([self._entry(note) for note in self._notes], choices.highlighted or 0)
        remark = count(len(self._notes), "note") if self._notes else "No notes yet: a writes one on the difference."
        self.query_one("#remark", Static).update(remark)

    def _entry(self, note: Note) -> Text:
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append(legible(_about(note)) or "the story", self.palette.version(0))
        text.append(f"  {note.verdict}" if note.verdict else "", self.palette.loud)
        text.append(f"  {legible(note.author)} {note.modified[:10]}\n", self.palette.quiet)
        return text.append("  " + legible(note.text.replace("\n", " ")))

    def _chosen(self) -> Note | None:
        place = self.query_one(Choices).highlighted
        return self._notes[place] if place is not None and place < len(self._notes) else None

    def on_option_list_option_selected(self) -> None:
        """A click goes there."""
        self.action_go()

    def action_go(self) -> None:
        """Close, and go to the place of the note."""
        if note := self._chosen():
            self.dismiss(note)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_edit(self) -> None:
        """Change the note."""
        note = self._chosen()
        if note is None:
            return

        async def keep(written: Written | None) -> None:
            if written is not None:
                await self.reader.in_notes(lambda store: store.change(note.id, **written._asdict()))
                self._fill()

        self.app.push_screen(NoteScreen(Text(legible(_about(note))), Written(note.text, note.verdict)), keep)

    async def action_remove(self) -> None:
        """Delete the note."""
        if note := self._chosen():
            await self.reader.in_notes(lambda store: store.remove(note.id))
            self._fill()

    async def action_undo(self) -> None:
        """Take back the last change."""
        await self.reader.turn_notes(back=True)
        self._fill()

    async def action_redo(self) -> None:
        """Make it again."""
        await self.reader.turn_notes(back=False)
        self._fill()


def _about(note: Note) -> str:
    ends = [end.exact for end in (note.left, note.right) if end]
    return " → ".join(end if len(end) <= 40 else end[:39] + "…" for end in ends)
