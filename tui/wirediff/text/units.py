"""What a number counts in: the currency before or behind it, "percent", a measure such as "km", "miles" or "-month"."""

from wirediff.text import number_words as vocabulary
from wirediff.text.measures import is_measure
from wirediff.text.number_words import NumberWords
from wirediff.text.numerals import Cardinal, Run, follows, glued, hyphened

_OF_LENGTH = {"km": "kph", "mile": "mph"}


def currency_before(run: Run, at: int) -> tuple[str, int]:
    """The currency that starts at `at` and the place behind it; "" and `at` where there is none."""
    key = run[at].key
    if key in vocabulary.CURRENCIES:
        return vocabulary.CURRENCIES[key] or key, at + 1
    if key in vocabulary.DOLLARS and run[at + 1].key == "$" and glued(run, at + 1):
        return vocabulary.DOLLARS[key], at + 2
    if key in vocabulary.CODES and run[at + 1].kind == "digits":
        return vocabulary.CODES[key], at + 1
    return "", at


def unit_after(run: Run, number: Cardinal) -> tuple[int, str]:
    """The place behind the unit that follows `number`, and the unit; "" where none does."""
    at = number.after
    bound = hyphened(run, at)
    word = at + 1 if bound else at
    return (
        _percentage(run, word, bound)
        or _currency(run, word, bound)
        or _measure(run, word, bound, number.digits)
        or (at, "")
    )


def _percentage(run: Run, at: int, bound: bool) -> tuple[int, str] | None:
    shares = (("%", run.words.percent), ("percentage point", run.words.points), ("basis point", run.words.basis_points))
    for unit, phrases in shares:
        for words in phrases:
            if follows(run, at, words) and not (bound and len(words) > 1):
                return at + len(words), unit
    return None


def _currency(run: Run, at: int, bound: bool) -> tuple[int, str] | None:
    """Signs only right behind the number, codes after a blank, "dollars" and "US dollars" also behind a hyphen."""
    key, following = run[at].key, run[at + 1].key
    if key in vocabulary.CURRENCIES:
        return (at + 1, vocabulary.CURRENCIES[key] or key) if glued(run, at) and not bound else None
    if key == "us" and following in run.words.currency_words:
        return at + 2, run.words.currency_words[following]
    if key in run.words.currency_words:
        return at + 1, run.words.currency_words[key]
    if key in vocabulary.CODES and not bound and key != "try":
        return at + 1, vocabulary.CODES[key]
    return None


def _measure(run: Run, at: int, bound: bool, digits: bool) -> tuple[int, str] | None:
    """Symbols behind digits ("5 km"), measures in words ("six square miles"), any noun that a hyphen binds."""
    words = run.words
    if run[at].key == "°" and digits:  # "12 °C"
        at += 1
    at, power = (at + 1, f"{words.powers[run[at].key]} ") if run[at].key in words.powers else (at, "")
    if run[at].key in words.degrees and words.measure_names.get(run[at + 1].key) in {"°C", "°F"}:
        at += 1
    name = run[at].key
    unit = words.measure_names.get(name) or words.measure_names.get(singular(name)) or singular(name)
    if unit in {"°C", "°F"} and len(name) == 1 and not (digits and run[at + 1].key != "."):
        return None
    if run[at].kind != "word" or _joins_numbers(name, words):
        return None
    if not bound and not is_measure(power + unit) and not (digits and name in vocabulary.SYMBOLS):
        return None
    end = at + 1
    if not power and unit in _OF_LENGTH and any(follows(run, end, hourly) for hourly in words.hourly):
        return end + 2, _OF_LENGTH[unit]
    if run[end].key in words.old or (bound and hyphened(run, end) and run[end + 1].key in words.old):
        end += 2 if bound and run[end].key not in words.old else 1
    return end, power + unit


def _joins_numbers(word: str, words: NumberWords) -> bool:
    return (
        word in words.units or word in words.tens or word in words.scales or word in words.joins or word in words.after
    )


def singular(word: str) -> str:
    """A noun without the "s" of its plural."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
