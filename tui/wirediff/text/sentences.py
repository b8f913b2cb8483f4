"""Sentences with offsets, by sentencex."""

import re
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
    short = len(text) < 20 and not _FULL_STOP.search(text)
    if short or not any(mark in text for mark in ".!?…。｡！？؟।"):  # the common one-sentence case, for speed
        return [_trimmed(text, 0, len(text))]
    import sentencex

    spans: list[Span] = []
    place = 0
    for piece in sentencex.segment(language, _SURROGATE.sub("\ufffd", text)):
        for end in [*(place + match.end() for match in _FULL_STOP.finditer(piece)), place + len(piece)]:
            if text[place:end].strip():
                spans.append(_trimmed(text, place, end))
            place = end
    return spans


# Chinese and Japanese put no blank behind a sentence, and sentencex waits for one; their stop ends nothing else.
_FULL_STOP = re.compile("[。｡！？]+[」』”’）》]*")

# A broken source may hold half a character, which sentencex refuses. What stands for it has the same length.
_SURROGATE = re.compile("[\ud800-\udfff]")


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
