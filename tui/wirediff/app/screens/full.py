"""What the full screens have in common: the scopes of keys in force, the way back, and what they take on while open."""

from typing import TYPE_CHECKING, ClassVar

from wirediff.app.screens.opened import Opened

if TYPE_CHECKING:
    from wirediff.app.library.changes import Fresh


class FullScreen(Opened[None]):
    """A screen of its own, not a dialog over one."""

    SCOPES: ClassVar[tuple[str, ...]] = ()

    @property
    def idle(self) -> frozenset[str]:
        """Actions that cannot do anything here now, as Textual calls them: the last line leaves them out."""
        return frozenset()

    def leave(self) -> None:
        """Go back to the screen below; a key struck twice in a hurry goes back once."""
        if self.is_topmost:
            self.leaving()
            self.app.pop_screen()

    def leaving(self) -> None:
        """Do what has to be done before the screen is left or the reader ends."""

    def recolour(self) -> None:
        """Take on other colours; called when the theme has changed."""

    def rejudged(self) -> None:
        """Take on other rules; called when a substitution has been judged."""

    def reread(self, fresh: "Fresh") -> None:
        """Show versions as they are now; called when files have been read again."""
