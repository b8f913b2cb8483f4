"""The base against one other version: what moved, and the differences, the serious ones first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wirediff.export.excerpt import excerpt
from wirediff.export.markup import item, marked, plain
from wirediff.export.noted import lines
from wirediff.export.payload import counts
from wirediff.export.placed import cited
from wirediff.export.report import StoryReport
from wirediff.kinds import Severity
from wirediff.model import Collation, Difference, Document, Note, Relation, Side
from wirediff.naming import nothing_in, tag

NO_MORE = ("No differences.", "No differences chosen.")
"""What is said where there are none: in all that was found, and in the part of it that was asked for."""

_RELATED: Mapping[Relation, str] = {
    Relation.SAME_REPORT: "are versions of one report",
    Relation.REWRITE: "tell one report in different words",
    Relation.RELATED: "share some of their text",
    Relation.DIFFERENT_EVENT: "are reports of different events",
}


def number_of(count: int) -> str:
    """How many differences there are, in words."""
    return f"{count:,} difference{'' if count == 1 else 's'}"


def pair_lines(part: StoryReport, collation: Collation, other: int) -> Iterator[str]:
    """The section of a pair."""
    found = [(difference, notes) for difference, notes in part.annotated if difference.against == other]
    yield from ("", f"### {tag(0)} and {tag(other)}", "")
    kinds = ", ".join(f"{count} {kind.value}" for kind, count in counts([each for each, _ in found]).items())
    told = f"{number_of(len(found))}: {kinds}." if found else NO_MORE[part.partial]
    them = f"{tag(0)} and {tag(other)}" if len(part.documents) == 2 else "All versions taken together"
    yield f"{them} {_RELATED[collation.relation]}. {told}"
    moved = [row.cells for row in collation.rows if row.moved and row.cells[0] and row.cells[other]]
    if moved:
        pairs = (f"{_numbers(cells[0])} in {tag(0)} is {_numbers(cells[other])} in {tag(other)}" for cells in moved)
        yield from ("", f"Paragraphs that moved: {'; '.join(pairs)}.")
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
    yield f"- {difference.kind.value}{also}: {plain(difference.why)}"
    for version, side in ((0, difference.left), (other, difference.right)):
        yield f"  - {_side(side, version, versions[version])}"
    for note in notes:
        said = ", ".join(word for word in (note.verdict, note.status, note.author) if word)
        first, *rest = lines(note.text)
        yield f"  {item([f'Note ({said}): {first}', *rest], '    ')}"


def _side(side: Side | None, version: int, document: Document) -> str:
    if side is None:
        return nothing_in(version)
    around = excerpt(document.text_of(side.paragraph), side.start, side.end)
    return f"{tag(version)}, {cited(side.paragraph)}: {marked(*around)}"


def _numbers(cell: Iterable[int]) -> str:
    return " and ".join(map(str, cell))
