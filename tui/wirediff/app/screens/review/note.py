"""Writing a note: the difference it is about, and text, verdict, severity and tags."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, RadioSet, Static, TextArea

from wirediff.app.keys import bindings
from wirediff.app.screens.dialog import Dialog
from wirediff.app.widgets.pick import Pick
from wirediff.kinds import Severity


class Written(NamedTuple):
    """What was written: the text, and the verdict, tags and severity if any were chosen."""

    text: str
    verdict: str | None = None
    tags: tuple[str, ...] = ()
    severity: Severity | None = None


class NoteScreen(Dialog[Written | None]):
    """Gives what was written, or None if nothing is to be kept. `known` are the tags in use, to complete from."""

    scope = "note"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("note")]

    def __init__(self, about: Text, before: Written | None = None, known: Sequence[str] = ()) -> None:
        super().__init__()
        self._about = about
        self._before = before or Written("")
        self._changing = before is not None
        self._known = known
        self._asked = False
        self._severities = (None, *Severity)

    def heading(self) -> str:
        """The title."""
        return "Change the note" if self._changing else "Note"

    def body(self) -> Iterator[Widget]:
        """The difference, the text, the choices, the tags."""
        verdicts = self.reader.session.verdicts
        gone = [self._before.verdict] if self._before.verdict not in {None, *verdicts} else []
        self._verdicts = (None, *verdicts, *gone)
        yield Static(self._about, id="about")
        yield TextArea(self._before.text, id="text", tab_behavior="focus")
        buttons = [Pick(verdict or "no verdict", verdict == self._before.verdict) for verdict in self._verdicts]
        for button, verdict in zip(buttons, self._verdicts, strict=True):
            button.tooltip = verdicts.get(verdict or "")
        yield RadioSet(*buttons, id="verdict")
        weights = [Pick(weight or "as found", weight == self._before.severity) for weight in self._severities]
        yield RadioSet(*weights, id="severity")
        with Horizontal(id="tagged"):
            yield Static("Tags ", id="label")
            yield Input(
                ", ".join(self._before.tags), placeholder="parted by commas", suggester=Tags(self._known), id="tags"
            )
        yield Static("Tab goes on, Space chooses; → completes a tag", id="remark")

    def on_mount(self) -> None:
        """Write at once, at the end of what there is."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def _written(self) -> Written:
        verdict = self.query_one("#verdict", RadioSet).pressed_index
        severity = self.query_one("#severity", RadioSet).pressed_index
        return Written(
            self.query_one(TextArea).text.strip(),
            self._verdicts[verdict] if verdict >= 0 else None,
            tags_in(self.query_one(Input).value),
            self._severities[severity] if severity >= 0 else None,
        )

    def action_field(self, direction: int) -> None:
        """Go to the next field, or the one before."""
        if direction > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_save(self) -> None:
        """Keep it; a verdict or a tag alone is a note too."""
        written = self._written()
        if not (written.text or written.verdict or written.tags or self._changing):
            self._remark("Write something, choose a verdict or give a tag first.")
            return
        self.dismiss(written)

    def action_cancel(self) -> None:
        """Close; where something would be lost only the second time."""
        if self._written() == self._before or self._asked:
            self.dismiss(None)
            return
        self._asked = True
        self._remark("Not saved. Ctrl+S saves, Esc again throws it away.")

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _writing_on(self) -> None:
        """Whoever writes on has not meant to leave."""
        self._asked = False

    def _remark(self, remark: str) -> None:
        self.query_one("#remark", Static).update(Text(remark, style=self.palette.loud))


class Tags(Suggester):
    """Completes the last of several tags from those in use."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The value with its last tag completed; None where no tag in use begins so."""
        *before, begun = value.split(",")
        begun, given = begun.lstrip(), {tag.strip() for tag in before}
        fitting = (tag for tag in self._known if tag.startswith(begun) and tag not in {begun, *given})
        found = next(fitting, None) if begun else None
        return None if found is None else value + found.removeprefix(begun)


def tags_in(value: str) -> tuple[str, ...]:
    """Tags as they are typed, parted by commas, each once.

    >>> tags_in("names, style,,names")
    ('names', 'style')
    """
    return tuple(dict.fromkeys(tag for part in value.split(",") if (tag := part.strip())))
