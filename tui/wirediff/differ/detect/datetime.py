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
        what = "time" if mine.says[:1] == ("clock",) else "day" if mine.precision == "day" else "date"
        return f"“{mine.text}” and “{other.text}” are the same {what}, written differently"
    zone = _zone_apart(mine, other)
    if zone:
        return f"“{mine.text}” and “{other.text}” are the same time of day, but one side says that it is {zone}"
    if mine.first is None or other.first is None:
        return f"“{mine.text}” on one side, “{other.text}” on the other"
    return f"“{mine.text}” is {_when(mine)}, “{other.text}” is {_when(other)}"


def _zone_apart(mine: DateMention, other: DateMention) -> str:
    """The time zone that only one of two equal times of day names, "" where that is not what they differ in."""
    if not mine.says[:1] == other.says[:1] == ("clock",) or mine.says[1] != other.says[1]:
        return ""
    zones = {str(mention.says[2]) for mention in (mine, other)}
    return next(iter(zones - {""})).upper() if "" in zones and len(zones) > 1 else ""


def _when(mention: DateMention) -> str:
    """What a mention names, as exactly as it names it."""
    if mention.precision in {"day", "time"}:
        return f"{mention.first}"
    if mention.precision == "month":
        return f"in {mention.first:%Y-%m}"
    if mention.precision == "year":
        return f"in {mention.first:%Y}"
    return f"between {mention.first} and {mention.last}"


def _dates(half: Half, other: Half) -> list[DateMention]:
    inside = half.touching(half.passage.dates)
    if inside or not other.touching(other.passage.dates):
        return inside
    return half.beside(half.passage.dates)[:1]
