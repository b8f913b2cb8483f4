"""Names in a span: known ones, initials, and words that refer back to one."""

import re

from wirediff.differ.scene import Half
from wirediff.differ.units import Unit
from wirediff.differ.words import DEFINITE
from wirediff.text import fold_name

_PRONOUNS = frozenset({"it", "its", "they", "them", "their", "he", "him", "his", "she", "her"})
_PERSONAL = frozenset({"he", "him", "his", "she", "her"})
_SINGULAR = frozenset({"it", "its"}) | _PERSONAL
_MANY = frozenset({"they", "them", "their"})
_PARTS = re.compile(r"[\s'’]+")
_LEAST_IN_FULL = 3
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "et", "du", "des", "und", "der"})


def names_in(half: Half) -> list[Unit]:
    """The units of a span that the glossary knows."""
    return [unit for unit in half.words if unit.entity]


def initials_of(half: Half) -> frozenset[str]:
    """The acronyms that the span's capitalised words could make, with and without its small words."""
    words = [part for unit in half.words for part in _PARTS.split(unit.text) if part]
    capitals = "".join(fold_name(word)[:1] for word in words if word[:1].isupper())
    every = "".join(fold_name(word)[:1] for word in words if word[:1].isupper() or word.casefold() in _SMALL)
    without_article = every[1:] if words and words[0].casefold() == "the" else every
    # French and Spanish give a capital to the first word alone: "Organisation mondiale de la santé".
    small = half.passage.lexicon.function_words | _SMALL
    meant = [fold_name(word)[:1] for word in words if word.casefold() not in small]
    in_full = "".join(meant) if capitals and len(meant) >= _LEAST_IN_FULL else ""
    return frozenset(made for made in (capitals, every, without_article, in_full) if len(made) >= 2)


def pronoun(half: Half) -> bool:
    """True for a span that is one pronoun."""
    return len(half.keys) == 1 and half.keys[0] in _PRONOUNS


def back_reference(half: Half) -> bool:
    """True for a span that stands for a name mentioned elsewhere: a pronoun, or a noun such as "the group"."""
    keys = half.keys
    nouns = half.passage.lexicon.generic_nouns
    if not keys or half.length > 4 or any(unit.is_name and not half.starts_sentence for unit in half.words):
        return False
    if len(keys) == 1:
        return pronoun(half) or (half.before is not None and half.before.key in DEFINITE and keys[0] in nouns)
    before = half.before.key if half.before is not None else ""
    if keys[0] not in DEFINITE and before not in DEFINITE:
        return False
    return any(key in nouns for key in keys)


def agrees(pronoun_half: Half, named: Half) -> bool:
    """False where a pronoun of one cannot stand for what is plainly many, or the other way round."""
    one = pronoun_half.keys[0] in _SINGULAR
    many = bool(named.keys) and named.keys[-1].endswith("s") and not named.keys[-1].endswith("ss")
    return not (one and many)


def stands_for(half: Half, name: Unit) -> bool:
    """Whether a back-reference may stand for a known name, as far as it tells what it is.

    A person is no "it", a body no "she", and an institution ("the army") stands only for a name that says what it is.
    """
    key = half.keys[-1]
    if not pronoun(half):
        named = {*name.entity.casefold().split(), *name.key.split()}
        return key not in half.passage.lexicon.institutions or key in named
    persons = half.passage.glossary.of_type("person")
    if name.entity in persons:
        return key in _PERSONAL or key in _MANY
    return key not in _PERSONAL


def surely_name(half: Half) -> bool:
    """True for capitals that only a name has: a lone word that begins a sentence may be any word."""
    if not half.starts_sentence or len(half.words) > 1 or any(unit.entity for unit in half.words):
        return True
    after = half.after
    if after is not None and after.is_name and after.start <= half.end + 1:
        return True
    return half.words[0].key in half.passage.keys_of_names
