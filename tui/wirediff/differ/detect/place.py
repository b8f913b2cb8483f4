"""place: a location is named, narrowed, widened or changed."""

from wirediff.differ.scene import Half, Scene

_LONGEST = 8
_LONGEST_TWO_SIDED = 14


def detect(scene: Scene) -> str | None:
    """A place of the glossary, or a name led in by a preposition of place, that the other side lacks."""
    ours, theirs = _places(scene.left), _places(scene.right)
    if ours == theirs or scene.length > (_LONGEST_TWO_SIDED if ours and theirs else _LONGEST):
        return None
    if ours and theirs:
        return f"“{scene.left.shown}” on one side, “{scene.right.shown}” on the other"
    half = scene.left if ours else scene.right
    return f"the place “{half.shown}” stands on one side only"


def _places(half: Half) -> frozenset[str]:
    known = {unit.entity for unit in half.words if unit.entity and unit.entity in half.passage.places}
    units = [unit for unit in (half.before, *half.units) if unit is not None]
    led_in: set[str] = set()
    for index, unit in enumerate(units):
        if unit.key not in half.passage.lexicon.place_prepositions:
            continue
        following = [later for later in units[index + 1 : index + 5] if later.start >= half.start]
        for later in following:
            if later.is_name and not later.entity:
                led_in.add(later.key)
                break
            if later.is_mark:
                break
    return frozenset(known | led_in)
