"""Where notes stand in the versions that are open: found, to be checked, or without any place."""

from collections.abc import Sequence
from enum import Enum
from itertools import zip_longest
from typing import Literal, NamedTuple

from wirediff.model import Document, Note, Row, Side
from wirediff.notes import Check, End, Sureness, standing, sureness

MOST = 2
"""Candidates that are offered; who has to choose among more looks into the text anyway."""


class Standing(Enum):
    """How sure the place of a note is."""

    FOUND = "In its place"
    CHECK = "Check this"
    ORPHAN = "Its words are gone"
    WHOLE = "On the whole story"


class Candidate(NamedTuple):
    """A place that an end of a note may have now, and what speaks for it."""

    end: Literal["left", "right"]
    document: Document
    span: Side
    why: str


class Placed(NamedTuple):
    """How sure a note's place is; where it is not, the places to choose from, and what the doubt is."""

    standing: Standing
    candidates: tuple[Candidate, ...] = ()
    why: str = ""

    @property
    def said(self) -> str:
        """The standing with the doubt, in words. It may quote the story: make it legible."""
        return f"{self.standing.value}: {self.why}" if self.why else self.standing.value


def placed(note: Note, versions: Sequence[Document], rows: Sequence[Row] = ()) -> Placed:
    """Where a note stands in these versions, by `notes.standing`; `rows` are those of a collation of them.

    Where that is not sure, places are offered. They are only offered: nothing moves a note there but a person.
    """
    ends = standing(note, versions, lambda: rows)
    if not ends:
        return Placed(Standing.WHOLE)
    offered = [_offered(end, versions) for end in ends]
    candidates = [each for group in zip_longest(*offered) for each in group if each][:MOST]
    doubt = next((end.outcome.why for end in ends if isinstance(end.outcome, Check)), "")
    match sureness(ends):
        case Sureness.FOUND | Sureness.MOVED:
            return Placed(Standing.FOUND)
        case Sureness.CHECK:
            return Placed(Standing.CHECK, tuple(candidates), doubt)
    return Placed(Standing.CHECK if candidates else Standing.ORPHAN, tuple(candidates), doubt)


def _offered(end: End, versions: Sequence[Document]) -> list[Candidate]:
    if end.version is None or not isinstance(end.outcome, Check):
        return []
    return [
        Candidate(end.name, versions[end.version], Side(end.version, *each[:4]), each.why)
        for each in end.outcome.candidates
    ]
