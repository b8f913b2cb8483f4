"""Text cut into words, numbers and marks, each with its offsets."""

import re
from enum import Enum, auto
from typing import NamedTuple

from wirediff.text.fold import fold


class TokenType(Enum):
    """What a token is made of."""

    WORD = auto()
    NUMBER = auto()
    MARK = auto()


class Token(NamedTuple):
    """A piece of text between blanks; `key` is its form without typography and case."""

    text: str
    start: int
    end: int
    type: TokenType
    key: str


# An apostrophe that ends in s, t, re, ve, ll, d or m is an English clitic: "country's" and "country" share a word.
# Initials keep their points ("U.S."); a point after a short rank ("Maj.") belongs to the mark that follows.
_TOKEN = re.compile(
    r"""
    (?P<number> \d+ (?: [.,:/]\d+ )* (?: (?:st|nd|rd|th|s) \b )? )
    | (?P<clitic> (?<=\w) ['’] (?: s|t|re|ve|ll|d|m ) \b )
    | (?P<word> (?: [^\W\d_]\. ){2,} | [^\W_]+ (?: (?: ['’ʼ‘] (?! (?:s|t|re|ve|ll|d|m)\b ) | [-‐‑] ) [^\W_]+ )* )
    | (?P<mark> \.{3} | `` | '' | [^\w\s] | _ )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def tokens(text: str) -> list[Token]:
    """Every word, number and mark of `text` in order, blanks left out; linear in the length of the text.

    >>> [token.text for token in tokens("al-Qaim's 1,500-2,500")]
    ['al-Qaim', "'s", '1,500', '-', '2,500']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        piece = match.group()
        if match.lastgroup == "number":
            kind = TokenType.NUMBER
        elif match.lastgroup == "mark":
            kind = TokenType.MARK
        else:
            kind = TokenType.WORD
        found.append(Token(piece, match.start(), match.end(), kind, fold(piece).casefold()))
    return found


def words(text: str) -> list[Token]:
    """The tokens of `text` that are no marks."""
    return [token for token in tokens(text) if token.type is not TokenType.MARK]
