"""Places in a comparison: where one was, in terms that hold when it is made anew, and where words of a text are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirediff.kinds import Kind
from wirediff.model import HEADLINE, Comparison, Difference, Document, Story

if TYPE_CHECKING:
    from wirediff.insight.places import Place as Span

Aim = tuple[int | None, int | None]
"""A row of a collation (None: the headlines), and a difference in it if there is one."""

Where = Callable[[Comparison], Aim]
"""Gives the spot to go to in a comparison, once that is made."""

Paragraphs = tuple[tuple[str, int], ...]
"""Paragraphs by the path of their version and their number, those of the base first."""

Spans = tuple[Kind, frozenset[tuple[str, int, int, int]]]
"""A difference by its kind and its ends: path, paragraph, start and end."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The paragraphs of a row, and the spans of a difference in it where the place is on one.

    Rows and differences are numbered anew when versions are compared again, because the alignment has been corrected
    or another version is the base; what they hold stays.
    """

    paragraphs: Paragraphs
    spans: Spans | None = None

    @classmethod
    def of(cls, comparison: Comparison, row: int | None, difference: int | None) -> "Bookmark":
        """Mark a row of a collation (None: the headlines), and a difference."""
        versions = comparison.collation.versions
        spans = None if difference is None else _spans(comparison.differences[difference], versions)
        return cls(_paragraphs(comparison, row), spans)

    def place(self, comparison: Comparison) -> tuple[int | None, int | None]:
        """The row that holds most of the paragraphs, and the difference if it is there still.

        Of rows that hold equally many it is the one with the base's paragraph; without any it is the headlines.
        """
        versions = comparison.collation.versions
        if self.spans is not None:
            for index, found in enumerate(comparison.differences):
                if _spans(found, versions) == self.spans:
                    return found.row, index
        rows = range(len(comparison.collation.rows))
        shared = [[place for place, each in enumerate(self.paragraphs) if each in held] for held in _held(comparison)]
        best = max(rows, key=lambda row: (len(shared[row]), [-place for place in shared[row]]), default=None)
        return (best if best is not None and shared[best] else None), None


def _paragraphs(comparison: Comparison, row: int | None) -> Paragraphs:
    versions = comparison.collation.versions
    cells = comparison.collation.rows[row].cells if row is not None else ((HEADLINE,),) * len(versions)
    return tuple((versions[version].path, number) for version, cell in enumerate(cells) for number in cell)


def _held(comparison: Comparison) -> Iterator[Paragraphs]:
    return (_paragraphs(comparison, row) for row in range(len(comparison.collation.rows)))


def _spans(found: Difference, versions: tuple[Document, ...]) -> Spans:
    sides = (side for side in (found.left, found.right) if side)
    return found.kind, frozenset((versions[side.version].path, side.paragraph, side.start, side.end) for side in sides)


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


def version_order(story: Story, order: Sequence[str]) -> tuple[int, ...]:
    """The versions to compare, as places in the story, base first: the paths of `order` first, as they stand there."""
    known = [document.path for document in story.documents]
    first = [known.index(path) for path in order if path in known]
    return (*first, *(place for place in range(len(known)) if place not in first))
