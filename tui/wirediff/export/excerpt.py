"""A span of a paragraph with enough around it to be understood."""

import re
from typing import NamedTuple

_AROUND = 60
_WORD_START = re.compile(r"(?<=\s)\S")
_WORD_END = re.compile(r"\S(?=\s)")


class Excerpt(NamedTuple):
    """What stands before a span, the span, and what stands after; cut ends show as an ellipsis."""

    before: str
    span: str
    after: str


def excerpt(text: str, start: int, end: int, around: int = _AROUND) -> Excerpt:
    """The span from `start` to `end` of `text` with up to `around` characters on each side, cut between words."""
    before, after = text[:start], text[end:]
    if len(before) > around:
        before = before[-around:]
        cut = _WORD_START.search(before)
        before = "…" + (before[cut.start() :] if cut else before)
    if len(after) > around:
        after = after[:around]
        cuts = [found.end() for found in _WORD_END.finditer(after)]
        after = (after[: cuts[-1]] if cuts else after) + "…"
    return Excerpt(before, text[start:end], after)
