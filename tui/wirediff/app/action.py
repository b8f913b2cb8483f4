"""What an action of the table in `keys` is: its keys and words, and how Textual binds it."""

from typing import TYPE_CHECKING, NamedTuple

from wirediff.verdicts import VERDICTS

if TYPE_CHECKING:
    from textual.binding import Binding

DIGITS = "123456789"
UNSHIFTED = "&é\"'(-è_ç"
"""What the keys of the digits give on a French keyboard without Shift."""


class Action(NamedTuple):
    """One thing that keys do.

    The id is a scope and a name; `keys` are parted by blanks; `run` is the Textual action, the name where it is empty.
    What is done `at_once` is done before the widget with the focus sees the key, and before any key struck after it:
    so it must be where an action moves the focus out of a field, or a burst of keys would be typed into that field.
    """

    id: str
    keys: str
    label: str
    tooltip: str
    run: str = ""
    footer: bool = False
    at_once: bool = False

    @property
    def scope(self) -> str:
        """The screen or widget that the action belongs to."""
        return self.id.partition(".")[0]

    @property
    def call(self) -> str:
        """The action as Textual calls it."""
        return self.run or self.id.partition(".")[2]

    def binding(self) -> "Binding":
        """The action as Textual binds it."""
        from textual.binding import Binding

        first, *_ = keys = self.keys.split()
        return Binding(
            ",".join(keys),
            self.call,
            self.label,
            show=self.footer,
            key_display=shown(first),
            tooltip=self.tooltip,
            id=self.id,
            priority=self.at_once,
        )


def judging(scope: str, run: str = "judge") -> tuple[Action, ...]:
    """The digits as they judge in a scope, with what a French keyboard gives for them without Shift."""
    named = dict(enumerate(VERDICTS, 1))
    return tuple(
        Action(
            f"{scope}.{run}_{number}",
            f"{digit} {plain}",
            f"Verdict {number}",
            f"Judge: {named.get(number, 'a verdict of your own')}",
            f"{run}({number})",
        )
        for number, (digit, plain) in enumerate(zip(DIGITS, UNSHIFTED, strict=True), 1)
    )


_SHOWN = {"down": "↓", "up": "↑", "left": "←", "right": "→", "escape": "Esc", "pagedown": "PgDn", "pageup": "PgUp"}


def shown(key: str) -> str:
    """A key as it is written for people.

    >>> shown("ctrl+p"), shown("down"), shown("?"), shown("alt+up")
    ('Ctrl+P', '↓', '?', 'Alt+↑')
    """
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    plain = _SHOWN.get(last, last.title() if len(last) > 1 or modifiers else last)
    return "+".join([*(modifier.title() for modifier in modifiers), plain])
