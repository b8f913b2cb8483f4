"""Where the ends of notes stand in the versions of a report, and what is to be said where they do not."""

from collections.abc import Sequence
from typing import NamedTuple

from wirediff.export.excerpt import Excerpt, excerpt
from wirediff.model import Anchor, Document
from wirediff.naming import tag
from wirediff.notes import find

MOVED = "found again; it stood elsewhere"
GONE = "its words are no longer there: check this note"
ELSEWHERE = "not among these versions"


class Placed(NamedTuple):
    """An end of a note: the version as one says it, the paragraph and the words now or at last, a remark or ""."""

    where: str
    paragraph: int
    around: Excerpt
    remark: str = ""

    @property
    def lost(self) -> bool:
        """Whether a person has to look, as nobody knows the place any more."""
        return self.remark == GONE


def placed(end: Anchor, documents: Sequence[Document]) -> Placed:
    """The place of an end: in the version it was fastened in, else in the one of the same path, if it is there."""
    same = [number for number, document in enumerate(documents) if document.id == end.document]
    candidates = same or [number for number, document in enumerate(documents) if document.path == end.path]
    for number in candidates:
        if found := find(end, documents[number]):
            moved = (found.paragraph, found.start) != (end.paragraph, end.start)
            around = excerpt(documents[number].text_of(found.paragraph), found.start, found.end)
            return Placed(tag(number), found.paragraph, around, MOVED if moved else "")
    where, remark = (tag(candidates[0]), GONE) if candidates else (end.path, ELSEWHERE)
    return Placed(where, end.paragraph, Excerpt(end.prefix, end.exact, end.suffix), remark)
