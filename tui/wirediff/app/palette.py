"""The colours in force, and what a mark looks like in them: one function decides for text, lists and legends."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from rich.style import Style

from wirediff.kinds import KINDS, Kind, Severity, Underline


@dataclass(frozen=True, slots=True, eq=False)
class Palette:
    """The colours of a theme, as `#rrggbb`: those of the page, and one a kind."""

    background: str
    foreground: str
    panel: str
    dim: str
    accent: str
    first: str
    second: str
    kinds: Mapping[Kind, str]

    @property
    def text(self) -> Style:
        """Story text."""
        return Style(color=self.foreground, bgcolor=self.background)

    @property
    def quiet(self) -> Style:
        """Margins, rules, and text that is not the story's."""
        return Style(color=self.dim, bgcolor=self.background)

    @property
    def dimmed(self) -> Style:
        """Quiet text on whatever is below it."""
        return Style(color=self.dim)

    @property
    def loud(self) -> Style:
        """The cursor, and what it is on."""
        return Style(color=self.accent, bgcolor=self.background, bold=True)

    def version(self, version: int) -> Style:
        """The tag of a version: the base in one colour, the others in another."""
        return Style(color=self.second if version else self.first, bgcolor=self.background)

    def severity(self, severity: Severity) -> Style:
        """The word for a severity."""
        return (
            self.text
            + Style(bold=severity is Severity.SERIOUS, underline=severity is Severity.NOTABLE)
            + _underline(severity)
        )

    def mark(
        self, kind: Kind, severity: Severity, *, letter: bool = False, current: bool = False, whole: bool = False
    ) -> Style:
        """How a marked span is drawn, or the letter before it.

        The one at the cursor has its colours reversed. A `whole` paragraph is not underlined: its letter says enough.
        """
        look = _Look(severity, letter=letter, current=current, whole=whole)
        return _mark(self.kinds[kind], self.background, look)


class _Look(NamedTuple):
    severity: Severity
    letter: bool
    current: bool
    whole: bool


@lru_cache(maxsize=512)
def _mark(ink: str, paper: str, look: _Look) -> Style:
    line = Style() if look.letter or look.whole else _underline(look.severity)
    if look.current:
        return Style(color=paper, bgcolor=ink, bold=True) + line
    least_bold = Severity.NOTABLE if look.letter else Severity.SERIOUS
    bold = look.severity.rank >= least_bold.rank and not (look.whole and not look.letter)
    return Style(color=ink, bgcolor=paper, bold=bold) + line


def _underline(severity: Severity) -> Style:
    # The table ties a style to a severity; the severity at hand may be one that a glossary set.
    style = replace(KINDS[Kind.CONTENT], severity=severity).underline
    return {
        Underline.PLAIN: Style(),
        Underline.SINGLE: Style(underline=True),
        Underline.DOUBLE: Style(underline2=True),
    }[style]
