"""What every screen has, full or dialog: the application under its own type, and what it is told by it."""

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.screen import Screen

from wirediff.app.widgets.choices import Choices
from wirediff.app.widgets.roll import Roll
from wirediff.app.widgets.target import Target

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp
    from wirediff.app.settings.palette import Palette

Result = TypeVar("Result")


class ClosedOnce(Screen[Result], Generic[Result]):
    """A screen that knows whether it is still there when a key of a burst reaches it."""

    @property
    def is_stacked(self) -> bool:
        """Whether it is shown, or waits below another screen."""
        return self in self.app.screen_stack

    @property
    def is_topmost(self) -> bool:
        """Whether keys go to it; Textual's `is_current` is true below a dialog too."""
        return self.is_stacked and self.app.screen is self

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with a result, once: the second of two keys struck in a hurry would close the screen below.

        What lies over it, such as help opened while a file was written, goes with it.
        """
        if not self.is_stacked:
            return AwaitComplete()
        while self.app.screen is not self:
            self.app.pop_screen()
        return super().dismiss(result)


class Opened(ClosedOnce[Result], Generic[Result]):
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
        """Nothing can be done on a screen without widgets: a key may come before it is composed, or once it is left."""
        return bool(self.children) and self.is_stacked

    def targets(self) -> list[Target]:
        """Where one can jump to: the entries of lists that are in view."""
        rolls, choices = self.query(Roll), self.query(Choices)
        return [target for each in (*rolls, *choices) if each.is_on_screen for target in each.targets()]

    def action_jump(self) -> None:
        """Put letters on whatever can be gone to."""
        from wirediff.app.screens.jump import JumpScreen

        if targets := self.targets():
            self.app.push_screen(JumpScreen(targets), lambda target: target and target.go())

    def renew(self) -> None:
        """Show the notes that stand now; called when another program has recorded something."""
