"""Acronyms and what they stand for, learnt from the texts themselves.

After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003), on
words instead of letters: an acronym is made of the initials of the words beside its parentheses.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from wirediff.text.fold import fold_name
from wirediff.text.tokens import Token, TokenType, tokens

SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "et", "und", "der", "fur", "y"}
)
"""Words that an acronym may pass over."""

_ARTICLES = frozenset({"al", "el"})
_SHAPE = re.compile(r"[A-Z](?:[A-Za-z]{0,3}[A-Z])+s?|(?:[A-Z]\.){2,}")
_LONGEST = 8
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_MARKS = frozenset("\"“”„«»'‘’")


class Definition(NamedTuple):
    """An acronym in one pair of parentheses with what it stands for; offsets are code points of the text."""

    acronym: str
    start: int
    end: int


def is_acronym(text: str) -> bool:
    """Whether a word has the shape of an acronym: two capitals or more, at either end ("SDF", "MoD", "U.N.")."""
    return len(text) <= _LONGEST and _SHAPE.fullmatch(text) is not None


def letters_of(acronym: str) -> str:
    """The letters an acronym is made of, folded: without points and the s of a plural."""
    bare = acronym[:-1] if acronym.endswith("s") and len(acronym) > 2 else acronym
    return fold_name(bare)


def definitions(text: str) -> list[Definition]:
    """Every "Long Name (LN)" and "LN (Long Name)" of `text`, with the span of the long name; linear in its length.

    >>> text = "the Syrian Democratic Forces (SDF)"
    >>> [(found.acronym, text[found.start : found.end]) for found in definitions(text)]
    [('SDF', 'Syrian Democratic Forces')]
    """
    if not any(mark in text for mark in _OPEN):
        return []
    return list(_definitions(tokens(text)))


def _definitions(found: Sequence[Token]) -> Iterator[Definition]:
    for place, token in enumerate(found):
        if token.text not in _OPEN or place == 0:
            continue
        close = next((at for at in range(place + 1, min(place + 14, len(found))) if found[at].text in _CLOSE), None)
        if close is None:
            continue
        inside = [part for part in found[place + 1 : close] if part.text not in _MARKS]
        before = [part for part in found[max(0, place - 2 * _LONGEST - 6) : place] if part.text not in _MARKS]
        if not inside or not before:
            continue
        if len(inside) == 1 and is_acronym(inside[0].text):
            long = _ending_in(before, letters_of(inside[0].text))
            if long:
                yield Definition(inside[0].text, long[0].start, long[-1].end)
        elif is_acronym(before[-1].text) and _made_of(inside, letters_of(before[-1].text)):
            yield Definition(before[-1].text, inside[0].start, inside[-1].end)


def initials(words: Sequence[str]) -> frozenset[str]:
    """The acronyms that a name's folded words make, with and without its small words."""
    every = "".join(word[:1] for word in words)
    large = "".join(word[:1] for word in words if word not in SMALL)
    return frozenset({every, large})


def _ending_in(before: Sequence[Token], letters: str) -> Sequence[Token]:
    """The shortest end of `before` whose initials are `letters`; nothing where none is, or a mark stands in between."""
    for length in range(1, len(before) + 1):
        long = before[-length:]
        if long[0].type is TokenType.MARK and long[0].text not in {"-", "&"}:
            return ()
        if long[0].text[:1].isupper() and long[0].key not in SMALL and _made_of(long, letters):
            return long
    return ()


def _made_of(long: Sequence[Token], letters: str) -> bool:
    """Whether the initials of a name's words are `letters`; small words and later parts of compounds may be passed."""
    words = [(part, nth > 0) for token in long for nth, part in enumerate(_parts(token))]
    if sum(1 for word, _ in words if word not in SMALL) < 2 or not long[0].text[:1].isupper():
        return False

    @cache
    def fits(word: int, letter: int) -> bool:
        if word == len(words):
            return letter == len(letters)
        key, inner = words[word]
        if letter < len(letters) and key[:1] == letters[letter] and fits(word + 1, letter + 1):
            return True
        return (inner or key in SMALL) and fits(word + 1, letter)

    return len(words) <= 3 * _LONGEST and fits(0, 0)


def _parts(token: Token) -> list[str]:
    if token.type is TokenType.MARK:
        return [] if token.text in {"-", "&"} else ["\0"]
    parts = [fold_name(part) for part in token.key.split("-")]
    if len(parts) > 1 and parts[0] in _ARTICLES:
        del parts[0]
    return [
        part for part in parts if part and not (token.type is TokenType.WORD and part == "s" and len(token.text) < 3)
    ]
