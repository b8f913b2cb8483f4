"""Where the ends of a note stand in some versions: the one function that reader, exports and `notes verify` share."""

import os
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Literal, NamedTuple

from wirediff.model import Anchor, Document, Note, Row
from wirediff.notes.flow import flow_of
from wirediff.notes.refind import Check, Found, Orphan, Outcome, refind

Name = Literal["left", "right"]

Rows = Callable[[], Sequence[Row]]
"""Gives the rows of a collation of the versions at hand; asked only where the words do not decide."""


class Sureness(StrEnum):
    """How sure the place of a note, or of one end of it, is; from the best to the worst."""

    FOUND = "found"
    MOVED = "moved"
    CHECK = "check"
    ORPHAN = "orphan"
    ABSENT = "absent"


class End(NamedTuple):
    """An end of a note: the version it stands in, by index, and the outcome there; both None where that is not here."""

    name: Name
    anchor: Anchor
    version: int | None
    outcome: Outcome | None

    @property
    def sureness(self) -> Sureness:
        """The outcome in a word."""
        match self.outcome:
            case Found(moved=moved):
                return Sureness.MOVED if moved else Sureness.FOUND
            case Check():
                return Sureness.CHECK
            case Orphan():
                return Sureness.ORPHAN
        return Sureness.ABSENT


def none() -> Sequence[Row]:
    """No rows: the words alone decide."""
    return ()


def standing(note: Note, versions: Sequence[Document], rows: Rows = none) -> tuple[End, ...]:
    """Each end of a note in these versions; none for a note on a whole story.

    An end is looked for in the version it was fastened in, which is known by its content, else in the one of its path.
    The alignment is asked with the other end, or with the paragraph that answered it when the note was made.
    """
    ends = tuple(_by_text(name, end, versions) for name, end in _named(note))
    return tuple(end if _settled(end) else _aligned(end, ends, versions, rows) for end in ends)


def sureness(ends: Sequence[End]) -> Sureness:
    """How sure the place of a whole note is: as sure as its worst end; a note without any has its story."""
    order = list(Sureness)
    return max((end.sureness for end in ends), key=order.index, default=Sureness.FOUND)


def column_of(end: Anchor, versions: Sequence[Document]) -> int | None:
    """The version that an end is in: of its content and path, else of its content, else of its path."""
    same = [column for column, version in enumerate(versions) if version.id == end.document]
    if len(same) == 1:
        return same[0]
    path = os.path.realpath(end.path)
    there = [column for column, version in enumerate(versions) if os.path.realpath(version.path) == path]
    return next((column for column in same if column in there), next(iter(same or there), None))


def _named(note: Note) -> Iterator[tuple[Name, Anchor]]:
    if note.left:
        yield "left", note.left
    if note.right:
        yield "right", note.right


def _by_text(name: Name, end: Anchor, versions: Sequence[Document]) -> End:
    column = column_of(end, versions)
    return End(name, end, column, None if column is None else refind(end, versions[column]))


def _settled(end: End) -> bool:
    return end.version is None or (isinstance(end.outcome, Found) and end.outcome.firm)


def _aligned(end: End, ends: Sequence[End], versions: Sequence[Document], rows: Rows) -> End:
    assert end.version is not None
    others = [
        (other.version, other.outcome.anchor.paragraph)
        for other in ends
        if other is not end and isinstance(other.outcome, Found) and other.version is not None
    ]
    if not others and (answered := _answer(end.anchor, versions)):
        others = [answered]
    if not others:
        return end
    answering = {
        number
        for row in rows()
        for column, paragraph in others
        if column != end.version and paragraph in row.cells[column]
        for number in row.cells[end.version]
    }
    return end._replace(outcome=refind(end.anchor, versions[end.version], answering)) if answering else end


def _answer(end: Anchor, versions: Sequence[Document]) -> tuple[int, int] | None:
    """Where the paragraph is now that answered an end: only where it is unchanged, and once."""
    if end.answer is None:
        return None
    sought = Anchor(path=end.answer.path, document=end.answer.document, paragraph=0, start=0, end=0, exact="")
    column = column_of(sought, versions)
    numbers = flow_of(versions[column]).of_digest.get(end.answer.digest, []) if column is not None else []
    return (column, numbers[0]) if column is not None and len(numbers) == 1 else None
