"""What it is worth to pair two units: their likeness (0 to 1) times what they mean."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from wirediff.differ.chain import Row
from wirediff.differ.sound import adjective_of
from wirediff.differ.units import Unit
from wirediff.differ.words import COMPARABLE
from wirediff.text import fold_name
from wirediff.text.number_words import SIGNS

SAME_KEY = 0.95
SAME_MARK = 0.9
SAME_NAME = 0.9
SAME_WORD = 0.9
SAME_FACT = 0.9
BOTH_FACTS = 0.5
ALIKE_NAMES = 0.75
ALIKE_WORDS = 0.5
ADJECTIVE = 0.25
KIN = 0.5
_SIZES = 50.0
PARTS = 400
"""Parts of one in which gains are counted. Weights and likenesses are twentieths, so no gain is rounded: sums are exact
and ties are ties, whatever order they are added up in."""


class Gains:
    """One side's units, indexed by all that can make a unit of the other side answer them.

    Looking up is by text, key, entity and first letter, so that its cost grows with the units that are alike and not
    with all there are. Words that are alike but begin with different letters are told only by the glossary or the
    spelling list, names also by their letters.
    """

    def __init__(self, units: Sequence[Unit], bonus: int) -> None:
        """`bonus` is what every pair is worth besides its likeness."""
        self._units = units
        self._bonus = bonus
        self._known: dict[str, Row] = {}
        self._by_text: dict[str, list[int]] = {}
        self._by_key: dict[str, list[int]] = {}
        self._by_letter: dict[str, list[int]] = {}
        self._by_entity: dict[str, list[int]] = {}
        self._by_fact: dict[str, list[int]] = {}
        self._by_kin: dict[str, list[int]] = {}
        self._names: list[int] = []
        for index, unit in enumerate(units):
            self._by_text.setdefault(unit.text, []).append(index)
            self._by_key.setdefault(unit.twin, []).append(index)
            if unit.letter:
                self._by_letter.setdefault(unit.letter, []).append(index)
                if unit.is_name:
                    self._names.append(index)
            for group in unit.kin:
                self._by_kin.setdefault(group, []).append(index)
            if unit.entity:
                self._by_entity.setdefault(unit.entity, []).append(index)
            if fact := _fact(unit):
                self._by_fact.setdefault(fact, []).append(index)

    def of(self, unit: Unit) -> Row:
        """The units that may answer `unit`, by index in order, and what each pair is worth."""
        row = self._known.get(unit.text)
        if row is None:
            weight, units, bonus = unit.weight, self._units, self._bonus
            row = self._known[unit.text] = [
                (index, round(PARTS * likeness * min(weight, units[index].weight)) + bonus)
                for index, likeness in sorted(self._likeness(unit).items())
            ]
        return row

    def _likeness(self, unit: Unit) -> dict[int, float]:
        found = dict.fromkeys(self._by_text.get(unit.text, ()), 1.0)
        if unit.is_mark:
            _add(found, self._by_key.get(unit.key, ()), SAME_MARK)
            return found
        for index in self._by_key.get(unit.twin, ()):
            found.setdefault(index, SAME_KEY if self._units[index].key == unit.key else SAME_WORD)
        if unit.entity:
            _add(found, self._by_entity.get(unit.entity, ()), SAME_NAME)
        if fact := _fact(unit):
            for index in self._by_fact.get(fact, ()):
                other = self._units[index]
                if other.value == unit.value:
                    found.setdefault(index, SAME_FACT)
                elif fact != "figure" or comparable(unit, other):
                    found.setdefault(index, BOTH_FACTS)
        if unit.letter:
            self._add_alike(found, unit)
        for group in unit.kin:
            _add(found, self._by_kin.get(group, ()), KIN)
        return found

    def _add_alike(self, found: dict[int, float], unit: Unit) -> None:
        for index in (*self._by_letter.get(unit.letter, ()), *(self._names if unit.is_name else ())):
            if index not in found:
                other = self._units[index]
                likeness = word_likeness(unit.key, other.key, unit.is_name and other.is_name)
                if likeness:
                    found[index] = likeness


def _add(found: dict[int, float], indexes: Iterable[int], likeness: float) -> None:
    for index in indexes:
        found.setdefault(index, likeness)


def _fact(unit: Unit) -> str:
    """What sort of fact a unit states, empty for none: facts of one sort answer each other whatever they say."""
    if not unit.fact or unit.fact in {"quotation", "told"}:
        return ""
    return "ordinal" if unit.fact == "figure" and unit.value[-1] == "ordinal" else unit.fact


def comparable(one: Unit, other: Unit) -> bool:
    """Whether a figure may stand where another does: in one unit of any size, in two currencies never, else by size."""
    ours, theirs = str(one.value[-1]), str(other.value[-1])
    if ours and ours == theirs:
        return True
    if ours in SIGNS and theirs in SIGNS:
        return False
    return of_one_size(one.least, other.least)


def of_one_size(one: float, other: float) -> bool:
    """Whether two figures may count the same: three dead are no 150,000 homes."""
    low, high = sorted((max(one, 1.0), max(other, 1.0)))
    return high <= _SIZES * low


@lru_cache(maxsize=1 << 17)
def word_likeness(a: str, b: str, names: bool) -> float:
    """How alike two different words are, by their keys: 0 where they are two words, not two forms of one."""
    plain_a, plain_b = fold_name(a), fold_name(b)
    if plain_a == plain_b and plain_a:
        return SAME_WORD
    shorter, longer = sorted((len(plain_a), len(plain_b)))
    if shorter < COMPARABLE or shorter * 2 < longer:
        return 0.0
    from rapidfuzz.distance import Levenshtein

    likeness = Levenshtein.normalized_similarity(plain_a, plain_b)
    if names:
        if adjective_of(plain_a, plain_b):
            return ADJECTIVE
        return ALIKE_NAMES if likeness >= 0.7 else 0.0
    return ALIKE_WORDS if likeness >= 0.8 or _shares_stem(plain_a, plain_b) else 0.0


def _shares_stem(a: str, b: str) -> bool:
    common = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        common += 1
    return common >= 5 and common >= 0.7 * max(len(a), len(b))
