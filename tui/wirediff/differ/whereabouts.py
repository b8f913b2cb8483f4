"""Whether a name stands where a place would: behind "in", behind "flights to", behind "the town of".

A capital does not say what has the name. What leads it in often does: some prepositions lead in places only, but for
what is believed or held ("shares in"); others lead in persons and bodies as often, and a place only behind a word of
travel or of origin. Bodies and papers have an article, few places do. Where nothing tells, the answer is no.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wirediff.differ.passage import Passage
from wirediff.differ.units import Unit
from wirediff.text.lexicon import Lexicon

_FARTHEST = 4
"""Units between a preposition and the word that it hangs on."""


def led_in(passage: Passage, name: Unit) -> bool:
    """Whether what stands before a name, no title among it, makes it a place."""
    units, lists = passage.units, passage.lexicon
    at = _begin(units, bisect_left(passage.starts, name.start), lists) - 1
    if at < 0 or lists.is_title(units[at + 1].key) or _owns(units, passage.starts, name):
        return False
    if _of_place(units, at, lists):
        return True
    while at > 0 and units[at].key in parts_of_places(lists):
        at -= 1
    lead = units[at].key
    if lead in lists.loose_prepositions:
        hangs_on = units[at - 1].key if at else ""
        return hangs_on in lists.origins or not lists.travels.isdisjoint(_before(units, at))
    return lead in lists.place_prepositions and lists.no_place_behind.isdisjoint(_before(units, at))


def parts_of_places(lists: Lexicon) -> frozenset[str]:
    """Words for a part of a place: points of the compass, "central", "downtown"."""
    return lists.directions | lists.place_parts


def _begin(units: Sequence[Unit], at: int, lists: Lexicon) -> int:
    """The first word of the name that unit `at` is in; a preposition with a capital is none."""
    small = lists.place_prepositions | lists.loose_prepositions | lists.articles
    while at and units[at - 1].is_name and not units[at - 1].fact and units[at - 1].key not in small:
        at -= 1
    return at


def _of_place(units: Sequence[Unit], at: int, lists: Lexicon) -> bool:
    """True where the name is behind "town of", "north of", "mayor of"."""
    if units[at].key not in lists.genitives or not at:
        return False
    return units[at - 1].key in lists.place_nouns | lists.seats | lists.directions


def _owns(units: Sequence[Unit], starts: Sequence[int], name: Unit) -> bool:
    """True for "Ray's house", where the preposition leads in the house."""
    at = bisect_left(starts, name.end)
    return at < len(units) and units[at].start == name.end and units[at].text[0] in "'’"


def _before(units: Sequence[Unit], at: int) -> Iterator[str]:
    """The words a few places before unit `at`, as far as no mark parts them from it."""
    for unit in units[max(0, at - _FARTHEST) : at][::-1]:
        if unit.is_mark:
            return
        yield unit.key
