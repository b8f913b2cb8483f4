"""Differences marked inside a text, with colour and without.

Without colour a marked span stands in braces behind the letter of its kind, {T:al-Abadi}, and a brace of the text
itself is doubled. With colour the letter stands before the span, which is underlined.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from wirediff.cli.show.ink import BOLD, DIM, PLAIN, Run, story_text
from wirediff.kinds import KINDS, Kind, Severity
from wirediff.model import Collation, Comparison, Difference, Side

# Underlined throughout, so that marks show on a terminal with one colour; the serious ones are bold besides.
_STYLES = {Severity.COSMETIC: "2;4", Severity.NOTABLE: "4;33", Severity.SERIOUS: "1;4;31"}
_LETTER = {Severity.COSMETIC: "2", Severity.NOTABLE: "7;33", Severity.SERIOUS: "1;7;31"}
_SERIOUS_FIRST = [(Severity.SERIOUS, BOLD), (Severity.NOTABLE, PLAIN), (Severity.COSMETIC, DIM)]


class Mark(NamedTuple):
    """A span of a text that differs."""

    start: int
    end: int
    kind: Kind
    severity: Severity


Marks = Mapping[tuple[int | None, int, int], Sequence[Mark]]
"""Marks by row (None for headlines), version and paragraph: a paragraph in two rows has other marks in each."""


def marks_of(comparison: Comparison) -> Marks:
    """Where to mark what. The base is marked for every other version that differs from it there.

    A paragraph that only some of several versions lack is not marked as a whole, which would hide the differences
    between the others: the empty cell beside it says it already.
    """
    found: dict[tuple[int | None, int, int], list[Mark]] = {}
    for difference in comparison.differences:
        for side in (difference.left, difference.right):
            if side and side.start < side.end and not _shown_by_the_row(difference, side, comparison.collation):
                mark = Mark(side.start, side.end, difference.kind, difference.severity)
                marks = found.setdefault((difference.row, side.version, side.paragraph), [])
                if mark not in marks[-1:]:
                    marks.append(mark)
    return found


def _shown_by_the_row(difference: Difference, side: Side, collation: Collation) -> bool:
    if difference.row is None or (difference.left and difference.right):
        return False
    filled = sum(bool(cell) for cell in collation.rows[difference.row].cells)
    text = collation.versions[side.version].text_of(side.paragraph)
    return filled > 1 and (side.start, side.end) == (0, len(text))


def marked(text: str, marks: Iterable[Mark], colour: bool, base: str = PLAIN) -> list[Run]:
    """`text` as runs with its marks. Where marks overlap, the pieces carry the letters of all that lie over them."""
    edges = sorted({0, len(text), *(edge for mark in marks for edge in (mark.start, mark.end))})
    runs: list[Run] = []
    for start, end in pairwise(edges):
        over = [mark for mark in marks if mark.start <= start and mark.end >= end]
        piece = text[start:end]
        if not over:
            runs.append(story_text(piece if colour else _doubled(piece), base))
            continue
        # Blanks at the ends of a span read as the text's, not as the difference's; a span of blanks alone is one.
        core = piece.strip() or piece
        at = piece.index(core)
        runs.append(story_text(piece[:at], base))
        runs += _marked(core, over, colour, base)
        runs.append(story_text(piece[at + len(core) :], base))
    return runs


def _marked(piece: str, over: Sequence[Mark], colour: bool, base: str) -> list[Run]:
    letters = "".join(dict.fromkeys(KINDS[mark.kind].letter for mark in over))
    if colour:
        severity = max((mark.severity for mark in over), key=lambda severity: severity.rank)
        return [Run(letters, _LETTER[severity]), story_text(piece, _STYLES[severity])]
    return [Run(f"{{{letters}:", base), story_text(_doubled(piece), base), Run("}", base)]


def _doubled(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def sign(kind: Kind, severity: Severity, colour: bool) -> Run:
    """The letter of a kind by itself, as in a list or a legend."""
    return Run(KINDS[kind].letter, _LETTER[severity] if colour else PLAIN)
