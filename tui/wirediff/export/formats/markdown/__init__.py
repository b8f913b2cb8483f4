"""Difference notes as an editor reads them: versions, notes, the differences by weight, and what all of them show."""

from collections.abc import Iterator

from wirediff.export.formats.markdown.findings import findings_lines
from wirediff.export.formats.markdown.notes import note_lines
from wirediff.export.formats.markdown.pairs import NO_MORE, number_of, pair_lines
from wirediff.export.markup import plain
from wirediff.export.report import Report, StoryReport
from wirediff.kinds import Severity
from wirediff.naming import tag, version_names
from wirediff.text import word_count

SUFFIX = ".md"
MEANS = "difference notes, to be read"
FINDINGS = True


def render(report: Report) -> bytes:
    """The report as CommonMark with tables, in UTF-8. Nothing in a story acts as markup."""
    lines = ["# Versions compared"]
    for part in report.stories:
        lines += ["", *_story(part)]
    if report.partial and not report.stories:
        lines += ["", NO_MORE[True]]
    if report.errors:
        lines += ["", "## Not read", ""]
        lines += [f"- {plain(failure.path)}: {plain(failure.error)}" for failure in report.errors]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _story(part: StoryReport) -> Iterator[str]:
    yield f"## {plain(part.story.headline) or 'Without a headline'}"
    yield ""
    yield from _versions(part)
    if part.comparison:
        yield from ("", _summary(part))
    if part.notes:
        yield from ("", f"### Notes ({len(part.notes)})", "")
        for note in part.notes:
            yield from note_lines(note, part)
    if part.comparison:
        for other in range(1, len(part.documents)):
            yield from pair_lines(part, part.comparison.collation, other)
    yield from findings_lines(part.findings, part.documents)


def _versions(part: StoryReport) -> Iterator[str]:
    yield "| | version | file | published | words | paragraphs | shared |"
    yield "|---|---|---|---|---:|---:|---:|"
    names = version_names(part.documents)
    for number, version in enumerate(part.story.versions):
        document = version.document
        fields = [names[number], document.path, document.published or ""]
        figures = [str(word_count(document)), str(len(document.paragraphs)), f"{version.shared:.0%}"]
        yield f"| {tag(number)} | {' | '.join([*map(plain, fields), *figures])} |"


def _summary(part: StoryReport) -> str:
    found = [difference.severity for difference, _ in part.annotated]
    if part.partial and not found:
        return NO_MORE[True]
    weights = ", ".join(f"{found.count(each)} {each.value}" for each in reversed(Severity) if each in found)
    noted = sum(bool(notes) for notes in part.on_differences)
    notes = f" Notes are on {noted} of them." if noted else ""
    return f"{number_of(len(found))}: {weights}.{notes}" if found else NO_MORE[False]
