"""The base against one other version: what moved, and the differences, the serious ones first."""

from collections.abc import Iterable, Iterator, Sequence

from wirediff.export.excerpt import excerpt
from wirediff.export.formats.markdown.notes import paragraph
from wirediff.export.markup import plain, strong
from wirediff.export.payload import counts
from wirediff.export.report import StoryReport
from wirediff.kinds import Severity
from wirediff.model import Collation, Difference, Document, Note, Side
from wirediff.naming import nothing_in, tag

NO_MORE = ("No differences.", "No differences chosen.")
"""What is said where there are none: in all that was found, and in the part of it that was asked for."""


def pair_lines(part: StoryReport, collation: Collation, other: int) -> Iterator[str]:
    """The section of a pair."""
    found = [(difference, notes) for difference, notes in part.annotated if difference.against == other]
    several = len(part.documents) > 2
    related = f", {collation.relation} taken all together" if several else f": {collation.relation}"
    yield from ("", f"### {tag(0)} and {tag(other)}{related}", "")
    kinds = ", ".join(f"{kind.value} {count}" for kind, count in counts([each for each, _ in found]).items())
    yield f"Differences: {kinds}." if found else NO_MORE[part.partial]
    moved = [row.cells for row in collation.rows if row.moved and row.cells[0] and row.cells[other]]
    if moved:
        pairs = (f"{_numbers(cells[0])} stands as {_numbers(cells[other])}" for cells in moved)
        yield from ("", f"Moved paragraphs ({tag(0)} as {tag(other)}): {'; '.join(pairs)}.")
    for severity in reversed(Severity):
        weighing = [each for each in found if each[0].severity is severity]
        if weighing:
            yield from ("", f"#### {severity.value.capitalize()} ({len(weighing)})", "")
            for difference, notes in weighing:
                yield from _difference(difference, notes, part.documents, other)


def _difference(
    difference: Difference, notes: Sequence[Note], versions: Sequence[Document], other: int
) -> Iterator[str]:
    also = f" (also {', '.join(kind.value for kind in difference.also)})" if difference.also else ""
    yield f"- **{difference.kind.value}**{also}: {plain(difference.why)}"
    for version, side in ((0, difference.left), (other, difference.right)):
        yield f"  - {_side(side, version, versions[version])}"
    for note in notes:
        said = ", ".join(plain(word) for word in (note.verdict, note.status, note.author) if word)
        yield f"  - Note ({said}): {plain(note.text)}"


def _side(side: Side | None, version: int, document: Document) -> str:
    if side is None:
        return nothing_in(version)
    around = excerpt(document.text_of(side.paragraph), side.start, side.end)
    return f"{tag(version)}, {paragraph(side.paragraph)}: {strong(*around)}"


def _numbers(cell: Iterable[int]) -> str:
    return " and ".join(map(str, cell))
