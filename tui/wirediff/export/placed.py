"""Where the ends of notes stand in the versions of a report, and what is to be said where that is not sure."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wirediff.export.excerpt import Excerpt, excerpt
from wirediff.export.report import StoryReport
from wirediff.model import HEADLINE, Document, Note, Row
from wirediff.naming import tag
from wirediff.notes import Candidate, Check, End, Found, standing

MOVED = "found again; it stood elsewhere"
REWORDED = "found again; its words were changed a little"
GONE = "its words are no longer there: check this note"
ELSEWHERE = "not among these versions"


class Offered(NamedTuple):
    """A place that a note may have, with what speaks for it."""

    paragraph: int
    around: Excerpt
    why: str


class Placed(NamedTuple):
    """An end of a note: the version as one says it, the paragraph and the words now or at last, a remark or "".

    `offered` are the places to choose from where nobody but a person can tell.
    """

    where: str
    paragraph: int | None
    """None for words that another program quotes and that were never found."""
    around: Excerpt
    remark: str = ""
    lost: bool = False
    """Whether a person has to look, as the place is not sure any more."""
    offered: tuple[Offered, ...] = ()

    @property
    def cited(self) -> str:
        """Version and paragraph, as one says them."""
        return self.where if self.paragraph is None else f"{self.where}, {cited(self.paragraph)}"


def cited(paragraph: int) -> str:
    """How a paragraph is cited; 0 is the headline."""
    return "headline" if paragraph == HEADLINE else f"paragraph {paragraph}"


def placed(note: Note, part: StoryReport) -> Iterator[Placed]:
    """The places of the ends of a note in a report, found by their words and by its rows."""
    return (_placed(end, part.documents) for end in standing(note, part.documents, lambda: _rows(part)))


def _rows(part: StoryReport) -> Sequence[Row]:
    return part.comparison.collation.rows if part.comparison else ()


def _placed(end: End, documents: Sequence[Document]) -> Placed:
    anchor = end.anchor
    before = Excerpt(anchor.prefix, anchor.exact, anchor.suffix)
    paragraph = anchor.paragraph if anchor.document else None
    if end.version is None:
        return Placed(anchor.path, paragraph, before, ELSEWHERE)
    document, where = documents[end.version], tag(end.version)
    match end.outcome:
        case Found(anchor=found, moved=moved, changed=changed):
            around = excerpt(document.text_of(found.paragraph), found.start, found.end)
            return Placed(where, found.paragraph, around, REWORDED if changed else MOVED if moved else "")
        case Check(why=why, candidates=candidates):
            offered = tuple(_offered(each, document) for each in candidates)
            return Placed(where, paragraph, before, f"check this: {why}", lost=True, offered=offered)
    return Placed(where, paragraph, before, GONE, lost=True)


def _offered(candidate: Candidate, document: Document) -> Offered:
    around = excerpt(document.text_of(candidate.paragraph), candidate.start, candidate.end)
    return Offered(candidate.paragraph, around, candidate.why)
