"""The kinds of difference: one table that glossary, reader, exports and docs all read.

To add a kind: a member of `Kind`, a row in `KINDS`, and a detector in `differ/`. Themes give each kind a colour under
its own name, and a theme without one falls back to the colour of the severity.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Severity(StrEnum):
    """How much a difference weighs, lightest first."""

    COSMETIC = "cosmetic"
    NOTABLE = "notable"
    SERIOUS = "serious"

    @property
    def rank(self) -> int:
        """0 for cosmetic, 1 for notable, 2 for serious."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Kind(StrEnum):
    """What sort of difference it is, narrow to broad: the order in which detectors speak."""

    TYPOGRAPHY = "typography"
    CAPITALISATION = "capitalisation"
    SPELLING = "spelling"
    TRANSLITERATION = "transliteration"
    NAMING = "naming"
    LABEL = "label"
    NUMBER = "number"
    DATETIME = "datetime"
    TITLE = "title"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    CLAIM = "claim"
    PLACE = "place"
    ORDER = "order"
    WORDING = "wording"
    CONTENT = "content"


class Underline(StrEnum):
    """How a marked span is drawn where there is no colour; a plain one, without a line, is closed by a sign."""

    PLAIN = "plain"
    SINGLE = "single"
    DOUBLE = "double"


def underline(severity: Severity) -> Underline:
    """The underline style of a severity, which tells severities apart without colour."""
    return _UNDERLINES[severity.rank]


_UNDERLINES = tuple(Underline)


@dataclass(frozen=True, slots=True)
class KindSpec:
    """One row of the table.

    `letter` is unique and stands before a marked span; `means` is one sentence for help, legends and reports.
    """

    kind: Kind
    letter: str
    severity: Severity
    means: str

    @property
    def underline(self) -> Underline:
        """The underline style of the kind's own severity."""
        return underline(self.severity)


_COSMETIC, _NOTABLE, _SERIOUS = Severity

KINDS = MappingProxyType(
    {
        spec.kind: spec
        for spec in (
            KindSpec(Kind.TYPOGRAPHY, "P", _COSMETIC, "only glyphs, spacing or punctuation differ"),
            KindSpec(Kind.CAPITALISATION, "C", _COSMETIC, "the same letters in upper or lower case"),
            KindSpec(Kind.SPELLING, "S", _COSMETIC, "one common word in another orthography"),
            KindSpec(Kind.TRANSLITERATION, "T", _NOTABLE, "one proper name in another romanisation"),
            KindSpec(Kind.NAMING, "N", _NOTABLE, "one entity under another name, acronym or back-reference"),
            KindSpec(Kind.LABEL, "L", _SERIOUS, "one side characterises whom it speaks of"),
            KindSpec(Kind.NUMBER, "F", _SERIOUS, "a figure, range, percentage or quantifier differs"),
            KindSpec(Kind.DATETIME, "D", _NOTABLE, "a day, date or time differs, or is more or less precise"),
            KindSpec(Kind.TITLE, "R", _NOTABLE, "a rank, office or role differs"),
            KindSpec(Kind.QUOTE, "Q", _SERIOUS, "quoted words differ, or stand in quotation marks on one side only"),
            KindSpec(Kind.ATTRIBUTION, "A", _SERIOUS, "who says it, to whom, or whether it is said at all"),
            KindSpec(Kind.CLAIM, "M", _SERIOUS, "scope, degree, certainty or polarity differs"),
            KindSpec(Kind.PLACE, "G", _NOTABLE, "a location is named, narrowed, widened or changed"),
            KindSpec(Kind.ORDER, "O", _COSMETIC, "the same words in another order"),
            KindSpec(Kind.WORDING, "W", _COSMETIC, "the same said in other words"),
            KindSpec(Kind.CONTENT, "E", _NOTABLE, "words with information of their own on one side only"),
        )
    }
)
