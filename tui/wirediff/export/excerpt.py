"""A span of a paragraph with enough around it to be understood."""

import re
import textwrap
from typing import NamedTuple

_AROUND = 60
_BRIEF = 80
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


def brief(cited: Excerpt, most: int = _BRIEF) -> Excerpt:
    """A passage as long as a note on it needs: of a long one, as a whole paragraph is, how it begins."""
    if len(cited.span) <= most:
        return cited
    return Excerpt(cited.before, textwrap.shorten(cited.span, most, placeholder="") or cited.span[:most], "…")
