"""A selection in one column: which passages it touches, and how they are lit."""

from collections.abc import Iterator
from typing import NamedTuple

from wirediff.app.layout.lights import Light, Lights, Span, Spot, key_of
from wirediff.app.layout.sheet import Passage, Sheet, Tone
from wirediff.app.layout.wrap import widened


class Part(NamedTuple):
    """The selected part of a passage, in whole graphemes."""

    key: tuple[int, int, int]
    passage: Passage
    start: int
    end: int


class Selection(NamedTuple):
    """What was drawn over with the mouse: both ends, in either order, in one column of the sheet."""

    anchor: Spot
    focus: Spot

    def parts(self, sheet: Sheet) -> Iterator[Part]:
        """The selected parts from first to last; our own remarks are none. Linear in the rows selected."""
        first, last = sorted(self)
        rows = range(_row(sheet, first), _row(sheet, last) + 1)
        for row in (sheet.rows[index] for index in rows):
            for number, passage in enumerate(row.cells[first.column]):
                here = Spot(key_of(row), first.column, number, 0)
                if passage.tone in {Tone.ABSENT, Tone.FOLDED} or not first[:3] <= here[:3] <= last[:3]:
                    continue
                start = first.at if here[:3] == first[:3] else 0
                end = last.at if here[:3] == last[:3] else len(passage.text)
                ((start, end),) = widened(passage.text, [(start, end)])
                if start < end or not passage.text:
                    yield Part(here[:3], passage, start, end)

    def lights(self, sheet: Sheet) -> Lights:
        """The selection as it is drawn."""
        return {part.key: (Span(part.start, part.end, Light.SELECTED),) for part in self.parts(sheet)}


def _row(sheet: Sheet, spot: Spot) -> int:
    return sheet.row_of(None if spot.row < 0 else spot.row)
