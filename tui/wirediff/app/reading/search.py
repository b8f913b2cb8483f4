"""Finding words in a sheet: plainly or by a regular expression, never for longer than a moment.

The expression is the user's, and may need a time that grows exponentially with the text. The `regex` package looks at
the clock while it matches and lets other threads run, so a search ends in time and the reader goes on meanwhile. What
it cannot bound, how large an expression grows while it is compiled, is bounded before.
"""

import re
import time
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any, NamedTuple

from wirediff.app.layout.lights import Light, Lights, Span, Spot, key_of
from wirediff.app.layout.sheet import Passage, Sheet, Tone
from wirediff.app.layout.wrap import widened

SECONDS = 2.0
"""A search takes no longer; what has been found by then is shown."""

MOST = 50_000
"""More matches are not kept."""

_LONGEST = 1000  # characters of an expression
_MOST_REPEATS = 10_000  # counts multiplied: (a{100}){100} is written out as ten thousand letters when it is compiled
_COUNTS = re.compile(r"\{(\d*)(?:,(\d*))?\}")
_RECURSION = re.compile(r"\(\?(?:R|[+-]?\d|&|P>)")


class BadQuery(Exception):
    """A query that cannot be searched for; says what is wrong with it."""


class Query(NamedTuple):
    """What is sought, and how."""

    text: str
    regex: bool = False
    case: bool = False

    def pattern(self) -> Any:
        """The query as a pattern of the `regex` package, which has no types. Raises BadQuery."""
        import regex  # 20 ms that only those who search need wait for

        if not self.regex:
            return regex.compile(regex.escape(self.text), self._flags())
        self._check()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # on what a later version may read otherwise
                return regex.compile(self.text, self._flags())
        except regex.error as error:
            raise BadQuery(str(error)) from None
        except (RecursionError, OverflowError, ValueError) as error:
            raise BadQuery(f"it cannot be compiled ({type(error).__name__})") from None

    def _flags(self) -> int:
        import regex

        return 0 if self.case else int(regex.IGNORECASE | regex.FULLCASE)

    def _check(self) -> None:
        if len(self.text) > _LONGEST:
            raise BadQuery(f"it is longer than {_LONGEST:,} characters")
        if _RECURSION.search(self.text):
            raise BadQuery("an expression inside itself is not searched for")
        counts = _COUNTS.findall(self.text)
        if prod(max(1, *(int(count[:9] or 1) for count in pair)) for pair in counts) > _MOST_REPEATS:
            raise BadQuery(f"its counts come to more than {_MOST_REPEATS:,} repetitions")


class Match(NamedTuple):
    """Found words, in whole graphemes: where they begin, and the place behind them in the same passage."""

    spot: Spot
    end: int


@dataclass(frozen=True)
class Found:
    """The matches in reading order, and whether these are all."""

    matches: Sequence[Match] = ()
    complete: bool = True

    def nearest(self, spot: Spot) -> int | None:
        """The first match at a place or behind it, else the first of all."""
        if not self.matches:
            return None
        return bisect_left(self.matches, spot, key=lambda match: match.spot) % len(self.matches)

    def step(self, spot: Spot, direction: int) -> int | None:
        """The match behind a place, or before it, round and round."""
        if not self.matches:
            return None
        side = bisect_right if direction > 0 else bisect_left
        place = side(self.matches, spot, key=lambda match: match.spot)
        return (place if direction > 0 else place - 1) % len(self.matches)

    @property
    def rows(self) -> Sequence[int]:
        """The keys of the rows with a match, in order."""
        return sorted({key[0] for key in self._spans})

    def lights(self, here: int | None) -> Lights:
        """The matches as they are drawn, the one `here` apart from the others."""
        if here is None:
            return self._spans
        match = self.matches[here]
        spans = [
            span._replace(light=Light.HERE) if span.start == match.spot.at else span
            for span in self._spans[match.spot[:3]]
        ]
        return {**self._spans, match.spot[:3]: spans}

    @cached_property
    def _spans(self) -> dict[tuple[int, int, int], list[Span]]:
        spans: dict[tuple[int, int, int], list[Span]] = {}
        for spot, end in self.matches:
            spans.setdefault(spot[:3], []).append(Span(spot.at, end, Light.MATCH))
        return spans


def find(sheet: Sheet, query: Query, wanted: Callable[[], bool] = lambda: True, seconds: float = SECONDS) -> Found:
    """All matches in the story text of a sheet; what matches without a character is none.

    Stops early, with what there is, after so many `seconds`, at `MOST` matches, or when it is not `wanted` any more.
    Raises BadQuery.
    """
    if not query.text:
        return Found()
    pattern, end = query.pattern(), time.monotonic() + seconds
    matches: list[Match] = []
    for start, passage in story_text(sheet):
        left = end - time.monotonic()
        if left <= 0 or len(matches) >= MOST or not wanted():
            return Found(matches, complete=False)
        spans: list[tuple[int, int]] = []
        try:
            spans += (found.span() for found in pattern.finditer(passage.text, timeout=left, concurrent=True))
        except TimeoutError:
            return Found(matches, complete=False)
        behind = 0
        for begin, stop in widened(passage.text, [span for span in spans if span[0] < span[1]]):
            if begin >= behind:  # not a part of the same grapheme again
                matches.append(Match(start._replace(at=begin), stop))
                behind = stop
    return Found(matches)


def story_text(sheet: Sheet) -> Iterator[tuple[Spot, Passage]]:
    """The passages that are a version's words and not ours, each with its place, in reading order."""
    for row in sheet.rows:
        for column, cell in enumerate(row.cells):
            for number, passage in enumerate(cell):
                if passage.version is not None or passage.tone is Tone.LEFT_OUT:
                    yield Spot(key_of(row), column, number, 0), passage
