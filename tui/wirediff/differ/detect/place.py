"""place: a location is named, narrowed, widened or changed."""

from collections.abc import Iterator
from itertools import pairwise

from wirediff.differ.scene import Half, Scene
from wirediff.differ.units import Unit
from wirediff.differ.whereabouts import led_in, parts_of_places
from wirediff.differ.words import ENTITY, NAME

_LONGEST = 14
_NONE: frozenset[str] = frozenset()
# A stretch that does not begin with a preposition is about a place where more than this part of its meaning is places.
_MOSTLY = 1 / 3
_MOST_TURNED = 5


def detect(scene: Scene) -> str | None:
    """A place of the glossary, or a name that stands where places stand, that the other side lacks; or a part of a
    place, or what sort of place it is, told on one side only."""
    if scene.length > _LONGEST:
        return None
    ours, theirs = _places(scene.left), _places(scene.right)
    if ours == theirs:
        return _turned(scene) or told_closer(scene)
    if ours and theirs:
        if not (_is_about(scene.left, ours) and _is_about(scene.right, theirs)):
            return None
        return f"“{scene.left.shown}” on one side, “{scene.right.shown}” on the other"
    half, other = (scene.left, scene.right) if ours else (scene.right, scene.left)
    if other.content_keys or not _is_about(half, ours or theirs):
        return None
    return f"the place “{half.shown}” stands on one side only"


def told_closer(scene: Scene) -> str | None:
    """Words beside a place's name that say which part of it is meant ("central Homs"), or what it is ("port of")."""
    half = scene.only
    if half is None or not half.content_keys:
        return None
    lists = half.passage.lexicon
    parts = parts_of_places(lists)
    if not all(key in lists.place_nouns or key in parts for key in half.content_keys):
        return None
    if half.after is not None and _is_place(half, half.after):
        return f"the place is told more closely on one side: “{half.shown} {half.after.text}”"
    behind_name = half.before is not None and half.before.end + 1 == half.start and _is_place(half, half.before)
    if behind_name and half.before and lists.place_nouns.issuperset(half.content_keys):
        return f"the place is told more closely on one side: “{half.before.text} {half.shown}”"
    return None


def _turned(scene: Scene) -> str | None:
    """Another point of the compass, or another part of a place, in an edit that is about little else."""
    lists = scene.lexicon
    before_name = all(half.after is not None and _is_place(half, half.after) for half in scene.halves)
    words = parts_of_places(lists) if before_name else lists.directions
    ours, theirs = (words.intersection(half.keys) for half in scene.halves)
    if not ours or not theirs or ours == theirs or scene.length > _MOST_TURNED:
        return None
    return f"“{scene.left.shown}” on one side, “{scene.right.shown}” on the other"


def known_places(half: Half) -> frozenset[str]:
    """The places of the glossary that the span names."""
    if not half.hints & ENTITY:
        return _NONE
    return frozenset(unit.entity for unit in half.words if unit.entity in half.passage.places)


def _is_about(half: Half, places: frozenset[str]) -> bool:
    words = half.words
    if words and words[0].key in half.passage.lexicon.place_prepositions:
        return True
    return len(places) > _MOSTLY * len(half.content_keys)


def _places(half: Half) -> frozenset[str]:
    if not half.hints & NAME:
        return _NONE
    return known_places(half) | frozenset(_led_in(half)) | frozenset(_of_kind(half))


def _of_kind(half: Half) -> Iterator[str]:
    """Unknown names right before what sort of place they are ("the Donetsk region")."""
    lists = half.passage.lexicon
    for unit, after in pairwise([*half.words, half.after]):
        if unit is None or after is None or after.key not in lists.place_nouns or after.start > unit.end + 1:
            continue
        if _is_unknown_name(half, unit):
            yield unit.key


def _led_in(half: Half) -> Iterator[str]:
    """Unknown names that stand where a place would, unless they qualify what follows ("from US-led air strikes")."""
    for unit in half.words:
        plain = unit.text.replace("-", "").istitle() and "-" not in unit.text[3:]
        if plain and _is_unknown_name(half, unit) and led_in(half.passage, unit):
            yield unit.key


def _is_unknown_name(half: Half, unit: Unit) -> bool:
    lists = half.passage.lexicon
    return (
        unit.is_name
        and not unit.entity
        and not unit.fact
        and unit.key not in lists.calendar
        and unit.key not in lists.directions
        and unit.key not in lists.institutions
        and unit.key not in lists.kin
    )


def _is_place(half: Half, unit: Unit) -> bool:
    """True for a known place, and for a name beside the span that stands where a place would."""
    if unit.entity:
        return unit.entity in half.passage.places
    return _is_unknown_name(half, unit) and led_in(half.passage, unit)
