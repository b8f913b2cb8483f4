"""Words that one side has here and the other elsewhere in the cell: a move is one difference, not two."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from wirediff.differ.edits import Edit
from wirediff.differ.likeness import word_likeness
from wirediff.differ.sound import of_one_people
from wirediff.differ.stretch import Stretch
from wirediff.differ.units import Unit
from wirediff.differ.words import TITLE

_TELLING = 2.0
_MEANING = 1.0
_MUCH = 0.6
_STATEMENT = 6.0
_TITLE = 2.0


def with_dates_apart(stretches: Sequence[Stretch], units: tuple[Sequence[Unit], Sequence[Unit]]) -> list[Stretch]:
    """The stretches, with a date cut out of two of them where it stands in one on this side and in the other on that.

    "on Friday" wanders freely through a sentence: where all else around it is rewritten, it is still the same day.
    """
    found = list(stretches)
    days = [_days(found, units, side) for side in (0, 1)]
    for day, places in days[0].items():
        there = days[1].get(day, [])
        if len(places) != 1 or len(there) != 1 or places[0][0] == there[0][0]:
            continue
        hosts = (places[0][0], there[0][0])
        ours, theirs = (
            _with_lead(units[side], hosts[side][side], at) for side, (_, at) in enumerate((places[0], there[0]))
        )
        if units[0][ours[0]].key != units[1][theirs[0]].key:
            ours, theirs = (ours[1] - 1, ours[1]), (theirs[1] - 1, theirs[1])
        for side, (first, last) in enumerate((ours, theirs)):
            at = next(i for i, s in enumerate(found) if s[side][0] <= first and last <= s[side][1])
            found[at : at + 1] = found[at].cut_out(side, first, last)
    return found


def _days(
    stretches: Sequence[Stretch], units: tuple[Sequence[Unit], Sequence[Unit]], side: int
) -> dict[tuple[object, ...], list[tuple[Stretch, int]]]:
    """The dates among the stretches of one side, by what they come to: in which stretch, and which unit."""
    found: defaultdict[tuple[object, ...], list[tuple[Stretch, int]]] = defaultdict(list)
    for stretch in stretches:
        for index in range(*stretch[side]):
            unit = units[side][index]
            if unit.fact == "date":
                found[(unit.key, unit.value)].append((stretch, index))
    return found


def _with_lead(units: Sequence[Unit], span: tuple[int, int], place: int) -> tuple[int, int]:
    """The date with a small word before it, within the span."""
    before = place - 1
    leads = before >= span[0] and units[before].weight < _MEANING and not units[before].is_mark
    return (before if leads else place), place + 1


def exposed(stretches: Sequence[Stretch], units: tuple[Sequence[Unit], Sequence[Unit]]) -> dict[Stretch, list[Stretch]]:
    """The stretches that hold, besides other words, all of a one-sided stretch of the other side: how to cut them.

    "air strikes from a US-led" is cut behind "air strikes" where the other side has a lone "airstrikes", and a rewrite
    falls apart where one of its sides is just what the other side has elsewhere; then `with_moves` finds the two.
    Only a whole stretch is looked for: cutting out any shared word would shred.
    """
    cuts: dict[Stretch, list[Stretch]] = {}
    for side in (0, 1):
        lone = [s for s in stretches if s.sizes[side] and not s.sizes[1 - side]]
        for guest in lone:
            key = move_key(units[side][slice(*guest[side])])
            for host in stretches:
                if not host.sizes[1 - side] or host in cuts:
                    continue
                if host.sizes[side]:
                    if key and move_key(units[1 - side][slice(*host[1 - side])]) == key:
                        cuts[host] = host.apart()
                elif _telling(units[side], guest[side]) and (place := _inside(units[1 - side], host[1 - side], key)):
                    cuts[host] = _cut(host, 1 - side, place)
    return cuts


def _telling(units: Sequence[Unit], span: tuple[int, int]) -> bool:
    """True for words that mean enough to be cut out of a longer stretch."""
    return sum(unit.weight for unit in units[slice(*span)] if not unit.is_mark) >= _TELLING


def _inside(units: Sequence[Unit], span: tuple[int, int], key: tuple[str, ...]) -> tuple[int, int] | None:
    """Where, strictly inside the span, a run of units has the key."""
    if not key:
        return None
    for start in range(span[0], span[1] - len(key) + 1):
        end = start + len(key)
        if (start, end) != span and move_key(units[start:end]) == key:
            return start, end
    return None


def _cut(host: Stretch, side: int, place: tuple[int, int]) -> list[Stretch]:
    start, end = host[side]
    empty = (host[1 - side][0],) * 2
    spans = [span for span in ((start, place[0]), place, (place[1], end)) if span[0] < span[1]]
    return [Stretch(span, empty) if side == 0 else Stretch(empty, span) for span in spans]


def with_moves(found: Sequence[Edit]) -> list[Edit]:
    """The edits, each dropped stretch joined with an added one of the same words, in the order of the left text.

    First come, first joined, which is the same from both sides because equal stretches are interchangeable. The words
    may stand in another order there: "struck Iran" dropped and "Iran struck" added is one edit, with `traded` set.
    """
    added: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, edit in enumerate(found):
        if _arrives(edit) and move_key(edit.right):
            added[_sorted_key(edit.right)].append(index)
    gone: set[int] = set()
    made: dict[int, Edit] = {}
    for index, edit in enumerate(found):
        key = _sorted_key(edit.left) if _leaves(edit) and move_key(edit.left) else ()
        waiting = added.get(key) if key else None
        if waiting:
            arrival = waiting.pop(0)
            other = found[arrival]
            gone.add(arrival)
            edit = replace(
                edit,
                right_start=other.right_start,
                right_end=other.right_end,
                right=other.right,
                moved=True,
                traded=_turned_about(edit.left, other.right),
            )
        made[index] = edit
    return _restated([edit for index, edit in made.items() if index not in gone])


def _leaves(edit: Edit) -> bool:
    """True for words that the left side alone has here; a blank of the right side in their place would be lost."""
    return bool(edit.left) and not edit.right and edit.right_start == edit.right_end


def _arrives(edit: Edit) -> bool:
    """True for words that the right side alone has here, and no blank of the left side in their place."""
    return bool(edit.right) and not edit.left and edit.left_start == edit.left_end


def _restated(found: Sequence[Edit]) -> list[Edit]:
    """The edits, what one side drops joined with what the other adds where both say much the same in other words.

    "killing 14 people" dropped and "14 people were killed" added is one thing said elsewhere.
    """
    dropped = [edit for edit in found if _leaves(edit)]
    added = [edit for edit in found if _arrives(edit)]
    partner: dict[int, Edit] = {}
    for edit in dropped:
        best = max(added, key=lambda other: _share(edit.left, other.right), default=None)
        if best is not None and _share(edit.left, best.right) >= _MUCH:
            added.remove(best)
            partner[id(edit)] = best
    gone = {id(other) for other in partner.values()}
    joined = [
        replace(edit, right_start=other.right_start, right_end=other.right_end, right=other.right, moved=True)
        if (other := partner.get(id(edit)))
        else edit
        for edit in found
    ]
    return [edit for edit in joined if id(edit) not in gone]


def _share(left: Sequence[Unit], right: Sequence[Unit]) -> float:
    """The part of what the fuller side means that the other has too; 0 where that is less than a statement."""
    ours, theirs = ([unit for unit in side if unit.weight >= _MEANING and not unit.is_mark] for side in (left, right))
    rest = list(theirs)
    shared = 0.0
    for unit in ours:
        match = next((other for other in rest if _akin(unit, other)), None)
        if match is not None:
            rest.remove(match)
            shared += min(unit.weight, match.weight)
    titles = all(any(unit.hints & TITLE for unit in side) for side in (ours, theirs))
    if shared < (_TITLE if titles else _STATEMENT):
        return 0.0
    return shared / max(sum(unit.weight for unit in ours), sum(unit.weight for unit in theirs))


def _akin(one: Unit, other: Unit) -> bool:
    if one.twin == other.twin or (one.entity and one.entity == other.entity):
        return True
    if one.fact or other.fact:
        return one.fact == other.fact and one.value == other.value
    if one.is_name and other.is_name and of_one_people(one.plain, other.plain):
        return True
    return bool(set(one.kin) & set(other.kin)) or word_likeness(one.key, other.key, one.is_name and other.is_name) > 0


def _turned_about(left: Sequence[Unit], right: Sequence[Unit]) -> bool:
    """True where a name and a word that is none stand the other way round."""
    if move_key(left) == move_key(right):
        return False
    return any(unit.is_name for unit in left) and any(not unit.is_name and unit.weight >= 1 for unit in left)


def _sorted_key(units: Sequence[Unit]) -> tuple[str, ...]:
    return tuple(sorted(move_key(units)))


def move_key(units: Sequence[Unit]) -> tuple[str, ...]:
    """What must be equal for words to have moved; empty where no word means enough: a lone "the" is no move."""
    words = tuple(unit.entity or unit.plain for unit in units if not unit.is_mark)
    return words if any(unit.weight >= 1 and not unit.is_mark for unit in units) else ()
