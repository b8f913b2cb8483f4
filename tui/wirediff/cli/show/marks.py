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


_Place = tuple[int | None, int, int]
Marks = Mapping[_Place, Sequence[Mark]]
"""Marks by row (None for headlines), version and paragraph: a paragraph in two rows has other marks in each."""


def marks_of(comparison: Comparison) -> Marks:
    """Where to mark what: in each version what it has otherwise than the base, in the base what the others have so.

    With three versions or more the differences of the base from each of them would lie over one another. There the
    base is marked only where every version that answers a paragraph differs from it, each such stretch by its gravest
    kind; what a single version has otherwise is marked in that version, and a paragraph that one lacks by its absence.
    """
    collation = comparison.collation
    several = len(collation.versions) > 2
    found: dict[_Place, list[Mark]] = {}
    of_base: dict[_Place, dict[int, list[Mark]]] = {}
    for difference in comparison.differences:
        for side in (difference.left, difference.right):
            if not side or side.start >= side.end or _shown_by_the_row(difference, side, collation):
                continue
            place = (difference.row, side.version, side.paragraph)
            mark = Mark(side.start, side.end, difference.kind, difference.severity)
            if several and side is difference.left:
                of_base.setdefault(place, {}).setdefault(other_version(difference), []).append(mark)
            else:
                _put(found.setdefault(place, []), mark)
    for place, marks in of_base.items():
        each = [marks.get(version, []) for version in _answering(collation, place[0])]
        found[place] = each[0] if len(each) == 1 else _shared(each)
    return found


def absences_of(comparison: Comparison) -> Marks:
    """The marks on empty cells, as of a paragraph 0: of three versions or more, those that lack what the base has."""
    found: dict[_Place, list[Mark]] = {}
    if len(comparison.collation.versions) > 2:
        for difference in comparison.differences:
            if difference.left and _is_absence(difference, comparison.collation):
                mark = Mark(0, 1, difference.kind, difference.severity)
                _put(found.setdefault((difference.row, difference.against, 0), []), mark)
    return found


def other_version(difference: Difference) -> int:
    """The version that the base is compared with."""
    return difference.right.version if difference.right else difference.against


def _put(marks: list[Mark], mark: Mark) -> None:
    if mark not in marks[-1:]:
        marks.append(mark)


def _is_absence(difference: Difference, collation: Collation) -> bool:
    """Whether the base has a paragraph where the other version has none at all."""
    if difference.row is None or difference.right:
        return False
    return not collation.rows[difference.row].cells[difference.against]


def _shown_by_the_row(difference: Difference, side: Side, collation: Collation) -> bool:
    if difference.row is None or (difference.left and difference.right):
        return False
    if len(collation.versions) > 2 and _is_absence(difference, collation):
        return True
    filled = sum(bool(cell) for cell in collation.rows[difference.row].cells)
    text = collation.versions[side.version].text_of(side.paragraph)
    return filled > 1 and (side.start, side.end) == (0, len(text))


def _answering(collation: Collation, row: int | None) -> list[int]:
    """The versions besides the base that have something in a row; None asks for those with a headline."""
    others = range(1, len(collation.versions))
    if row is None:
        return [version for version in others if collation.versions[version].headline]
    return [version for version in others if collation.rows[row].cells[version]]


def _shared(each: Sequence[Sequence[Mark]]) -> list[Mark]:
    """The stretches that marks of every version cover, each as one mark of the gravest kind that lies over it."""
    edges = sorted({edge for marks in each for mark in marks for edge in (mark.start, mark.end)})
    shared: list[Mark] = []
    for start, end in pairwise(edges):
        over = [[mark for mark in marks if mark.start <= start and mark.end >= end] for marks in each]
        if not all(over):
            continue
        covering = [mark for marks in over for mark in marks]
        if shared and shared[-1].end == start:
            covering.append(shared[-1])
            start = shared.pop().start
        gravest = max(covering, key=lambda mark: mark.severity.rank)
        shared.append(Mark(start, end, gravest.kind, gravest.severity))
    return shared


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
