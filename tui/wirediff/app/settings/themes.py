"""Themes: YAML files, the shipped ones and the user's own, checked on reading; a broken one is reported, never fatal.

A file gives the page's colours and one a kind; a kind without one takes its severity's, and a severity without one a
colour of the page. Files are parsed when they are needed: at the start only the theme in force is.

A theme is in colours of its own (`#rrggbb`) or in the sixteen of the terminal, which its owner may have set; such a one
is worn under NO_COLOR too, with its colours left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from wirediff.app.settings.palette import Palette
from wirediff.errors import WirediffError
from wirediff.kinds import KINDS, Kind, Severity
from wirediff.resources import shipped
from wirediff.yamlfile import Sort, YamlFile, read_yaml

if TYPE_CHECKING:
    from textual.theme import Theme

DEFAULT = "dark"

WITHOUT_COLOUR = "ansi"
"""The theme that is worn under NO_COLOR: the terminal's own ink and paper."""

Colour = str
_RGB = re.compile("#[0-9a-fA-F]{6}")
_SIXTEEN = re.compile("default|(bright_)?(black|red|green|yellow|blue|magenta|cyan|white)")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class ThemeError(WirediffError):
    """A theme that cannot be used; the message names the file, the place inside it and the fault."""


_SORT = Sort("theme", 100_000, ThemeError, "docs/themes.md shows the form")


class Colours(Struct, frozen=True, forbid_unknown_fields=True):
    """The colours of the page. `primary` is the base's tag, `secondary` the other versions', `accent` the cursor's."""

    background: Colour
    foreground: Colour
    surface: Colour
    panel: Colour
    dim: Colour
    primary: Colour
    secondary: Colour
    accent: Colour
    success: Colour
    warning: Colour
    error: Colour


class ThemeFile(Struct, frozen=True, forbid_unknown_fields=True):
    """What a theme's file holds, as docs/themes.md describes it."""

    name: str
    title: str
    colours: Colours
    dark: bool = True
    severities: dict[Severity, Colour] = {}
    kinds: dict[Kind, Colour] = {}

    @property
    def sixteen(self) -> bool:
        """Whether it is in the colours of the terminal."""
        return not self.colours.background.startswith("#")

    def palette(self) -> Palette:
        """The colours as the drawing asks for them, with every kind filled in."""
        page = {
            Severity.COSMETIC: self.colours.dim,
            Severity.NOTABLE: self.colours.primary,
            Severity.SERIOUS: self.colours.error,
        }
        severities = page | self.severities
        return Palette(
            background=self.colours.background,
            foreground=self.colours.foreground,
            panel=self.colours.panel,
            dim=self.colours.dim,
            accent=self.colours.accent,
            first=self.colours.primary,
            second=self.colours.secondary,
            kinds={kind: self.kinds.get(kind, severities[spec.severity]) for kind, spec in KINDS.items()},
        )

    def for_textual(self) -> "Theme":
        """The theme as Textual takes it, for borders, lists and dialogs."""
        from textual.theme import Theme

        colours: dict[str, Any] = msgspec.structs.asdict(self.colours)
        if self.sixteen:
            colours = {part: f"ansi_{colour}" for part, colour in colours.items()}
        dim = colours.pop("dim")
        return Theme(
            name=self.name,
            dark=self.dark,
            ansi=self.sixteen,
            boost=colours["panel"] if self.sixteen else None,
            **colours,
            variables={
                **(_SIXTEEN_MORE if self.sixteen else {}),
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

    def broken(self) -> dict[str, ThemeError]:
        """The themes that cannot be used, by name, each with what is wrong: every file of the user's is read."""
        found: dict[str, ThemeError] = {}
        for path in self._own():
            try:
                read_theme(path)
            except ThemeError as error:
                found[path.stem] = error
        return found

    def _files(self) -> Iterator[Path]:
        yield from sorted(shipped("themes").glob("*.yaml"), key=lambda path: (path.stem != DEFAULT, path.stem))
        yield from self._own()

    def _own(self) -> list[Path]:
        if self.folder is None or not self.folder.is_dir():
            return []
        return sorted(self.folder.glob("*.yaml"))


def read_theme(path: Path) -> ThemeFile:
    """The theme in a file. Raises ThemeError, which names the file, the line and the place inside."""
    file = read_yaml(path, _SORT)
    theme = file.shaped(ThemeFile, lambda place: tuple(Severity if place.endswith("severities") else Kind))
    _check_colours(file, theme)
    if not _NAME.fullmatch(theme.name) or theme.name != path.stem:
        raise file.fault("$.name", f"its name is {theme.name!r}", f"a theme has its file's name: {path.stem}")
    return theme


def _check_colours(file: YamlFile, theme: ThemeFile) -> None:
    form, write = (_SIXTEEN, "a colour of the terminal, such as bright_red") if theme.sixteen else (_RGB, '"#rrggbb"')
    named = msgspec.to_builtins(theme)
    for part in ("colours", "severities", "kinds"):
        for name, colour in named[part].items():
            if not form.fullmatch(colour):
                raise file.fault(
                    f"$.{part}.{name}", f"{colour!r} is no colour here", f"write {write}, as the background"
                )
