"""All differences that are seen, in a list."""

from collections.abc import Iterator
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widget import Widget

from wirediff.app.desk import Desk
from wirediff.app.keys import bindings
from wirediff.app.layout.typeset import POINTER
from wirediff.app.legible import legible
from wirediff.app.naming import count, tag
from wirediff.app.screens.dialog import Dialog
from wirediff.app.widgets.choices import Choices
from wirediff.kinds import KINDS
from wirediff.model import Difference, Side

MOST = 3000
"""A list of more entries would take too long to fill; those around the cursor are shown then."""


class DifferencesScreen(Dialog[int | None]):
    """Gives the index of the difference to go to, or None."""

    scope = "differences"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("differences")]

    def __init__(self, desk: Desk, current: int | None) -> None:
        super().__init__()
        self._desk = desk
        place = desk.seen.index(current) if current in desk.seen else 0
        first = max(0, min(place - MOST // 2, len(desk.seen) - MOST))
        self._near = desk.seen[first : first + MOST]
        self._start = place - first

    def heading(self) -> str:
        """The title."""
        every = count(len(self._desk.seen), "difference")
        return (
            every if len(self._near) == len(self._desk.seen) else f"{len(self._near):,} of {every}, around the cursor"
        )

    def body(self) -> Iterator[Widget]:
        """One line a difference."""
        yield Choices(id="differences")

    def on_mount(self) -> None:
        """Begin at the one at the cursor."""
        found = self._desk.comparison.differences
        self.query_one(Choices).fill([self._entry(found[index]) for index in self._near], self._start)

    def _entry(self, found: Difference) -> Text:
        spec = KINDS[found.kind]
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append(f"{spec.letter}{POINTER}", self.palette.mark(found.kind, found.severity, letter=True))
        text.append(f"{found.kind:<16}", self.palette.mark(found.kind, found.severity, whole=True))
        if len(self._desk.comparison.collation.versions) > 2:
            text.append(f"{tag(found.against)} ", self.palette.quiet)
        return text.append(f"{_side(found.left)} → {_side(found.right)}")

    def on_option_list_option_selected(self) -> None:
        """A click goes there."""
        self.action_go()

    def action_go(self) -> None:
        """Close, and go to the difference."""
        place = self.query_one(Choices).highlighted
        self.dismiss(None if place is None else self._near[place])

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)


def _side(side: Side | None) -> str:
    if side is None:
        return "—"
    text = legible(side.text.strip() or side.text)
    return f"¶{side.paragraph} {text}" if side.paragraph else text
