"""What a difference puts in place of what: its two sides without the marks and endings that say nothing."""

import re
from typing import NamedTuple

from wirediff.insight.places import plain
from wirediff.kinds import Kind
from wirediff.model import Difference, Side

KINDS = frozenset(
    {
        Kind.TYPOGRAPHY,
        Kind.CAPITALISATION,
        Kind.SPELLING,
        Kind.TRANSLITERATION,
        Kind.NAMING,
        Kind.LABEL,
        Kind.TITLE,
        Kind.WORDING,
    }
)
"""The kinds whose differences recur by habit; figures, dates and claims differ by what happened."""

LONGEST = 6
"""Words a side; what is longer is a rewritten clause."""

_MARKS = "\"“”„‟«»'‘’‚‛`´.,;:!?()[]{}…–—-"
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)


class Words(NamedTuple):
    """A side trimmed: its words, and where they stand in the paragraph (code points)."""

    text: str
    start: int
    end: int


class Exchange(NamedTuple):
    """One side's words for the other's."""

    left: Words
    right: Words
    kind: Kind


def exchange(difference: Difference) -> Exchange | None:
    """What a difference exchanges; None where it is one-sided, long, or of a kind that does not recur by habit.

    Blanks, outer marks, a leading article and possessives are trimmed. Where nothing else differs the marks themselves
    are exchanged; of
    typography that goes with letters in another case, the letters count.
    """
    left, right, kind = difference.left, difference.right, difference.kind
    if kind not in KINDS or left is None or right is None:
        return None
    ours, theirs = _words(left), _words(right)
    if not (ours.text and theirs.text) and kind is not Kind.TYPOGRAPHY:
        return None
    if not (ours.text and theirs.text) or ours.text == theirs.text:
        ours, theirs = _unblanked(left), _unblanked(right)
    elif kind is Kind.TYPOGRAPHY and ours.text.casefold() == theirs.text.casefold():
        kind = Kind.CAPITALISATION
    longest = max(len(ours.text.split()), len(theirs.text.split()))
    if not (ours.text and theirs.text) or ours.text == theirs.text or longest > LONGEST:
        return None
    return Exchange(ours, theirs, kind)


def _words(side: Side) -> Words:
    """A side without the blanks and marks around it, an article before it and a possessive ending."""
    start, end = 0, len(side.text)
    while start < end and _outer(side.text[start]):
        start += 1
    while end > start and _outer(side.text[end - 1]):
        end -= 1
    if "." in side.text[start:end] and side.text[end : end + 1] == ".":  # of an abbreviation: "Maj. Gen."
        end += 1
    if end - start > 2 and side.text[end - 2 : end] in {"'s", "’s"}:
        end -= 2
    if article := _ARTICLE.match(side.text, start, end):
        start = article.end()
    return Words(plain(side.text[start:end]), side.start + start, side.start + end)


def _outer(char: str) -> bool:
    return char.isspace() or char in _MARKS


def _unblanked(side: Side) -> Words:
    text = side.text.strip()
    start = side.start + len(side.text) - len(side.text.lstrip())
    return Words(text, start, start + len(text))
