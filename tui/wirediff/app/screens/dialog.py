"""What dialogs have in common: a frame with a title, their own keys in a footer, and nothing of the screen below."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from wirediff.app.keys import bindings
from wirediff.app.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp
    from wirediff.app.settings.palette import Palette

Result = TypeVar("Result")


class Dialog(ModalScreen[Result], Generic[Result]):
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

    @property
    def reader(self) -> "WirediffApp":
        """The application, under its own type."""
        return cast("WirediffApp", self.app)

    @property
    def palette(self) -> "Palette":
        """The colours in force."""
        return self.reader.palette

    def renew(self) -> None:
        """Show the notes that stand now; called when another program has recorded something."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing can be done on a screen without widgets: a key may come before it is composed."""
        return bool(self.children)

    def action_help(self) -> None:
        """Show the keys that work in the dialog."""
        self.reader.action_help()
