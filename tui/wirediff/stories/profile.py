"""What one document says, counted: all that grouping keeps of it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from wirediff.glossary import Glossary
from wirediff.model import Document
from wirediff.stories.copies import Sketch, sketch
from wirediff.stories.dates import Days, days_of
from wirediff.stories.shared import shingles
from wirediff.text import Token, TokenType, paired, tokens

OPENING = 2
"""Units (headline, standfirst, paragraphs) that count as the opening: what happened stands there, background later."""

_DATED = 4
"""Units from the top in which an undated document may say what day it is of."""

_TITLE_CASE = 0.7
"""From this share of capitals among the longer words on, a line is set in title case, where capitals mark no names."""
_SENTENCE_ENDS = frozenset({".", "!", "?", "...", "…"})


class Profile(NamedTuple):
    """Terms with their counts, in the whole document and in its opening, and when it is from.

    A term is a word's folded form, a part of a hyphenated one, a number, or `=` and the name of a glossary entity.
    `inside` counts words where a capital means a name: within sentences, outside titles; `capitals` those that have it.
    `sketch` is a sample of the runs of words.
    """

    whole: Mapping[str, int]
    opening: Mapping[str, int]
    inside: Mapping[str, int]
    capitals: Mapping[str, int]
    days: Days
    sketch: Sketch


def profile(document: Document, glossary: Glossary) -> Profile:
    """The profile of a document; linear in its length."""
    whole: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    keys: list[list[str]] = []
    for n, unit in enumerate(units(document)):
        found = tokens(unit)
        keys.append([token.key for token in found if token.type is not TokenType.MARK])
        terms = list(_terms(unit, paired(found), glossary))
        whole.update(terms)
        if n < OPENING:
            opening.update(terms)
        if not _in_title_case(found):
            for token in _within_sentences(found):
                parts = _parts(token.key)
                inside.update(parts)
                if token.text[0].isupper():
                    capitals.update(parts)
    days = days_of(document.published, islice(units(document), _DATED))
    return Profile(whole, opening, inside, capitals, days, sketch(shingles(keys)))


def units(document: Document) -> Iterable[str]:
    """Headline, standfirst and paragraphs, those that hold anything."""
    texts = (document.headline, document.standfirst or "", *(paragraph.text for paragraph in document.paragraphs))
    return (text for text in texts if text.strip())


def _terms(text: str, found: list[Token], glossary: Glossary) -> Iterable[str]:
    mentions = glossary.mentions(text)
    covered = {place for mention in mentions for place in range(mention.start, mention.end)}
    for mention in mentions:
        yield f"={mention.entity}"
    for token in found:
        if token.start in covered:
            continue
        if token.type is TokenType.NUMBER:
            yield token.key
        elif token.type is TokenType.WORD and token.key[0] != "'":
            yield from _parts(token.key)


def _parts(key: str) -> list[str]:
    """ "eight-year" says as much as "eight year"."""
    return [part for part in key.split("-") if part]


def _within_sentences(found: list[Token]) -> Iterable[Token]:
    begins = True
    for token in found:
        if token.type is TokenType.MARK:
            begins = begins or token.text in _SENTENCE_ENDS
        else:
            if token.type is TokenType.WORD and not begins and token.key[0] != "'":
                yield token
            begins = False


def _in_title_case(found: list[Token]) -> bool:
    longer = [token for token in found if token.type is TokenType.WORD and len(token.text) > 3]
    return sum(token.text[0].isupper() for token in longer) > _TITLE_CASE * len(longer)
