"""How versions are called in the reader: short names, dates and counts, all legible."""

from collections.abc import Sequence

from wirediff import naming
from wirediff.app.legible import legible
from wirediff.model import Document, Failure, Relation
from wirediff.naming import tag

__all__ = ["RELATIONS", "count", "day", "days", "headline", "names", "outlet", "tag", "unread"]

RELATIONS = {
    Relation.SAME_REPORT: "same report",
    Relation.REWRITE: "rewrite",
    Relation.RELATED: "related",
    Relation.DIFFERENT_EVENT: "different events",
}


def outlet(document: Document) -> str:
    """Who printed it, without regard to others."""
    return legible(naming.outlet(document))


def names(documents: Sequence[Document]) -> tuple[str, ...]:
    """What the versions of a story are called: no two alike, and as everywhere else."""
    return tuple(map(legible, naming.version_names(documents)))


def day(published: str | None) -> str:
    """A date as a reader writes it."""
    return legible(naming.day(published))


def headline(document: Document) -> str:
    """The headline, or the beginning of the text where there is none."""
    if document.headline:
        return legible(document.headline)
    return legible(document.paragraphs[0].text[:200]) if document.paragraphs else "(no text)"


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> count(1, "story", "stories"), count(3, "difference")
    ('1 story', '3 differences')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def unread(failure: Failure) -> str:
    """Which input could not be read, and why; the path is said once.

    >>> unread(Failure("a.txt", "it is empty")), unread(Failure("a.txt", "a.txt: no such file"))
    ('a.txt: it is empty', 'a.txt: no such file')
    """
    return failure.error if failure.path in failure.error else f"{failure.path}: {failure.error}"


def days(documents: Sequence[Document]) -> str:
    """The days on which versions were printed, first to last; '' where none says."""
    dated = sorted({document.published for document in documents if document.published})
    if not dated:
        return ""
    return day(dated[0]) if len(dated) == 1 else f"{day(dated[0])} – {day(dated[-1])}"
