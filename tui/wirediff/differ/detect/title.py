"""title: a rank, office or role differs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from wirediff.differ.scene import Half, Scene
from wirediff.differ.units import Unit

_LONGEST = 8


def detect(scene: Scene) -> str | None:
    """A rank or office next to a name, other than the other side's or on one side only."""
    if scene.length > _LONGEST:
        return None
    ours, theirs = scene.left.titles, scene.right.titles
    if ours == theirs or not _same_name(scene):
        return None
    if ours and theirs:
        return f"“{scene.left.shown}” on one side, “{scene.right.shown}” on the other, with the same name"
    half = scene.left if ours else scene.right
    return f"the title “{half.shown}” stands on one side only"


def _same_name(scene: Scene) -> bool:
    """True where a name stands right beside the edit on both sides (a comma may stand between), or inside both."""
    beside = _names_beside(scene.left) & _names_beside(scene.right)
    inside = _names(scene.left.words, scene.left) & _names(scene.right.words, scene.right)
    return bool(beside or inside)


def _names_beside(half: Half) -> frozenset[str]:
    units = half.passage.units
    first, last = bisect_right(half.passage.ends, half.start), bisect_left(half.passage.starts, half.end)
    before, after = units[max(0, first - 2) : first], units[last : last + 2]
    return _names(before, half) | _names(after, half)


def _names(units: Iterable[Unit], half: Half) -> frozenset[str]:
    lists = half.passage.lexicon
    return frozenset(unit.key for unit in units if unit.is_name and not lists.is_title(unit.key))
