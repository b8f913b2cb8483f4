"""datetime: a day, date or time differs, or is more or less precise."""

from wirediff.differ.scene import Half, Scene
from wirediff.text import DateMention, same_day

_LONGEST_ONE_SIDED = 5


def detect(scene: Scene) -> str | None:
    """Dates in the same place that mean different days or are written with different precision."""
    ours, theirs = _dates(scene.left, scene.right), _dates(scene.right, scene.left)
    if ours and theirs:
        return _compared(ours[0], theirs[0])
    half = scene.left if ours else scene.right
    if (ours or theirs) and half.length <= _LONGEST_ONE_SIDED:
        return f"“{(ours or theirs)[0].text}” stands on one side only"
    return None


def _compared(mine: DateMention, other: DateMention) -> str | None:
    same = same_day(mine, other)
    if same:
        if mine.precision == other.precision and mine.text.casefold() == other.text.casefold():
            return None
        return f"“{mine.text}” and “{other.text}” are the same day, written differently"
    if same is None:
        return f"“{mine.text}” on one side, “{other.text}” on the other"
    return f"“{mine.text}” is {mine.first}, “{other.text}” is {other.first}"


def _dates(half: Half, other: Half) -> list[DateMention]:
    inside = half.touching(half.passage.dates)
    if inside or not other.touching(other.passage.dates):
        return inside
    return half.beside(half.passage.dates)[:1]
