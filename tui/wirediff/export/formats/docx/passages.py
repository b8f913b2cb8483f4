"""Comments on words that are no difference: where they begin and end among the runs of a text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wirediff.export.formats.docx.comments import closed, opened
from wirediff.export.report import StoryReport
from wirediff.model import Note
from wirediff.notes import Found, standing


class Passage(NamedTuple):
    """Where a note stands: version, paragraph, and the characters from `start` to `end` in it."""

    version: int
    paragraph: int
    start: int
    end: int


def passages(note: Note, part: StoryReport) -> Iterator[Passage]:
    """The places of a note in a story that are sure."""
    for end in standing(note, part.documents, lambda: part.comparison.collation.rows if part.comparison else ()):
        if isinstance(end.outcome, Found) and end.version is not None:
            found = end.outcome.anchor
            yield Passage(end.version, found.paragraph, found.start, found.end)


class Mark(NamedTuple):
    """A comment on the characters from `start` to `end` of one side of a unit."""

    side: int
    start: int
    end: int
    number: int


class Marks:
    """The comments on a unit, put in as its text goes by; each comes in once, if only at the end."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._left = sorted(marks, key=lambda mark: (mark.start, mark.end))
        self._open: list[Mark] = []

    def cuts(self, sides: Sequence[int], place: Sequence[int], length: int) -> list[int]:
        """Where a piece of text has to be cut so that marks stand between runs; offsets into the piece."""
        edges = {
            edge - place[mark.side]
            for mark in (*self._left, *self._open)
            if mark.side in sides
            for edge in (mark.start, mark.end)
        }
        return sorted({0, length, *(edge for edge in edges if 0 < edge < length)})

    def before(self, sides: Sequence[int], place: Sequence[int]) -> str:
        """The marks that begin at a place, before the run there."""
        new = [mark for mark in self._left if mark.side in sides and mark.start == place[mark.side] < mark.end]
        self._left = [mark for mark in self._left if mark not in new]
        self._open += new
        return "".join(opened(mark.number) for mark in new)

    def after(self, sides: Sequence[int], place: Sequence[int]) -> str:
        """The marks that end at a place, behind the run there."""
        done = [mark for mark in self._open if mark.side in sides and mark.end == place[mark.side]]
        self._open = [mark for mark in self._open if mark not in done]
        return "".join(closed(mark.number) for mark in done)

    def rest(self) -> str:
        """What has not come in: marks on no characters."""
        rest = "".join(opened(mark.number) for mark in self._left)
        return rest + "".join(closed(mark.number) for mark in (*self._open, *self._left))
