"""From a place in a text to the row and the difference of a comparison that hold it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from wirediff.model import HEADLINE, Comparison, Difference

if TYPE_CHECKING:
    from wirediff.insight.places import Place as Span

Aim = tuple[int | None, int | None]
"""A row of a collation (None: the headlines), and a difference in it if there is one."""

Where = Callable[[Comparison], Aim]
"""Gives the spot to go to in a comparison, once that is made."""


def spot(comparison: Comparison, spans: "Sequence[Span]") -> Aim:
    """The row with the first of the spans, and the difference that most of them touch, the first of several.

    Linear in rows and differences.
    """
    versions = {document.path: version for version, document in enumerate(comparison.collation.versions)}
    known = [(versions[span.path], span) for span in spans if span.path in versions]
    if not known:
        return None, None
    touched = [
        (sum(_touches(found, at, span) for at, span in known), index, found.row)
        for index, found in enumerate(comparison.differences)
    ]
    most, index, row = max(touched, key=lambda each: (each[0], -each[1]), default=(0, 0, None))
    if most:
        return row, index
    version, span = known[0]
    if span.paragraph == HEADLINE:
        return None, None
    rows = enumerate(comparison.collation.rows)
    return next((place for place, each in rows if span.paragraph in each.cells[version]), None), None


def _touches(found: Difference, version: int, span: "Span") -> bool:
    return any(
        side is not None
        and (side.version, side.paragraph) == (version, span.paragraph)
        and side.start < max(span.end, span.start + 1)
        and span.start < max(side.end, side.start + 1)
        for side in (found.left, found.right)
    )
