"""Text cut into words, numbers and marks, each with its offsets."""

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from wirediff.text.fold import fold


class TokenType(Enum):
    """What a token is made of."""

    WORD = auto()
    NUMBER = auto()
    MARK = auto()


_TYPES = {
    "number": TokenType.NUMBER,
    "clitic": TokenType.WORD,
    "word": TokenType.WORD,
    "mark": TokenType.MARK,
}


class Token(NamedTuple):
    """A piece of text between blanks; `key` is its form without typography and case."""

    text: str
    start: int
    end: int
    type: TokenType
    key: str


# What stands on or inside a letter and is no letter to `re`: accents written apart (decomposed text), Hebrew and Arabic
# vowel points, Indic vowel signs, and the joiners and soft hyphens that cut no word in two.
_ON_LETTER = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0abc-\u0acd\u0b3c-\u0b4d\u0bbe-\u0bcd"
    "\u0c3e-\u0c4d\u0cbc-\u0ccd\u0d3e-\u0d4d\u0e31-\u0e4e\u00ad\u200c\u200d"
)
_LETTERS = rf"[^\W_] (?: [^\W_] | [{_ON_LETTER}] )*"

# An apostrophe that ends in s, t, re, ve, ll, d or m is an English clitic: "country's" and "country" share a word.
# Initials keep their points ("U.S."); a point after a short rank ("Maj.") belongs to the mark that follows.
_TOKEN = re.compile(
    rf"""
    (?P<number> \d+ (?: [.,:/]\d+ )* (?: (?:st|nd|rd|th|s) \b )? )
    | (?P<clitic> (?<=\w) ['’] (?: s|t|re|ve|ll|d|m ) \b )
    | (?P<word> (?: [^\W\d_]\. ){{2,}}
              | {_LETTERS} (?: (?: ['’ʼ‘] (?! (?:s|t|re|ve|ll|d|m)\b ) | [-‐‑] ) {_LETTERS} )* )
    | (?P<mark> \.{{3}} | `` | '' | [^\w\s] | _ )
    """,
    re.VERBOSE | re.IGNORECASE,
)


_LONG = 20_000
"""Characters; no paragraph of a report is so long, and longer texts would fill the cache."""


def tokens(text: str) -> list[Token]:
    """Every word, number and mark of `text` in order, blanks left out; linear in the length of the text.

    >>> [token.text for token in tokens("al-Qaim's 1,500-2,500")]
    ['al-Qaim', "'s", '1,500', '-', '2,500']
    """
    return list(_recent(text)) if len(text) <= _LONG else _cut(text)


@lru_cache(maxsize=1024)  # names, charged terms and words are each looked for in the same paragraph
def _recent(text: str) -> tuple[Token, ...]:
    return tuple(_cut(text))


def _cut(text: str) -> list[Token]:
    key_of = str.casefold if text.isascii() and "`" not in text else _folded
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        piece = match.group()
        start, end = match.span()
        found.append(Token(piece, start, end, _TYPES[match.lastgroup or ""], key_of(piece)))
    return found


def _folded(piece: str) -> str:
    return fold(piece).casefold()


def words(text: str) -> list[Token]:
    """The tokens of `text` that are no marks."""
    return [token for token in tokens(text) if token.type is not TokenType.MARK]
