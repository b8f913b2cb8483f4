"""What the full screens have in common: the application under its own type, and the scopes of keys in force."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp
    from wirediff.app.library.changes import Fresh
    from wirediff.app.settings.palette import Palette


class FullScreen(Screen[None]):
    """A screen of its own, not a dialog over one."""

    SCOPES: ClassVar[tuple[str, ...]] = ()

    @property
    def idle(self) -> frozenset[str]:
        """Actions that cannot do anything here now, as Textual calls them: the last line leaves them out."""
        return frozenset()

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

    def leave(self) -> None:
        """Go back to the screen below; a key struck twice in a hurry goes back once."""
        if self.is_current:
            self.leaving()
            self.app.pop_screen()

    def leaving(self) -> None:
        """Do what has to be done before the screen is left or the reader ends."""

    def recolour(self) -> None:
        """Take on other colours; called when the theme has changed."""

    def rejudged(self) -> None:
        """Take on other rules; called when a substitution has been judged."""

    def renew(self) -> None:
        """Show the notes that stand now; called when another program has recorded something."""

    def reread(self, fresh: "Fresh") -> None:
        """Show versions as they are now; called when files have been read again."""
