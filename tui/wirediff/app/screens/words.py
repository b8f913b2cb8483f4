"""The field for words below a list: typed into, it narrows the list; empty, it is not there."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from wirediff.app.keys import bindings


class Words(Input):
    """Sends Changed as every input does; `back` selects the list that gets the keys again."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("words")]

    def __init__(self, back: str, placeholder: str, value: str = "") -> None:
        super().__init__(value, placeholder=placeholder, id="words")
        self._back = back
        self.display = bool(value)

    def begin(self) -> None:
        """Show it, and type there."""
        self.display = True
        self.screen.set_focus(self)

    def leave(self) -> None:
        """Let the list have the keys; without words it goes, when those typed before have arrived."""
        self.screen.set_focus(self.screen.query_one(self._back))
        self.call_later(self._hide)

    def _hide(self) -> None:
        self.display = bool(self.value) or self.has_focus

    def clear(self) -> None:
        """Look for nothing in particular."""
        super().clear()
        self.leave()

    def action_keep(self) -> None:
        """Go to the list."""
        self.leave()
