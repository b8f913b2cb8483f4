"""What is lit in the text for a while, above the marks: matches of a search, and a selection."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple

from wirediff.app.layout.sheet import SheetRow
from wirediff.app.layout.typeset import Run


class Light(Enum):
    """Why words are lit; the later shines through the earlier."""

    MATCH = auto()
    HERE = auto()
    SELECTED = auto()


class Span(NamedTuple):
    """A lit part of a passage's text, in whole graphemes."""

    start: int
    end: int
    light: Light


class Spot(NamedTuple):
    """A place in the text of a sheet: the row's key, the sheet's column, the passage of that cell, the character.

    The key of a row is the first row of the collation that it stands for, -1 for the headlines: so spots compare in
    reading order, and mean the same in a sheet where other rows are folded away.
    """

    row: int
    column: int
    passage: int
    at: int


Lights = Mapping[tuple[int, int, int], Sequence[Span]]
"""What is lit, by row key, column and passage; the spans of one light follow each other and do not overlap."""

DARK: Lights = MappingProxyType({})


def key_of(row: SheetRow) -> int:
    """The key under which a row's lights are found."""
    return row.rows.start if row.rows else -1


def lit(run: Run, spans: Sequence[Span]) -> Iterator[tuple[str, Light | None]]:
    """A run cut into pieces that have one light each. Logarithmic in the spans, linear in those that touch the run."""
    if run.letter or not spans:
        yield run.text, None
        return
    near = spans[bisect_right(spans, run.at, key=lambda span: span.end) :]
    place = run.at
    for span in near:
        start, end = max(span.start, place), min(span.end, run.end)
        if start >= run.end:
            break
        if place < start:
            yield run.text[place - run.at : start - run.at], None
        if start < end:
            yield run.text[start - run.at : end - run.at], span.light
        place = max(place, end)
    if place < run.end:
        yield run.text[place - run.at :], None


def over(below: Sequence[Span], above: Span) -> tuple[Span, ...]:
    """Spans with another one laid over them."""
    pieces = [above] if above.start < above.end else []
    for span in below:
        for start, end in ((span.start, min(span.end, above.start)), (max(span.start, above.end), span.end)):
            if start < end:
                pieces.append(span._replace(start=start, end=end))
    return tuple(sorted(pieces, key=lambda span: span.start))
