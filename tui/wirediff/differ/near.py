"""Whether the words of two spans are known to say the same: the line between paraphrase and another statement."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from wirediff.differ.scene import Half
from wirediff.differ.sound import of_one_people
from wirediff.differ.units import Unit
from wirediff.text.synonyms import Synonyms, synonyms


@lru_cache(maxsize=4)
def strangers(left: Half, right: Half) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of meaning on each side that no word or phrase of the other is near to; none where all are answered.

    Several detectors ask of one edit in a row, so the last answers are kept. Time is the product of the words that
    stand in no table, which are those of one difference.
    """
    table = synonyms(left.passage.language)
    ours, theirs = list(_grouped(left, table)), list(_grouped(right, table))
    return _unanswered(left, right, ours, theirs, table), _unanswered(right, left, theirs, ours, table)


_Grouped = tuple[frozenset[int], range]


def _grouped(half: Half, table: Synonyms) -> Iterator[_Grouped]:
    """The words and phrases of a span that have synonyms, with their groups and where their words are."""
    keys = half.keys
    for first in range(len(keys)):
        for last in range(first + 1, min(first + table.longest, len(keys)) + 1):
            groups = table.of(" ".join(keys[first:last]))
            if groups:
                yield groups, range(first, last)


def _unanswered(
    half: Half, other: Half, ours: list[_Grouped], theirs: list[_Grouped], table: Synonyms
) -> tuple[str, ...]:
    known = frozenset[int]().union(*(groups for groups, _ in theirs))
    answered = {at for groups, places in ours if groups & known for at in places}
    meant, keys = half.meant, set(other.keys)
    return tuple(
        word.key
        for at, word in enumerate(half.words)
        if at not in answered
        and word in meant
        and word.key not in keys
        and not any(_one_word(word, one, table) for one in other.meant)
    )


def _one_word(word: Unit, other: Unit, table: Synonyms) -> bool:
    """Two orthographies or forms of one word, a country's name and its adjective, or one figure or date."""
    if word.fact or other.fact:
        return word.fact == other.fact and word.value == other.value
    if word.is_name and other.is_name and of_one_people(word.plain, other.plain):
        return True
    return word.twin == other.twin or table.one_word(word.key, other.key)


def answered(words: Iterable[str], other: Half) -> list[bool]:
    """Of each of some words, whether a synonym of it stands in a span: "about" for "approximately"."""
    table = synonyms(other.passage.language)
    return [any(table.of(word) & table.of(key) for key in other.keys) for word in words]
