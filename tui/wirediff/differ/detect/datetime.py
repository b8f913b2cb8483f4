"""datetime: a day, date or time differs, or is more or less precise."""

from wirediff.differ.atoms import LEADS_DATE
from wirediff.differ.scene import Half, Scene
from wirediff.text import DateMention, same_day


def detect(scene: Scene) -> str | None:
    """Dates in the same place that mean different days or are written with different precision; parts of the day."""
    ours, theirs = _dates(scene.left, scene.right), _dates(scene.right, scene.left)
    if ours and theirs:
        return _compared(ours[0], theirs[0])
    half = scene.left if ours else scene.right
    if (ours or theirs) and _says_when(half):
        return f"“{(ours or theirs)[0].text}” stands on one side only"
    return _parts_of_day(scene)


def _says_when(half: Half) -> bool:
    """True for a date with its small words: ", who was elected in 2019," says more than when."""
    dates = half.touching(half.passage.dates)
    leads = half.passage.lexicon.day_parts | LEADS_DATE
    return all(
        unit.key in leads or any(date.start < unit.end and unit.start < date.end for date in dates)
        for unit in half.meant
    )


def _parts_of_day(scene: Scene) -> str | None:
    """Another part of the day in the same place, and nothing besides: "in the morning", "at night"."""
    parts = scene.lexicon.day_parts
    if not scene.two_sided or not all(half.meant and parts.issuperset(half.content_keys) for half in scene.halves):
        return None
    if scene.left.content_keys == scene.right.content_keys:
        return None
    return f"“{scene.left.shown}” on one side, “{scene.right.shown}” on the other: another part of the day"


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
