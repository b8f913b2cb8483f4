"""place: a location is named, narrowed, widened or changed."""

from collections.abc import Iterator
from itertools import pairwise

from wirediff.differ.scene import Half, Scene
from wirediff.differ.words import ENTITY, NAME

_LONGEST = 14
_NONE: frozenset[str] = frozenset()
# A stretch that does not begin with a preposition is about a place where more than this part of its meaning is places.
_MOSTLY = 1 / 3
_MOST_TURNED = 5
_ARTICLES = frozenset({"the", "a", "an"})


def detect(scene: Scene) -> str | None:
    """A place of the glossary, or a name led in by a preposition of place, that the other side lacks."""
    ours, theirs = _places(scene.left), _places(scene.right)
    if scene.length > _LONGEST:
        return None
    if ours == theirs:
        return _turned(scene)
    if ours and theirs:
        if not (_is_about(scene.left, ours) and _is_about(scene.right, theirs)):
            return None
        return f"“{scene.left.shown}” on one side, “{scene.right.shown}” on the other"
    half, other = (scene.left, scene.right) if ours else (scene.right, scene.left)
    if other.content_keys or not _is_about(half, ours or theirs):
        return None
    return f"the place “{half.shown}” stands on one side only"


def _turned(scene: Scene) -> str | None:
    """Another point of the compass, in an edit that is about little else."""
    ours, theirs = (set(half.keys) & scene.lexicon.directions for half in scene.halves)
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
        if unit.is_name and not unit.entity and not unit.fact and unit.key not in lists.calendar | lists.directions:
            yield unit.key


def _led_in(half: Half) -> Iterator[str]:
    """Unknown names right behind a preposition, unless they qualify what follows ("from US-led air strikes")."""
    units = [unit for unit in (half.before, *half.units) if unit is not None]
    lists = half.passage.lexicon
    for index, unit in enumerate(units):
        if unit.key not in lists.place_prepositions or unit.key in lists.loose_prepositions:
            continue
        behind = [later for later in units[index + 1 : index + 3] if later.key not in _ARTICLES]
        name = behind[0] if behind else None
        if name is None or name.entity or name.fact or not name.is_name or name.start < half.start:
            continue
        if name.key not in lists.calendar and name.text.replace("-", "").istitle() and "-" not in name.text[3:]:
            yield name.key
