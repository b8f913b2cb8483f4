"""Links of the alignment as a person judges them: how certain one is, what was decided about it, what to decide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wirediff.app.naming import tag
from wirediff.model import Document, Row, RowRelation

if TYPE_CHECKING:
    from wirediff.align import Constraint
    from wirediff.notes import Correction


@dataclass(frozen=True, slots=True)
class Join:
    """Paragraphs of two versions that are, or shall be, set against each other; a side may still be empty."""

    left: int
    right: int
    one: tuple[int, ...]
    other: tuple[int, ...]

    @property
    def whole(self) -> bool:
        """Whether both sides name a paragraph, so that something can be decided."""
        return bool(self.one and self.other)

    @property
    def act(self) -> str:
        """What linking these is called."""
        match (len(self.one) > 1, len(self.other) > 1):
            case (False, True):
                return "split"
            case (True, False):
                return "merge"
            case _:
                return "link"

    @property
    def named(self) -> str:
        """Both sides as they are cited.

        >>> Join(0, 2, (5,), (11, 12)).named
        'V1 ¶5 = V3 ¶11+12'
        """
        return f"{_cited(self.left, self.one)} = {_cited(self.right, self.other)}"

    def decided(self, kind: Literal["link", "unlink"]) -> "Constraint":
        """The decision that these belong together, or do not."""
        from wirediff.align import Cell, Constraint

        return Constraint(kind, Cell(self.left, self.one), Cell(self.right, self.other))


def _cited(version: int, paragraphs: Sequence[int]) -> str:
    return f"{tag(version)} ¶{'+'.join(map(str, paragraphs))}"


def join_of(row: Row, left: int, right: int) -> Join:
    """What a row sets against each other in two versions."""
    return Join(left, right, row.cells[left], row.cells[right])


def certainty(row: Row) -> float:
    """How far the link of a row is ahead of the best one it could have had instead: 0 for a toss-up, 1 at most."""
    return row.score - (row.runner_up.score if row.runner_up else 0.0)


def margin(row: Row) -> str:
    """How far the link of a row is ahead of the best alternative, or behind it, in words; "" where there is none."""
    if row.runner_up is None:
        return ""
    ahead = round(certainty(row), 2)
    if ahead == 0:
        return ", level with the best alternative"
    return f", {abs(ahead):.2f} {'ahead of' if ahead > 0 else 'behind'} the best alternative"


def least_certain(rows: Sequence[Row]) -> tuple[int, ...]:
    """The rows whose link can be doubted, by index, the least certain first; of equals the first stands first.

    Equal paragraphs are no matter of doubt, unless another would have done as well.
    """
    linked = (index for index, row in enumerate(rows) if row.relation is not RowRelation.ONLY)
    doubtful = (index for index in linked if rows[index].relation is not RowRelation.SAME or rows[index].runner_up)
    return tuple(sorted(doubtful, key=lambda index: certainty(rows[index])))


def decided_in(
    corrections: Sequence["Correction"], versions: Sequence[Document], row: Row
) -> "Iterator[tuple[Correction, Constraint]]":
    """The corrections that are about a paragraph of a row, the last one first, with what they come to here."""
    from wirediff.notes import replay

    for correction in reversed(corrections):
        for constraint in replay((correction,), versions).constraints:
            cells = (constraint.left, constraint.right)
            if any(set(cell.paragraphs) & set(row.cells[cell.version]) for cell in cells):
                yield correction, constraint


def joined(constraint: "Constraint") -> Join:
    """What a decision is about."""
    left, right = constraint.left, constraint.right
    return Join(left.version, right.version, left.paragraphs, right.paragraphs)
