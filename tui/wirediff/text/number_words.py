"""The words of quantities in a language: numbers, approximators, vague quantifiers, currencies, measures, ordinals."""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct

from wirediff.text.language import code_of, data_of

FALLBACK = "en"
"""The language whose words serve where a language has none of its own."""

_T = TypeVar("_T")


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
Phrases = Mapping[str, list[tuple[list[str], Widening]]]
"""By first word: phrases, the longest first, and what they make of an interval."""

_WIDENINGS: dict[str, Widening] = {
    "around": _around,
    "nearly": _nearly,
    "just_over": _just_over,
    "at_least": _at_least,
    "at_most": _at_most,
}


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


# The same in every language.
CURRENCIES = dict.fromkeys("$€£¥₹₽₪₺₩₴₦", "") | {"＄": "$"}
DOLLARS = {"us": "$", **{code: f"{code.upper()}$" for code in ("a", "au", "c", "ca", "hk", "nz", "s", "r", "nt")}}
CODES = {"usd": "$", "eur": "€", "gbp": "£", "jpy": "¥", "inr": "₹", "rub": "₽", "ils": "₪", "try": "₺", "krw": "₩"}
SIGNS = frozenset((*CURRENCIES, *DOLLARS.values(), *CODES.values()))
"""What money is counted in, as quantities have it."""
SYMBOLS = frozenset(
    {"km", "cm", "mm", "kg", "mg", "lb", "lbs", "ft", "mph", "kph", "kmh", "mw", "gw", "kw", "kwh", "gwh", "mwh"}
    | {"gb", "tb", "hz", "mhz", "ghz", "ha"}
)
_SIGNS = {
    "around": ("~", "≈"),
    "at_least": (">", "≥"),
    "at_most": ("<", "≤"),
}
_PERCENT_SIGN = "%"
_HALVES = "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"

# Languages that set a comma before decimals and group thousands by points or blanks.
_DECIMAL_COMMA = frozenset(
    {"bg", "bs", "ca", "cs", "da", "de", "el", "es", "fi", "fr", "hr", "hu", "id", "is", "it", "lt", "lv", "nb", "nl"}
    | {"nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "vi"}
)


class NumberWords(Struct, frozen=True, kw_only=True, dict=True):
    """The number words of one language, without case; `data/words` says by example what each is for.

    `and_after` says behind what the word "and" goes on with a number: "ten" ("vingt et un"), "hundred", "scale" ("two
    hundred and one") or "unit" (Arabic puts units before tens). `long_tens` are tens that go on to nineteen
    ("soixante-quinze"). `scales_multiply`: "mil millones" is a milliard. `joined` finds the parts of a number written
    in one word.
    """

    decimal_comma: bool
    units: Mapping[str, float]
    tens: Mapping[str, float]
    hundreds: frozenset[str]
    dozens: frozenset[str]
    scales: Mapping[str, float]
    scales_multiply: bool
    glued_scales: Mapping[str, float]
    ands: frozenset[str]
    and_after: frozenset[str]
    long_tens: frozenset[float]
    phrases: Mapping[str, list[tuple[list[str], float]]]
    joined: re.Pattern[str] | None
    articles: frozenset[str]
    fractions: Mapping[str, float]
    before: Phrases
    after: Phrases
    to: frozenset[str]
    or_: frozenset[str]
    of: frozenset[str]
    between: frozenset[str]
    from_: frozenset[str]
    ranging: frozenset[str]
    out_of: list[list[str]]
    one_in: frozenset[str]
    vague: Mapping[str, list[VaguePhrase]]
    plural_scales: Mapping[str, float]
    both: frozenset[str]
    currency_words: Mapping[str, str]
    percent: list[list[str]]
    points: list[list[str]]
    basis_points: list[list[str]]
    old: frozenset[str]
    measure_names: Mapping[str, str]
    ordinals: Mapping[str, float]
    ordinal_ends: frozenset[str]
    owners: frozenset[str]
    before_seconds: frozenset[str]
    after_share: frozenset[str]
    not_one: frozenset[str]
    one_is_somebody: frozenset[str]
    measures: frozenset[str]
    factors: Mapping[str, float]
    minus: frozenset[str]
    moving: frozenset[str]
    before_share: frozenset[str]
    degrees: frozenset[str]
    powers: Mapping[str, str]
    hourly: list[list[str]]
    starters: frozenset[str]
    counting: frozenset[str]

    @cached_property
    def joins(self) -> frozenset[str]:
        """What may stand between the ends of a range."""
        return self.to | self.or_ | {"-"}

    def factor(self, word: str) -> float | None:
        """What a word multiplies a figure by: hundred, dozen, million; None for other words."""
        return 100.0 if word in self.hundreds else 12.0 if word in self.dozens else self.scales.get(word)


def number_words(language: str | None) -> NumberWords:
    """The number words of a language, English ones for a language without a table.

    How digits are written goes by the language in either case: "1.500" is fifteen hundred in Greek.
    """
    return _number_words(code_of(language) or FALLBACK)


@cache
def _number_words(code: str) -> NumberWords:
    data: Mapping[str, Any] = data_of("words", code).get("numbers") or data_of("words", FALLBACK)["numbers"]
    sets = {
        name: frozenset(data.get(name, ()))
        for name in (
            *("hundreds", "dozens", "and_after", "of", "articles", "to", "between", "ranging", "one_in", "both", "old"),
            *("ordinal_ends", "owners", "before_seconds", "after_share", "not_one", "one_is_somebody", "measures"),
            *("minus", "moving", "before_share", "degrees"),
        )
    }
    figures = {
        name: {word: float(value) for word, value in data.get(name, {}).items()}
        for name in ("units", "tens", "scales", "glued_scales", "fractions", "plural_scales", "ordinals", "factors")
    }
    phrases = _by_first_word((words.split(), float(value)) for words, value in data.get("phrases", {}).items())
    ands = frozenset(data.get("and", ()))
    fields: dict[str, Any] = {
        **sets,
        **figures,
        "decimal_comma": code in _DECIMAL_COMMA,
        "scales_multiply": data.get("scales_multiply") == "yes",
        "ands": ands,
        "from_": frozenset(data.get("from", ())),
        "or_": frozenset(data.get("or", ())),
        "long_tens": frozenset(map(float, data.get("long_tens", ()))),
        "phrases": phrases,
        "joined": _joined(data, figures, sets, ands),
        "before": _widened(data.get("before", {}), _SIGNS),
        "after": _widened(data.get("after", {}), {"at_least": ("+",)}),
        "out_of": [phrase.split() for phrase in data.get("out_of", ())],
        "vague": _vague(data),
        "currency_words": data.get("currency_words", {}),
        "percent": [[_PERCENT_SIGN], *(phrase.split() for phrase in data.get("percent", ()))],
        "points": [phrase.split() for phrase in data.get("points", ())],
        "basis_points": [phrase.split() for phrase in data.get("basis_points", ())],
        "measure_names": data.get("measure_names", {}),
        "powers": data.get("powers", {}),
        "hourly": [phrase.split() for phrase in data.get("hourly", ())],
    }
    return NumberWords(**fields, starters=_starters(fields), counting=_counting(fields))


def _by_first_word(entries: Iterable[tuple[list[str], _T]]) -> dict[str, list[tuple[list[str], _T]]]:
    found: dict[str, list[tuple[list[str], _T]]] = {}
    for words, value in entries:
        found.setdefault(words[0], []).append((words, value))
    for each in found.values():
        each.sort(key=lambda entry: -len(entry[0]))
    return found


def _widened(table: Mapping[str, Iterable[str]], signs: Mapping[str, Iterable[str]]) -> Phrases:
    return _by_first_word(
        (phrase.split(), widening)
        for name, widening in _WIDENINGS.items()
        for phrase in (*table.get(name, ()), *signs.get(name, ()))
    )


def _vague(data: Mapping[str, Any]) -> dict[str, list[VaguePhrase]]:
    """Words that give an interval by themselves; what stands in brackets must follow and is left out of the span."""
    multiplied, multiples = data.get("multiplied", ()), data.get("multiples", ())
    found: dict[str, list[VaguePhrase]] = {}
    for name, (low, high) in data.get("vague", {}).items():
        parts = name.split()
        words = [word for word in parts if word[0] != "("]
        needed = [word[1:-1] for word in parts if word[0] == "("]
        plain = " ".join(words)
        phrase = VaguePhrase(words, needed, float(low), float(high), plain in multiplied, plain in multiples)
        found.setdefault(words[0], []).append(phrase)
    return found


def _joined(
    data: Mapping[str, Any],
    figures: Mapping[str, Mapping[str, float]],
    sets: Mapping[str, frozenset[str]],
    ands: frozenset[str],
) -> re.Pattern[str] | None:
    """The parts of a number in one word: "dreiundzwanzigtausend", "وعشرون". None where a language writes none so."""
    if not data.get("joined"):
        return None
    words = {*figures["units"], *figures["tens"], *figures["scales"], *sets["hundreds"], *ands, *data["joined"]}
    return re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))


def _starters(fields: Mapping[str, Any]) -> frozenset[str]:
    tables = ("before", "vague", "ordinals", "units", "tens", "scales", "articles", "fractions", "hundreds", "dozens")
    words = {
        word
        for name in (*tables, "between", "both", "phrases", "plural_scales", "factors", "minus")
        for word in fields[name]
    }
    return frozenset(words | CURRENCIES.keys() | DOLLARS.keys() | CODES.keys() | set(_HALVES))


def _counting(fields: Mapping[str, Any]) -> frozenset[str]:
    """Of these each quantity without a digit has one: other starters only lead a number in."""
    tables = (
        "ordinals",
        "units",
        "tens",
        "scales",
        "fractions",
        "hundreds",
        "dozens",
        "both",
        "plural_scales",
        "factors",
    )
    words = {word for name in tables for word in fields[name]}
    words |= {phrase.words[-1] for phrases in fields["vague"].values() for phrase in phrases}
    return frozenset(words | {parts[-1] for phrases in fields["phrases"].values() for parts, _ in phrases})
