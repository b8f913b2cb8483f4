"""A version as one run of text, in which words are found however another program has spaced and set them."""

from array import array
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from wirediff.model import HEADLINE, Document
from wirediff.text import fold_char

_MOST = 1_000
"""Places at which some words are looked at; those that stand more often are told apart by nobody."""

_AROUND = 32
"""Characters of context that are compared on each side; blanks do not count."""

_SCRIPTS = {"text", "lines"}
"""Readers of files whose offsets another program counts as we do: characters from the beginning."""


class Spot(NamedTuple):
    """Where some words stand: in which paragraph, from where to where, and where they go on if that is not all.

    `at` is where they begin in the run of text, and `agrees` how much (0 to 1) of the context told stands there.
    """

    document: Document
    paragraph: int
    start: int
    end: int
    on_into: int | None
    at: int
    agrees: float


class Running:
    """Headline and paragraphs without typography and with single blanks, one behind the other.

    Made in time linear in the length of the version, and so is a search in it.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        numbers = range(HEADLINE, len(document.paragraphs) + 1)
        self._text, self._origin = _folded("\n".join(document.text_of(number) for number in numbers))
        begin, self._begins = 0, array("q")
        for number in numbers:
            self._begins.append(begin)
            begin += len(document.text_of(number)) + 1

    def find(self, exact: str, prefix: str, suffix: str) -> Iterator[Spot]:
        """Where `exact` stands, with how far the text around it is what is told of it."""
        needle = _folded(exact.strip())[0]
        before, after = (_bare(_folded(context)[0]) for context in (prefix[-4 * _AROUND :], suffix[: 4 * _AROUND]))
        for at in _places(self._text, needle):
            yield self._spot(at, at + len(needle), self._agreement(at, at + len(needle), before, after))

    def at_offset(self, exact: str, start: int) -> int | None:
        """Where the words stand that another program found at `start` of the text that it saw; None where unsure.

        That text is the file, or the one that wirediff's own annotations count in. Of words that stand there as often
        as here the same one in order is meant.
        """
        here = list(_places(self._text, _folded(exact.strip())[0]))
        for text in (self._own, self._file):
            origins = _starts(text, exact)
            if start in origins and len(origins) == len(here):
                return here[origins.index(start)]
        return None

    def words_at(self, start: int, end: int) -> str:
        """What stands between two offsets of the file; "" where that cannot be known."""
        return self._file[start:end].strip()

    @cached_property
    def _own(self) -> str:
        numbers = range(HEADLINE, len(self.document.paragraphs) + 1)
        return "".join(f"{self.document.text_of(number)}\n" for number in numbers)

    @cached_property
    def _file(self) -> str:
        if self.document.reader not in _SCRIPTS:
            return ""
        try:
            return Path(self.document.path).read_text(encoding="utf-8-sig", errors="strict")
        except (OSError, ValueError):
            return ""

    def _spot(self, at: int, end: int, agrees: float) -> Spot:
        first, last = self._place(at), self._place(end - 1)
        if first[0] == last[0]:
            return Spot(self.document, first[0], first[1], last[1] + 1, None, at, agrees)
        text = self.document.text_of(first[0])
        return Spot(self.document, first[0], first[1], len(text.rstrip()), last[0], at, agrees)

    def _place(self, at: int) -> tuple[int, int]:
        from bisect import bisect_right

        whole = self._origin[at]
        number = bisect_right(self._begins, whole) - 1
        return number, whole - self._begins[number]

    def _agreement(self, at: int, end: int, before: str, after: str) -> float:
        told = min(len(before), _AROUND) + min(len(after), _AROUND)
        if not told:
            return 1.0
        here = _bare(self._text[max(0, at - 2 * _AROUND) : at])[-_AROUND:]
        there = _bare(self._text[end : end + 2 * _AROUND])[:_AROUND]
        return (_common(here[::-1], before[::-1]) + _common(there, after)) / told


def _folded(text: str) -> "tuple[str, array[int]]":
    """A text without typography and with single blanks, and where in it each character of the result comes from."""
    origin, pieces, blank = array("q"), [], True
    for place, char in enumerate(text):
        piece = " " if char.isspace() else fold_char(char)
        if piece.isspace():
            piece = "" if blank else " "
        if piece:
            blank = piece == " "
            pieces.append(piece)
            origin.extend([place] * len(piece))
    return "".join(pieces), origin


def _bare(text: str) -> str:
    return text.replace(" ", "")


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one[:_AROUND], other[:_AROUND], strict=False):
        if a != b:
            break
        count += 1
    return count


def _places(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle) if needle else -1
    for _ in range(_MOST):
        if at < 0:
            return
        yield at
        at = text.find(needle, at + 1)


def _starts(text: str, exact: str) -> list[int]:
    """Where some words begin in a text, counted as JavaScript counts where that is another count."""
    found = list(_places(text, exact))
    if text.isascii() or not found:
        return found
    units, counted = 0, []
    for begin, end in pairwise([0, *found]):
        units += len(text[begin:end].encode("utf-16-le", "surrogatepass")) // 2
        counted.append(units)
    return counted
