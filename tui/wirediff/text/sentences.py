"""Sentences with offsets, by sentencex."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` that the span covers."""
        return text[self.start : self.end]


def sentences(text: str, language: str = "en") -> list[Span]:
    """The sentences of a paragraph, without the blanks around them; together they cover every non-blank character.

    >>> [span.of("He left. She stayed.") for span in sentences("He left. She stayed.")]
    ['He left.', 'She stayed.']
    """
    if not text.strip():
        return []
    if not any(mark in text for mark in ".!?…。！？؟।") or len(text) < 20:  # the common one-sentence case, for speed
        return [_trimmed(text, 0, len(text))]
    import sentencex

    spans: list[Span] = []
    place = 0
    for piece in sentencex.segment(language, text):
        end = place + len(piece)
        if piece.strip():
            spans.append(_trimmed(text, place, end))
        place = end
    return spans


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
