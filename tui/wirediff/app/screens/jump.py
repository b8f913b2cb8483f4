"""Jump mode: letters stand on whatever can be gone to, and typing them goes there."""

from collections.abc import Sequence
from itertools import product
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from wirediff.app.keys import bindings
from wirediff.app.screens.opened import Opened
from wirediff.app.widgets.target import Target

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the fingers first."""


def labels(number: int) -> list[str]:
    """So many different labels, all of one length, so that none begins another.

    >>> labels(3), labels(27)[-1]
    (['a', 's', 'd'], 'sa')
    """
    length = 1
    while len(LETTERS) ** length < number:
        length += 1
    return ["".join(letters) for letters, _ in zip(product(LETTERS, repeat=length), range(number), strict=False)]


class JumpScreen(Opened[Target | None], ModalScreen[Target | None]):
    """Gives the target whose letters were typed, or None."""

    scope = "jump"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("jump")]

    def __init__(self, targets: Sequence[Target]) -> None:
        super().__init__()
        self._targets = dict(zip(labels(len(targets)), targets, strict=True))
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The letters, each at its place."""
        for label, target in self._targets.items():
            shown = Static(label, markup=False)
            shown.styles.offset = (target.x, target.y)
            yield shown

    def on_key(self, event: events.Key) -> None:
        """Go there with the last letter; any other key leaves."""
        if event.character is None or not event.character.isprintable():
            return
        event.stop()
        self._typed += event.character
        if self._typed in self._targets:
            self.dismiss(self._targets[self._typed])
        elif not any(label.startswith(self._typed) for label in self._targets):
            self.dismiss(None)

    def action_close(self) -> None:
        """Leave all as it is."""
        self.dismiss(None)
