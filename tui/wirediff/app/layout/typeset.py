"""A paragraph set in lines: its text cut into runs, with the letter of each difference before the marked span."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from wirediff.app.layout.wrap import count_wrapped, is_plain, widened, window, wrap

POINTER = "›"
"""Stands between a kind's letter and the text that it marks."""

CLOSER = "‹"
"""Stands behind marked text whose end nothing else shows."""

ELLIPSIS = "…"
"""Stands where a line was cut."""


class Mark(NamedTuple):
    """A span of a paragraph that belongs to a difference, under its index; the letter says its kind.

    A `lined` one is drawn with a line under it, which shows how far it goes.
    """

    start: int
    end: int
    difference: int
    letter: str
    lined: bool = True


class Run(NamedTuple):
    """A piece of a line with one look: the differences that cover it, and whether it is a sign we put there.

    `at` is the place in the passage's text where it begins; a sign stands before the character at that place.
    """

    text: str
    differences: tuple[int, ...] = ()
    letter: bool = False
    at: int = 0

    @property
    def end(self) -> int:
        """The place in the passage's text behind the run."""
        return self.at if self.letter else self.at + len(self.text)


Line = tuple[Run, ...]


def typeset(text: str, marks: Sequence[Mark], width: int) -> list[Line]:
    """Set `text` in lines of at most `width` cells, blanks hanging at a line's end left out.

    `text` must be legible. Marks may overlap and are widened to whole graphemes, since half of one cannot be drawn.
    A letter is drawn once at a place, however many differences of its kind begin there. A mark without a line is closed
    by a sign at its end, and so is one where another goes on or begins at once; one of the whole text never is.
    """
    runs = _runs(text, marks)
    shown = "".join(run.text for run in runs)
    lines = [_slice(runs, start, end) for start, end in wrap(shown, width)]
    return [_fit(line, width) for line in lines]


def typeset_line(text: str, marks: Sequence[Mark], width: int, shift: int = 0) -> Line:
    """Set `text` in one line of at most `width` cells, without its first `shift` cells; `…` stands where it is cut."""
    runs = _runs(text, marks)
    shown = "".join(run.text for run in runs)
    start, end = window(shown, width, shift)
    line = _slice(runs, start, end)
    if start > 0:
        line = (Run(ELLIPSIS, letter=True, at=line[0].at if line else len(text)), *line)
    if end < len(shown):
        line = (*line, Run(ELLIPSIS, letter=True, at=line[-1].end if line else 0))
    return line


def count_cells(text: str, marks: Sequence[Mark]) -> int:
    """How wide the text is in one line, its signs included."""
    return cell_len(_signed(text, marks) if marks else text)


def count_lines(text: str, marks: Sequence[Mark], width: int) -> int:
    """How many lines `typeset` would give, without making them."""
    return count_wrapped(_signed(text, marks) if marks else text, width)


def _signed(text: str, marks: Sequence[Mark]) -> str:
    """The text with its signs in it, as `_runs` puts them there.

    Marks that begin and end at words and lie apart, as nearly all do, need no look at what they share; the rows of a
    whole page are counted by this.
    """
    pieces, behind, whole = [], -1, len(text.strip())
    for start, end, _, letter, lined in sorted(marks) if is_plain(text) else ():
        inside = text[start:end]
        if start <= behind or not inside or inside[0].isspace() or inside[-1].isspace():
            break
        closer = "" if lined or end - start >= whole else CLOSER
        pieces.append(f"{text[max(behind, 0) : start]}{letter}{POINTER}{inside}{closer}")
        behind = end
    else:
        if pieces:
            return "".join(pieces) + text[behind:]
    return "".join([run.text for run in _runs(text, marks)])


def _runs(text: str, marks: Sequence[Mark]) -> list[Run]:
    if not marks:
        return [Run(text)]
    snapped = _snap(text, [_trim(text, mark) for mark in marks])
    cuts = sorted({0, len(text), *(mark.start for mark in snapped), *(mark.end for mark in snapped)})
    whole = len(text.strip())
    narrow = [mark for mark in snapped if mark.end - mark.start < whole]
    starts, ends = {mark.start for mark in snapped}, {mark.end for mark in narrow}
    runs: list[Run] = []
    for start, end in pairwise([*cuts, len(text)]):
        if start in ends and (closed := _closed(start, narrow)):
            runs.append(Run(CLOSER, closed, letter=True, at=start))
        if start in starts:
            runs += _letters(start, snapped)
        if end > start:
            covering = tuple(mark.difference for mark in snapped if mark.start <= start and end <= mark.end)
            runs.append(Run(text[start:end], covering, at=start))
    return runs


def _letters(place: int, marks: Sequence[Mark]) -> list[Run]:
    begun: dict[str, list[int]] = {}
    for mark in marks:
        if mark.start == place:
            begun.setdefault(mark.letter, []).append(mark.difference)
    return [Run(letter + POINTER, tuple(which), letter=True, at=place) for letter, which in begun.items()]


def _closed(place: int, marks: Sequence[Mark]) -> tuple[int, ...]:
    """The differences whose marks end at a place without a line's end to show it."""
    running = any(mark.start <= place < mark.end or place == mark.start == mark.end for mark in marks)
    return tuple(mark.difference for mark in marks if mark.start < mark.end == place and (running or not mark.lined))


def _snap(text: str, marks: Sequence[Mark]) -> list[Mark]:
    whole = widened(text, [(mark.start, mark.end) for mark in marks])
    return sorted(mark._replace(start=start, end=end) for mark, (start, end) in zip(marks, whole, strict=True))


def _trim(text: str, mark: Mark) -> Mark:
    """The mark without blanks at its ends, so that its letter stands at a word; a mark of nothing but blanks stays."""
    inside = text[mark.start : mark.end]
    if not inside.strip():
        return mark
    start = mark.start + len(inside) - len(inside.lstrip())
    return mark._replace(start=start, end=start + len(inside.strip()))


def _slice(runs: Sequence[Run], start: int, end: int) -> Line:
    found: list[Run] = []
    place = 0
    for run in runs:
        low, high = max(start - place, 0), min(end - place, len(run.text))
        if low < high:
            found.append(run._replace(text=run.text[low:high], at=run.at if run.letter else run.at + low))
        place += len(run.text)
        if place >= end:
            break
    return tuple(found)


def _fit(line: Line, width: int) -> Line:
    """The line cut to the width: only blanks, or a grapheme wider than the whole column, can be lost."""
    kept: list[Run] = []
    left = width
    for run in line:
        cells = cell_len(run.text)
        if cells > left:
            text = run.text.rstrip()
            if cell_len(text) > left:
                text = set_cell_size(text, left)
            if text:
                kept.append(run._replace(text=text))
            break
        kept.append(run)
        left -= cells
    return tuple(kept)
