"""Choosing the versions that lie side by side, and the base they are compared with."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from wirediff.app.keys import bindings
from wirediff.app.naming import count, day, headline, names
from wirediff.app.screens.dialog import Dialog
from wirediff.app.widgets.choices import Choices
from wirediff.model import Document
from wirediff.text import word_count


class Chosen(NamedTuple):
    """The base, and the versions beside it, as places in the story."""

    base: int
    others: tuple[int, ...]


class VersionsScreen(Dialog[Chosen | None]):
    """Gives what was chosen, or None where it stays as it was."""

    scope = "versions"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("versions")]

    def __init__(self, documents: Sequence[Document], chosen: Chosen) -> None:
        super().__init__()
        self._documents = documents
        self._names = names(documents)
        self._base = chosen.base
        self._shown = {chosen.base, *chosen.others}

    def heading(self) -> str:
        """The title."""
        return "Versions"

    def body(self) -> Iterator[Widget]:
        """The versions of the story."""
        yield Choices(id="versions")
        yield Static("The base stands on the left; each other version is compared with it.", id="remark")

    def on_mount(self) -> None:
        """Show what is in force."""
        self._fill(self._base)

    def _fill(self, highlighted: int) -> None:
        self.query_one(Choices).fill([self._entry(place) for place in range(len(self._documents))], highlighted)

    def _entry(self, place: int) -> Text:
        document = self._documents[place]
        mark = "base " if place == self._base else " [x] " if place in self._shown else " [ ] "
        text = Text(mark, no_wrap=True, overflow="ellipsis")
        text.append(self._names[place], self.palette.version(0 if place == self._base else 1))
        more = [day(document.published), count(word_count(document), "word"), headline(document)]
        return text.append("  " + " · ".join(part for part in more if part))

    def on_option_list_option_selected(self) -> None:
        """A click toggles."""
        self.action_turn()

    def action_turn(self) -> None:
        """Show the version, or hide it; the base and one other stay."""
        place = self.query_one(Choices).highlighted
        if place is None or place == self._base:
            return
        if len(self._shown - {place}) >= 2 or place not in self._shown:
            self._shown ^= {place}
        self._fill(place)

    def action_base(self) -> None:
        """Make it the base; the old base stays beside it."""
        place = self.query_one(Choices).highlighted
        if place is not None:
            self._base = place
            self._shown |= {place}
            self._fill(place)

    def action_done(self) -> None:
        """Use it."""
        self.dismiss(Chosen(self._base, tuple(sorted(self._shown - {self._base}))))

    def action_cancel(self) -> None:
        """Leave it."""
        self.dismiss(None)
