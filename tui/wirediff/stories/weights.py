"""How much a term says: rare terms, names and numbers tell events apart, short common words tell nothing."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from wirediff.stories.profile import Profile

Vector = Mapping[str, float]
"""Weights of terms, of length 1 (or empty); terms of the opening stand in it a second time, marked with `OPENING`."""

OPENING = "^"

_PRIOR = 30
"""Documents that the prior is worth: in a collection of five, how often a word occurs there says little."""
_NAME = 2.0
_NUMBER = 1.5
_OPENING_SHARE = 1 / 3
"""The part of a likeness that rests on the openings."""

# Zipf's law of abbreviation (1935): in any language the common words are the short ones. How many documents in a
# hundred hold a given word of so many letters, roughly; a list of function words would have to be one a language.
_PRIOR_SPREAD = {1: 0.6, 2: 0.6, 3: 0.4, 4: 0.2, 5: 0.1}
_PRIOR_LONG = 0.03
_PRIOR_RARE = 0.01
"""For names and numbers."""


class Weights:
    """What a collection teaches about its terms: how many documents hold each, and which are names.

    Inverse document frequency (Spärck Jones 1972), smoothed by a prior, times a factor for names and numbers. A word
    is a name when, within sentences, it mostly has a capital. All of it is sums over documents: a large archive can
    add them up in parts.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        spread: Counter[str] = Counter()
        inside: Counter[str] = Counter()
        capitals: Counter[str] = Counter()
        for one in profiles:
            spread.update(one.whole.keys())
            inside.update(one.inside)
            capitals.update(one.capitals)
        self._documents = len(profiles)
        self._spread = spread
        self._names = frozenset(term for term, times in inside.items() if capitals[term] * 2 >= times)
        self._known = {term: self._weight(term) for term in spread}

    def __getitem__(self, term: str) -> float:
        known = self._known.get(term)
        return self._weight(term) if known is None else known

    def _weight(self, term: str) -> float:
        number = term[0].isdigit()
        name = term in self._names or term[0] == "="
        prior = _PRIOR_RARE if number or name else _PRIOR_SPREAD.get(len(term), _PRIOR_LONG)
        rarity = math.log((self._documents + 1 + _PRIOR) / (self._spread[term] + _PRIOR * prior))
        return rarity * (_NUMBER if number else _NAME if name else 1.0)

    def vector(self, one: Profile) -> Vector:
        """A document as a vector: the dot product of two is their likeness, 0 to 1. Linear in the number of terms."""
        return self._vector(one, None, None)

    def local(self, some: Sequence[Profile]) -> list[Vector]:
        """Vectors in which what most of `some` share counts less, and what only a part of them has counts fully.

        Documents of one topic are alike by the topic's words; which event of the topic they tell of shows in the rest.
        """
        whole = _rarity(one.whole for one in some)
        opening = _rarity(one.opening for one in some)
        return [self._vector(one, whole, opening) for one in some]

    def _vector(self, one: Profile, whole: Vector | None, opening: Vector | None) -> Vector:
        return _unit(self._part(one.whole, whole), 1 - _OPENING_SHARE) | _unit(
            {OPENING + term: weight for term, weight in self._part(one.opening, opening).items()}, _OPENING_SHARE
        )

    def _part(self, counts: Mapping[str, int], rarity: Vector | None) -> dict[str, float]:
        return {
            term: (1 + math.log(times)) * self[term] * (1.0 if rarity is None else rarity[term])
            for term, times in counts.items()
        }


def dot(a: Vector, b: Vector) -> float:
    """The dot product of two sparse vectors; linear in the smaller."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[term] for term, weight in a.items() if term in b)


def _rarity(counts: Iterable[Mapping[str, int]]) -> Vector:
    """The square root keeps some of what all share: without it a group of one event falls apart."""
    parts = list(counts)
    spread = Counter(term for part in parts for term in part)
    return {term: math.sqrt(math.log((len(parts) + 1) / times)) for term, times in spread.items()}


def _unit(vector: dict[str, float], share: float) -> dict[str, float]:
    """`vector` with a squared length of `share`."""
    length = math.sqrt(sum(weight * weight for weight in vector.values()) / share)
    return {term: weight / length for term, weight in vector.items()} if length else {}
