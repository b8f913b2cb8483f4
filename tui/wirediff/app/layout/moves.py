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
    """Where a moved row comes from in the first version whose order it breaks; None for a row in its place."""
    if not rows[index].moved:
        return None
    found = (standing(rows, index, version) for version in range(len(rows[index].cells)))
    return next((place for place in found if place is not None), None)
