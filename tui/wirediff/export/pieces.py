"""A text cut where differences begin and end."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from wirediff.export.report import StoryReport
from wirediff.model import Side

Place = tuple[int | None, int, int]
"""A row (None: the headlines), a version and a paragraph."""


class Span(NamedTuple):
    """A stretch of a text, and the difference that it belongs to, by its index in the comparison."""

    start: int
    end: int
    difference: int


def spans(part: StoryReport, but: Container[int] = ()) -> Mapping[Place, list[Span]]:
    """Where in its versions a story has which difference, those apart whose index is in `but`.

    A paragraph in two rows has other spans in each.
    """
    found: dict[Place, list[Span]] = {}
    for index, (difference, _) in enumerate(part.annotated):
        if index in but:
            continue
        for side in _sides(difference.left, difference.right):
            place = (difference.row, side.version, side.paragraph)
            found.setdefault(place, []).append(Span(side.start, side.end, index))
    return found


def _sides(*sides: Side | None) -> Iterator[Side]:
    return (side for side in sides if side and side.start < side.end)


def pieces(text: str, over: Iterable[Span]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """`text` in pieces, each with the differences that lie over it, none over what is common.

    Joined again the pieces are `text`. Spans may overlap; linear in the text, and in the spans that lie over a piece.
    """
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for span in over:
        opening.setdefault(span.start, []).append(span.difference)
        closing.setdefault(span.end, []).append(span.difference)
    edges = sorted({0, len(text), *opening, *closing})
    lying: dict[int, None] = {}
    for number, edge in enumerate(edges[:-1]):
        for difference in closing.get(edge, ()):
            lying.pop(difference, None)
        lying.update(dict.fromkeys(opening.get(edge, ())))
        yield text[edge : edges[number + 1]], tuple(lying)
