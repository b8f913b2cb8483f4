"""Text cut into words, numbers and marks, each with its offsets."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import cache, lru_cache

from msgspec import Struct

from wirediff.text.fold import fold
from wirediff.text.scripts import CLUSTER, COMMON_UNSPACED, LOANWORD, ON_LETTER, UNSPACED, is_piece


class TokenType(Enum):
    """What a token is made of."""

    WORD = auto()
    NUMBER = auto()
    MARK = auto()


_TYPES = {
    "number": TokenType.NUMBER,
    "clitic": TokenType.WORD,
    "elision": TokenType.WORD,
    "word": TokenType.WORD,
    "piece": TokenType.WORD,
    "mark": TokenType.MARK,
}


class Token(Struct, frozen=True, gc=False):
    """A word, number or mark; `key` is its form without typography and case.

    In scripts without blanks between words, a token is a piece of a word (see `scripts`).
    """

    text: str
    start: int
    end: int
    type: TokenType
    key: str


# What loses its vowel in French and Italian and is longer than a letter.
_ELIDED = "(?: [Jj]usqu | [Ll]orsqu | [Pp]uisqu | [Dd]?[Aa]ll | [DdNnSs]ell | [Ss]ull | [Uu]n | [Qq]uest | [Qq]uell )"
_ARABIC = "[\u0620-\u064a]"
# Text of these letters and digits is cut by the wider pattern, which is slower.
_WIDER = re.compile(f"[{COMMON_UNSPACED}\u0600-\u06ff０-９]")


@cache  # compiled on first use: few texts need the wider one
def _pattern(unspaced: str = "") -> re.Pattern[str]:
    """What a token is, where the letters of the class `unspaced` have no blanks between words.

    An article or pronoun that has lost its vowel is a word ("l'Irak", "qu'il"), but not in "N'Djamena".
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
        | (?P<elision> (?-i: (?: [cdjlmnst] | [Qq]u | L | {_ELIDED} ) ['’] (?! (?:re|ve|ll)\b ) (?=[^\W\d_]{{2}})
                     | [CDJMNST] ['’] (?=[a-zà-ÿ]{{2}}) | (?: D | QU ) ['’] (?=[A-ZÀ-Þ]{{2}}) ) )
        | (?P<word> (?: [^\W\d_{unspaced}]\. ){{2,}}
                  | {letters} (?: (?: ['’ʼ‘] (?! (?:s|t|re|ve|ll|d|m)\b ) | [-‐‑] ) {letters} )* )
        {pieces}
        | (?P<mark> \.{{3}} | `` | '' | [^\w\s] | _ )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def tokens(text: str) -> list[Token]:
    """Every word, number and mark of `text` in order, blanks left out; linear in the length of the text.

    What is cut where between two blanks hangs on nothing beyond them, and the words of a language come again and
    again: so each is cut once and remembered, which takes a quarter of the time.

    >>> [token.text for token in tokens("al-Qaim's 1,500-2,500")]
    ['al-Qaim', "'s", '1,500', '-', '2,500']
    """
    found: list[Token] = []
    place = 0
    for chunk in text.split(" "):
        for piece, start, end, kind, key in _known(chunk) if len(chunk) <= LONG_CHUNK else _cut(chunk):
            found.append(Token(piece, place + start, place + end, kind, key))
        place += len(chunk) + 1
    return found


LONG_CHUNK = 40
"""Characters between two blanks; no word is so long, and longer ones are not worth remembering."""

_Cut = tuple[str, int, int, TokenType, str]


def _cut(chunk: str) -> list[_Cut]:
    """The tokens of a text as tuples."""
    key_of = str.casefold if chunk.isascii() and "`" not in chunk else _folded
    found: list[_Cut] = []
    pattern = _pattern(UNSPACED if not chunk.isascii() and _WIDER.search(chunk) else "")
    for match in pattern.finditer(chunk):
        piece = match.group()
        start, end = match.span()
        kind = match.lastgroup or "mark"
        key = key_of(piece[:-1] if kind == "elision" else piece)
        found.append((piece, start, end, _TYPES[kind], key))
    return found


@lru_cache(maxsize=1 << 16)
def _known(chunk: str) -> list[_Cut]:
    return _cut(chunk)


def _folded(piece: str) -> str:
    return fold(piece).casefold()


def words(text: str) -> list[Token]:
    """The tokens of `text` that are no marks."""
    return [token for token in tokens(text) if token.type is not TokenType.MARK]


def paired(found: Sequence[Token]) -> list[Token]:
    """Tokens with every two neighbouring pieces of unspaced text as one: what to count where words are to tell apart.

    A piece with no other beside it stays alone. The pairs of a run overlap.

    >>> [token.text for token in paired(tokens("政府軍 said"))]
    ['政府', '府軍', 'said']
    """
    made: list[Token] = []
    for place, token in enumerate(found):
        if not is_piece(token.text):
            made.append(token)
            continue
        after = found[place + 1] if place + 1 < len(found) else None
        if after and after.start == token.end and is_piece(after.text):
            made.append(Token(token.text + after.text, token.start, after.end, token.type, token.key + after.key))
        elif not (place and found[place - 1].end == token.start and is_piece(found[place - 1].text)):
            made.append(token)
    return made
