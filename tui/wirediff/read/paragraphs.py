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
from wirediff.read.fields.bylines import byline

WIDEST_WRAP = 132
"""Columns. Longer lines are paragraphs set in one line; nobody wraps wider than a line printer."""

_NARROWEST_WRAP = 30
_CASELESS_BREAKS = 3
_RAGGED = 0.80  # people break by hand within the last fifth of their line
_INDENT = 2  # columns; a deeper first line opens a paragraph
_BREAKS = re.compile(r"\r\n|\r|\n")
_ENDED = re.compile(r"[.!?…。！？؟।:]['\"’”»›)\]」』]*$")
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

    A file is wrapped when a good part of its line breaks fall in mid-sentence, between lines of a page's width; the
    longest line before such a break, but for one in fifty, gives the width.
    """
    breaks = [(above.text.rstrip(), below.text.strip()) for chunk in chunks for above, below in pairwise(chunk)]
    narrow = [pair for pair in breaks if max(map(len, pair)) <= WIDEST_WRAP]
    cased = sorted(len(above) for above, below in narrow if _runs_on(above, below))
    caseless = sorted(len(above) for above, below in narrow if _may_run_on(above, below))
    running = cased if len(cased) >= len(caseless) else caseless
    if not running or len(running) * 4 < len(breaks) or (running is caseless and len(running) < _CASELESS_BREAKS):
        return None
    width = running[-1 - len(running) // 50]
    return width if width >= _NARROWEST_WRAP else None


def _runs_on(above: str, below: str) -> bool:
    """Whether a sentence surely crosses the break: it has not ended, and goes on in lower case."""
    return below[:1].islower() and not _ENDED.search(above[-12:]) and byline(below) is None


def _may_run_on(above: str, below: str) -> bool:
    """The same for a script without case, where a heading may look like half a sentence."""
    first = below[:1]
    return first.isalpha() and first.lower() == first.upper() and not _ENDED.search(above[-12:])


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
    """Whether a break is a wrap at `width`: the next word did not fit, or a sentence crosses it near the margin."""
    if _indent(below) >= _indent(above) + _INDENT or len(below.rstrip()) > WIDEST_WRAP:
        return False
    above, below = above.rstrip(), below.strip()
    needed = len(above) + 1 + len(below.split(maxsplit=1)[0])
    return needed > width or (_runs_on(above, below) and needed > width * _RAGGED)


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
