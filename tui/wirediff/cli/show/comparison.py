"""A comparison as people read it: versions side by side, then the differences one by one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from wirediff.align import Meetings
from wirediff.cli.show.ink import BOLD, DIM, Line, Run, line, padded, story_text, wrap
from wirediff.cli.show.marks import Marks, absences_of, marked, marks_of, other_version, sign
from wirediff.kinds import Kind, Severity
from wirediff.model import HEADLINE, Comparison, Difference, Row, RowRelation, Side
from wirediff.naming import MOVED, day, nothing_in, tag, version_names

_NARROWEST = 24
"""Cells that a column needs to be read; with less the versions stand one under another."""
_MARGIN = 3
"""Cells on the left for the signs of a row."""
_GAP = Run(" │ ", DIM)
_SIGNS = {
    RowRelation.SAME: "=",
    RowRelation.EDITED: "~",
    RowRelation.PARTIAL: "≈",
    RowRelation.SPLIT: "<",
    RowRelation.MERGE: ">",
    RowRelation.ONLY: "!",
}
_MEANS = {
    "=": "same",
    "~": "edited",
    "≈": "partly the same",
    "<": "split",
    ">": "merged",
    "!": "not in every version",
    MOVED: "moved",
}


def comparison_lines(comparison: Comparison, width: int, colour: bool) -> Iterator[str]:
    """Everything about a comparison in lines of at most `width` cells, made as they are taken."""
    sheet = _Sheet(comparison, width, colour)
    yield from _written(wrap([Run(_summary(comparison), BOLD)], width), colour)
    yield ""
    yield from _written(sheet.head(), colour)
    yield from _written(sheet.body(), colour)
    yield from _written(_legend(comparison, width, colour), colour)
    if comparison.differences:
        yield ""
        yield from differences_lines(comparison.differences, width, colour)


def differences_lines(found: Sequence[Difference], width: int, colour: bool) -> Iterator[str]:
    """Some differences, one by one, in lines of at most `width` cells."""
    yield from _written(_differences(found, width, colour), colour)


def _written(lines: Iterable[Line], colour: bool) -> Iterator[str]:
    return (content.written(colour).rstrip(" ") for content in lines)


def _summary(comparison: Comparison) -> str:
    collation = comparison.collation
    found = [difference.severity for difference in comparison.differences]
    weights = ", ".join(f"{found.count(each)} {each.value}" for each in reversed(Severity) if each in found)
    count = f"{len(found)} difference{'' if len(found) == 1 else 's'}{': ' if weights else ''}{weights}"
    return f"{collation.relation.value} · {len(collation.versions)} versions · {len(collation.rows)} rows · {count}"


def _signs(row: Row) -> str:
    return _SIGNS[row.relation] + (MOVED if row.moved else "")


class _Sheet:
    """The versions laid out in columns, or one under another where columns would be too narrow."""

    def __init__(self, comparison: Comparison, width: int, colour: bool) -> None:
        self._versions = comparison.collation.versions
        self._rows = comparison.collation.rows
        self._meetings = Meetings(self._rows)
        self._marks: Marks = marks_of(comparison)
        self._absences: Marks = absences_of(comparison)
        self._width, self._colour = width, colour
        count = len(self._versions)
        column = (width - _MARGIN - 3 * (count - 1)) // count
        self._stacked = column < _NARROWEST
        self._column = width - _MARGIN if self._stacked else column

    def head(self) -> Iterator[Line]:
        """Who wrote it, when, and under which headline."""
        cells = []
        names = version_names(self._versions)
        for number, version in enumerate(self._versions):
            when = day(version.published)
            facts = [tag(number), names[number], "" if when in names[number] else when]
            title = marked(version.headline, self._marks.get((None, number, HEADLINE), ()), self._colour, BOLD)
            named = story_text(" · ".join(fact for fact in facts if fact), DIM)
            cells.append([*wrap([named], self._column), *(wrap(title, self._column) if title else [])])
        yield from self._laid(cells, "")
        yield line([Run("─" * self._width, DIM)])

    def body(self) -> Iterator[Line]:
        """The rows, a blank line after each."""
        for index, row in enumerate(self._rows):
            cells = [self._cell(index, number, paragraphs) for number, paragraphs in enumerate(row.cells)]
            yield from self._laid(cells, _signs(row))
            yield line([])

    def _laid(self, cells: Sequence[Sequence[Line]], mark: str) -> Iterator[Line]:
        if self._stacked:
            for content in (content for cell in cells for content in cell):
                yield line([Run(f"{mark:<{_MARGIN}}"), *content.runs])
                mark = ""
            return
        empty = line([])
        for contents in zip_longest(*cells, fillvalue=empty):
            runs = [Run(f"{mark:<{_MARGIN}}")]
            for number, content in enumerate(contents):
                runs += [_GAP] * bool(number)
                runs += padded(content, self._column).runs
            yield line(runs)
            mark = ""

    def _cell(self, row: int, version: int, paragraphs: Sequence[int]) -> list[Line]:
        name = f"{tag(version)} " if self._stacked else ""
        if not paragraphs:
            absence = marked(self._absence(row, version), self._absences.get((row, version, 0), ()), self._colour, DIM)
            return [line([Run(f"{name}  ", DIM), *absence])]
        lines: list[Line] = []
        for paragraph in paragraphs:
            label = f"{name}{paragraph:>3}  "
            text = self._versions[version].text_of(paragraph)
            runs = marked(text, self._marks.get((row, version, paragraph), ()), self._colour)
            for content in wrap(runs, self._column - len(label)):
                lines.append(line([Run(label, DIM), *content.runs]))
                label = " " * len(label)
        return lines

    def _absence(self, row: int, version: int) -> str:
        """A dash, and where the version has elsewhere what other versions have in this row, its numbers there."""
        answers = {
            answer
            for other, cell in enumerate(self._rows[row].cells)
            for n in cell
            for answer in self._meetings.elsewhere(other, n, version)
        }
        return f"— see {', '.join(map(str, sorted(answers)))}" if answers else "—"


def _legend(comparison: Comparison, width: int, colour: bool) -> Iterator[Line]:
    rows = comparison.collation.rows
    signs = set("".join(map(_signs, rows)))
    if signs:
        meanings = "; ".join(f"{mark} {means}" for mark, means in _MEANS.items() if mark in signs)
        yield from wrap([Run(meanings, DIM)], width)
    kinds = {difference.kind: difference.severity for difference in reversed(comparison.differences)}
    runs: list[Run] = []
    for kind in Kind:
        if kind in kinds:
            runs.append(Run("; " if runs else "marks: " if colour else "{} marks: ", DIM))
            runs += [sign(kind, kinds[kind], colour), Run(f" {kind.value}", DIM)]
    if runs:
        yield from wrap(runs, width)
        if len(comparison.collation.versions) > 2:
            said = f"{tag(0)} is marked where every version beside it differs; below, each is compared with {tag(0)}"
            yield from wrap([Run(said, DIM)], width)


def _differences(found: Sequence[Difference], width: int, colour: bool) -> Iterator[Line]:
    for difference in found:
        also = f" (also {', '.join(kind.value for kind in difference.also)})" if difference.also else ""
        said = [_cited(difference.left, 0), _cited(difference.right, other_version(difference))]
        runs = [
            sign(difference.kind, difference.severity, colour),
            Run(f" {difference.severity.value} {difference.kind.value}{also}: ", BOLD),
            story_text(f"{said[0]} → {said[1]}; {difference.why}"),
        ]
        lines = wrap(runs, width - 2)
        yield lines[0]
        yield from (line([Run("  "), *content.runs]) for content in lines[1:])


def _cited(side: Side | None, version: int) -> str:
    if side is None:
        return nothing_in(version)
    place = "headline" if side.paragraph == HEADLINE else f"P{side.paragraph}"
    return f"{tag(version)} {place} “{_short(side.text)}”"


def _short(text: str, longest: int = 120) -> str:
    return text if len(text) <= longest else f"{text[: longest - 30]}…{text[-25:]}"
