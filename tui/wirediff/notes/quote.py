"""Spans found by their words, as a person types them."""

from collections.abc import Iterator

from wirediff.model import HEADLINE, Document, Side
from wirediff.text import fold_char


def locate(document: Document, quote: str, paragraph: int | None = None, version: int = 0) -> list[Side]:
    """Where `quote` stands in a document, or in one paragraph of it, as sides of `version`; none overlap.

    The words count as they are; where they are nowhere to be found, straight quotation marks, plain dashes and
    ordinary spaces find the typographic ones. Raises IndexError for a paragraph that is not there.
    """
    numbers = range(HEADLINE, len(document.paragraphs) + 1) if paragraph is None else (paragraph,)
    texts = [(number, document.text_of(number)) for number in numbers]
    for find in (_exact, _folded):
        found = [
            Side(version, number, start, end, text[start:end])
            for number, text in texts
            for start, end in find(text, quote)
        ]
        if found:
            return found
    return []


def _exact(text: str, quote: str) -> Iterator[tuple[int, int]]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + len(quote))


def _folded(text: str, quote: str) -> Iterator[tuple[int, int]]:
    origin: list[int] = []
    pieces: list[str] = []
    for place, char in enumerate(text):
        piece = fold_char(char)
        pieces.append(piece)
        origin += [place] * len(piece)
    for start, end in _exact("".join(pieces), "".join(map(fold_char, quote))):
        # A point inside an ellipsis is no place: a character is found whole or not at all.
        if origin[start - 1 : start] != [origin[start]] and origin[end : end + 1] != [origin[end - 1]]:
            yield origin[start], origin[end - 1] + 1
