"""What is to be laid out: rows of cells, cells of passages. Builders make sheets, a page gives them lines."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum, auto
from functools import cached_property

from msgspec import Struct
from rich.cells import cell_len

from wirediff.app.layout.typeset import Mark


class Tone(Enum):
    """The voice a passage is set in."""

    BODY = auto()
    HEADLINE = auto()
    CAPTION = auto()
    LEFT_OUT = auto()
    ABSENT = auto()
    FOLDED = auto()


class Passage(Struct, frozen=True):
    """A paragraph or a remark of ours, legible, with the label that stands in the margin.

    `version` and `paragraph` say whose text it is; both are None for a remark.
    """

    text: str
    label: str = ""
    tone: Tone = Tone.BODY
    version: int | None = None
    paragraph: int | None = None
    marks: tuple[Mark, ...] = ()


Cell = tuple[Passage, ...]


def parted(above: Passage, below: Passage) -> bool:
    """Whether a blank line stands between two passages of a cell; headlines of several versions stand together."""
    return not (above.tone is Tone.HEADLINE and below.tone is Tone.HEADLINE)


def blanks(cell: Cell) -> int:
    """How many blank lines stand inside a cell."""
    return sum(map(parted, cell, cell[1:])) if len(cell) > 1 else 0


class SheetRow(Struct, frozen=True):
    """A row of the sheet: a cell a column, the collation's rows it stands for, and the differences shown in it.

    `rows` is empty for the headlines and for a document read alone; a folded run stands for several.
    """

    cells: tuple[Cell, ...]
    rows: range = range(0)
    differences: tuple[int, ...] = ()
    moved: bool = False
    folded: bool = False


class Sheet:
    """Rows in reading order; `versions` names what each column shows (one column for all in the unified form).

    The rows may be a sequence that makes each row when it is asked for, so whoever wants to know something of all of
    them asks the sheet, which a builder lets answer without making them.
    """

    def __init__(self, rows: Sequence[SheetRow], versions: tuple[tuple[int, ...], ...]) -> None:
        self.rows = rows
        self.versions = versions

    @property
    def columns(self) -> int:
        """How many columns the sheet has."""
        return len(self.versions)

    @cached_property
    def stops(self) -> Sequence[int]:
        """Behind which row of the collation each row ends; never falls."""
        return [row.rows.stop for row in self.rows]

    @cached_property
    def weights(self) -> bytes:
        """How grave each row's gravest difference is: its severity's rank and one more, 0 for a row without any."""
        return bytes(bool(row.differences) for row in self.rows)

    @cached_property
    def label_width(self) -> int:
        """How many cells the widest label takes."""
        return max((label_width(row) for row in self.rows), default=0)

    def row_of(self, collation_row: int | None) -> int:
        """The index of the row that shows a row of the collation; None asks for the headlines, which stand first."""
        if collation_row is None:
            return 0
        return min(bisect_right(self.stops, collation_row), len(self.rows) - 1)

    def around(self, row: int, most: int) -> range:
        """At most so many rows, with one of them in the middle as far as the ends allow."""
        first = max(0, min(row - most // 2, len(self.rows) - most))
        return range(first, min(first + most, len(self.rows)))


def label_width(row: SheetRow) -> int:
    """How many cells the widest label of a row takes."""
    return max((cell_len(passage.label) for cell in row.cells for passage in cell), default=0)
