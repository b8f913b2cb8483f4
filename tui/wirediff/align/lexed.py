"""A version cut into clauses and terms: what the alignment compares.

A term stands for a word: folded, without case, cut to its stem so that inflections meet, or for a whole name that the
glossary knows, so that all names of one entity are one term. Where a script has no blanks between words, every two
neighbouring pieces (`text.scripts`) are a term. Terms are for counting; nothing here is shown.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from wirediff.align.stems import stem
from wirediff.glossary import Glossary, Mention
from wirediff.text import fold
from wirediff.text.scripts import CLUSTER, COMMON_UNSPACED, LOANWORD, ON_LETTER, UNSPACED

LEAST_CLAUSE = 3
"""Words; shorter pieces between two marks stay with their neighbour."""

COARSE_CLAUSE = 12
"""The same for books, where time and memory count."""


class Break(IntEnum):
    """How strong a break stands before a word; the strength of a break says how likely a statement ends there."""

    NONE = 0
    COMMA = 1
    CLAUSE = 2
    SENTENCE = 3
    PARAGRAPH = 4


_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]+")
# Korean has blanks, but its words change at both ends; pairs of syllables serve there too (Lee and Ahn 1996).
_HANGUL = "\uac00-\ud7a3"
_UNUSUAL = re.compile(f"[٫٬{COMMON_UNSPACED}{ON_LETTER}{_HANGUL}]")
_LETTER = rf"[^\W\d_{UNSPACED}{_HANGUL}]"
_LETTERS = rf"{_LETTER} (?: {_LETTER} | [{ON_LETTER}] )*"
_UNUSUAL_WORD = rf"""
    (?P<piece> {CLUSTER} | [{_HANGUL}] ) | {LOANWORD} | \d+ (?: [.,:/٫٬]\d+ )*
    | {_LETTERS} (?: ['’]{_LETTERS} )* | [^\W_{UNSPACED}{_HANGUL}]+
    """

# A mark ends a piece of text before a blank or the text's end; those of scripts without blanks do so anywhere.
_MARK = re.compile(
    r"(?:([.;:?!,…–—،؛؟]+|-{2,}|(?<=\s)-)[\"”“’‘')\]»«]*(?=\s|$)|([。．｡！？；：，、､।॥]+)[」』”’）》〉]*)"
)

_CLITICS = frozenset({"s", "t", "re", "ve", "ll", "d", "m"})
_SENTENCE_ENDS = frozenset(".?!…؟。．｡！？।॥")


class Lexed:
    """One version as terms, with where each stands. Built once a collation, then only read.

    `texts` are its paragraphs as they came, `language` their IETF tag, None where it is not known. `terms[x]` is the
    x-th term of the body; `paragraph`, `clause` and `breaks` run beside it. Paragraphs and clauses count from 0 here.
    `in_paragraph` and `in_clause` count the terms of each; `named` are the spans of each paragraph's known names.
    """

    def __init__(
        self, texts: Sequence[str], glossary: Glossary, least_clause: int = LEAST_CLAUSE, language: str | None = None
    ) -> None:
        self.language = language
        self._least = least_clause
        self.texts = texts
        self.terms: list[str] = []
        self.paragraph: list[int] = []
        self.clause: list[int] = []
        self.breaks: list[Break] = []
        self.clauses: list[list[str]] = []
        self.paragraph_of: list[int] = []
        self.in_paragraph: list[Counter[str]] = []
        self.named: list[tuple[tuple[int, int], ...]] = []
        for number, text in enumerate(texts):
            self._add(number, text, glossary)
        self.in_clause = [Counter(clause) for clause in self.clauses]
        self.size = [sum(counts.values()) for counts in self.in_paragraph]
        self.first_clause = self._firsts()

    def _add(self, number: int, text: str, glossary: Glossary) -> None:
        first = len(self.terms)
        mentions = glossary.mentions(text)
        self.named.append(tuple((mention.start, mention.end) for mention in mentions))
        for strength, clause in clauses(text, mentions):
            short = len(clause) < self._least or (self.clauses and len(self.clauses[-1]) < self._least)
            if short and strength is not Break.PARAGRAPH:
                self.clauses[-1].extend(clause)
            else:
                self.clauses.append(list(clause))
                self.paragraph_of.append(number)
            self.terms.extend(clause)
            self.paragraph.extend([number] * len(clause))
            self.clause.extend([len(self.clauses) - 1] * len(clause))
            self.breaks.append(strength)
            self.breaks.extend([Break.NONE] * (len(clause) - 1))
        self.in_paragraph.append(Counter(self.terms[first:]))

    def _firsts(self) -> list[int]:
        """Where each clause begins in `terms`, and at the end the number of terms."""
        starts = [0] if self.terms else []
        starts.extend(place + 1 for place, (one, two) in enumerate(pairwise(self.clause)) if one != two)
        return [*starts, len(self.terms)]


def clauses(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Break, list[str]]]:
    """The pieces of a paragraph between marks, as terms, each with the strength of the break before it.

    `mentions` are the names in it that the glossary knows.

    Clauses find more than sentences do, and a full stop after "Maj." does no harm: docs/languages.md has the figures.
    """
    strength = Break.PARAGRAPH
    place = 0
    named = [(mention.start, mention.end, mention.entity) for mention in mentions]
    for mark, end in _pieces(text):
        found = list(_terms(text, place, end, named))
        if found:
            yield strength, found
            strength = mark
        else:
            strength = max(strength, mark)
        place = end


def _pieces(text: str) -> Iterator[tuple[Break, int]]:
    for match in _MARK.finditer(text):
        last = match[match.lastindex or 0][-1]
        strength = Break.SENTENCE if last in _SENTENCE_ENDS else Break.CLAUSE if last in ";:؛；：" else Break.COMMA
        yield strength, match.end()
    yield Break.PARAGRAPH, len(text)


def _terms(text: str, start: int, end: int, named: list[tuple[int, int, str]]) -> Iterator[str]:
    """Terms of text[start:end]; a name that begins there counts there, even where a mark cuts it ("Maj. Gen.")."""
    for name_start, name_end, entity in named:
        if name_end <= start or name_start >= end:
            continue
        yield from _words(text[start:name_start]) if name_start > start else ()
        if name_start >= start:
            yield f"={entity}"
        start = name_end
    if start < end:
        yield from _words(text[start:end])


def _words(text: str) -> Iterator[str]:
    folded = fold(text).casefold()
    if folded.isascii() or not _UNUSUAL.search(folded):
        for word in _WORD.findall(folded):
            yield term_of(word)
    else:
        for spoken in words_of(folded):
            yield spoken.term


class Spoken(NamedTuple):
    """A word of a text, or two pieces of one, from `start` to `end` in code points, and the term that stands for it."""

    start: int
    end: int
    term: str


def words_of(text: str) -> Iterator[Spoken]:
    """The words of a text, folded or not, in order; two pairs of pieces may overlap."""
    if text.isascii() or not _UNUSUAL.search(text):
        for match in _WORD.finditer(text):
            yield Spoken(match.start(), match.end(), term_of(match.group()))
        return
    run: list[tuple[int, int]] = []
    for match in _unusual_word().finditer(text):
        if run and not (match["piece"] and run[-1][1] == match.start()):
            yield from _pairs(text, run)
            run = []
        if match["piece"]:
            run.append(match.span())
        else:
            yield Spoken(*match.span(), term_of(match.group()))
    yield from _pairs(text, run)


def _pairs(text: str, run: Sequence[tuple[int, int]]) -> Iterator[Spoken]:
    """Every two neighbours of a run of pieces, or a piece that stands alone."""
    for (start, _), (_, end) in pairwise(run) if len(run) > 1 else zip(run, run, strict=True):
        yield Spoken(start, end, term_of(text[start:end]))


@cache  # compiled on first use: few texts need it
def _unusual_word() -> re.Pattern[str]:
    return re.compile(_UNUSUAL_WORD, re.VERBOSE)


@lru_cache(maxsize=65536)
def term_of(word: str) -> str:
    """The term for a word: folded, without a clitic or what has lost its vowel before it, cut to its stem.

    A number stays whole.

    >>> term_of("recaptured"), term_of("Iraq’s"), term_of("l’Irak"), term_of("1,500")
    ('recapt', 'iraq', 'irak', '1,500')
    """
    folded = fold(word).casefold()
    if folded[:1].isdigit():
        return folded
    plain, _, after = folded.partition("'")
    if after and len(after) > len(plain) and after not in _CLITICS:
        plain = after
    return stem(plain if len(plain) > 1 else folded.replace("'", ""))
