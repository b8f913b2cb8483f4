"""What is to be known of a word whatever text it stands in, worked out once for every word of a language."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from wirediff.text import Token, TokenType, fold_name, tokens
from wirediff.text.lexicon import FALLBACK, Lexicon, lexicon, spelling_twins
from wirediff.text.scripts import is_kana, is_piece
from wirediff.text.tokens import LONG_CHUNK

# Hints, one bit each: what a word, or something in its passage, might be a part of. A span has those of all its words,
# and who looks for a title need not look at all where no word of the span begins one.
NAME: Final = 1
CAPITALS: Final = 2
REPORT: Final = 4
TITLE: Final = 8
QUALIFIER: Final = 16
NOUN: Final = 32
QUOTATION: Final = 64
FIGURE: Final = 128
DATE: Final = 256
CHARGED: Final = 512
DIRECTION: Final = 1024
ENTITY: Final = 2048  # a name that the glossary knows
ANY: Final = 4096  # what every scene has

MEANS_SOMETHING: Final = 1.0
"""Weight from which a word is no function word."""
REPORTING: Final = "reporting"
"""The kin of verbs that report."""
COMPARABLE: Final = 4
"""Letters that a word needs to have a likeness to others."""
DEFINITE = frozenset({"the", "its", "their", "his", "her", "this", "that", "these", "those"})
"""Before a noun they say that it is known who is meant, in English."""

_MOST_CHUNKS = 1 << 16
_LONG_WORD = 7
_PART = re.compile(r"[\w'’-]*\w")


class Word(NamedTuple):
    """A word, number or mark by itself.

    `key` is its form without typography and case, `plain` its letters and digits alone, `twin` the key of the
    orthography that stands for both where there are two. `weight` says how much it means that both sides have it,
    `size` how many words a reader would count. `letter` is the first of a word that is compared letter by letter,
    empty for others. `kin` are the groups of words that may stand in its place.
    """

    key: str
    type: TokenType
    weight: float
    is_mark: bool
    is_name: bool
    plain: str
    twin: str
    letter: str
    size: int
    hints: int
    kin: tuple[str, ...] = ()


class Words:
    """The words of one language; looking up one that is known costs one access to a dictionary."""

    def __init__(self, lists: Lexicon) -> None:
        self._lists = lists
        self._known: dict[str, list[tuple[Token, Word]]] = {}
        self._begins = _first_words(lists)

    def of(self, chunk: str) -> list[tuple[Token, Word]]:
        """The tokens of what stands between two blanks, each with what is known of it."""
        if len(chunk) > LONG_CHUNK:
            return self._look_up(chunk)
        found = self._known.get(chunk)
        if found is None:
            if len(self._known) >= _MOST_CHUNKS:
                self._known.clear()
            found = self._known[chunk] = self._look_up(chunk)
        return found

    def hints(self, key: str) -> int:
        """The hints of a key, which may be of several words."""
        begins = self._begins
        hints = 0
        for part in key.split():
            hints |= begins.get(part, 0) | begins.get(part.rstrip("."), 0)
        return hints

    def whole(self, text: str, key: str, weight: float, is_name: bool) -> Word:
        """Several words that stand as one."""
        hints = self.hints(key) | _letters(text, is_name)
        return _word(key, TokenType.WORD, weight, False, is_name, hints)

    def _look_up(self, chunk: str) -> list[tuple[Token, Word]]:
        return [(token, self._word(token)) for token in tokens(chunk)]

    def _word(self, token: Token) -> Word:
        is_mark, is_word = token.type is TokenType.MARK, token.type is TokenType.WORD
        is_name = is_word and not token.text.islower() and any(map(str.isupper, token.text))
        hints = 0 if is_mark else self.hints(token.key) | _letters(token.text, is_name)
        word = _word(token.key, token.type, self._weight(token), is_mark, is_name, hints)
        kin = self._kin(word)
        return word._replace(kin=kin) if kin else word

    def _kin(self, word: Word) -> tuple[str, ...]:
        """The groups of a word of meaning; its contraries are one more, and so are all verbs that report."""
        if word.weight < MEANS_SOMETHING:
            return ()
        lists, key = self._lists, word.key
        contraries = tuple(f"contrary {group}" for group in sorted({at for at, _ in lists.opposites.get(key, ())}))
        reports = (REPORTING,) if key in lists.reporting_verbs else ()
        return lists.kin.get(key, ()) + contraries + reports

    def _weight(self, token: Token) -> float:
        if token.type is TokenType.MARK:
            return 0.25
        if token.type is TokenType.NUMBER:
            return 2.0
        if token.key in self._lists.function_words or token.text[0] in "'’":
            return 0.5
        if is_piece(token.text):
            return 0.5 if is_kana(token.text) else 1.0
        if token.text[0].isupper():
            return 2.2
        return 1.5 if len(token.text) < _LONG_WORD else 2.0


@cache
def vocabulary(language: str = FALLBACK) -> Words:
    """The words of a language, by the same rules as `lexicon`."""
    return Words(lexicon(language))


def _word(key: str, kind: TokenType, weight: float, is_mark: bool, is_name: bool, hints: int) -> Word:
    plain = fold_name(key)
    compared = kind is TokenType.WORD and weight >= MEANS_SOMETHING and len(key) >= COMPARABLE
    letter = plain[:1] if compared else ""
    twin = spelling_twins().get(key, key)
    return Word(key, kind, weight, is_mark, is_name, plain, twin, letter, len(_PART.findall(key)), hints)


def _letters(text: str, is_name: bool) -> int:
    return (NAME if is_name else 0) | (CAPITALS if any(map(str.isupper, text)) else 0)


def _first_words(lists: Lexicon) -> Mapping[str, int]:
    """The words that begin an entry of a list, with the hint that each list gives."""
    begins: dict[str, int] = {}
    for hint, forms in (
        (REPORT, lists.reporting_verbs),
        (TITLE, [*lists.ranks, *lists.offices, *lists.honorifics]),
        (DIRECTION, lists.directions | lists.place_parts | lists.place_nouns),
        (DATE, lists.day_parts),
        (QUALIFIER, lists.qualifiers),
        (NOUN, lists.generic_nouns),
        (NAME, lists.exclusive.keys() & lists.function_words),  # "he" against "she" is about a name as well
    ):
        for form in forms:
            first = form.partition(" ")[0]
            begins[first] = begins.get(first, 0) | hint
    return begins
