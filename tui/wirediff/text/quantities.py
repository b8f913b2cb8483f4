"""Quantities in news prose as closed intervals: figures, number words, ranges, shares, money, ordinals, "dozens"."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from wirediff.text import number_words as vocabulary
from wirediff.text.amounts import Amount, Measured, is_somebody, ordinal_at, runs_on, vague_at
from wirediff.text.dates import DateMention, dates
from wirediff.text.measures import is_measure
from wirediff.text.number_words import number_words
from wirediff.text.numerals import END, SIGN, Cardinal, Piece, Run, cardinal, follows, glued, hyphened, pieces
from wirediff.text.shares import ratio_after, share_at
from wirediff.text.tokens import LONG_CHUNK
from wirediff.text.units import currency_before, unit_after


class Quantity(NamedTuple):
    """A quantity in a text: `start` to `end` in code points, with its approximator, sign and unit, without the noun.

    It is known to lie in the closed interval from `low` to `high` (`math.inf` where nothing bounds it). `exact` is
    False where an approximator ("around", "more than") or a vague word ("dozens") stands. `unit` is "" for a count or a
    share, "%", "percentage point", "ordinal", "factor" ("doubled"), "score" ("7-5", of which the larger figure comes
    first), a currency ("$", "A$", "€"), or a measure ("km", "nine-month": month). `stated` are the figures that it
    names, before an approximator widens them: one, both ends of a range, or none for "dozens". `figure_end` is where
    the unit begins that stands behind the figure as a word of its own, else `end`.
    """

    start: int
    end: int
    low: float
    high: float
    exact: bool
    unit: str
    text: str
    stated: tuple[float, ...] = ()
    figure_end: int = 0


_MOST = 1000
"""Of a score or a vote."""
_APPROXIMATORS = 3  # in a row: "up to an estimated"; keeps hostile text linear


def quantities(text: str, dated: Sequence[DateMention] | None = None, language: str | None = None) -> list[Quantity]:
    """Every quantity of `text` in order, without overlaps; dates and times are none. Linear in the length of the text.

    "around", "some" and the like stand for a tenth to either side, "nearly" for a tenth below; "dozens" for 24 to 99
    and other such words likewise for two of their kind and more. Digits and words are read as the language (an IETF
    tag; English where it is None) writes them: 1,500 and 1.5, or 1.500 and 1,5. `dated` are the dates of the text,
    where they are known already.

    >>> [(q.text, q.low, q.high, q.unit) for q in quantities("at least 741 of 1,500-2,500 fighters, over 35% of land")]
    [('at least 741', 741.0, inf, ''), ('1,500-2,500', 1500.0, 2500.0, ''), ('over 35%', 35.0, inf, '%')]
    """
    words = number_words(language)
    if not _may_count(text, language):
        return []
    run = _without_dates(pieces(text, words), dates(text, None, language) if dated is None else dated)
    found: list[Quantity] = []
    at = 0
    while run[at] is not END:
        may_start = run[at].kind in {"digits", SIGN} or run[at].key in run.words.starters
        amount = _amount(run, at) if may_start else None
        if amount is None:
            at += 1
            continue
        start, end = run[amount.first].start, run[amount.after - 1].end
        found.append(
            Quantity(
                start,
                end,
                float(amount.low),
                float(amount.high),
                not amount.vague,
                amount.unit,
                text[start:end],
                amount.stated,
                _figure_end(run, amount, end),
            )
        )
        at = amount.after
    return found


def _figure_end(run: Run, amount: Amount, end: int) -> int:
    """Where the figure ends, without a measure in words behind it."""
    if amount.figure and is_measure(amount.unit) and not glued(run, amount.figure):
        return run[amount.figure - 1].end
    return end


def same_value(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities say the same: interval, exactness and unit."""
    return (a.low, a.high, a.exact, a.unit) == (b.low, b.high, b.exact, b.unit)


def _may_count(text: str, language: str | None) -> bool:
    """False where no number and no word stands that every quantity needs: many texts are done with this."""
    if number_words(language).joined:
        return True
    chunks = text.split(" ")
    if len(text) > LONG_CHUNK * len(chunks):  # hardly a blank in it: nothing to remember
        return _counts(text, language)
    return any(map(_known, chunks, repeat(language)))


def _counts(chunk: str, language: str | None) -> bool:
    counting = number_words(language).counting
    return not counting.isdisjoint(_WORD.findall(chunk.casefold())) or any(map(str.isnumeric, chunk))


@lru_cache(maxsize=1 << 16)  # as `tokens` remembers what it cut
def _known(chunk: str, language: str | None) -> bool:
    return _counts(chunk, language)


_WORD = re.compile(r"[^\W\d_]+")


def _without_dates(run: Run, dated: Iterable[DateMention]) -> Run:
    """`run` with one empty piece in place of each date, so that nothing is read across it."""
    spans = iter([(mention.start, mention.end) for mention in dated])
    span = next(spans, None)
    kept: list[Piece] = []
    for piece in run:
        while span and piece is not END and piece.start >= span[1]:
            span = next(spans, None)
        if span and piece is not END and piece.end > span[0]:
            if not kept or kept[-1].kind != "date" or kept[-1].end <= span[0]:
                kept.append(Piece("", span[0], span[1], "date"))
            if piece.kind == "digits" and piece.end > span[1]:
                kept.append(_behind(piece, span[1]))
        else:
            kept.append(piece)
    return Run(kept, run.words)


def _behind(piece: Piece, end: int) -> Piece:
    """What is left of digits with a blank between thousands, the first of which are a date's: "May 12 500 people"."""
    rest = piece.key[end - piece.start :].lstrip()
    return Piece(rest, piece.end - len(rest), piece.end, piece.kind)


def _amount(run: Run, at: int) -> Amount | None:
    """The quantity that starts at `at`, with the approximators before and after it."""
    if at and run[at].kind == "digits" and glued(run, at) and _part_of_name(run, at):
        return None
    inside = at
    widenings: list[vocabulary.Widening] = []
    while len(widenings) < _APPROXIMATORS and (phrase := _phrase(run, inside, run.words.before)):
        inside += len(phrase[0])
        widenings.append(phrase[1])
    amount = _core(run, inside, approximate=bool(widenings))
    if amount is None or (widenings and amount.unit == "ordinal"):
        return None
    if after := _phrase(run, amount.after, run.words.after):
        amount = amount._replace(after=amount.after + len(after[0]))
        widenings.append(after[1])
    low, high = amount.low, amount.high
    stated = () if amount.vague else (low,) if low == high else (low, high)
    for widening in reversed(widenings):
        low, high = sorted(widening(low, high))  # of what lies below zero the ends change places
    return amount._replace(first=at, low=low, high=high, vague=amount.vague or bool(widenings), stated=stated)


def _part_of_name(run: Run, at: int) -> bool:
    """Whether digits are glued to letters before them: "G20", "F-16"."""
    before = run[at - 1]
    if runs_on(before):
        return before.key not in vocabulary.DOLLARS and before.key not in vocabulary.CODES
    return before.key == "-" and at > 1 and glued(run, at - 1) and runs_on(run[at - 2])


def _phrase(run: Run, at: int, table: vocabulary.Phrases) -> tuple[list[str], vocabulary.Widening] | None:
    for words, widening in table.get(run[at].key, ()):
        if follows(run, at, words):
            return words, widening
    return None


def _core(run: Run, at: int, *, approximate: bool) -> Amount | None:
    key = run[at].key
    if key in run.words.between:
        return _between(run, at)
    if key in run.words.both:
        return Amount(at, at + 1, 2, 2)
    if key in run.words.factors:
        return None if run[at + 1].key == "down" else _factor(run, at)
    for read in (vague_at, ordinal_at, share_at):
        if amount := read(run, at):
            return amount
    if not approximate and is_somebody(run, at):
        return None
    return _numbers(run, at)


def _factor(run: Run, at: int) -> Amount:
    """ "doubled", "halved"."""
    factor = run.words.factors[run[at].key]
    return Amount(at, at + 1, factor, factor, "factor")


def _between(run: Run, at: int) -> Amount | None:
    left = _money_or_number(run, at + 1, with_and=False)
    if left is None or run[left.after].key not in run.words.ands:
        return None
    right = _money_or_number(run, left.after + 1, with_and=True)
    return _range(run, at, left, right) if right else None


def _numbers(run: Run, at: int) -> Amount | None:
    """A number or a range of two, with its unit: "1,500 to 2,500", "two or three", "$5-$10 million", "one in five"."""
    first = at + 1 if run[at].key in run.words.articles and not glued(run, at + 1) else at
    if first > at and run.words.factor(run[first].key) is None:
        return None
    left = _money_or_number(run, first, with_and=True)
    if left is None:
        return None
    if run[left.after].key == "s" and glued(run, left.after):
        return _tens(left)
    left = left._replace(first=at)
    if ratio := ratio_after(run, left):
        return ratio
    return _joined(run, at, left) or left.amount(run)


def _joined(run: Run, at: int, left: "Measured") -> Amount | None:
    """A range or score that begins with `left`."""
    place = left.after
    if run[place].key == "-" and run[place + 1].key in run.words.joins and glued(run, place):
        place += 1  # "three- to four-year"
    if run[place].key in run.words.joins and not _two_figures(run, at, place):
        right = _money_or_number(run, place + 1, with_and=True)
        dashed = run[place].key == "-"
        if right is None or (dashed and left.digits != right.digits):
            return None
        if both := _range(run, at, left, right) or (_score(run, at, left, right) if dashed else None):
            return both
    return None


def _two_figures(run: Run, at: int, place: int) -> bool:
    """Whether "to" at `place` leads from one figure to another instead of joining a range."""
    if run[place].key not in run.words.to or at == 0:
        return False
    if run[at - 1].key in run.words.moving and run[place - 1].kind == "word":
        return True  # "rose 5 percent to 45 percent"
    if run[at - 1].key not in run.words.from_:
        return False
    return at < 2 or run[at - 2].key not in run.words.ranging


def _score(run: Run, at: int, left: "Measured", right: "Measured") -> Amount | None:
    """ "7-5", "52-48", "3-3": whole figures, of which the second is no larger, and no range."""
    whole = all(side.digits and side.scale == 1 and not side.unit and side.value % 1 == 0 for side in (left, right))
    between = left.after
    if not (whole and glued(run, between) and glued(run, between + 1) and 0 <= right.value <= left.value < _MOST):
        return None
    if hyphened(run, right.after) or right.amount(run) is None:
        return None
    return Amount(at, right.after, right.value, left.value, "score")


def _tens(number: "Measured") -> Amount | None:
    """ "in his 20s": the ten years from 20."""
    if number.unit or number.value % 10 or not 10 <= number.value <= 90:
        return None
    return Amount(number.first, number.after + 1, number.value, number.value + 9, vague=True)


def _range(run: Run, at: int, left: Measured, right: Measured) -> Amount | None:
    """From `left` to `right`, the left taking over the right's scale and unit: "1.5-2 million", "5 to 10 percent"."""
    low = left.value
    if left.scale == 1 and right.scale > 1 and low < right.value / right.scale:
        low *= right.scale
    if low >= right.value or (left.unit and right.unit and left.unit != right.unit):
        return None
    whole = right.amount(run)
    return whole and Amount(at, right.after, low, right.value, right.unit or left.unit, figure=right.figure)


def _money_or_number(run: Run, at: int, *, with_and: bool) -> Measured | None:
    below_zero = run[at].kind == SIGN or run[at].key in run.words.minus
    currency, place = currency_before(run, at + below_zero)
    number = _halves(run, place) or cardinal(run, place, with_and=with_and)
    if number is None:
        return None
    after, unit = number.after, currency
    if not currency:
        after, unit = unit_after(run, number)
    value = -number.value if below_zero and number.value else number.value
    return Measured(at, after, value, number.scale, unit, number.digits, number.after)


def _halves(run: Run, at: int) -> Cardinal | None:
    """Signs such as ½, alone or behind digits."""
    whole = 0.0
    place = at
    if run[at].kind == "digits" and glued(run, at + 1) and run[at + 1].kind == "mark":
        number = cardinal(run, at)
        whole, place = (number.value if number else 0.0), at + 1
    if run[place].kind != "mark" or (part := _vulgar(run[place].key)) is None:
        return None
    scale = run.words.scales.get(run[place + 1].key, 1.0)
    return Cardinal((whole + part) * scale, place + 1 + (scale > 1), scale, True)


def _vulgar(mark: str) -> float | None:
    value = unicodedata.numeric(mark, None) if not mark.isascii() and unicodedata.category(mark) == "No" else None
    return value if value is not None and 0 < value < 1 else None
