"""One difference a row, for spreadsheets: RFC 4180, in UTF-8 with a byte order mark, and no cell is a formula."""

import csv
import io
from collections.abc import Iterator, Sequence

from wirediff.export.report import Report, StoryReport
from wirediff.model import Anchor, Note, Side
from wirediff.naming import tag, version_names
from wirediff.notes import Found, standing
from wirediff.printable import inert

SUFFIX = ".csv"
MEANS = "one difference a row, for spreadsheets"

_SIDE = ("version", "name", "path", "paragraph", "start", "end", "text")
COLUMNS = (
    *("story", "headline", "kind", "also", "severity"),
    *(f"left_{column}" for column in _SIDE),
    *(f"right_{column}" for column in _SIDE),
    *("why", "notes", "verdicts", "statuses"),
    *("note_ids", "note_authors", "note_created", "note_severities", "note_tags"),
    *("row", "left_published", "right_published"),
)
"""The names in the first row. Left is the base; what one side lacks has a version and a path, and no paragraph.

A row without a kind is a note that is on no difference, and its sides are those of the note.
"""

_BETWEEN = " | "
"""Stands between the notes of one row: as many parts in each column that tells of notes, empty ones too."""

# What makes spreadsheets take a cell for a formula, in full width too (https://owasp.org/www-community/attacks/CSV_Injection).
# Tabs and line breaks are no longer there once a text is inert.
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_BOM = "\ufeff"
"""Without it the commonest spreadsheet reads UTF-8 as the character set of the country it is in."""


def render(report: Report) -> bytes:
    """The differences of all stories, in the order of the stories and their rows, then the notes on none of them."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for part in report.stories:
        writer.writerows(_rows(part))
    return (_BOM + file.getvalue()).encode("utf-8")


def _rows(part: StoryReport) -> Iterator[list[str]]:
    names = version_names(part.documents)
    for difference, notes in part.annotated:
        cells = [part.story.id, part.story.headline, difference.kind, " ".join(difference.also), difference.severity]
        for version, side in ((0, difference.left), (difference.against, difference.right)):
            cells += [tag(version), names[version], part.documents[version].path, *_place(side)]
        row = "" if difference.row is None else str(difference.row)
        days = [part.documents[version].published or "" for version in (0, difference.against)]
        yield [defused(cell) for cell in (*cells, difference.why, *_noted(notes), row, *days)]
    about = {note.id for _, notes in part.annotated for note in notes}
    for note in part.notes:
        if note.id not in about:
            cells = [part.story.id, part.story.headline, "", "", ""]
            for end in (note.left, note.right):
                cells += _end(end, part, names)
            yield [defused(cell) for cell in (*cells, "", *_noted([note]), "", "", "")]


def _noted(notes: Sequence[Note]) -> Iterator[str]:
    yield _BETWEEN.join(note.text for note in notes)
    yield " ".join(note.verdict or "" for note in notes).strip()
    yield " ".join(note.status for note in notes)
    for field in ("id", "author", "created", "severity"):
        yield _BETWEEN.join(getattr(note, field) or "" for note in notes)
    yield _BETWEEN.join(" ".join(note.tags) for note in notes)


def _end(end: Anchor | None, part: StoryReport, names: Sequence[str]) -> list[str]:
    """A side of a note: where its words are now, or where they stood if that is not sure any more."""
    if end is None:
        return [""] * len(_SIDE)
    (found,) = standing(Note(id="", text="", story="", created="", modified="", left=end), part.documents)
    place = found.outcome.anchor if isinstance(found.outcome, Found) else end
    cells = ["", "", end.path]
    if found.version is not None:
        cells = [tag(found.version), names[found.version], part.documents[found.version].path]
    if not place.document:  # another program's, never found
        return [*cells, "", "", "", place.exact]
    return [*cells, str(place.paragraph), str(place.start), str(place.end), place.exact]


def _place(side: Side | None) -> list[str]:
    return [str(side.paragraph), str(side.start), str(side.end), side.text] if side else [""] * 4


def defused(cell: str) -> str:
    """A cell that every spreadsheet shows as it is: an apostrophe stands before what would be taken for a formula.

    >>> defused("=1+1")
    "'=1+1"
    """
    safe = inert(cell)
    return f"'{safe}" if safe.startswith(_FORMULA) else safe
