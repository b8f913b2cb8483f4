"""number: a figure, range, percentage or quantifier differs."""

from wirediff.differ.scene import Half, Scene
from wirediff.text import Quantity, same_value

_LONGEST_ONE_SIDED = 4


def detect(scene: Scene) -> str | None:
    """Figures in the same place whose intervals, exactness or units are not equal; equal values are no difference."""
    ours, theirs = _figures(scene.left, scene.right), _figures(scene.right, scene.left)
    if ours and theirs:
        for mine, other in zip(ours, theirs, strict=False):
            if not same_value(mine, other):
                return f"{mine.text} on one side, {other.text} on the other"
    alone, half = (ours, scene.left) if len(ours) > len(theirs) else (theirs, scene.right)
    if len(ours) != len(theirs) and half.length <= _LONGEST_ONE_SIDED and alone[-1].unit != "ordinal":
        return f"the figure {alone[-1].text} stands on one side only"
    return None


def _figures(half: Half, other: Half) -> list[Quantity]:
    """The quantities in the span; where the span is empty or has none, one that the edit lengthens or shortens.

    "around" against nothing beside "1,500" on both sides changes the quantity "around 1,500".
    """
    inside = half.touching(half.passage.quantities)
    if inside or not other.touching(other.passage.quantities):
        return inside
    return half.beside(half.passage.quantities)[:1]
