"""What it is worth to pair two units: their likeness (0 to 1) times what they mean."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from wirediff.differ.sound import adjective_of
from wirediff.differ.units import Unit
from wirediff.text import TokenType, fold_name
from wirediff.text.lexicon import spelling_twins

SAME_KEY = 0.95
SAME_MARK = 0.9
SAME_NAME = 0.9
SAME_WORD = 0.9
SAME_FACT = 0.9
BOTH_FACTS = 0.5
ALIKE_NAMES = 0.75
ALIKE_WORDS = 0.5
ADJECTIVE = 0.25
_SHORTEST = 4
_MEANS_SOMETHING = 1.0


class Gains:
    """One side's units, indexed by all that can make a unit of the other side answer them.

    Looking up is by text, key, entity and first letter, so that its cost grows with the units that are alike and not
    with all there are. Words that are alike but begin with different letters are told only by the glossary or the
    spelling list, names also by their letters.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._by_text = _index(units, lambda unit: unit.text)
        self._by_key = _index(units, lambda unit: spelling_twins().get(unit.key, unit.key))
        self._by_entity = _index(units, lambda unit: unit.entity)
        self._by_letter = _index(units, _letter)
        self._names = [index for index, unit in enumerate(units) if unit.is_name and _comparable(unit)]
        self._by_fact = _index(units, _fact)
        self._known: dict[str, dict[int, float]] = {}

    def of(self, unit: Unit) -> dict[int, float]:
        """The units that may answer `unit`, by index, and what each pair is worth."""
        if unit.text not in self._known:
            self._known[unit.text] = {
                index: likeness * min(unit.weight, self._units[index].weight)
                for index, likeness in self._likeness(unit).items()
            }
        return self._known[unit.text]

    def _likeness(self, unit: Unit) -> dict[int, float]:
        found = dict.fromkeys(self._by_text.get(unit.text, ()), 1.0)

        def add(indexes: Iterable[int], likeness: float) -> None:
            for index in indexes:
                found.setdefault(index, likeness)

        if unit.is_mark:
            add(self._by_key.get(unit.key, ()), SAME_MARK)
            return found
        for index in self._by_key.get(spelling_twins().get(unit.key, unit.key), ()):
            found.setdefault(index, SAME_KEY if self._units[index].key == unit.key else SAME_WORD)
        if unit.entity:
            add(self._by_entity.get(unit.entity, ()), SAME_NAME)
        if fact := _fact(unit):
            for index in self._by_fact.get(fact, ()):
                found.setdefault(index, SAME_FACT if self._units[index].value == unit.value else BOTH_FACTS)
        elif _comparable(unit):
            for index in (*self._by_letter.get(_letter(unit), ()), *(self._names if unit.is_name else ())):
                if index not in found:
                    other = self._units[index]
                    likeness = word_likeness(unit.key, other.key, unit.is_name and other.is_name)
                    if likeness:
                        found[index] = likeness
        return found


def _index(units: Sequence[Unit], key: Callable[[Unit], str]) -> dict[str, list[int]]:
    made: defaultdict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        made[key(unit)].append(index)
    made.pop("", None)
    return made


def _fact(unit: Unit) -> str:
    """What sort of fact a unit states, empty for none: facts of one sort answer each other whatever they say."""
    if unit.fact == "figure" and unit.value[-1] == "ordinal":
        return "ordinal"
    return unit.fact if unit.fact != "quotation" else ""


def _comparable(unit: Unit) -> bool:
    """True for a word that means something and is long enough to have a likeness."""
    return (
        unit.type is TokenType.WORD and not unit.fact and unit.weight >= _MEANS_SOMETHING and len(unit.key) >= _SHORTEST
    )


def _letter(unit: Unit) -> str:
    return fold_name(unit.key)[:1] if _comparable(unit) else ""


@lru_cache(maxsize=1 << 17)
def word_likeness(a: str, b: str, names: bool) -> float:
    """How alike two different words are, by their keys: 0 where they are two words, not two forms of one."""
    from rapidfuzz.distance import Levenshtein

    plain_a, plain_b = fold_name(a), fold_name(b)
    if plain_a == plain_b and plain_a:
        return SAME_WORD
    shorter, longer = sorted((len(plain_a), len(plain_b)))
    if shorter < _SHORTEST or shorter * 2 < longer:
        return 0.0
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
