"""Shares of a whole in words: "one in five", "two-thirds", "half a million"."""

import math

from wirediff.text.amounts import Amount, Measured
from wirediff.text.numerals import Run, cardinal, follows, hyphened
from wirediff.text.units import singular

_HALF = 2


def ratio_after(run: Run, left: Measured) -> Amount | None:
    """ "one in five", "nine out of 10"."""
    if left.unit or left.value == 0:
        return None
    place = 0
    if run[left.after].key in run.words.one_in and (left.value == 1 or _leads_share(run, left.first)):
        place = left.after + 1
    for words in run.words.out_of:
        if follows(run, left.after, words):
            place = left.after + len(words)
    if not place:
        return None
    whole = cardinal(run, place)
    if whole is None or not left.value < whole.value < math.inf:
        return None
    share = left.value / whole.value
    return Amount(left.first, whole.after, share, share)


def _leads_share(run: Run, at: int) -> bool:
    """Whether "two in five" may be a share: behind a verb such as "killed" it counts things in a place."""
    return at == 0 or run[at - 1].kind != "word" or run[at - 1].key in run.words.before_share


def share_at(run: Run, at: int) -> Amount | None:
    """ "half", "a third of", "two-thirds", "half a million"."""
    place, count = at, 1.0
    counted = False
    if run[at].key in run.words.articles:
        place = at + 1
    elif run[at].key in run.words.units or run[at].kind == "digits":
        number = run.words.units.get(run[at].key)
        count = (
            float(run[at].key) if number is None and run[at].key.isdecimal() and len(run[at].key) < 3 else number or 0.0
        )
        counted = count > 0
        place = at + 2 if hyphened(run, at + 1) else at + 1
        if not counted:
            return None
    parts = run.words.fractions.get(run[place].key)
    if parts is None or not _is_share(run, at, place, count, counted):
        return None
    after = place + 1
    if hyphened(run, after) and run.words.factor(run[after + 1].key) in {None, 100.0}:
        unit = singular(run[after + 1].key)
        return Amount(at, after + 2, count / parts, count / parts, unit) if unit in run.words.measures else None
    value = count / parts
    return _of_a_scale(run, at, after, value) or Amount(at, after, value, value)


def _is_share(run: Run, at: int, place: int, count: float, counted: bool) -> bool:
    """Whether a fraction word is one: "third" may be an ordinal, "half" a part of a match, "quarter" of a town."""
    word, following = run[place].key, run[place + 1]
    if counted:  # "Drittel" has no other plural
        return count == 1 or word.endswith("s") or f"{word}s" not in run.words.fractions
    if word == "half":
        return place > at or at == 0 or run[at - 1].key not in run.words.ordinals
    if run.words.fractions[word] == _HALF:  # "die Hälfte der", "la moitié des"
        return following.key in run.words.after_share
    if place == at or word.removesuffix("s") in run.words.fractions.keys() - {word}:
        return False
    return word == "quarter" or following.kind != "word" or following.key in run.words.after_share


def _of_a_scale(run: Run, at: int, after: int, value: float) -> Amount | None:
    """ "half a million", "a quarter of a million", "half-million"."""
    place = after + 1 if run[after].key in run.words.of or hyphened(run, after) else after
    if run[place].key in run.words.articles:
        place += 1
    word = run[place].key
    scale = run.words.factor(word)
    if scale is None:
        return None
    return Amount(at, place + 1, value * scale, value * scale)
