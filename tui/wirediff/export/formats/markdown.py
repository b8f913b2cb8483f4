"""Difference notes as an editor reads them: versions, notes, then the differences, the serious ones first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wirediff.export.excerpt import excerpt
from wirediff.export.markup import plain, strong
from wirediff.export.payload import counts
from wirediff.export.report import Report, StoryReport
from wirediff.kinds import Severity
from wirediff.model import HEADLINE, Anchor, Comparison, Difference, Document, Note, Side
from wirediff.naming import nothing_in, tag, version_names

SUFFIX = ".md"
MEANS = "difference notes, to be read"

_Notes = Sequence[Sequence[Note]]


def render(report: Report) -> bytes:
    """The report as CommonMark with tables, in UTF-8. Nothing in a story acts as markup."""
    lines = ["# Versions compared"]
    for part in report.stories:
        lines += ["", *_story(part)]
    if report.errors:
        lines += ["", "## Not read", ""]
        lines += [f"- {plain(failure.path)}: {plain(failure.error)}" for failure in report.errors]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _story(part: StoryReport) -> Iterator[str]:
    story, comparison = part.story, part.comparison
    yield f"## {plain(story.headline) or 'Without a headline'}"
    yield ""
    yield "| | version | file | published | words | paragraphs | shared |"
    yield "|---|---|---|---|---:|---:|---:|"
    names = version_names(story.documents)
    for number, version in enumerate(story.versions):
        document = version.document
        fields = [names[number], document.path, document.published or ""]
        figures = [str(document.words), str(len(document.paragraphs)), f"{version.shared:.0%}"]
        yield f"| {tag(number)} | {' | '.join([*map(plain, fields), *figures])} |"
    if part.notes:
        yield from ("", f"### Notes ({len(part.notes)})", "")
        for note in part.notes:
            yield from _note(note, story.documents)
    if comparison:
        yield from _comparison(comparison, part.on_differences)


def _note(note: Note, documents: Sequence[Document]) -> Iterator[str]:
    said = [note.verdict or "", note.kind or "", note.severity or "", *(f"#{tag}" for tag in note.tags)]
    facts = [plain(word) for word in [*said, note.status] if word]
    yield f"- {plain(note.text)} ({', '.join(facts)})"
    for end in (note.left, note.right):
        if end:
            yield f"  - {_cited(end, documents)}"
    changed = f", changed {_time(note.modified)}" if note.modified != note.created else ""
    yield f"  - {plain(note.author) or 'unsigned'}, {_time(note.created)}{changed}"


def _time(stamp: str) -> str:
    return plain(f"{stamp[:16].replace('T', ' ')} UTC")


def _cited(end: Anchor, documents: Sequence[Document]) -> str:
    numbers = [number for number, document in enumerate(documents, 1) if document.id == end.document]
    where = f"V{numbers[0]}" if numbers else plain(end.path)
    return f"{where}, {_paragraph(end.paragraph)}: {strong(end.prefix, end.exact, end.suffix)}"


def _paragraph(number: int) -> str:
    return "headline" if number == HEADLINE else f"paragraph {number}"


def _comparison(comparison: Comparison, notes: _Notes) -> Iterator[str]:
    collation = comparison.collation
    for other in range(1, len(collation.versions)):
        found = {
            index: difference for index, difference in enumerate(comparison.differences) if difference.against == other
        }
        of_all = (
            f", {collation.relation.value} taken all together"
            if len(collation.versions) > 2
            else f": {collation.relation.value}"
        )
        yield from ("", f"### V1 and V{other + 1}{of_all}", "")
        kinds = ", ".join(f"{kind.value} {count}" for kind, count in counts(list(found.values())).items())
        yield f"Differences: {kinds}." if found else "No differences."
        moved = [row.cells for row in collation.rows if row.moved and row.cells[0] and row.cells[other]]
        if moved:
            pairs = (f"{_numbers(cells[0])} stands as {_numbers(cells[other])}" for cells in moved)
            yield from ("", f"Moved paragraphs (V1 as V{other + 1}): {'; '.join(pairs)}.")
        for severity in reversed(Severity):
            yield from _weight(severity, found, notes, collation.versions, other)


def _numbers(cell: Iterable[int]) -> str:
    return " and ".join(map(str, cell))


def _weight(
    severity: Severity,
    found: Mapping[int, Difference],
    notes: _Notes,
    versions: Sequence[Document],
    other: int,
) -> Iterator[str]:
    weighing = {index: difference for index, difference in found.items() if difference.severity is severity}
    if not weighing:
        return
    yield from ("", f"#### {severity.value.capitalize()} ({len(weighing)})", "")
    for index, difference in weighing.items():
        also = f" (also {', '.join(kind.value for kind in difference.also)})" if difference.also else ""
        yield f"- **{difference.kind.value}**{also}: {plain(difference.why)}"
        for version, side in ((0, difference.left), (other, difference.right)):
            yield f"  - {_side(side, version, versions[version])}"
        for note in notes[index]:
            verdict = f" ({plain(note.verdict)})" if note.verdict else ""
            yield f"  - Note{verdict}: {plain(note.text)}"


def _side(side: Side | None, version: int, document: Document) -> str:
    if side is None:
        return nothing_in(version)
    around = excerpt(document.text_of(side.paragraph), side.start, side.end)
    return f"{tag(version)}, {_paragraph(side.paragraph)}: {strong(*around)}"
