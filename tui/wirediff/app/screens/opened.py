"""What every screen has, full or dialog: the application under its own type, and what it is told by it."""

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp
    from wirediff.app.settings.palette import Palette

Result = TypeVar("Result")


class Opened(Screen[Result], Generic[Result]):
    """A screen of the reader."""

    @property
    def reader(self) -> "WirediffApp":
        """The application, under its own type."""
        return cast("WirediffApp", self.app)

    @property
    def palette(self) -> "Palette":
        """The colours in force."""
        return self.reader.palette

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing can be done on a screen without widgets: a key may come before it is composed."""
        return bool(self.children)

    def renew(self) -> None:
        """Show the notes that stand now; called when another program has recorded something."""
