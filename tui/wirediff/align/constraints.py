"""What a person decided about an alignment; the rest is solved around it."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from wirediff.errors import UsageError
from wirediff.model import Document


class Cell(Struct, frozen=True):
    """Paragraphs of one version: the version counts from 0, the paragraphs from 1."""

    version: int
    paragraphs: tuple[int, ...]


class Constraint(Struct, frozen=True):
    """`link`: these paragraphs stand in one row, and in no other row of these two versions. `unlink`: they share none.

    A split is a link of one paragraph to several, a merge a link of several to one.
    """

    kind: Literal["link", "unlink"]
    left: Cell
    right: Cell


_CELL = re.compile(r"(\d{1,9}):(\d{1,9}(?:\+\d{1,9})*)")


def parse(kind: Literal["link", "unlink"], text: str) -> Constraint:
    """A constraint as the command line writes it: version:paragraph on both sides of "=", "+" between paragraphs.

    >>> parse("link", "0:1+2=1:8").left
    Cell(version=0, paragraphs=(1, 2))

    Raises UsageError for anything else.
    """
    sides = [_CELL.fullmatch(side.strip()) for side in text.split("=")]
    if len(sides) != 2 or sides[0] is None or sides[1] is None:
        raise UsageError(
            f"{text!r} names no pair of paragraphs", "write version:paragraph=version:paragraph, as in 0:5=1:11"
        )
    numbers = [[int(number) for number in side[2].split("+")] for side in sides if side]
    for side in numbers:
        if len({*side}) < len(side):
            raise UsageError(f"{text!r} names a paragraph twice", "write each paragraph once, as in 0:1+2=1:8")
    cells = [Cell(int(side[1]), tuple(sorted(cited))) for side, cited in zip(sides, numbers, strict=True) if side]
    return Constraint(kind, cells[0], cells[1])


def contradict(one: Constraint, other: Constraint) -> bool:
    """Whether two constraints cannot both hold: the same paragraphs linked and unlinked, or one in two rows.

    >>> contradict(parse("link", "0:5=1:11"), parse("unlink", "1:11=0:5+6"))
    True
    """
    if one.kind == other.kind == "unlink":
        return False
    mine, theirs = ({cell.version: {*cell.paragraphs} for cell in (each.left, each.right)} for each in (one, other))
    if mine.keys() != theirs.keys():
        return False
    shared = [bool(mine[version] & theirs[version]) for version in mine]
    return all(shared) if one.kind != other.kind else any(shared) and mine != theirs


def in_force(constraints: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """The constraints without those that a later one contradicts: who decides again has thought again."""
    return tuple(
        constraint
        for place, constraint in enumerate(constraints)
        if not any(contradict(constraint, later) for later in constraints[place + 1 :])
    )


def check(constraints: Iterable[Constraint], versions: Sequence[Document]) -> None:
    """Raises ValueError for a constraint within one version, or on a version or paragraph that is not there."""
    for constraint in constraints:
        if constraint.left.version == constraint.right.version:
            raise ValueError(f"a constraint joins two versions, not version {constraint.left.version} with itself")
        for cell in (constraint.left, constraint.right):
            if not 0 <= cell.version < len(versions):
                raise ValueError(f"there is no version {cell.version}: they count from 0 to {len(versions) - 1}")
            last = len(versions[cell.version].paragraphs)
            if not cell.paragraphs or not all(1 <= number <= last for number in cell.paragraphs):
                raise ValueError(f"version {cell.version} has paragraphs 1 to {last}")
