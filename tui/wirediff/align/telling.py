"""What tells one event from another that is told in the same words: names, figures and days.

"The bomb killed 12 in Baghdad on Sunday" and "the bomb killed 21 in Kabul on Tuesday" share what every such report
has. Two paragraphs are at odds that have names and figures, and none in common; so are two whole versions.
"""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from wirediff.align.lexed import Lexed, term_of

FEWEST = 2
"""Names and figures of each side; one alone may have been corrected."""

ENOUGH, FEW = 5, 0.15
"""Versions with this many names and figures each that share less than this part of them are of two events."""

LEAST = 3
"""So are versions with this many each that share none."""

ALIKE = 0.75
"""Two names this much alike, of 1, are one name in two spellings."""

MOST_CAPITALS = 0.25
"""Where more of the words inside sentences than this begin with a capital, a capital makes no name: German nouns."""

_INSIDE = re.compile(r"(?<=[\w,;:–—] )[^\W\d_][\w’'-]+")


class Telling(NamedTuple):
    """The terms of each paragraph's names and figures; `named` says whether capitals tell names in this version."""

    terms: list[frozenset[str]]
    named: bool


def telling(version: Lexed) -> Telling:
    """What tells the paragraphs of a version apart from others in the same words. Linear in the text."""
    inside = [list(_INSIDE.finditer(text)) for text in version.texts]
    words = sum(map(len, inside))
    capitals = sum(match.group()[0].isupper() for found in inside for match in found)
    named = 0 < capitals <= MOST_CAPITALS * words
    found: list[frozenset[str]] = []
    for counts, matches, spans in zip(version.in_paragraph, inside, version.named, strict=True):
        terms = {term for term in counts if term[0] == "=" or term[0].isdigit()}
        if named:
            terms.update(_names(matches, spans))
        found.append(frozenset(terms))
    return Telling(found, named)


def _names(matches: Sequence[re.Match[str]], spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The terms of words with a capital inside sentences, but for those in names that the glossary knows."""
    for match in matches:
        if match.group()[0].isupper() and not any(start < match.end() and match.start() < end for start, end in spans):
            yield term_of(match.group())


def strangers(left: Telling, right: Telling) -> bool:
    """Whether two versions tell of two events, as far as their names and figures say.

    Versions of one report share half of them at the median, and a sixth or less in one case of twenty; reports of two
    events of one kind mostly share none (measured on news of twenty topics with two events each). Says nothing where
    capitals do not tell names.
    """
    if not (left.named and right.named):
        return False
    ours, theirs = frozenset[str]().union(*left.terms), frozenset[str]().union(*right.terms)
    fewer, shared = min(len(ours), len(theirs)), len(ours & theirs)
    return (fewer >= ENOUGH and shared < FEW * fewer) or (fewer >= LEAST and not shared)


def at_odds(one: Set[str], two: Set[str]) -> bool:
    """Whether two paragraphs have several names and figures each, and not one in common."""
    if min(len(one), len(two)) < FEWEST or one & two:
        return False
    from rapidfuzz.distance import Indel

    return not any(Indel.normalized_similarity(name, other) >= ALIKE for name in one for other in two)
