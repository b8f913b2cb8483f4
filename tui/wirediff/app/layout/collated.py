"""A comparison as a sheet: side by side, or in one column, with runs of equal rows folded away."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from wirediff.align import Meetings
from wirediff.app.layout.moves import off_the_order, standing
from wirediff.app.layout.sheet import Cell, Passage, Sheet, SheetRow, Tone
from wirediff.app.layout.typeset import Mark
from wirediff.app.legible import legible
from wirediff.app.naming import count, names, tag
from wirediff.kinds import KINDS, Underline, underline
from wirediff.model import HEADLINE, Comparison, Difference, Row, RowRelation
from wirediff.naming import MOVED

FEWEST_FOLDED = 3
"""A run of fewer equal rows is shown: folding it would save nothing."""


@dataclass(frozen=True, slots=True)
class View:
    """What of a comparison is to be seen: the versions, base first; the differences, by index; the form."""

    versions: tuple[int, ...]
    differences: frozenset[int]
    unified: bool = False
    folded: bool = False


def sheet_of(comparison: Comparison, view: View) -> Sheet:
    """Lay out a comparison as `view` asks. Linear in the rows and differences."""
    return _Builder(comparison, view).sheet()


class _Builder:
    def __init__(self, comparison: Comparison, view: View) -> None:
        self.versions = comparison.collation.versions
        self.names = names(self.versions)
        self.rows = comparison.collation.rows
        self.view = view
        self.meetings = Meetings(self.rows)
        self.moved = off_the_order(self.rows, view.versions)
        self.shown: dict[int | None, list[int]] = defaultdict(list)
        self.marks: dict[tuple[int | None, int, int], list[Mark]] = defaultdict(list)
        self.absences: dict[tuple[int | None, int], list[Mark]] = defaultdict(list)
        for index in sorted(view.differences):
            difference = comparison.differences[index]
            if difference.against not in view.versions:
                continue
            self.shown[difference.row].append(index)
            if self._is_absence(difference):
                self.absences[difference.row, difference.against].append(_mark(difference, index, 0, 1))
                continue
            for side in (difference.left, difference.right):
                if side is not None:
                    mark = _mark(difference, index, side.start, side.end)
                    self.marks[difference.row, side.version, side.paragraph].append(mark)

    def _is_absence(self, difference: Difference) -> bool:
        """True for a paragraph that one of three versions or more lacks.

        It is marked where the version says that it has nothing: marked in the base, it would hide how the paragraph
        differs from those that do have it.
        """
        if len(self.view.versions) < 3 or difference.row is None or difference.right is not None:
            return False
        return not self.rows[difference.row].cells[difference.against]

    def sheet(self) -> Sheet:
        rows = [SheetRow(self._headlines(), differences=tuple(self.shown[None])), *self._body()]
        each = tuple((version,) for version in self.view.versions)
        return Sheet(tuple(rows), (self.view.versions,) if self.view.unified else each)

    def _body(self) -> Iterator[SheetRow]:
        seen = [index for index, row in enumerate(self.rows) if self._is_seen(index, row)]
        if not self.view.folded:
            yield from map(self._row, seen)
            return
        for quiet, run in groupby(seen, self._is_quiet):
            indices = list(run)
            if quiet and len(indices) >= FEWEST_FOLDED:
                yield self._fold(indices)
            else:
                yield from map(self._row, indices)

    def _is_seen(self, index: int, row: Row) -> bool:
        """True for a row that has something of these versions, and not only what their other rows show already."""
        filled = any(row.cells[version] for version in self.view.versions)
        told = not self.shown[index] and self.meetings.told_elsewhere(row, self.view.versions)
        return filled and not told

    def _is_quiet(self, index: int) -> bool:
        row = self.rows[index]
        everywhere = all(row.cells[version] for version in self.view.versions)
        return everywhere and not row.moved and not self.shown[index]

    def _fold(self, indices: Sequence[int]) -> SheetRow:
        same = all(self.rows[index].relation is RowRelation.SAME for index in indices)
        what = "the same" if same else "without a difference shown"
        remark = Passage(f"⋯ {count(len(indices), 'paragraph')} {what}", tone=Tone.FOLDED)
        columns = 1 if self.view.unified else len(self.view.versions)
        cells = ((remark,), *[()] * (columns - 1))
        return SheetRow(cells, rows=range(indices[0], indices[-1] + 1), folded=True)

    def _headlines(self) -> tuple[Cell, ...]:
        cells = [(self._passage(None, version, HEADLINE),) for version in self.view.versions]
        return (self._stack(cells),) if self.view.unified else tuple(cells)

    def _row(self, index: int) -> SheetRow:
        row = self.rows[index]
        cells = [self._cell(index, row, version) for version in self.view.versions]
        if self.view.unified:
            cells = [self._stack(cells)]
        return SheetRow(tuple(cells), range(index, index + 1), tuple(self.shown[index]), index in self.moved)

    def _cell(self, index: int, row: Row, version: int) -> Cell:
        passages = tuple(self._passage(index, version, paragraph) for paragraph in row.cells[version])
        if not passages:
            text = self._absence(row, version)
            marks = tuple(mark._replace(end=len(text)) for mark in self.absences[index, version])
            return (Passage(text, tone=Tone.ABSENT, marks=marks),)
        place = standing(self.rows, index, version) if row.moved else None
        if place is None:
            return passages
        return (Passage(f"{MOVED} {place.says}", tone=Tone.CAPTION), *passages)

    def _absence(self, row: Row, version: int) -> str:
        """What is said where a version has nothing in a row: that it has nothing, or where it has the same."""
        answers = {
            answer
            for other in self.view.versions
            for n in row.cells[other]
            for answer in self.meetings.elsewhere(other, n, version)
        }
        if answers:
            return f"— see ¶{', ¶'.join(map(str, sorted(answers)))} of {self.names[version]}"
        return f"— not in {self.names[version]}"

    def _passage(self, row: int | None, version: int, paragraph: int) -> Passage:
        document = self.versions[version]
        text = legible(document.text_of(paragraph))
        marks = tuple(self.marks[row, version, paragraph])
        if paragraph == HEADLINE:
            return Passage(text or "(no headline)", "", Tone.HEADLINE, version, HEADLINE, marks)
        return Passage(text, str(paragraph), Tone.BODY, version, paragraph, marks)

    def _stack(self, cells: Sequence[Cell]) -> Cell:
        """Cells of one row under each other; versions that say the same are set once, with the marks of all.

        The versions that have nothing are named in one line below.
        """
        groups: dict[tuple[str, ...], list[int]] = {}
        absent: list[int] = []
        for place, cell in enumerate(cells):
            if cell[0].tone is Tone.ABSENT:
                absent.append(place)
            else:
                groups.setdefault(tuple(passage.text for passage in cell), []).append(place)
        stacked: list[Passage] = []
        for members in groups.values():
            alike = len(members) == len(cells)
            tags = "" if alike else ",".join(tag(self._version(place)) for place in members)
            for number, passage in enumerate(cells[members[0]]):
                marks = {mark: None for place in members for mark in cells[place][number].marks}
                label = f"{tags} {passage.label}".strip() if passage.version is not None else ""
                stacked.append(replace(passage, label=label, marks=tuple(marks)))
        if absent:
            stacked.append(self._absences([(self._version(place), cells[place][0].marks) for place in absent]))
        return tuple(stacked)

    def _absences(self, absent: Sequence[tuple[int, tuple[Mark, ...]]]) -> Passage:
        """One line for all versions that have nothing, each under its own marks."""
        text, marks = "— not in ", []
        for place, (version, theirs) in enumerate(absent):
            start = len(text) + (2 if place else 0)
            text += f"{', ' if place else ''}{tag(version)} {self.names[version]}"
            marks += [mark._replace(start=start, end=len(text)) for mark in theirs]
        return Passage(text, tone=Tone.ABSENT, marks=tuple(marks))

    def _version(self, place: int) -> int:
        return self.view.versions[place]


def _mark(difference: Difference, index: int, start: int, end: int) -> Mark:
    lined = underline(difference.severity) is not Underline.PLAIN
    return Mark(start, end, index, KINDS[difference.kind].letter, lined)
