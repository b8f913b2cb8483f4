"""title: a rank, office or role differs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import dropwhile, takewhile

from wirediff.differ.near import strangers
from wirediff.differ.passage import Passage
from wirediff.differ.scene import Half, Scene
from wirediff.differ.units import Unit
from wirediff.differ.words import MEANS_SOMETHING, TITLE
from wirediff.text.lexicon import Lexicon

_LONGEST = 8
_MOST_ADDED = 4
_FARTHEST = 5
_MOST_LINKING = 3
_AROUND = 10
"""Units."""
_NONE: frozenset[str] = frozenset()


def detect(scene: Scene) -> str | None:
    """A rank or office next to a name, other than the other side's or on one side only."""
    if scene.length > _LONGEST:
        return None
    if told := _tenure(scene):
        return told
    ours, theirs = (_titles(half) if scene.hints & TITLE else _NONE for half in scene.halves)
    if not (ours or theirs):
        return _longer_title(scene) or _other_office(scene) or _other_portfolio(scene)
    if not _same_name(scene):
        if ours == theirs and any("." in half.text for half in scene.halves):
            return _abbreviated(scene)
        return _other_office(scene) or _other_holder(scene, ours, theirs)
    return _beside_name(scene, ours, theirs)


def rearranged(scene: Scene) -> str | None:
    """A name with its titles on both sides, some before it here and behind it there."""
    left, right = scene.halves
    if (
        not scene.hints & TITLE
        or not (left.titles and right.titles)
        or not _names(left.words, left) & _names(right.words, right)
    ):
        return None
    if not any(unit.text == "," for half in scene.halves for unit in half.units[1:]):
        return None
    return f"the titles of one person, otherwise told: “{left.shown}”, “{right.shown}”"


def _beside_name(scene: Scene, ours: frozenset[str], theirs: frozenset[str]) -> str | None:
    """What the titles on either side of an edit come to, which stands beside one name."""
    if ours == theirs and not scene.edit.moved:
        return _abbreviated(scene)
    if ours == theirs:
        moved = scene.edit.moved and "the same title before the name on one side, behind it on the other"
        return f"{moved}: “{scene.left.shown}”, “{scene.right.shown}”" if moved else None
    if ours and theirs:
        return f"“{scene.left.shown}” on one side, “{scene.right.shown}” on the other, with the same name"
    half, other = (scene.left, scene.right) if ours else (scene.right, scene.left)
    followed = _names_behind(half) & _names_behind(other)
    if other.content_keys and not followed and not _names(half.words, half) & _names(other.words, other):
        return None  # somebody or something else stands there, without a title
    if half.titles and half.titles <= _titles_around(other):
        return f"the title of “{half.shown}” stands elsewhere beside the name on the other side"
    return f"the title “{half.shown}” stands on one side only"


def _abbreviated(scene: Scene) -> str | None:
    """One rank or office in two forms, of which one is often short: "Lt. Gen." and "Lieutenant General"."""
    if not scene.two_sided or scene.left.keys == scene.right.keys or not all(map(_is_title_alone, scene.halves)):
        return None
    return f"“{scene.left.shown}” and “{scene.right.shown}” are one rank or office, written in two ways"


def _is_title_alone(half: Half) -> bool:
    lists = half.passage.lexicon
    if lists.is_rank_or_office(" ".join(half.keys)):
        return True
    return all(unit.hints & TITLE or lists.is_title(unit.key) for unit in half.words)


def _tenure(scene: Scene) -> str | None:
    """Whether somebody still has an office, has it for a while, or has had it: "the former mayor", "ex-minister"."""
    ours, theirs = (_held(half) for half in scene.halves)
    if ours == theirs or any(held is None for held in (ours, theirs)):
        return None
    if scene.two_sided:
        return f"who has the office, had it or will have it: “{scene.left.shown}”, “{scene.right.shown}”"
    half = scene.left if ours else scene.right
    return f"who has the office, had it or will have it: “{half.shown}” stands on one side only"


def _held(half: Half) -> str | None:
    """The word that says how an office is held, "" for none; None where the span says something else."""
    lists = half.passage.lexicon
    said = " ".join(half.content_keys)
    if said in lists.tenures or not said:
        return said if _beside_office(half) else None
    head, _, tail = said.partition("-")
    if head in lists.tenures and _is_one_office(tail, lists):
        return head
    if tail in lists.tenures and _is_one_office(head, lists):
        return tail
    return "" if _is_one_office(said, lists) else None


def _beside_office(half: Half) -> bool:
    """True where the title of one person begins right behind the span or ends right before it."""
    lists = half.passage.lexicon
    behind = [unit.key for unit in _behind(half.passage, half.end)]
    phrases = (" ".join(behind[:size]) for size in range(1, len(behind) + 1))
    before = half.before
    return any(_is_one_office(phrase, lists) for phrase in phrases) or (
        before is not None and _is_one_office(before.key, lists)
    )


def _is_one_office(form: str, lists: Lexicon) -> bool:
    return lists.is_rank_or_office(form) and not (form.endswith("s") and form[:-1] in lists.offices)


def _titles_around(half: Half) -> frozenset[str]:
    """The ranks and offices that stand within a few words of a span, both ways."""
    units = half.passage.units
    at = bisect_left(half.passage.starts, half.start)
    near = units[max(0, at - _AROUND) : at + _AROUND]
    return Half(half.passage, half.start, half.end, tuple(near)).titles


def _same_name(scene: Scene) -> bool:
    """True where a name stands right beside the edit on both sides (a comma may stand between), or inside both."""
    beside = _names_beside(scene.left) & _names_beside(scene.right)
    inside = _names(scene.left.words, scene.left) & _names(scene.right.words, scene.right)
    return bool(beside or inside)


def _names_beside(half: Half) -> frozenset[str]:
    units = half.passage.units
    first = bisect_right(half.passage.ends, half.start)
    return _names(units[max(0, first - 2) : first], half) | _names_behind(half)


def _names_behind(half: Half) -> frozenset[str]:
    last = bisect_left(half.passage.starts, half.end)
    after = list(_past_titles(half.passage.units[last : last + _FARTHEST], half.passage.lexicon))
    return _names(after[:2], half)


def _names(units: Iterable[Unit], half: Half) -> frozenset[str]:
    lists = half.passage.lexicon
    return frozenset(
        unit.key
        for unit in units
        if unit.is_name
        and unit.weight >= 1
        and not unit.fact
        and unit.key not in lists.calendar
        and not lists.is_title(unit.key)
    )


def _titles(half: Half) -> frozenset[str]:
    """The ranks and offices in the span, and the honorifics that are its first word ("Sir", "former")."""
    first = half.keys[:1]
    lists = half.passage.lexicon
    honorific = frozenset(key for key in first if key.rstrip(".") in lists.honorifics and _leads_to_name(half))
    return half.titles | honorific


def _leads_to_name(half: Half) -> bool:
    """True where a name, or a title before one, ends the span or follows it."""
    return _is_name_with_titles([*half.words[1:], *_behind(half.passage, half.end)], half.passage.lexicon)


def _longer_title(scene: Scene) -> str | None:
    """Words that one side has right before a title and its name: of what somebody is the head."""
    half = scene.only
    if half is None or half.length > _MOST_ADDED or not half.content_keys or half.after is None:
        return None
    lists = half.passage.lexicon
    after = half.after
    is_title = after.key in lists.ranks or after.key in lists.offices
    if not is_title or after.start > half.end + 1 or any(unit.is_mark and unit.text != "." for unit in half.units):
        return None
    if not _is_name_with_titles(_behind(half.passage, after.end), lists):
        return None
    return f"the office is told more fully on one side: “{half.shown} {after.text}”"


def _other_office(scene: Scene) -> str | None:
    """Other words before the same "minister": two offices."""
    left, right = scene.halves
    if not scene.two_sided or scene.length > _MOST_ADDED or left.after is None or right.after is None:
        return None
    lists = scene.lexicon
    if left.after.key != right.after.key or left.after.key not in lists.portfolios or not any(strangers(left, right)):
        return None
    if not all(half.meant and half.end + 1 >= half.after.start for half in scene.halves if half.after):
        return None
    if any(unit.is_name and unit.entity for half in scene.halves for unit in half.meant):
        return None  # "the Syrian minister" against "the Iraqi minister": of another state, in no other office
    return f"“{left.shown} {left.after.text}” and “{right.shown} {right.after.text}” are two offices"


def _other_holder(scene: Scene, ours: frozenset[str], theirs: frozenset[str]) -> str | None:
    """Nothing but an office on each side, without a name: "the minister" against "the president"."""
    lists = scene.lexicon
    if not (ours and theirs) or ours == theirs:
        return None
    if not all(lists.is_rank_or_office(" ".join(half.content_keys)) for half in scene.halves):
        return None
    return f"“{scene.left.shown}” and “{scene.right.shown}” are two offices or ranks"


def _other_portfolio(scene: Scene) -> str | None:
    """Other words behind the same "ministre de": two offices, told in the order of French, Spanish or Arabic."""
    if not scene.two_sided or scene.length > _MOST_ADDED or not any(strangers(*scene.halves)):
        return None
    ours, theirs = (_office_before(half) for half in scene.halves)
    if not ours or ours != theirs or any(unit.entity for half in scene.halves for unit in half.meant):
        return None
    return f"“{ours} … {scene.left.shown}” and “{theirs} … {scene.right.shown}” are two offices"


def _office_before(half: Half) -> str:
    """The office before a span and what links the two ("de la"), if it is one told apart by what it is in charge of.

    Nothing links them in a script without case, as Arabic.
    """
    lists = half.passage.lexicon
    units, first = half.passage.units, bisect_left(half.passage.starts, half.start)
    links = list(takewhile(lambda unit: unit.weight < MEANS_SOMETHING, half.words))
    place = first
    while place and first - place < _MOST_LINKING and units[place - 1].key in lists.name_particles:
        place -= 1
    links += units[place:first]
    linked = bool(links) or half.text.lower() == half.text.upper()
    if not place or not linked or any(unit.key not in lists.name_particles for unit in links):
        return ""
    office = units[place - 1].key
    return office if office in lists.portfolios and office in lists.offices else ""


def _behind(passage: Passage, place: int) -> list[Unit]:
    first = bisect_left(passage.starts, place)
    return passage.units[first : first + 3]


def _is_name_with_titles(words: Iterable[Unit], lists: Lexicon) -> bool:
    """True where a name comes first, or after nothing but titles."""
    first = next(_past_titles(words, lists), None)
    return first is not None and first.is_name


def _past_titles(words: Iterable[Unit], lists: Lexicon) -> Iterator[Unit]:
    return dropwhile(lambda unit: unit.hints & TITLE or lists.is_title(unit.key) or unit.text == ".", words)
