"""What dialogs have in common: a frame with a title, their own keys in a footer, and nothing of the screen below."""

from collections.abc import Iterator
from typing import ClassVar, Generic

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from wirediff.app.keys import bindings
from wirediff.app.screens.opened import Opened, Result
from wirediff.app.widgets.key_line import KeyLine


class Dialog(Opened[Result], ModalScreen[Result], Generic[Result]):
    """A dialog; subclasses give a `scope` of the key table, a title and the body."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]

    scope = "page"

    def heading(self) -> str:
        """The title in the frame."""
        raise NotImplementedError

    def body(self) -> Iterator[Widget]:
        """The widgets in the frame."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The frame, with the body in it."""
        with Vertical(id="frame") as frame:
            frame.border_title = self.heading().replace("[", r"\[")
            yield from self.body()
            yield KeyLine()

    def action_help(self) -> None:
        """Show the keys that work in the dialog."""
        self.reader.action_help()
