"""A theme's file: its shape, and reading it with everything told that is wrong in it.

What is in order holds: for a colour of the page that cannot be used a shipped theme lends its own.
"""

import difflib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import asdict

from wirediff.app.settings.palette import Palette
from wirediff.errors import WirediffError
from wirediff.kinds import KINDS, Kind, Severity
from wirediff.resources import shipped
from wirediff.yamlfile import Faults, Sort, YamlFile, in_order, read_yaml

Colour = str
_RGB = re.compile("#[0-9a-fA-F]{6}")
_SIXTEEN = re.compile("default|(bright_)?(black|red|green|yellow|blue|magenta|cyan|white)")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class ThemeError(WirediffError):
    """What is wrong with a theme; the message names the file, the place inside it and the fault."""


_SORT = Sort("theme", 100_000, ThemeError, "docs/themes.md shows the form")


class Colours(Struct, frozen=True):
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


class ThemeFile(Struct, frozen=True):
    """What a theme's file holds, as docs/themes.md describes it, and what is wrong in it."""

    name: str
    title: str
    colours: Colours
    dark: bool = True
    severities: dict[Severity, Colour] = {}
    kinds: dict[Kind, Colour] = {}
    faults: tuple[WirediffError, ...] = ()

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


def read_theme(path: Path) -> ThemeFile:
    """The theme in a file, with its faults. Raises ThemeError for a file that no theme can be made of."""
    faults: Faults = []
    file = read_yaml(path, _SORT, faults)
    if not isinstance(file.data, dict) or not isinstance(file.data.get("colours"), dict):
        raise next(iter(in_order(faults)), file.fault("$.colours", "a theme has colours here, one a line"))
    if not _NAME.fullmatch(path.stem):
        raise ThemeError(
            f"{path}: {path.stem!r} is no name of a theme", "name the file with small letters, digits and hyphens"
        )
    return _Reading(file, faults).theme()


class _Form(NamedTuple):
    """How the colours of a theme are written, and the shipped theme that lends those it lacks."""

    pattern: re.Pattern[str]
    write: str
    lender: str


class _Reading:
    """One file, looked through part by part; each part gives what can be used of it."""

    def __init__(self, file: YamlFile, faults: Faults) -> None:
        self._file = file
        self._faults = faults

    def theme(self) -> ThemeFile:
        """The theme, with every fault found."""
        data: dict[str, Any] = self._file.data
        for name in [*data, *self._file.bare.get("$", ())]:
            if name not in _PARTS:
                self._add(f"$.{name}", f"a theme has no {name!r}", _meant(name, _PARTS))
        dark = data.get("dark", "true")
        if dark not in ("true", "false"):
            self._add("$.dark", f"{dark!r} is neither true nor false", "write true, or false for a light page")
        form = _form(data["colours"], light=dark == "false")
        return ThemeFile(
            self._name(data.get("name")),
            self._title(data.get("title")),
            self._page(form),
            dark != "false",
            {Severity(name): colour for name, colour in self._colours("severities", [*Severity], form).items()},
            {Kind(name): colour for name, colour in self._colours("kinds", [*Kind], form).items()},
            in_order(self._faults),
        )

    def _name(self, given: object) -> str:
        wanted = self._file.path.stem
        if given != wanted:
            said = "it is missing" if given is None else f"its name is {given!r}"
            self._add("$.name", said, f"a theme has its file's name: {wanted}")
        return wanted

    def _title(self, given: object) -> str:
        if isinstance(given, str) and given:
            return given
        self._add("$.title", "it is missing", "write what the list of themes shows")
        return self._file.path.stem

    def _page(self, form: _Form) -> Colours:
        """The colours of the page, those that are missing lent."""
        names = Colours.__struct_fields__
        found = self._colours("colours", names, form)
        written = {*self._file.data["colours"], *self._file.bare.get("$.colours", ())}
        for name in names:
            if name not in written:
                self._add("$.colours", f"{name} is missing", f"write {form.write} for it")
        if len(found) == len(names):
            return Colours(**found)
        lender = shipped("themes") / f"{form.lender}.yaml"
        if lender == self._file.path:
            raise self._file.fault("$.colours", "it has not all the colours of a page")
        return Colours(**(asdict(read_theme(lender).colours) | found))

    def _colours(self, part: str, names: Sequence[str], form: _Form) -> dict[str, Colour]:
        """The colours of a part that can be used, by their names."""
        given = self._file.data.get(part, {})
        if not isinstance(given, dict):
            self._add(f"$.{part}", "it takes a colour a line", f"write a name, a colon and {form.write}")
            return {}
        found: dict[str, Colour] = {}
        for name, colour in [*given.items(), *((name, "") for name in self._file.bare.get(f"$.{part}", ()))]:
            place = f"$.{part}.{name}"
            if name not in names:
                self._add(place, f"there is no {_CALLED[part]} {name!r}", _meant(name, names))
            elif colour == "":
                self._add(place, "no colour stands here", f"write {form.write}; without quotes a # begins a comment")
            elif not isinstance(colour, str) or not form.pattern.fullmatch(colour):
                self._add(place, f"{colour!r} is no colour here", f"write {form.write}, as the background")
            else:
                found[name] = colour
        return found

    def _add(self, place: str, message: str, hint: str) -> None:
        self._faults.append((self._file.line(place), self._file.fault(place, message, hint)))


_PARTS = ("name", "title", "dark", "colours", "severities", "kinds")
_CALLED = {"colours": "colour of the page", "severities": "severity", "kinds": "kind"}


def _form(colours: dict[str, object], *, light: bool) -> _Form:
    """How a theme's colours are written: as that of its background or, if it has none, as the first that is one."""
    inks = [colours.get("background"), *colours.values()]
    for ink in inks:
        if isinstance(ink, str) and _SIXTEEN.fullmatch(ink):
            return _Form(_SIXTEEN, "a colour of the terminal, such as bright_red", "ansi")
        if isinstance(ink, str) and _RGB.fullmatch(ink):
            break
    return _Form(_RGB, '"#rrggbb"', "light" if light else "dark")


def _meant(name: str, names: Sequence[str]) -> str:
    close = difflib.get_close_matches(name, names, 1)
    return f"did you mean {close[0]}?" if close else f"take one of {', '.join(names)}"
