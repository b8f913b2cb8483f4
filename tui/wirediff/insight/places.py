"""Where something stands: the common currency of names, ledgers and facts."""

from collections.abc import Iterator

from msgspec import Struct

from wirediff.model import HEADLINE, Document
from wirediff.text import fold


class Place(Struct, frozen=True, order=True):
    """A span of a document's text: `start` and `end` are code points, paragraph 0 is the headline."""

    path: str
    paragraph: int
    start: int
    end: int

    @property
    def cited(self) -> str:
        """The path and the paragraph, as sentences name a place."""
        return f"{self.path} {'headline' if self.paragraph == HEADLINE else f'P{self.paragraph}'}"


def passages(document: Document) -> Iterator[tuple[int, str]]:
    """The headline, where there is one, and every paragraph, each with its number."""
    if document.headline:
        yield HEADLINE, document.headline
    for paragraph in document.paragraphs:
        yield paragraph.n, paragraph.text


def plain(text: str) -> str:
    """A name as its variants are told apart: without typography, and with single blanks. Case and accents count."""
    return " ".join(fold(text).split())


def begins(text: str, start: int) -> bool:
    """Whether what stands at `start` begins a sentence, or follows a mark behind which one may begin."""
    before = text[max(0, start - 8) : start].rstrip(" \"“„«‘'([")
    return (not before and start < 8) or before[-1:] in set(".!?:;…–—")


def listing(items: list[str]) -> str:
    """Items as a sentence has them.

    >>> listing(["IS", "ISIS", "Daesh"])
    'IS, ISIS and Daesh'
    """
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
