"""Two versions as one run of paragraphs, in an order that both keep: what stays, what goes, what comes."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wirediff.model import Row


class Unit(NamedTuple):
    """Paragraphs of the base and those of the other version that stand in their place; one of them may be empty."""

    left: tuple[int, ...]
    right: tuple[int, ...]


def script(rows: Sequence[Row], other: int, counts: tuple[int, int]) -> list[Unit]:
    """Every paragraph of the base and of the version `other` once, each in the order of its version.

    Rows are kept as they are where both versions have them in one order: as many paragraphs as can be, found as a
    longest increasing subsequence. What is off that order goes in one place and comes in another, as words do that are
    cut and pasted. `counts` are the paragraphs of either version. Sorts the rows; otherwise linear.
    """
    kept = _in_order(sorted(_blocks(rows, other)))
    units: list[Unit] = []
    place = [1, 1]
    for block in [*kept, Unit((counts[0] + 1,), (counts[1] + 1,))]:
        units += [Unit((number,), ()) for number in range(place[0], block.left[0])]
        units += [Unit((), (number,)) for number in range(place[1], block.right[0])]
        units.append(block)
        place = [block.left[-1] + 1, block.right[-1] + 1]
    return units[:-1]


def _blocks(rows: Sequence[Row], other: int) -> Iterator[Unit]:
    """The rows that both have, each paragraph in the first that holds it, and only unbroken runs of paragraphs."""
    taken: tuple[set[int], set[int]] = (set(), set())
    for row in sorted(rows, key=lambda row: row.moved):
        left, right = row.cells[0], row.cells[other]
        if not left or not right or not (taken[0].isdisjoint(left) and taken[1].isdisjoint(right)):
            continue
        if _unbroken(left) and _unbroken(right):
            taken[0].update(left)
            taken[1].update(right)
            yield Unit(left, right)


def _unbroken(cell: tuple[int, ...]) -> bool:
    return cell == tuple(range(cell[0], cell[0] + len(cell)))


def _in_order(blocks: Sequence[Unit]) -> list[Unit]:
    """The longest part of the blocks, which are in the order of the base, that is in the order of the other too.

    Patience sorting (Fredman 1975): the best end of a run of each length, and what stood before it.
    """
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, block in enumerate(blocks):
        at = bisect_left(ends, block.right[0])
        before.append(last[at - 1] if at else -1)
        ends[at:] = [block.right[0], *ends[at + 1 :]]
        last[at:] = [index, *last[at + 1 :]]
    kept = []
    index = last[-1] if last else -1
    while index >= 0:
        kept.append(blocks[index])
        index = before[index]
    return kept[::-1]
