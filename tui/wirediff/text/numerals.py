"""Cardinal numbers in digits and words, read from the pieces of a text."""

import math
import re
from typing import NamedTuple


def listed(words: str) -> list[str]:
    """The words of a table's entry: `words` between blanks."""
    return words.split()


# English. Another language is another set of these tables.
UNITS = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        )
    )
}
TENS = dict(zip(listed("twenty thirty forty fifty sixty seventy eighty ninety"), range(20, 100, 10), strict=True))
HUNDRED = "hundred"
DOZEN = "dozen"
SCALES = {
    **{"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12},
    **{"mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "lakh": 1e5, "crore": 1e7},
}
GLUED_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9}  # only right behind digits: "3m"
AND = "and"
ARTICLES = frozenset({"a", "an"})
FRACTIONS = {
    **{"half": 2, "halves": 2, "quarter": 4, "quarters": 4},
    **{
        word + end: value
        for value, word in enumerate(listed("third fourth fifth sixth seventh eighth ninth tenth"), 3)
        for end in ("", "s")
    },
}

DASHES = frozenset("-‐‑‒–—−")

_PIECE = re.compile(
    r"""
    (?P<other> \d+ (?: [.:]\d+ ){2,} | \d+ / \d+ )
    | (?P<digits> \d{1,3} (?: ,\d{2,3} )* ,\d{3} (?!\d) (?: \.\d+ )?
                | \d{1,3} (?: [\u00a0\u2009\u202f]\d{3} )+ (?!\d)
                | \d+ (?: \.\d+ )? )
    | (?P<word> [^\W\d_¼-¾⅐-⅞]+ (?: ['’][^\W\d_]+ )* )
    | (?P<mark> \S )
    """,
    re.VERBOSE,
)


class Piece(NamedTuple):
    """A run of digits or letters, or a mark. `kind` is digits, word, mark or other (a date, 9/11, 1.2.3); all its
    dashes read "-" in `key`, which has no case."""

    key: str
    start: int
    end: int
    kind: str


class Cardinal(NamedTuple):
    """A number's value, the place of the piece after it, and what multiplied its last figure (1 where nothing did)."""

    value: float
    after: int
    scale: float
    digits: bool


END = Piece("", -1, -1, "end")


def pieces(text: str) -> list[Piece]:
    """`text` cut for `cardinal`, closed by two pieces `END` so that looking ahead needs no bounds."""
    found = []
    for match in _PIECE.finditer(text):
        kind = match.lastgroup or "mark"
        key = match.group()
        if kind == "word":
            key = key.casefold()
        elif key in DASHES:
            key = "-"
        found.append(Piece(key, match.start(), match.end(), kind))
    return [*found, END, END]


def glued(run: list[Piece], at: int) -> bool:
    """Whether no blank stands before the piece at `at`."""
    return at > 0 and run[at].start == run[at - 1].end


def hyphened(run: list[Piece], at: int) -> bool:
    """Whether the piece at `at` is a hyphen between two pieces, without blanks."""
    return run[at].key == "-" and glued(run, at) and glued(run, at + 1)


def cardinal(run: list[Piece], at: int, *, with_and: bool = True) -> Cardinal | None:
    """The longest number that starts at `at`: "1.5 million", "two hundred and twenty-one", "a dozen" from its "dozen".

    `with_and=False` stops at "and", for "between one hundred and two hundred". Values too large are infinite.
    """
    if run[at].kind == "digits":
        return _in_digits(run, at)
    number = _in_words(run, at, with_and)
    return _and_a_fraction(run, number) if number and with_and else number


def _in_digits(run: list[Piece], at: int) -> Cardinal:
    figure = "".join(char for char in run[at].key if char.isdigit() or char == ".")
    value = _float(figure)
    scale = 1.0
    after = at + 1
    if glued(run, after) and run[after].key in GLUED_SCALES:
        scale, after = GLUED_SCALES[run[after].key], after + 1
    while True:
        word = after + 1 if hyphened(run, after) else after
        factor = 100.0 if run[word].key == HUNDRED else 12.0 if run[word].key == DOZEN else SCALES.get(run[word].key)
        if factor is None or factor < scale:
            break
        scale, after = scale * factor, word + 1
    number = Cardinal(value * scale, after, scale, True)
    return _and_a_fraction(run, number) if scale == 1 else number


def _float(figure: str) -> float:
    try:
        return float(figure)
    except ValueError:  # digits of mixed scripts
        return math.inf


def _in_words(run: list[Piece], at: int, with_and: bool) -> Cardinal | None:
    """Hundreds are gathered in `group` and moved to `total` by each scale word, which must shrink as they go."""
    total = group = 0.0
    limit = math.inf
    scale = 1.0
    last = ""
    place = at
    while True:
        here = place
        if (last and hyphened(run, here)) or (
            with_and and last in {"hundred", "scale"} and run[here].key == AND and _small(run[here + 1].key)
        ):
            here += 1
        word = run[here].key
        if word in UNITS and (last in {"", "hundred", "scale"} or (last == "ten" and 0 < UNITS[word] < 10)):
            group += UNITS[word]
            last = "unit"
        elif word in TENS and last in {"", "hundred", "scale"}:
            group += TENS[word]
            last = "ten"
        elif word == HUNDRED and last in {"", "unit"} and group < 100:
            group = (group or 1) * 100
            scale = 100.0
            last = "hundred"
        elif word == DOZEN and not total:
            return Cardinal((group or 1) * 12, here + 1, 12.0, False)
        elif word in SCALES and SCALES[word] < limit and (group or not last):
            limit = SCALES[word]
            total += (group or 1) * limit
            group = 0.0
            scale = max(scale, limit)
            last = "scale"
        else:
            return Cardinal(total + group, place, scale, False) if last else None
        place = here + 1


def _small(word: str) -> bool:
    return word in UNITS or word in TENS


def _and_a_fraction(run: list[Piece], number: Cardinal) -> Cardinal:
    """`number` with "and a half" added, and the scale word that may follow: "two and a half million"."""
    after = number.after
    if run[after].key != AND or run[after + 1].key not in ARTICLES or number.value >= 1000:
        return number
    part = FRACTIONS.get(run[after + 2].key)
    if part not in {2, 4} or run[after + 2].key.endswith("s"):
        return number
    after += 3
    scale = SCALES.get(run[after].key, 1.0)
    return Cardinal((number.value + 1 / part) * scale, after + (scale > 1), scale, number.digits)
