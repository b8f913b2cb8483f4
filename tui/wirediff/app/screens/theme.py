"""Choosing the colours: each theme is tried on as the cursor reaches it."""

from collections.abc import Iterator
from contextlib import suppress
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wirediff.app.keys import bindings
from wirediff.app.legible import legible
from wirediff.app.screens.dialog import Dialog
from wirediff.app.settings.themefile import ThemeError
from wirediff.app.widgets.choices import Choices


class ThemeScreen(Dialog[str | None]):
    """Gives the name of the theme that was kept, or None."""

    scope = "theme"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("theme")]

    def heading(self) -> str:
        """The title."""
        return "Theme"

    def body(self) -> Iterator[Widget]:
        """The themes by name, and below them what is wrong with the one at the cursor."""
        yield Choices(id="themes")
        yield Static(id="fault")

    def on_mount(self) -> None:
        """Begin at the theme in force."""
        self._names = self.reader.looks.shelf.names()
        self._before = self.reader.looks.worn
        place = self._names.index(self._before) if self._before in self._names else 0
        self._faulty = self.reader.looks.shelf.faults()
        self.query_one(Choices).fill([self._entry(name) for name in self._names], place)

    def _entry(self, name: str) -> Text:
        text = Text(legible(name), no_wrap=True, overflow="ellipsis")
        if faulty := self._faulty.get(name):
            text.append("  in part" if faulty.usable else "  broken", self.palette.quiet)
        return text

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Try the theme on, and say what is wrong with it; a broken one is not worn."""
        name = self._names[event.option_index]
        with suppress(ThemeError):
            self.reader.looks.wear(name)
        faulty = self._faulty.get(name)
        faults = [legible(str(fault)) for fault in faulty.faults] if faulty else []
        self.query_one("#fault", Static).update(Text("\n".join(faults)))

    def on_option_list_option_selected(self) -> None:
        """A click keeps it."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the theme that is worn; a broken one cannot be."""
        place = self.query_one(Choices).highlighted
        faulty = self._faulty.get(self._names[place]) if place is not None else None
        if faulty and not faulty.usable:
            self.app.bell()
            return
        self.dismiss(self.reader.looks.worn)

    def action_cancel(self) -> None:
        """Put the old one on again."""
        self.reader.looks.wear(self._before)
        self.dismiss(None)
