"""Lines of at most so many cells: the one place that breaks text, for measuring and for drawing alike."""

import re

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
    return _ODD.search(text) is None


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
