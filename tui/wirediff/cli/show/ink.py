"""Text with styles, wrapped to a width in terminal cells, and written out plain or with colour.

Everything that comes from a story goes through `printable.inert` on its way in: no story can colour, move or ring.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wirediff.printable import inert

PLAIN = ""
BOLD = "1"
DIM = "2"


class Run(NamedTuple):
    """A piece of text in one style: the parameters of an SGR sequence, "" for none (ECMA-48, 8.3.117)."""

    text: str
    style: str = PLAIN


class Line(NamedTuple):
    """Runs that stand on one line, and how many cells they take."""

    runs: tuple[Run, ...]
    cells: int

    def written(self, colour: bool) -> str:
        """The line as it goes out."""
        if not colour:
            return "".join(run.text for run in self.runs)
        return "".join(f"\x1b[{run.style}m{run.text}\x1b[0m" if run.style else run.text for run in self.runs)


def story_text(text: str, style: str = PLAIN) -> Run:
    """Text from outside, made inert."""
    return Run(inert(text), style)


def cells(text: str) -> int:
    """How many terminal cells `text` takes; wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def line(runs: Iterable[Run]) -> Line:
    """Runs put on one line."""
    kept = tuple(_joined(runs))
    return Line(kept, cells("".join(run.text for run in kept)))


def wrap(runs: Iterable[Run], width: int) -> list[Line]:
    """Runs broken into lines of at most `width` cells, between words where that can be; linear in their length.

    Blanks at a break are dropped. A word that is wider than a line is broken between characters as a reader sees
    them; one such character that is wider than the line stands alone on it. There is always one line.
    """
    given = list(runs)
    if len(given) == 1 and given[0].text.isascii():
        return _wrap_plain(given[0], width)
    return _wrap_styled(given, width)


def _wrap_plain(run: Run, width: int) -> list[Line]:
    """The same for one run whose characters take a cell each: found from break to break, not from word to word."""
    text = run.text.rstrip(" ")
    lines: list[Line] = []
    start = 0
    while len(text) - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut > start and (row := text[start:cut].rstrip(" ")):
            start = cut + 1
            while text[start] == " ":
                start += 1
        else:
            row = text[start : start + width]
            start += width
        lines.append(Line((run._replace(text=row),), len(row)))
    last = text[start:]
    return [*lines, line([run._replace(text=last)])]


def _wrap_styled(runs: Iterable[Run], width: int) -> list[Line]:
    lines: list[Line] = []
    row: list[Run] = []
    filled = 0
    blank: list[Run] = []
    for word in _words(runs):
        text = word[0].text if len(word) == 1 else "".join(run.text for run in word)
        wide = cells(text)
        if text == " ":
            blank = [*blank, *word]
            continue
        if row and filled + len(blank) + wide > width:
            lines.append(line(row))
            row, filled, blank = [], 0, []
        row += blank + word
        filled += len(blank) + wide
        blank = []
        if filled > width:
            *whole, row = _chopped(row, width)
            lines += map(line, whole)
            filled = cells("".join(run.text for run in row))
    return [*lines, line(row)] if row or not lines else lines


def _words(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Runs cut at blanks; each blank comes alone, and a word keeps its styles."""
    word: list[Run] = []
    for run in runs:
        for number, piece in enumerate(run.text.split(" ")):
            if number:
                if word:
                    yield word
                word = []
                yield [Run(" ", run.style)]
            if piece:
                word.append(Run(piece, run.style))
    if word:
        yield word


def _chopped(row: list[Run], width: int) -> list[list[Run]]:
    from rich.cells import split_graphemes

    rows: list[list[Run]] = [[]]
    filled = 0
    for run in row:
        begin = 0
        for start, _, wide in split_graphemes(run.text)[0]:
            if filled and filled + wide > width:
                rows[-1].append(Run(run.text[begin:start], run.style))
                rows.append([])
                begin, filled = start, 0
            filled += wide
        rows[-1].append(Run(run.text[begin:], run.style))
    return rows


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of one style as one run, and none empty."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].style == run.style:
            joined[-1] = Run(joined[-1].text + run.text, run.style)
        elif run.text:
            joined.append(run)
    return joined


def padded(content: Line, width: int) -> Line:
    """The line filled with blanks to `width` cells."""
    return line([*content.runs, Run(" " * (width - content.cells))])
