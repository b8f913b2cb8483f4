"""The colours in force, and what a mark looks like in them: one function decides for text, lists and legends."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rich.style import Style

from wirediff.app.layout.lights import Light
from wirediff.kinds import Kind, Severity, Underline, underline


@dataclass(frozen=True, slots=True, eq=False)
class Palette:
    """The colours of a theme, as rich writes them: those of the page, and one a kind."""

    background: str
    foreground: str
    panel: str
    dim: str
    accent: str
    first: str
    second: str
    kinds: Mapping[Kind, str]

    @property
    def paper(self) -> Style:
        """The page on which everything else is drawn; the other styles leave it to show."""
        return Style(color=self.foreground, bgcolor=self.background)

    @property
    def text(self) -> Style:
        """Story text."""
        return Style(color=self.foreground)

    @property
    def quiet(self) -> Style:
        """Margins, rules, and text that is not the story's."""
        return Style(color=self.dim)

    @property
    def loud(self) -> Style:
        """The cursor, and what it is on."""
        return Style(color=self.accent, bold=True)

    def version(self, version: int) -> Style:
        """The tag of a version: the base in one colour, the others in another."""
        return Style(color=self.second if version else self.first)

    def severity(self, severity: Severity) -> Style:
        """The word for a severity."""
        return Style(color=self.foreground, bold=severity is Severity.SERIOUS) + _underline(severity)

    def light(self, light: Light) -> Style:
        """How lit words are drawn. Each is reversed, so that it shows without colour; the one at hand is underlined."""
        match light:
            case Light.MATCH:
                return Style(color=self.accent, bgcolor=self.background, reverse=True, bold=False)
            case Light.HERE:
                return Style(color=self.foreground, bgcolor=self.background, reverse=True, bold=True, underline=True)
            case Light.SELECTED:
                return Style(color=self.second, bgcolor=self.background, reverse=True, bold=False)

    def part(self, seen: bool, *, lit: bool) -> Style:
        """A part of the whole page in the bar beside it: `seen` is what is in view, `lit` where words were found.

        Where the theme has no colour for a panel the part in view is reversed, and lit words stand out by not being.
        """
        plain = self.panel == self.background
        style = Style(bgcolor=self.panel if seen else self.background, reverse=seen and plain)
        return style + self.light(Light.MATCH) + Style(reverse=not (seen and plain)) if lit else style

    def mark(
        self, kind: Kind, severity: Severity, *, letter: bool = False, current: bool = False, whole: bool = False
    ) -> Style:
        """How a marked span is drawn, or the letter before it.

        The one at the cursor has its colours reversed. Of a `whole` paragraph only the letter is drawn in this way:
        the text would be hard to read.
        """
        look = _Look(severity, letter=letter, current=current, whole=whole)
        return _mark(self.kinds[kind], look)


class _Look(NamedTuple):
    severity: Severity
    letter: bool
    current: bool
    whole: bool


@lru_cache(maxsize=512)
def _mark(ink: str, look: _Look) -> Style:
    if look.whole and not look.letter:
        return Style(color=ink)
    line = Style() if look.letter else _underline(look.severity)
    if look.current:
        return Style(color=ink, reverse=True, bold=True) + line  # reversed it stands out without colour, too
    least_bold = Severity.NOTABLE if look.letter else Severity.SERIOUS
    return Style(color=ink, bold=look.severity.rank >= least_bold.rank) + line


def _underline(severity: Severity) -> Style:
    # A terminal that knows no double underline draws the single one that is sent before it.
    return {
        Underline.PLAIN: Style(),
        Underline.SINGLE: Style(underline=True),
        Underline.DOUBLE: Style(underline=True, underline2=True),
    }[underline(severity)]
