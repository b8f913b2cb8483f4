"""Where a moved row would stand if the other version's order were followed."""

from collections.abc import Sequence
from typing import NamedTuple

from wirediff.model import Row


class Standing(NamedTuple):
    """A place in another version's order: the row to jump to, and a sentence that says where it is."""

    row: int
    says: str


def standing(rows: Sequence[Row], index: int, version: int) -> Standing | None:
    """Where the paragraphs of a row stand in a version's own order; None where that is just where the row is.

    The place is named by the paragraph before it, or by the one after it at the beginning of the version. Linear in
    the rows.
    """
    numbers = rows[index].cells[version]
    if not numbers:
        return None
    before, after = min(numbers) - 1, max(numbers) + 1
    above = next((row for row in reversed(rows[:index]) if row.cells[version]), None)
    if above is None and before == 0:
        return None
    if above is not None and before in above.cells[version]:
        return None
    sought, word = (before, "after") if before else (after, "before")
    for place, row in enumerate(rows):
        if sought in row.cells[version]:
            return Standing(place, f"stands {word} ¶{sought} in this version")
    return None


def origin(rows: Sequence[Row], index: int) -> Standing | None:
    """Where a moved row comes from in the first version whose order it breaks; None for a row in its place.

    Of rows that moved together only the first breaks the order, and leads the others.
    """
    while index >= 0 and rows[index].moved:
        found = (standing(rows, index, version) for version in range(len(rows[index].cells)))
        place = next((place for place in found if place is not None), None)
        if place is not None:
            return place
        index -= 1
    return None


def off_the_order(rows: Sequence[Row], versions: Sequence[int]) -> frozenset[int]:
    """The moved rows that stand in another order than some of these versions have them. Linear in the rows.

    A row may be moved only as against a version that is not among them; seen without it, it is in its place.
    """
    found: set[int] = set()
    for version in versions:
        filled = [index for index, row in enumerate(rows) if row.cells[version]]
        before = 0
        for index in filled:
            if min(rows[index].cells[version]) < before:
                found.add(index)
            before = max(before, *rows[index].cells[version])
        after = None
        for index in reversed(filled):
            if after is not None and max(rows[index].cells[version]) > after:
                found.add(index)
            after = min(rows[index].cells[version] if after is None else (after, *rows[index].cells[version]))
    return frozenset(index for index in found if rows[index].moved)
