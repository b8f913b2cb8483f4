"""Lines of at most so many cells: the one place that breaks text, for measuring and for drawing alike."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from rich.cells import split_graphemes

Range = tuple[int, int]
"""A half-open range of code points."""

# Every character here takes one cell, so that cells can be counted as characters.
_PLAIN = "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2039\u203a"
_ODD = re.compile(f"[^{_PLAIN}]")
_SPACES = frozenset(" \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000")
# Marks that never begin a line, after the rules for setting Chinese and Japanese; the last closes a mark of ours.
_CLOSERS = frozenset("、。，．：；！？」』）】〉》〕｝…‥・ー々”’‹")


def is_plain(text: str) -> bool:
    """Whether every character of `text` takes exactly one cell and stands alone."""
    return text.isprintable() if text.isascii() else _ODD.search(text) is None


def wrap(text: str, width: int) -> list[Range]:
    """Break `text` between words into lines of at most `width` cells.

    Gives ranges that follow each other and together cover the text; an empty text has one empty line. Blanks at a
    break stay at the end of their line and may hang over its edge. A word longer than a line is cut between graphemes;
    wide characters may be parted anywhere but before closing marks. A grapheme wider than `width` has a line of its
    own. Linear in the length of the text. Raises ValueError for a width below 1.

    >>> wrap("to be or", 5)
    [(0, 6), (6, 8)]
    """
    if width < 1:
        raise ValueError(f"cannot set text in {width} cells")
    if len(text) <= width and is_plain(text):
        return [(0, len(text))]
    return _wrap_plain(text, width) if is_plain(text) else _wrap_odd(text, width)


def count_wrapped(text: str, width: int) -> int:
    """How many lines `wrap` would give."""
    if not is_plain(text):
        return len(_wrap_odd(text, width))
    return 1 if len(text) <= width else len(_wrap_plain(text, width))


def _wrap_plain(text: str, width: int) -> list[Range]:
    lines: list[Range] = []
    start, length = 0, len(text)
    while length - start > width:
        cut = text.rfind(" ", start, start + width + 1) + 1
        if cut <= start:
            cut = start + width
        while cut < length and text[cut] == " ":
            cut += 1
        if cut == length:
            break
        lines.append((start, cut))
        start = cut
    lines.append((start, length))
    return lines


def _wrap_odd(text: str, width: int) -> list[Range]:
    lines: list[Range] = []
    start = chance = 0  # where the line begins, and the last place where it may end
    used = since = 0  # cells in the line, and those behind the chance
    for begin, end, cells in split_graphemes(text)[0]:
        space = text[begin:end] in _SPACES  # a blank that carries an accent is none
        if cells > 1 and begin > start and text[begin] not in _CLOSERS:
            chance, since = begin, 0
        while not space and used + cells > width and begin > start:
            cut, used = (chance, since) if chance > start else (begin, 0)
            lines.append((start, cut))
            start = cut
        used += cells
        since += cells
        if space or (cells > 1 and text[end : end + 1] not in _CLOSERS):
            chance, since = end, 0
    lines.append((start, len(text)))
    return lines


def window(text: str, width: int, shift: int) -> Range:
    """The part of `text` to be seen in `width` cells when its first `shift` cells are out of sight, as one line.

    A cell is left free for a sign at each end where something is cut off. Linear in the length of the text.

    >>> window("to be or not", 8, 0), window("to be or not", 8, 3), window("to be", 8, 0)
    ((0, 7), (4, 10), (0, 5))
    """
    breaks: Sequence[int] = range(len(text) + 1)
    cells: Sequence[int] = breaks
    if not is_plain(text):
        graphemes = split_graphemes(text)[0]
        breaks = [0, *(end for _, end, _ in graphemes)]
        cells = [0, *accumulate(width for _, _, width in graphemes)]
    first = bisect_left(cells, shift + 1) if shift > 0 else 0
    if first >= len(cells):
        return len(text), len(text)
    room = width - (first > 0)
    if cells[-1] - cells[first] <= room:
        return breaks[first], len(text)
    last = bisect_right(cells, cells[first] + room - 1) - 1
    return breaks[first], breaks[max(first, last)]


def widened(text: str, spans: Sequence[Range]) -> list[Range]:
    """The spans made to hold whole graphemes, since half of one cannot be drawn."""
    if is_plain(text):
        return list(spans)
    starts = [start for start, _, _ in split_graphemes(text)[0]]

    def floor(place: int) -> int:
        return starts[bisect_right(starts, place) - 1] if place < len(text) else len(text)

    def ceiling(place: int) -> int:
        if floor(place) == place:
            return place
        after = bisect_right(starts, place)
        return starts[after] if after < len(starts) else len(text)

    return [(floor(start), ceiling(end)) for start, end in spans]
