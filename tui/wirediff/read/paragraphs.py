"""Physical lines become paragraphs: blank lines divide them, hard-wrapped lines are joined.

Whether a line break is a wrap or a paragraph's end is decided by how the whole file is set. In a file wrapped at W
columns a line broke because the next word did not fit: length + 1 + length of that word > W. A break where the word
would have fitted ends a paragraph. One pass over the lines, linear in the length of the text.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from wirediff.read.contract import Block

WIDEST_WRAP = 132
"""Columns. Longer lines are paragraphs set in one line; nobody wraps wider than a line printer."""

_NARROWEST_WRAP = 30
_RAGGED = 0.80  # people break by hand within the last fifth of their line
_INDENT = 2  # columns; a deeper first line opens a paragraph
_BREAKS = re.compile(r"\r\n|\r|\n")
_ENDED = re.compile(r"[.!?…。！？؟।:]['\"’”»)\]]*$")
_HYPHENATED = re.compile(r"\w[-‐‑]$")
_SUSPENDED = re.compile(r"(?:and|or|to|und|oder|et|ou|y|o)\b")  # "pro- and anti-": the hyphen waits for its word


class Line(NamedTuple):
    """A physical line with its 1-based number, as it stands."""

    number: int
    text: str


def source_lines(text: str) -> list[Line]:
    r"""The lines of a source as editors count them: ended by \n, \r\n or \r, and by nothing else."""
    return [Line(number, line) for number, line in enumerate(_BREAKS.split(text), 1)]


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of a plain text in order; blanks around them go, all else stays.

    Wrapped lines are joined by one space, or by none after a hyphen inside a word ("al-" and "Qaim").
    """
    chunks = _chunks(source_lines(text))
    width = _wrap_width(chunks)
    return tuple(_joined(group) for chunk in chunks for group in _groups(chunk, width))


def _chunks(lines: Iterable[Line]) -> list[list[Line]]:
    """Runs of lines without a blank line between them."""
    chunks: list[list[Line]] = [[]]
    for line in lines:
        if line.text.strip():
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _wrap_width(chunks: Sequence[Sequence[Line]]) -> int | None:
    """The column at which the file is wrapped, None where its lines are paragraphs.

    A file is wrapped when nothing in its running text is wider than a page, and a good part of its line breaks fall
    in mid-sentence.
    """
    breaks = [(above.text, below.text) for chunk in chunks for above, below in pairwise(chunk)]
    lengths = sorted(len(above.rstrip()) for above, _ in breaks)
    if not lengths:
        return None
    width = lengths[-1 - len(lengths) // 50]  # one line in fifty may stick out: an address, a table
    if not _NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    running = sum(_runs_on(above, below) for above, below in breaks)
    return width if running * 4 >= len(breaks) else None


def _runs_on(above: str, below: str) -> bool:
    """Whether a sentence surely crosses the break: it has not ended, and goes on in lower case."""
    return not _ENDED.search(above.rstrip()) and below.lstrip()[:1].islower()


def _groups(chunk: Sequence[Line], width: int | None) -> list[list[Line]]:
    """A chunk cut into paragraphs."""
    groups = [[chunk[0]]]
    for above, below in pairwise(chunk):
        if width is not None and _is_wrap(above.text, below.text, width):
            groups[-1].append(below)
        else:
            groups.append([below])
    return groups


def _is_wrap(above: str, below: str, width: int) -> bool:
    if _indent(below) >= _indent(above) + _INDENT:
        return False
    length = len(above.rstrip())
    word = len(below.split(maxsplit=1)[0])
    if length + 1 + word > width:
        return True
    return _runs_on(above, below) and length + 1 + word > width * _RAGGED


def _indent(line: str) -> int:
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def _joined(lines: Sequence[Line]) -> Block:
    pieces = [line.text.strip() for line in lines]
    text = [pieces[0]]
    for above, below in pairwise(pieces):
        glued = _HYPHENATED.search(above[-2:]) and not _SUSPENDED.match(below)
        text.append(below if glued else f" {below}")
    return Block("".join(text), lines[0].number)
