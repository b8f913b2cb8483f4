"""What became of the words of a passage: where a span of it is now, and whether it still says the same."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from wirediff.text import Token, TokenType, fold, tokens
from wirediff.text.lexicon import FALLBACK, lexicon
from wirediff.text.number_words import number_words

_SHORTEST_SLIP = 4
"""Letters that a word has at least for another of nearly the same letters to be a slip of the pen."""

_SHORTEST_NAME = 5
"""Letters that a name has at least for another of nearly the same letters to be the same one, spelt otherwise."""

_SENTENCE_ENDS = frozenset(".!?…:")


class Change(NamedTuple):
    """What answers the span in the present passage, if anything does, and whether its words are `whole`.

    `inside` and `outside` name numbers, names and negations that are not the same: "a number changed: 200, now 300".
    `slips` tells that nothing but mistyped words and punctuation is different, `respelt` that names may be spelt in
    another way besides, and `same` that nothing but punctuation is.
    """

    span: tuple[int, int] | None
    whole: bool = True
    inside: str = ""
    outside: str = ""
    slips: bool = True
    respelt: bool = True
    same: bool = True


class _Word(NamedTuple):
    """A token as it is compared: in its letters without typography, and as what it weighs heavily, if it does."""

    token: Token
    letters: str
    weighs: str


def change(old: str, new: str, start: int, end: int, language: str | None) -> Change:
    """Follow the span from `start` to `end` of a passage into what the passage is now. Quadratic in its words.

    The words of a span are whole where each stands there still, or was mistyped.
    """
    from rapidfuzz.distance import Levenshtein

    before, after = _read(old, language), _read(new, language)
    inside = [place for place, word in enumerate(before) if word.token.end > start and word.token.start < end]
    answers: dict[int, int] = {}
    touched: set[int] = set()
    for edit in Levenshtein.opcodes([w.letters for w in before], [w.letters for w in after]):
        if edit.tag in {"equal", "replace"}:
            answers.update(zip(range(edit.src_start, edit.src_end), range(edit.dest_start, edit.dest_end), strict=True))
        # What is put in at the very edge of a span lies outside it.
        if edit.tag == "insert" and inside and inside[0] < edit.src_start <= inside[-1]:
            touched.update(range(edit.dest_start, edit.dest_end))
    whole = bool(inside) and all(_holds(before[place], after, answers.get(place)) for place in inside)
    added = [after[place] for place in sorted(touched)]
    whole = whole and all(map(_is_mark, added))
    ours = [before[place] for place in inside]
    theirs = [after[answers[place]] for place in inside if place in answers] + added
    here = {id(word) for word in theirs}
    outside = [word for place, word in enumerate(before) if not inside or not inside[0] <= place <= inside[-1]]
    others = [word for word in after if id(word) not in here]
    span = _span(before, after, answers, inside, start, end)
    put_in = all(_is_mark(after[place]) for place in {*range(len(after))}.difference(answers.values()))
    other = [(word, answers.get(place)) for place, word in enumerate(before) if not _is_mark(word)]
    other = [(word, place) for word, place in other if not _holds(word, after, place)]
    respelt = put_in and all(place is not None and _respelt(word, after[place]) for word, place in other)
    said = _weighty(ours, theirs), _weighty(outside, others)
    return Change(span, whole, *said, put_in and not other, respelt, _same(before, after))


def same_words(one: str, other: str, language: str | None) -> bool:
    """Whether two passages have the same words in the same order, whatever the punctuation. Linear in their length."""
    return one == other or _same(_read(one, language), _read(other, language))


def _same(one: Sequence[_Word], other: Sequence[_Word]) -> bool:
    ours, theirs = ([word.letters for word in side if not _is_mark(word)] for side in (one, other))
    return ours == theirs and bool(ours)


def _span(
    before: Sequence[_Word], after: Sequence[_Word], answers: dict[int, int], inside: list[int], start: int, end: int
) -> tuple[int, int] | None:
    """From the first to the last word that answers one of the span; to the character where these are the same."""
    answered = [place for place in inside if place in answers]
    if not answered:
        return None
    first, last = before[answered[0]].token, before[answered[-1]].token
    now_first, now_last = after[answers[answered[0]]].token, after[answers[answered[-1]]].token
    begin = max(start - first.start, 0) if first.text == now_first.text else 0
    short = max(last.end - end, 0) if last.text == now_last.text else 0
    return now_first.start + begin, now_last.end - short


def _is_mark(word: _Word) -> bool:
    return word.token.type is TokenType.MARK


def _holds(word: _Word, after: Sequence[_Word], place: int | None) -> bool:
    """Whether a word is there still, if with a slip of the pen."""
    if place is None:
        return False
    other = after[place]
    if _is_mark(word) or _is_mark(other):
        return _is_mark(word) and _is_mark(other)
    return word.letters == other.letters or _slip(word.letters, other.letters)


def _slip(one: str, other: str) -> bool:
    """Whether one word is the other mistyped: a letter too many, too few or wrong, or two that changed places.

    Only in scripts that tell names from other words by their case, and only in words that are no names.
    """
    from rapidfuzz.distance import OSA

    if min(len(one), len(other)) < _SHORTEST_SLIP or not (one.islower() and other.islower()):
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1


def _respelt(one: _Word, other: _Word) -> bool:
    """Whether two words are one name, with a letter too many, too few or another one."""
    from rapidfuzz.distance import OSA

    names = one.letters[:1].isupper() and other.letters[:1].isupper()
    return (
        names
        and min(len(one.letters), len(other.letters)) >= _SHORTEST_NAME
        and OSA.distance(one.letters, other.letters, score_cutoff=1) <= 1
    )


def _weighty(old: Sequence[_Word], new: Sequence[_Word]) -> str:
    """The numbers, names and negations that are not the same on both sides, in words; "" where there are none."""
    before, after = (Counter((w.weighs, w.letters.casefold()) for w in side if w.weighs) for side in (old, new))
    gone, come = before - after, after - before
    for what in ("number", "negation", "name"):
        one, other = ([letters for kind, letters in side if kind == what] for side in (gone, come))
        if one or other:
            return f"a {what} changed: {', '.join(one) or 'nothing'}, now {', '.join(other) or 'nothing'}"
    return ""


@lru_cache(maxsize=1024)
def _read(text: str, language: str | None) -> tuple[_Word, ...]:
    """The words of a passage; kept, as many passages are held against the same one."""
    return tuple(_words(text, language))


def _words(text: str, language: str | None) -> Iterator[_Word]:
    numbers, negations = _numbers(language), lexicon(language or FALLBACK).negations
    begins = True
    for token in tokens(text):
        letters = fold(token.text)
        kind = ""
        if token.type is TokenType.NUMBER or any(char.isdigit() for char in letters) or token.key in numbers:
            kind = "number"
        elif token.key in negations or token.key == "'t":
            kind = "negation"
        elif not begins and any(char.isupper() for char in letters):
            kind = "name"
        yield _Word(token, letters, kind)
        if token.type is not TokenType.MARK:
            begins = False
        elif letters in _SENTENCE_ENDS:
            begins = True


@cache
def _numbers(language: str | None) -> frozenset[str]:
    """The words that state a number by themselves."""
    known = number_words(language)
    return frozenset({*known.units, *known.tens, *known.hundreds, *known.dozens, *known.scales, *known.ordinals})
