"""One difference a row, for spreadsheets: RFC 4180, in UTF-8 with a byte order mark, and no cell is a formula."""

import csv
import io
from collections.abc import Iterator

from wirediff.export.report import Report, StoryReport
from wirediff.model import Side
from wirediff.naming import tag, version_names
from wirediff.printable import inert

SUFFIX = ".csv"
MEANS = "one difference a row, for spreadsheets"

_SIDE = ("version", "name", "path", "paragraph", "start", "end", "text")
COLUMNS = (
    *("story", "headline", "kind", "also", "severity"),
    *(f"left_{column}" for column in _SIDE),
    *(f"right_{column}" for column in _SIDE),
    *("why", "notes", "verdicts", "statuses"),
)
"""The names in the first row. Left is the base; what one side lacks has a version and a path, and no paragraph."""

# What makes spreadsheets take a cell for a formula, in full width too (https://owasp.org/www-community/attacks/CSV_Injection).
# Tabs and line breaks are no longer there once a text is inert.
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_BOM = "\ufeff"
"""Without it the commonest spreadsheet reads UTF-8 as the character set of the country it is in."""


def render(report: Report) -> bytes:
    """The differences of all stories, in the order of the stories and their rows."""
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
        cells += [difference.why, " | ".join(note.text for note in notes)]
        cells += [" ".join(note.verdict or "" for note in notes).strip(), " ".join(note.status for note in notes)]
        yield [defused(cell) for cell in cells]


def _place(side: Side | None) -> list[str]:
    return [str(side.paragraph), str(side.start), str(side.end), side.text] if side else [""] * 4


def defused(cell: str) -> str:
    """A cell that every spreadsheet shows as it is: an apostrophe stands before what would be taken for a formula.

    >>> defused("=1+1")
    "'=1+1"
    """
    safe = inert(cell)
    return f"'{safe}" if safe.startswith(_FORMULA) else safe
