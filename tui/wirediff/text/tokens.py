"""Text cut into words, numbers and marks, each with its offsets."""

import re
from enum import Enum, auto
from functools import cache, lru_cache
from typing import NamedTuple

from wirediff.text.fold import fold
from wirediff.text.scripts import CLUSTER, LOANWORD, ON_LETTER, UNSPACED


class TokenType(Enum):
    """What a token is made of."""

    WORD = auto()
    NUMBER = auto()
    MARK = auto()


_TYPES = {
    "number": TokenType.NUMBER,
    "clitic": TokenType.WORD,
    "word": TokenType.WORD,
    "piece": TokenType.WORD,
    "mark": TokenType.MARK,
}


class Token(NamedTuple):
    """A word, number or mark; `key` is its form without typography and case.

    In scripts without blanks between words, a token is a piece of a word (see `scripts`).
    """

    text: str
    start: int
    end: int
    type: TokenType
    key: str


_ARABIC = "[\u0620-\u064a]"
# Text of these letters and digits is cut by the wider pattern, which is slower.
_WIDER = re.compile(f"[{UNSPACED}\u0600-\u06ff０-９]")


@cache  # compiled on first use: few texts need the wider one
def _pattern(unspaced: str = "") -> re.Pattern[str]:
    """What a token is, where the letters of the class `unspaced` have no blanks between words.

    An apostrophe that ends in s, t, re, ve, ll, d or m is an English clitic: "country's" and "country" share a word.
    Initials keep their points ("U.S."); a point after a short rank ("Maj.") belongs to the mark that follows.
    """
    letter, join, pieces = r"[^\W_]", "[.,:/]", ""
    if unspaced:
        # Arabic writes "and" and "with" in one word with what follows, digits too.
        letter = rf"(?: (?<! {_ARABIC} ) [^\W_{unspaced}] | (?<= {_ARABIC} ) [^\W\d_{unspaced}] )"
        join = "(?: [.,:/٫٬] | (?<=[０-９]) [，．] (?=[０-９]) )"
        pieces = rf"| (?P<piece> {LOANWORD} | {CLUSTER} )"
    letters = rf"{letter} (?: {letter} | [{ON_LETTER}] )*"
    return re.compile(
        rf"""
        (?P<number> \d+ (?: {join} \d+ )* (?: (?:st|nd|rd|th|s) \b )? )
        | (?P<clitic> (?<=\w) ['’] (?: s|t|re|ve|ll|d|m ) \b )
        | (?P<word> (?: [^\W\d_{unspaced}]\. ){{2,}}
                  | {letters} (?: (?: ['’ʼ‘] (?! (?:s|t|re|ve|ll|d|m)\b ) | [-‐‑] ) {letters} )* )
        {pieces}
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
    pattern = _pattern(UNSPACED if not text.isascii() and _WIDER.search(text) else "")
    for match in pattern.finditer(text):
        piece = match.group()
        start, end = match.span()
        found.append(Token(piece, start, end, _TYPES[match.lastgroup or ""], key_of(piece)))
    return found


def _folded(piece: str) -> str:
    return fold(piece).casefold()


def words(text: str) -> list[Token]:
    """The tokens of `text` that are no marks."""
    return [token for token in tokens(text) if token.type is not TokenType.MARK]
