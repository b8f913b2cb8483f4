"""Amounts: intervals read from pieces of a text, and those that words alone give: "hundreds", "third"."""

from typing import NamedTuple

from wirediff.text.numerals import Piece, Run, cardinal, follows, glued, hyphened
from wirediff.text.units import singular

_FIRST, _SECOND = 1, 2
_FIRST_TO_JOIN = "\u0590"


class Amount(NamedTuple):
    """An interval read from some pieces: the places of the first, of the one after the last, and of the one after the
    figure where its unit stands behind it."""

    first: int
    after: int
    low: float
    high: float
    unit: str = ""
    vague: bool = False
    stated: tuple[float, ...] = ()
    figure: int = 0


def runs_on(piece: Piece) -> bool:
    """Whether letters make one word with digits beside them; from Hebrew on, scripts write small words and counters
    there."""
    return piece.kind == "word" and piece.key < _FIRST_TO_JOIN


class Measured(NamedTuple):
    """A number with its sign or unit, before it is known whether a range goes on behind it."""

    first: int
    after: int
    value: float
    scale: float
    unit: str
    digits: bool
    figure: int

    def amount(self, run: Run) -> Amount | None:
        """The number alone; None where letters run on behind its digits ("4chan", "3D")."""
        if self.digits and glued(run, self.after) and runs_on(run[self.after]):
            return None
        return Amount(self.first, self.after, self.value, self.value, self.unit, figure=self.figure)


def vague_at(run: Run, at: int) -> Amount | None:
    """ "hundreds", "several", "tens of thousands", which begins at a place."""
    for phrase in run.words.vague.get(run[at].key, ()):
        if not follows(run, at, phrase.words) or not follows(run, at + len(phrase.words), phrase.needed):
            continue
        after = at + len(phrase.words)
        if phrase.counts_scales and (scale := _scale_after(run, after)):
            return Amount(at, scale[1], phrase.low * scale[0], phrase.high * scale[0], vague=True)
        factor = run.words.plural_scales.get(run[after + 1].key) if run[after].key in run.words.of else None
        if factor and phrase.counts_thousands:
            return Amount(at, after + 2, phrase.low * factor, (phrase.high + 1) * factor - 1, vague=True)
        return Amount(at, after, phrase.low, phrase.high, vague=True)
    return None


def _scale_after(run: Run, at: int) -> tuple[float, int] | None:
    place = at + 1 if run[at].key in run.words.of else at
    scale = run.words.factor(run[place].key)
    return (scale, place + 1) if scale else None


def ordinal_at(run: Run, at: int) -> Amount | None:
    """ "third", "21st", "twenty-first", which begins at a place."""
    piece, following = run[at], run[at + 1]
    if piece.kind == "digits":
        if following.key in run.words.ordinal_ends and glued(run, at + 1) and "." not in piece.key:
            number = cardinal(run, at)
            return Amount(at, at + 2, number.value, number.value, "ordinal") if number else None
        return None
    if piece.key in run.words.tens and hyphened(run, at + 1) and 0 < run.words.ordinals.get(run[at + 2].key, 0) < 10:
        value = run.words.tens[piece.key] + run.words.ordinals[run[at + 2].key]
        return Amount(at, at + 3, value, value, "ordinal")
    if piece.key not in run.words.ordinals or _adverb_or_time(run, at):
        return None
    return Amount(at, at + 1, run.words.ordinals[piece.key], run.words.ordinals[piece.key], "ordinal")


def _adverb_or_time(run: Run, at: int) -> bool:
    """Whether "first" stands without an owner ("they first broke the siege"), or "second" measures time."""
    before = run[at - 1].key if at else ""
    ordinal = run.words.ordinals[run[at].key]
    if ordinal == _FIRST:
        return before not in run.words.owners and not before.endswith(("'s", "’s"))
    if ordinal == _SECOND:
        return before in run.words.before_seconds or (at > 0 and run[at - 1].kind == "digits")
    return False


def is_somebody(run: Run, at: int) -> bool:
    """Whether "one" is a pronoun or only part of a compound: "one of", "no one", "one-sided"."""
    if run.words.units.get(run[at].key) != 1 or not run.words.one_is_somebody:
        return False
    before, following = run[at - 1].key if at else "", run[at + 1]
    if run.words.factor(following.key) is not None:
        return False
    if hyphened(run, at + 1):
        bound = run[at + 2].key
        return singular(bound) not in run.words.measures and bound not in {"percent", "pct", "third"}
    if before in run.words.not_one or following.key in run.words.one_is_somebody:
        return True
    return following.kind != "word" and not before.endswith(("ing", "ed"))
