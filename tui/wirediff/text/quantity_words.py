"""The English words of quantities: approximators, vague quantifiers, currencies, measures, ordinals, "one".

Another language is another set of these tables (and of those in `numerals`).
"""

import math
from collections.abc import Callable
from typing import NamedTuple

from wirediff.text.numerals import ARTICLES, DOZEN, FRACTIONS, HUNDRED, SCALES, TENS, UNITS, listed


def _around(low: float, high: float) -> tuple[float, float]:
    return low * 0.9, high * 1.1


def _nearly(low: float, high: float) -> tuple[float, float]:
    return low * 0.9, high


def _just_over(low: float, high: float) -> tuple[float, float]:
    return low, high * 1.1


def _at_least(low: float, _: float) -> tuple[float, float]:
    return low, math.inf


def _at_most(_: float, high: float) -> tuple[float, float]:
    return 0.0, high


Widening = Callable[[float, float], tuple[float, float]]
Phrases = dict[str, list[tuple[list[str], Widening]]]


def _by_first_word(table: dict[Widening, str]) -> Phrases:
    found: Phrases = {}
    for widening, phrases in table.items():
        for phrase in phrases.split(", "):
            words = phrase.split()
            found.setdefault(words[0], []).append((words, widening))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


BEFORE = _by_first_word(
    {
        _around: "around, about, approximately, approx, some, roughly, circa, ~, ≈, estimated, an estimated"
        ", in the region of, in the order of, something like",
        _nearly: "nearly, almost, close to, just under, just short of, just below, approaching",
        _just_over: "just over, just above, slightly over, slightly more than, little more than, a little over"
        ", a little more than",
        _at_least: "more than, over, above, at least, no fewer than, no less than, not less than, not fewer than"
        ", well over, upwards of, upward of, in excess of, exceeding, a minimum of, greater than"
        ", higher than, well above, >, ≥",
        _at_most: "up to, as many as, as much as, at most, no more than, not more than, under, fewer than, less than"
        ", below, a maximum of, lower than, well under, well below, <, ≤",
    }
)
AFTER = _by_first_word(
    {
        _around: "or so, odd, - odd",
        _at_least: "or more, and more, or over, or above, +, plus, - plus",
        _at_most: "or less, or fewer, or under, or below",
    }
)
TO = frozenset({"to", "or", "-"})
BETWEEN = "between"
FROM = "from"  # "rose from 5 to 10" names two figures, "ranging from 5 to 10" a range
RANGING = frozenset(["ranging", "ranges", "ranged", "range", "anywhere"])
OUT_OF = ["out", "of"]

# Words that give an interval by themselves; what stands in brackets must follow and is left out of the span.
VAGUE = {
    "several": (3, 9),
    "a few": (2, 9),
    "a couple": (2, 3),
    "a handful": (2, 9),
    "few": (0, 9),
    "many": (4, math.inf),
    "numerous": (4, math.inf),
    "a number (of)": (2, math.inf),
    "a lot (of)": (4, math.inf),
    "lots (of)": (4, math.inf),
    "most (of)": (0.5, 1),
    "scores (of)": (40, 199),
    "scores (more)": (40, 199),
    "scores (were)": (40, 199),
    "tens (of)": (20, 99),
    "dozens": (24, 99),
    "hundreds": (200, 999),
    "thousands": (2e3, 999_999),
    "millions": (2e6, 999_999_999),
    "billions": (2e9, 999_999_999_999),
    "trillions": (2e12, math.inf),
}
MULTIPLES = frozenset({"tens", "dozens", "hundreds", "scores"})  # "tens of thousands"
PLURAL_SCALES = {f"{word}s": value for word, value in SCALES.items() if len(word) > 3}
BOTH = "both"
MULTIPLIED = frozenset({"several", "a few", "many", "a couple"})  # "several hundred"

CURRENCIES = dict.fromkeys("$€£¥₹₽₪₺₩₴₦", "") | {"＄": "$"}
DOLLARS = {"us": "$", **{code: f"{code.upper()}$" for code in listed("a au c ca hk nz s r nt")}}
CODES = {"usd": "$", "eur": "€", "gbp": "£", "jpy": "¥", "inr": "₹", "rub": "₽", "ils": "₪", "try": "₺", "krw": "₩"}
CURRENCY_WORDS = {
    **dict.fromkeys(("dollar", "dollars"), "$"),
    **dict.fromkeys(("euro", "euros"), "€"),
    **dict.fromkeys(("rupee", "rupees"), "₹"),
    **dict.fromkeys(("rouble", "roubles", "ruble", "rubles"), "₽"),
    **dict.fromkeys(("shekel", "shekels"), "₪"),
    **{"yen": "¥", "sterling": "£"},
}
SYMBOLS = frozenset(listed("km cm mm kg mg lb lbs ft mph kph kmh mw gw kw kwh gwh mwh gb tb hz mhz ghz ha"))
PERCENT = frozenset({"%", "percent", "pct"})
PER_CENT = ["per", "cent"]
POINTS = frozenset({"point", "points"})
OLD = "old"
# What a hyphen binds, where it has a shorter name or two spellings.
MEASURE_NAMES = {
    **{"kilometre": "km", "kilometer": "km", "centimetre": "cm", "centimeter": "cm", "millimetre": "mm"},
    **{"millimeter": "mm", "kilogram": "kg", "kilogramme": "kg", "kilo": "kg", "meter": "metre", "hectare": "ha"},
    **{"hr": "hour", "min": "minute", "yr": "year", "foot": "ft", "feet": "ft"},
}

ORDINALS = {
    **{
        word: float(value)
        for value, word in enumerate(
            listed(
                "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
                "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
            ),
            1,
        )
    },
    **{word[:-1] + "ieth": float(value) for word, value in TENS.items()},
    "hundredth": 100.0,
    "thousandth": 1000.0,
}
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
FIRST, SECOND = "first", "second"
OWNERS = frozenset(listed("the a an its his her their our my your this that whose very"))  # "the first", not "first,"
BEFORE_SECONDS = frozenset(listed("per every split one"))  # "per second"
AFTER_SHARE = frozenset(listed("of more less fewer higher lower larger smaller"))

ONE = "one"
NOT_ONE = frozenset(listed("no any this that the each every some which another only last next big good"))  # "no one"
ONE_IS_SOMEBODY = frozenset(
    listed("of another can cannot could must should would will may might who whom that which has had was is does day")
)
MEASURES = frozenset(
    listed(
        "second minute hour day night week month year decade century man woman person child mile metre "
        "meter kilometre kilometer km foot inch kg ton tonne pound dollar euro point goal seat vote star "
        "bedroom storey story"
    )
)


class VaguePhrase(NamedTuple):
    """A vague quantifier: its words, those that must follow, its interval, and what it can multiply.

    `counts_scales`: "several hundred"; `counts_thousands`: "tens of thousands".
    """

    words: list[str]
    needed: list[str]
    low: float
    high: float
    counts_scales: bool
    counts_thousands: bool


def _vague_phrases() -> dict[str, list[VaguePhrase]]:
    found: dict[str, list[VaguePhrase]] = {}
    for name, (low, high) in VAGUE.items():
        parts = name.split()
        words = [word for word in parts if word[0] != "("]
        needed = [word[1:-1] for word in parts if word[0] == "("]
        plain = " ".join(words)
        phrase = VaguePhrase(words, needed, low, high, plain in MULTIPLIED, plain in MULTIPLES)
        found.setdefault(words[0], []).append(phrase)
    return found


VAGUE_PHRASES = _vague_phrases()
STARTERS = frozenset(
    [
        *BEFORE,
        *VAGUE_PHRASES,
        *CURRENCIES,
        *DOLLARS,
        *CODES,
        *ORDINALS,
        *UNITS,
        *TENS,
        *SCALES,
        *ARTICLES,
        *FRACTIONS,
        HUNDRED,
        DOZEN,
        BETWEEN,
        BOTH,
        *"¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
    ]
)
# Of these each quantity without a digit has one: the others above only lead a number in.
COUNTING = frozenset(
    [
        *(phrase.words[-1] for phrases in VAGUE_PHRASES.values() for phrase in phrases),
        *ORDINALS,
        *UNITS,
        *TENS,
        *SCALES,
        *FRACTIONS,
        HUNDRED,
        DOZEN,
        BOTH,
    ]
)
