"""Themes: YAML files, the shipped ones and the user's own, checked on reading; a fault is reported, never fatal.

A file gives the page's colours and one a kind; a kind without one takes its severity's, and a severity without one a
colour of the page. Files are parsed when they are needed: at the start only the theme in force is.

A theme is in colours of its own (`#rrggbb`) or in the sixteen of the terminal, which its owner may have set; such a one
is worn under NO_COLOR too, with its colours left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from wirediff.app.settings.themefile import ThemeError, ThemeFile, read_theme
from wirediff.errors import WirediffError
from wirediff.resources import shipped

if TYPE_CHECKING:
    from textual.theme import Theme

DEFAULT = "dark"

WITHOUT_COLOUR = "ansi"
"""The theme that is worn under NO_COLOR: the terminal's own ink and paper."""


class Faulty(NamedTuple):
    """What is wrong with a theme, and whether it can be worn all the same."""

    faults: tuple[WirediffError, ...]
    usable: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where themes lie: the user's folder over the shipped one, found by the file's name."""

    folder: Path | None = None

    def names(self) -> list[str]:
        """The names of all themes, the shipped first; a file's name without its ending is the theme's name."""
        return list(dict.fromkeys(path.stem for path in self._files()))

    def read(self, name: str) -> ThemeFile:
        """The theme of a name, the user's before the shipped. Raises ThemeError if it is broken or not there."""
        return read_theme(self.file(name))

    def file(self, name: str) -> Path:
        """The file of the theme of a name, the user's before the shipped. Raises ThemeError if there is none."""
        for path in reversed(list(self._files())):
            if path.stem == name:
                return path
        raise ThemeError(f"there is no theme {name!r}", f"choose one of {', '.join(self.names())}")

    def faults(self) -> dict[str, Faulty]:
        """What is wrong with themes, by their names: every file of the user's is read."""
        found: dict[str, Faulty] = {}
        for path in self._own():
            try:
                faults, usable = read_theme(path).faults, True
            except ThemeError as error:
                faults, usable = (error,), False
            if faults:
                found[path.stem] = Faulty(faults, usable)
        return found

    def _files(self) -> Iterator[Path]:
        yield from sorted(shipped("themes").glob("*.yaml"), key=lambda path: (path.stem != DEFAULT, path.stem))
        yield from self._own()

    def _own(self) -> list[Path]:
        if self.folder is None or not self.folder.is_dir():
            return []
        return sorted(self.folder.glob("*.yaml"))


def for_textual(theme: ThemeFile) -> "Theme":
    """The theme as Textual takes it, for borders, lists and dialogs."""
    from textual.theme import Theme

    colours: dict[str, Any] = msgspec.structs.asdict(theme.colours)
    if theme.sixteen:
        colours = {part: f"ansi_{colour}" for part, colour in colours.items()}
    dim = colours.pop("dim")
    return Theme(
        name=theme.name,
        dark=theme.dark,
        ansi=theme.sixteen,
        boost=colours["panel"] if theme.sixteen else None,
        **colours,
        variables={
            **(_SIXTEEN_MORE if theme.sixteen else {}),
            "dim": dim,
            "footer-background": colours["panel"],
            "footer-key-foreground": colours["accent"],
            "footer-description-foreground": colours["foreground"],
            # What the cursor lies on keeps the colours of its text, so the bar must let every one of them be read.
            "block-cursor-background": colours["panel"],
            "block-cursor-foreground": colours["foreground"],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": colours["panel"],
            "border": colours["primary"],
            "border-blurred": dim,
        },
    )


_SIXTEEN_MORE = {
    "ansi-background": "ansi_black",
    "ansi-foreground": "ansi_white",
    "input-cursor-background": "ansi_default",
    "input-cursor-foreground": "ansi_default",
    "input-cursor-text-style": "reverse",
    "input-selection-background": "ansi_bright_blue",
    "input-selection-foreground": "ansi_black",
    "screen-selection-background": "ansi_bright_blue",
    "screen-selection-foreground": "ansi_black",
}
