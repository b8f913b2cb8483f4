"""The help: the keys that work where one is, and what the marks mean."""

from collections.abc import Iterator
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from wirediff.app.action import shown
from wirediff.app.keys import SCOPES, actions, bindings
from wirediff.app.layout.typeset import CLOSER, POINTER
from wirediff.app.screens.dialog import Dialog
from wirediff.app.settings.keymap import Keymap
from wirediff.app.settings.palette import Palette
from wirediff.kinds import KINDS, Severity

_HOW = {
    Severity.COSMETIC: f"not underlined, and ends at {CLOSER}",
    Severity.NOTABLE: "underlined",
    Severity.SERIOUS: "doubly underlined",
}


class HelpScreen(Dialog[None]):
    """The keys that work on the screen below, by what they belong to, and what the marks mean."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("page")]

    def __init__(self, active: frozenset[str]) -> None:
        super().__init__()
        self._active = active

    def heading(self) -> str:
        """The title."""
        return "Help"

    def body(self) -> Iterator[Widget]:
        """One long text."""
        with VerticalScroll():
            yield Static(self._text())

    def on_mount(self) -> None:
        """Let the arrow keys scroll at once."""
        self.query_one(VerticalScroll).focus()

    def _text(self) -> Text:
        scopes = sorted({name.partition(".")[0] for name in self._active} & {*SCOPES}, key=_place)
        keys = [_keys(scope, self._active, self.palette, self.reader.keymap) for scope in scopes]
        return Text("\n", end="").join([*keys[:1], _marks(self.palette), *keys[1:]])

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()


def _place(scope: str) -> int:
    """Where a scope stands in the help: what holds everywhere comes last."""
    return len(SCOPES) if scope == "app" else list(SCOPES).index(scope)


def _keys(scope: str, active: frozenset[str], palette: Palette, keymap: Keymap) -> Text:
    text = Text.assemble((f"{SCOPES[scope]}\n", palette.loud), end="")
    for action in (each for each in actions(scope) if each.id in active):
        keys = " ".join(map(shown, keymap.of(action)))
        text.append(f"  {keys:<18} ", palette.version(0))
        text.append(f"{action.tooltip}\n", palette.text)
    return text


def _marks(palette: Palette) -> Text:
    text = Text.assemble(("What the marks mean\n", palette.loud), end="")
    text.append(
        "  A letter before the marked words tells the kind, the line under them how much it weighs:\n", palette.text
    )
    for severity in Severity:
        text.append("  ", palette.text).append(str(severity), palette.severity(severity))
        text.append(f" is {_HOW[severity]}\n", palette.text)
    text.append(f"  {CLOSER} also stands where another mark goes on or begins at once.\n", palette.text)
    for spec in KINDS.values():
        text.append("  ").append(f"{spec.letter}{POINTER}", palette.mark(spec.kind, spec.severity, letter=True))
        text.append(f"{spec.kind}", palette.mark(spec.kind, spec.severity))
        text.append(" " * (16 - len(spec.kind)) + f"{spec.means}\n", palette.text)
    return text
