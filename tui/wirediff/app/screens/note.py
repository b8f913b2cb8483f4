"""Writing a note: the difference it is about, a verdict if there is one, and the text."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import RadioSet, Static, TextArea

from wirediff.app.keys import bindings
from wirediff.app.screens.dialog import Dialog
from wirediff.app.widgets.pick import Pick


class Written(NamedTuple):
    """What was written: the text, and the verdict if one was chosen."""

    text: str
    verdict: str | None


class NoteScreen(Dialog[Written | None]):
    """Gives what was written, or None if nothing is to be kept."""

    scope = "note"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("note")]

    def __init__(self, about: Text, before: Written | None = None) -> None:
        super().__init__()
        self._about = about
        self._before = before or Written("", None)
        self._asked = False

    def heading(self) -> str:
        """The title."""
        return "Change the note" if self._before.text else "Note"

    def body(self) -> Iterator[Widget]:
        """The difference, the text, the verdicts."""
        from wirediff.notes import VERDICTS

        self._verdicts = (None, *VERDICTS)
        yield Static(self._about, id="about")
        yield TextArea(self._before.text, id="text", tab_behavior="focus")
        buttons = [Pick(verdict or "no verdict", verdict == self._before.verdict) for verdict in self._verdicts]
        for button, means in zip(buttons, ("", *VERDICTS.values()), strict=True):
            button.tooltip = means or None
        yield RadioSet(*buttons, id="verdict")
        yield Static("Tab goes to the verdict, Space chooses it", id="remark")

    def on_mount(self) -> None:
        """Write at once, at the end of what there is."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def _written(self) -> Written:
        chosen = self.query_one(RadioSet).pressed_index
        return Written(self.query_one(TextArea).text.strip(), self._verdicts[chosen] if chosen >= 0 else None)

    def action_save(self) -> None:
        """Keep it; a verdict alone is a note too."""
        written = self._written()
        if not written.text and not written.verdict:
            self._remark("Write something or choose a verdict first.")
            return
        self.dismiss(written)

    def action_cancel(self) -> None:
        """Close; where something would be lost only the second time."""
        if self._written() == self._before or self._asked:
            self.dismiss(None)
            return
        self._asked = True
        self._remark("Not saved. Ctrl+S saves, Esc again throws it away.")

    def on_text_area_changed(self) -> None:
        """Whoever writes on has not meant to leave."""
        self._asked = False

    def _remark(self, remark: str) -> None:
        self.query_one("#remark", Static).update(Text(remark, style=self.palette.loud))
