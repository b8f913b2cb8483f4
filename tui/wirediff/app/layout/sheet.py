"""What is to be laid out: rows of cells, cells of passages. Builders make sheets, a page gives them lines."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto

from wirediff.app.layout.typeset import Mark


class Tone(Enum):
    """The voice a passage is set in."""

    BODY = auto()
    HEADLINE = auto()
    CAPTION = auto()
    LEFT_OUT = auto()
    ABSENT = auto()
    FOLDED = auto()


@dataclass(frozen=True, slots=True)
class Passage:
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


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the sheet: a cell a column, the collation's rows it stands for, and the differences shown in it.

    `rows` is empty for the headlines and for a document read alone; a folded run stands for several.
    """

    cells: tuple[Cell, ...]
    rows: range = range(0)
    differences: tuple[int, ...] = ()
    moved: bool = False
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows in reading order; `versions` names what each column shows (one column for all in the unified form)."""

    rows: tuple[SheetRow, ...]
    versions: tuple[tuple[int, ...], ...]

    @property
    def columns(self) -> int:
        """How many columns the sheet has."""
        return len(self.versions)

    def row_of(self, collation_row: int | None) -> int:
        """The index of the row that shows a row of the collation; None asks for the headlines, which stand first."""
        if collation_row is None:
            return 0
        found = bisect_right(self.rows, collation_row, key=lambda row: row.rows.stop)
        return min(found, len(self.rows) - 1)
