"""How alike two names sound, from their folded letters."""

import re
from functools import lru_cache
from os.path import commonprefix
from typing import NamedTuple

# What a group of letters may stand for, longest first: romanisations of Arabic, Persian, Slavic and Chinese names by
# English, French and German habits, and the two ways to write one European first name (Stephen, Steven).
_SOUNDS = {
    "tsch": "S", "tch": "S", "sch": "S", "sh": "S", "ch": "Sk", "cz": "S", "ph": "fv", "kh": "kh", "gh": "g",
    "dh": "d", "th": "t", "dj": "j", "ck": "k", "q": "k", "c": "ks", "x": "k", "z": "s", "v": "vfw", "w": "wv",
    "f": "f", "j": "jg", "g": "g",
}  # fmt: skip
_VOWELS = {"a": "a", "e": "ai", "i": "i", "y": "i", "o": "u", "u": "u"}
_PARTS = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)) + "|[aeiouy]+|.")
_OF_NATIONS = frozenset({"i", "n", "an", "ian", "ish", "ese", "s", "is", "ans", "ians", "y", "ch", "sh", "ean"})
_OF_COUNTRIES = frozenset({"", "a", "e", "ia", "land", "and", "ey", "y", "ce"})
_LEAST_ALIKE = 0.5
_SHORTEST = 3


class _Sound(NamedTuple):
    """Consonants by what each may stand for, and what vowels stand before each and at the end."""

    consonants: tuple[frozenset[str], ...]
    vowels: tuple[frozenset[str], ...]


def sounds_alike(a: str, b: str) -> bool:
    """Whether two folded words can be one name in two spellings.

    The same consonants in the same order, as far as romanisations tell them apart; vowels may be left out, doubled or
    stand for their neighbours (Mohammed, Muhammad), not for far ones (Hussein, Hassan). An adjective of a name (Iraq,
    Iraqi) is another word.
    """
    from rapidfuzz.distance import Levenshtein

    if min(len(a), len(b)) < _SHORTEST or adjective_of(a, b) or Levenshtein.normalized_similarity(a, b) < _LEAST_ALIKE:
        return False
    one, other = _sound(a), _sound(b)
    if len(one.consonants) != len(other.consonants):
        return False
    if not all(x & y for x, y in zip(one.consonants, other.consonants, strict=True)):
        return False
    return all(not x or not y or x & y for x, y in zip(one.vowels, other.vowels, strict=True))


@lru_cache(maxsize=1 << 12)
def _sound(word: str) -> _Sound:
    consonants: list[frozenset[str]] = []
    vowels: list[frozenset[str]] = [frozenset()]
    before = ""
    for part in _PARTS.findall(word):
        if part[0] in _VOWELS:
            vowels[-1] |= {sound for letter in part for sound in _VOWELS[letter]}
        elif part in {"w", "u"} and before[-1:] in {"o", "u", "a"}:
            vowels[-1] |= {"u"}
        elif part not in {"h", before} and part.isalpha():
            consonants.append(frozenset(_SOUNDS.get(part, part)))
            vowels.append(frozenset())
        before = part
    return _Sound(tuple(consonants), tuple(vowels))


def adjective_of(a: str, b: str) -> bool:
    """True where one folded word is the other with an ending of nationality or number: Iraq and Iraqi."""
    shorter, longer = sorted((a, b), key=len)
    ending = longer[len(shorter) :]
    return longer.startswith(shorter) and ending in _OF_NATIONS


def of_one_people(a: str, b: str) -> bool:
    """True for a country and its adjective where both lose an ending: Poland and Polish, Turkey and Turkish."""
    if adjective_of(a, b):
        return True
    stem = commonprefix((a, b))
    rests = {a[len(stem) :], b[len(stem) :]}
    return len(stem) >= _SHORTEST and rests <= _OF_NATIONS | _OF_COUNTRIES and not rests <= _OF_COUNTRIES
