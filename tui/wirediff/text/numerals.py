"""Cardinal numbers in digits and words, read from the pieces of a text."""

import math
import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from wirediff.text.fold import fold, fold_char
from wirediff.text.number_words import NumberWords
from wirediff.text.scripts import COMMON_UNSPACED, UNSPACED

DASHES = frozenset("-‐‑‒–—−")

SIGN = "sign"
"""The kind of a minus before a figure."""

_SIGN = r"(?: (?<![^\s(\[\"'“‘]) [-−–‑] (?= [$€£¥]?\d ) )"
_GROUPED = r"""\d{1,3} (?: [,٬，]\d{2,3} )* [,٬，]\d{3} (?!\d) (?: [.٫．]\d+ )?
    | \d{1,3} (?: [\u00a0\u2009\u202f]\d{3} )+ (?!\d)
    | \d{1,3} (?: [\ '’]\d{3} )+ (?!\w)"""
_GROUPED_BEFORE_COMMA = r"\d{1,3} (?: [.\ \u00a0\u2009\u202f’']\d{3} )+ (?!\d) (?: ,\d+ )?"
_OTHER = r"\d+ (?: [.:]\d+ ){2,} | \d+ / \d+"
_WORD = r"[^\W\d_¼-¾⅐-⅞]+ (?: ['’][^\W\d_]+ )*"
_UNSPACED_WORD = rf"[{UNSPACED}] | [^\W\d_¼-¾⅐-⅞{UNSPACED}]+ (?: ['’][^\W\d_{UNSPACED}]+ )*"
_UNSPACED = re.compile(f"[{COMMON_UNSPACED}]")


@cache
def _pieces(decimal_comma: bool, unspaced: bool) -> re.Pattern[str]:
    if decimal_comma:
        forms = rf"(?P<digits> {_GROUPED_BEFORE_COMMA} ) | (?P<other> {_OTHER} ) | (?P<plain> \d+ (?: ,\d+ )? )"
    else:
        forms = rf"(?P<other> {_OTHER} ) | (?P<digits> {_GROUPED} | \d+ (?: [.٫．]\d+ )? )"
    return re.compile(
        rf"(?P<sign> {_SIGN} ) | {forms} | (?P<word> {_UNSPACED_WORD if unspaced else _WORD} ) | (?P<mark> \S )",
        re.VERBOSE,
    )


class Piece(NamedTuple):
    """A run of digits or letters, or a mark. `kind` is digits, word, mark, sign (a minus) or other (a date, 1.2.3); all
    its dashes read "-" in `key`, which has no case."""

    key: str
    start: int
    end: int
    kind: str


class Run(list[Piece]):
    """The pieces of a text with the number words of its language."""

    def __init__(self, found: Iterable[Piece], words: NumberWords) -> None:
        super().__init__(found)
        self.words = words


class Cardinal(NamedTuple):
    """A number's value, the place of the piece after it, and what multiplied its last figure (1 where nothing did)."""

    value: float
    after: int
    scale: float
    digits: bool


END = Piece("", -1, -1, "end")


def pieces(text: str, words: NumberWords) -> Run:
    """`text` cut for `cardinal`, closed by two pieces `END` so that looking ahead needs no bounds.

    A letter of a script without blanks between words is a piece by itself; a number written in one word is cut.
    """
    found: list[Piece] = []
    unspaced = not text.isascii() and _UNSPACED.search(text) is not None
    joined = words.joined
    for match in _pieces(words.decimal_comma, unspaced).finditer(text):
        kind = match.lastgroup or "mark"
        key = match.group()
        if kind == "word":
            key = key.casefold()
            if joined and (parts := _parts(key, match.start(), joined)):
                found += parts
                continue
        elif kind == "plain":
            kind = "digits"
        elif key in DASHES:
            key = "-"
        elif not key.isascii():
            folded = fold_char(key)
            key = folded if kind == "mark" and len(folded) == 1 else key
        found.append(Piece(key, *match.span(), kind))
    return Run([*found, END, END], words)


def _parts(word: str, start: int, joined: re.Pattern[str]) -> list[Piece]:
    """The parts of a number in one word; none where the word is no such number."""
    parts: list[Piece] = []
    place = 0
    while place < len(word):
        match = joined.match(word, place)
        if match is None:
            return []
        parts.append(Piece(match.group(), start + place, start + match.end(), "word"))
        place = match.end()
    return parts if len(parts) > 1 else []


def glued(run: Run, at: int) -> bool:
    """Whether no blank stands before the piece at `at`."""
    return at > 0 and run[at].start == run[at - 1].end


def hyphened(run: Run, at: int) -> bool:
    """Whether the piece at `at` is a hyphen between two pieces, without blanks."""
    return run[at].key == "-" and glued(run, at) and glued(run, at + 1)


def follows(run: Run, at: int, words: Iterable[str]) -> bool:
    """Whether some words stand in a row from `at` on."""
    return all(at + offset < len(run) and run[at + offset].key == word for offset, word in enumerate(words))


def figure_of(key: str, decimal_comma: bool) -> float:
    """The value of digits as a language writes them."""
    if decimal_comma:
        whole, _, part = key.partition(",")
        key = "".join(filter(str.isdigit, whole)) + (f".{part}" if part else "")
    else:
        key = "".join(char for char in fold(key) if char.isdigit() or char == ".")
    try:
        return float(key)
    except ValueError:  # digits that are no decimals: "²"
        return math.inf


def cardinal(run: Run, at: int, *, with_and: bool = True) -> Cardinal | None:
    """The longest number that starts at `at`: "1.5 million", "two hundred and twenty-one", "a dozen" from its "dozen".

    `with_and=False` stops at "and", for "between one hundred and two hundred". Values too large are infinite.
    """
    if run[at].kind == "digits":
        return _in_digits(run, at)
    number = _in_words(run, at, with_and)
    return _and_a_fraction(run, number) if number and with_and else number


def _in_digits(run: Run, at: int) -> Cardinal:
    value = figure_of(run[at].key, run.words.decimal_comma)
    scale = 1.0
    after = at + 1
    if glued(run, after) and run[after].key in run.words.glued_scales:
        scale, after = run.words.glued_scales[run[after].key], after + 1
    while True:
        word = after + 1 if hyphened(run, after) else after
        factor = run.words.factor(run[word].key)
        if factor is None or factor < scale:
            break
        scale, after = scale * factor, word + 1
    number = Cardinal(value * scale, after, scale, True)
    return _and_a_fraction(run, number) if scale == 1 else number


class _Gathered:
    """A number in words as far as it is read: hundreds are gathered in `group`, and moved to `total` by scale words,
    which must shrink as they go."""

    __slots__ = ("group", "last", "limit", "scale", "ten", "total", "words")

    def __init__(self, words: NumberWords) -> None:
        self.words = words
        self.total = self.group = self.ten = 0.0
        self.limit = math.inf
        self.scale = 1.0
        self.last = ""

    def take(self, word: str, value: float | None, after_and: bool) -> bool:
        """Add a word (`value` where it is a phrase of several words); False where the number does not go on with it."""
        words = self.words
        unit = words.units.get(word) if value is None else value
        ten = words.tens.get(word) if value is None else value if value in words.long_tens else None
        if unit is not None and ten is None and self._takes(unit):
            self.group += unit
            self.last = "unit"
        elif ten is not None and self._takes_ten(after_and):
            self.group += ten
            self.last, self.ten = "ten", ten
        elif word in words.hundreds and self.last in {"", "unit"} and self.group < 100:
            self.group = (self.group or 1) * 100
            self.scale, self.last = 100.0, "hundred"
        elif word in words.scales and words.scales[word] < self.limit and (self.group or not self.last):
            self.limit = words.scales[word]
            self.total += (self.group or 1) * self.limit
            self.group = 0.0
            self.scale, self.last = max(self.scale, self.limit), "scale"
        elif self.words.scales_multiply and self.last == "scale" and words.scales.get(word, 0.0) > self.limit:
            self.limit = words.scales[word]
            self.total *= self.limit
            self.scale = self.limit
        else:
            return False
        return True

    def _takes(self, unit: float) -> bool:
        if self.last == "ten":
            return 0 < unit < (20 if self.ten in self.words.long_tens else 10)
        return self._has_room()

    def _takes_ten(self, after_and: bool) -> bool:
        return self._has_room() or (after_and and "unit" in self.words.and_after and 0 < self.group % 100 < 10)

    def _has_room(self) -> bool:
        """Whether tens and units may follow; "doscientos" is a unit of two hundred."""
        return self.last in {"", "hundred", "scale"} or (self.last == "unit" and self.group > 0 == self.group % 100)


def _in_words(run: Run, at: int, with_and: bool) -> Cardinal | None:
    words = run.words
    number = _Gathered(words)
    place = at
    while True:
        here = place
        after_and = bool(with_and and number.last in words.and_after and run[here].key in words.ands)
        if after_and or (number.last and hyphened(run, here)):
            here += 1
        word = run[here].key
        value, length = _phrase_at(run, here)
        if after_and and value is None and not (word in words.units or word in words.tens):
            here = place
            word = run[here].key
        if value is None and word in words.dozens and not number.total:
            return Cardinal((number.group or 1) * 12, here + 1, 12.0, False)
        if not number.take(word, value, after_and):
            return Cardinal(number.total + number.group, place, number.scale, False) if number.last else None
        place = here + length


def _phrase_at(run: Run, at: int) -> tuple[float | None, int]:
    """The value of a unit or ten of several words at `at` ("dix-sept"), and how many pieces it has; else None and 1."""
    for words, value in run.words.phrases.get(run[at].key, ()):
        place = at
        for word in words[1:]:
            place += 2 if hyphened(run, place + 1) else 1
            if run[place].key != word:
                break
        else:
            return value, place + 1 - at
    return None, 1


def _and_a_fraction(run: Run, number: Cardinal) -> Cardinal:
    """`number` with "and a half" added, and the scale word that may follow: "two and a half million"."""
    words, after = run.words, number.after
    if run[after].key not in words.ands or run[after + 1].key not in words.articles or number.value >= 1000:
        return number
    word = run[after + 2].key
    part = words.fractions.get(word)
    if part not in {2, 4} or word.endswith("s"):
        return number
    after += 3
    scale = words.scales.get(run[after].key, 1.0)
    return Cardinal((number.value + 1 / part) * scale, after + (scale > 1), scale, number.digits)
