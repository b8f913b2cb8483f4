"""One row of a sheet: what stands in each of its cells, or in one column under each other."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from wirediff.align import Meetings
from wirediff.app.layout.moves import Orders, off_the_order
from wirediff.app.layout.sheet import Cell, Passage, SheetRow, Tone
from wirediff.app.layout.shown import Shown
from wirediff.app.layout.typeset import Mark
from wirediff.app.legible import legible
from wirediff.app.naming import count, names, tag
from wirediff.model import HEADLINE, Collation, Row, RowRelation

NOT_IN = "not in "
"""Stands before the name of a version that has nothing in a row."""

Marks = Mapping[tuple[int, int], Sequence[Mark]]


class Composing:
    """Composes rows of a collation for some versions, the base first; `unified` ones have one cell for all."""

    def __init__(
        self, collation: Collation, versions: tuple[int, ...], shown: Shown, meetings: Meetings, unified: bool
    ) -> None:
        self._documents = collation.versions
        self._rows = collation.rows
        self._versions = versions
        self._shown = shown
        self._meetings = meetings
        self._unified = unified
        each = enumerate(names(collation.versions))
        self._names = [f"{tag(version)} {name}" if unified else name for version, name in each]
        self._orders = Orders(collation.rows)
        self._moved = off_the_order(collation.rows, versions)

    @property
    def widest_label(self) -> int:
        """No label is wider than this."""
        numbers = max(len(str(len(self._documents[version].paragraphs))) for version in self._versions)
        if not self._unified or len(self._versions) < 2:
            return numbers
        tags = sorted((len(tag(version)) for version in self._versions), reverse=True)
        return sum(tags[:-1]) + len(tags) - 1 + numbers  # all but one, with commas between and a blank behind

    def headlines(self) -> SheetRow:
        """The row of the headlines."""
        differences = self._shown.in_row(None)
        marks = self._shown.marks(differences)
        cells = [(self._passage(version, HEADLINE, marks),) for version in self._versions]
        return SheetRow(self._set(cells), differences=differences)

    def row(self, index: int) -> SheetRow:
        """The row for a row of the collation."""
        differences = self._shown.in_row(index)
        marks = self._shown.marks(differences)
        row = self._rows[index]
        said = self._orders.said(index, self._versions) if row.moved else ""
        cells = [
            self._cell(row, version, marks, said) if row.cells[version] else self._absence(row, version, differences)
            for version in self._versions
        ]
        return SheetRow(self._set(cells), range(index, index + 1), differences, index in self._moved)

    def fold(self, indices: Sequence[int]) -> SheetRow:
        """The row that stands for several which are folded away."""
        same = all(self._rows[index].relation is RowRelation.SAME for index in indices)
        what = "the same" if same else "without a difference shown"
        remark = Passage(f"⋯ {count(len(indices), 'paragraph')} {what}", tone=Tone.FOLDED)
        columns = 1 if self._unified else len(self._versions)
        return SheetRow(((remark,), *[()] * (columns - 1)), range(indices[0], indices[-1] + 1), folded=True)

    def _set(self, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        return (self._stack(cells),) if self._unified else tuple(cells)

    def _cell(self, row: Row, version: int, marks: Marks, said: str) -> Cell:
        passages = tuple([self._passage(version, paragraph, marks) for paragraph in row.cells[version]])
        return (Passage(said, tone=Tone.CAPTION), *passages) if said else passages

    def _passage(self, version: int, paragraph: int, marks: Marks) -> Passage:
        text = legible(self._documents[version].text_of(paragraph))
        here = tuple(marks.get((version, paragraph), ()))
        if paragraph == HEADLINE:
            return Passage(text or "(no headline)", "", Tone.HEADLINE, version, HEADLINE, here)
        return Passage(text, str(paragraph), Tone.BODY, version, paragraph, here)

    def _absence(self, row: Row, version: int, differences: Sequence[int]) -> Cell:
        """What is said where a version has nothing in a row: that it has nothing, or where it has the same."""
        answers = {
            answer
            for other in self._versions
            for n in row.cells[other]
            for answer in self._meetings.elsewhere(other, n, version)
        }
        text = f"— {NOT_IN}{self._names[version]}"
        if answers:
            text = f"— see ¶{', ¶'.join(map(str, sorted(answers)))} of {self._names[version]}"
        return (Passage(text, tone=Tone.ABSENT, marks=self._shown.absences(differences, version, len(text))),)

    # In one column

    def _stack(self, cells: Sequence[Cell]) -> Cell:
        """Cells of one row under each other; versions that say the same are set once, with the marks of all.

        What is said of all of them stands once, above. The versions that have nothing are named in one line below.
        """
        groups: dict[tuple[str, ...], list[int]] = {}
        absent: list[int] = []
        for place, cell in enumerate(cells):
            if cell[0].tone is Tone.ABSENT:
                absent.append(place)
            else:
                groups.setdefault(tuple([passage.text for passage in cell]), []).append(place)
        stacked: list[Passage] = []
        for members in groups.values():
            alike = len(members) == len(cells)
            tags = "" if alike else ",".join(tag(self._versions[place]) for place in members)
            for number, passage in enumerate(cells[members[0]]):
                if passage.tone is Tone.CAPTION and stacked:
                    continue
                marks = {mark: None for place in members for mark in cells[place][number].marks}
                label = f"{tags} {passage.label}".strip() if passage.version is not None else ""
                stacked.append(replace(passage, label=label, marks=tuple(marks)))
        if absent:
            stacked.append(_absences([cells[place][0] for place in absent]))
        return tuple(stacked)


def _absences(absent: Sequence[Passage]) -> Passage:
    """One line for all versions that have nothing, each under its own marks."""
    text, marks, denied = "— ", [], False
    for place, passage in enumerate(absent):
        said = passage.text.removeprefix("— ")
        denies = said.startswith(NOT_IN)
        text += f"{', ' if place else ''}{NOT_IN if denies and not denied else ''}"
        start, denied = len(text), denies
        text += said.removeprefix(NOT_IN)
        marks += [mark._replace(start=start, end=len(text)) for mark in passage.marks]
    return Passage(text, tone=Tone.ABSENT, marks=tuple(marks))
