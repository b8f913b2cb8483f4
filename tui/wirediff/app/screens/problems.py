"""What went wrong so far: inputs that could not be read, broken themes, notes kept elsewhere."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from wirediff.app.keys import bindings
from wirediff.app.legible import legible
from wirediff.app.naming import count
from wirediff.app.screens.dialog import Dialog


class ProblemsScreen(Dialog[None]):
    """A list of sentences."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("page")]

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__()
        self._problems = problems

    def heading(self) -> str:
        """The title."""
        return count(len(self._problems), "problem") if self._problems else "No problems"

    def body(self) -> Iterator[Widget]:
        """One paragraph a problem."""
        lines = [f"• {legible(problem)}" for problem in self._problems] or ["Everything could be read."]
        with VerticalScroll():
            yield Static(Text("\n".join(lines)))

    def on_mount(self) -> None:
        """Let the arrow keys scroll at once."""
        self.query_one(VerticalScroll).focus()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
