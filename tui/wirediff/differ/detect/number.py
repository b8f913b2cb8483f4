"""number: a figure, range, percentage or quantifier differs."""

from wirediff.differ.detect.attribution import speaker
from wirediff.differ.detect.equal import same_figure
from wirediff.differ.scene import Half, Scene
from wirediff.text import Quantity
from wirediff.text.measures import likeness

_LONGEST_ONE_SIDED = 4
_LONGEST_MEASURE = 3
_LONGEST = 12
"""Words; figures that may answer each other are marks of their own, so those in a longer rewrite count other things."""


def detect(scene: Scene) -> str | None:
    """Figures in the same place whose intervals, exactness or units are not equal; equal values are no difference."""
    ours, theirs = _figures(scene.left, scene.right), _figures(scene.right, scene.left)
    if not ours and not theirs:
        return _counted_in(scene)
    if ours and theirs and scene.length <= _LONGEST:
        for mine, other in zip(ours, theirs, strict=False):
            if not likeness(mine, other):
                return f"“{mine.text}” against “{other.text}”"
    alone, half, other_half = (
        (ours, scene.left, scene.right) if len(ours) > len(theirs) else (theirs, scene.right, scene.left)
    )
    too_long = half.length > _LONGEST_ONE_SIDED or scene.length > _LONGEST
    if len(ours) == len(theirs) or too_long or alone[-1].unit == "ordinal":
        return None
    if same_figure(half.passage, alone[-1], other_half.passage) or speaker(scene):
        return None
    if not (ours and theirs) and _quantifies(other_half):
        pair = (alone[-1].text, other_half.shown)
        first, second = pair if half is scene.left else pair[::-1]
        return f"“{first}” against “{second}”"
    return f"the figure {alone[-1].text} stands on one side only"


def _quantifies(half: Half) -> bool:
    """One or two words that say how many, though they are no figure: "all", "no", "neither"."""
    lists = half.passage.lexicon
    return 0 < half.length <= 2 and bool(half.keys) and half.keys[0] in lists.scope | lists.negations


def _figures(half: Half, other: Half) -> list[Quantity]:
    """The quantities in the span; where the span is empty or has none, one that the edit lengthens or shortens.

    "around" against nothing beside "1,500" on both sides changes the quantity "around 1,500".
    """
    inside = half.touching(half.passage.quantities)
    if inside or not other.touching(other.passage.quantities) or _quantifies(half):
        return inside
    return half.beside(half.passage.quantities)[:1]


def _counted_in(scene: Scene) -> str | None:
    """One figure on both sides, counted in one measure here and in another there ("six barrels", "six dollars")."""
    if not scene.two_sided or scene.length > _LONGEST_MEASURE:
        return None
    measures = scene.lexicon.counted_in
    ours, theirs = (next((unit for unit in half.words if unit.key in measures), None) for half in scene.halves)
    if ours is None or theirs is None or ours.twin.rstrip("s") == theirs.twin.rstrip("s"):
        return None
    if not all(_counted(half) for half in scene.halves):
        return None
    return f"the figure is counted in {ours.text} on one side and in {theirs.text} on the other"


def _counted(half: Half) -> bool:
    """True where a figure stands before the span, another word of the measure between at most ("degrees Celsius")."""
    before = half.before
    measured = before is not None and before.key in half.passage.lexicon.counted_in
    end = len(half.passage.text[: before.start if before and measured else half.start].rstrip())
    return any(quantity.end == end for quantity in half.passage.quantities)
