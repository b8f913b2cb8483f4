"""Two names that swap places around a word: who does what to whom is reversed, whatever the verb.

An alignment pairs "Pakistan" with "Pakistan" and calls the verb moved. Seen as actors, "India said Pakistan" against
"Pakistan said India" is India against Pakistan, twice, and the verb stands where it stood.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from wirediff.differ.edits import Edit
from wirediff.differ.likeness import word_likeness
from wirediff.differ.moves import move_key
from wirediff.differ.passage import Passage
from wirediff.differ.quoted import spanning
from wirediff.differ.units import Unit
from wirediff.differ.words import MEANS_SOMETHING, TITLE

_FARTHEST = 8
"""Units between two names that may act on each other."""
_BEARER = 2.0
_AGENT = frozenset({"by"})
_ENDS = frozenset({".", "!", "?", ";", "\u2029"})

_Pair = tuple[int, int]


def as_actors(left: Sequence[Unit], right: Sequence[Unit]) -> tuple[Sequence[Unit], Sequence[Unit]]:
    """Both sides as they are to be paired: names that swap places answer each other there instead of themselves.

    Cost: the square of the names a side that stand within a few words of each other.
    """
    left, right = _with_bearers(left, right)
    ours, theirs = list(_near_each_other(left)), list(_near_each_other(right))
    if not ours or not theirs:
        return left, right
    roles: tuple[dict[int, str], dict[int, str]] = ({}, {})
    there = {(_who(right[a]), _who(right[b])): (a, b) for a, b in reversed(theirs)}
    kept = {(_who(right[a]), _who(right[b])) for a, b in theirs}
    for first, second in ours:
        names = _who(left[first]), _who(left[second])
        other = there.get(names[::-1])
        if other is None or (names in kept and not _same_way_only(left, right, (first, second), theirs, names)):
            continue
        if not _around_one_word(left, (first, second), right, other) or {first, second} & roles[0].keys():
            continue
        for ours_at, theirs_at in zip((first, second), other, strict=True):
            roles[0][ours_at] = roles[1][theirs_at] = f"{ours_at}\n{theirs_at}"
    return _recast(left, roles[0], "<"), _recast(right, roles[1], ">")


def _with_bearers(left: Sequence[Unit], right: Sequence[Unit]) -> tuple[Sequence[Unit], Sequence[Unit]]:
    """Both sides, a name behind a title on both weighing more: it is what a title may stand before or behind."""
    bearers = _bearers(left), _bearers(right)
    both = {left[at].key for at in bearers[0]} & {right[at].key for at in bearers[1]}
    if not both:
        return left, right
    left, right = (
        [replace(unit, weight=_BEARER * unit.weight) if at in found and unit.key in both else unit
         for at, unit in enumerate(units)]
        for units, found in zip((left, right), bearers, strict=True)
    )  # fmt: skip
    return left, right


def _bearers(units: Sequence[Unit]) -> frozenset[int]:
    """The names right behind titles."""
    found: set[int] = set()
    behind = False
    for at, unit in enumerate(units):
        if unit.hints & TITLE or (behind and unit.text == "."):
            behind = True
        elif behind and unit.is_name and not unit.fact:
            found.add(at)
        else:
            behind = False
    return frozenset(found)


def _same_way_only(
    left: Sequence[Unit], right: Sequence[Unit], pair: _Pair, theirs: Sequence[_Pair], names: tuple[str, str]
) -> bool:
    """True where the other side has the two names in this order too, but around another word."""
    return not any(
        (_who(right[a]), _who(right[b])) == names and _around_one_word(left, pair, right, (a, b)) for a, b in theirs
    )


def _near_each_other(units: Sequence[Unit]) -> Iterator[_Pair]:
    """Two single names within a few words of one sentence, the nearer first."""
    names = [at for at in range(len(units)) if _is_actor(units, at)]
    for index, first in enumerate(names):
        for second in names[index + 1 :]:
            if second - first - 1 > _FARTHEST:
                break
            between = units[first + 1 : second]
            if _who(units[first]) != _who(units[second]) and not any(unit.text in _ENDS for unit in between):
                yield first, second


def _is_actor(units: Sequence[Unit], at: int) -> bool:
    """A name of one unit: of two names side by side, neither is an actor alone."""
    unit = units[at]
    if not unit.is_name or unit.fact or unit.weight < MEANS_SOMETHING:
        return False
    beside = (*units[max(0, at - 1) : at], *units[at + 1 : at + 2])
    return not any(other.is_name and not other.fact and other.weight >= MEANS_SOMETHING for other in beside)


def _around_one_word(left: Sequence[Unit], ours: _Pair, right: Sequence[Unit], theirs: _Pair) -> bool:
    """Whether a word that is no name stands between the names on both sides, active on both or passive on both."""
    acts = [_acts(left, *ours), _acts(right, *theirs)]
    if _is_agent(left, ours[1]) != _is_agent(right, theirs[1]):
        return False
    return any(a.twin == b.twin or word_likeness(a.key, b.key, False) > 0 for a in acts[0] for b in acts[1])


def _acts(units: Sequence[Unit], first: int, second: int) -> list[Unit]:
    return [unit for unit in units[first + 1 : second] if _is_act(unit)]


def _is_act(unit: Unit) -> bool:
    return unit.weight >= MEANS_SOMETHING and not (unit.is_mark or unit.is_name or unit.fact)


def _is_agent(units: Sequence[Unit], at: int) -> bool:
    return any(unit.key in _AGENT for unit in units[max(0, at - 2) : at])


def _who(unit: Unit) -> str:
    return unit.entity or unit.plain


def _recast(units: Sequence[Unit], roles: dict[int, str], side: str) -> Sequence[Unit]:
    """The units, those with a role under a key that only the same role of the other side has."""
    if not roles:
        return units
    return [
        replace(unit, text=f"{side}{roles[at]}", key=roles[at], twin=roles[at], letter="", entity="", kin=())
        if at in roles
        else unit
        for at, unit in enumerate(units)
    ]


def with_trades(found: Sequence[Edit], left: Passage, right: Passage) -> list[Edit]:
    """The edits, those flagged that trade words: each of two edits has here what the other has on its other side.

    Two that stand in a list ("Turkey and Syria") trade nothing: they are joined into one edit of the same words.
    """
    keys = [(_meant(edit.left), _meant(edit.right)) if edit.two_sided else ((), ()) for edit in found]
    made = list(found)
    gone: set[int] = set()
    for index, pair in enumerate(keys):
        if not all(pair) or pair[0] == pair[1] or index in gone:
            continue
        other = next((at for at in range(index + 1, len(keys)) if keys[at] == pair[::-1] and at not in gone), None)
        if other is None:
            continue
        listed = _listed(found[index], found[other], left, right) if other == index + 1 else None
        if listed is None:
            made[index], made[other] = replace(made[index], traded=True), replace(made[other], traded=True)
        else:
            made[index] = listed
            gone.add(other)
    return [edit for index, edit in enumerate(made) if index not in gone]


def _meant(units: Sequence[Unit]) -> tuple[str, ...]:
    return move_key([unit for unit in units if unit.weight >= MEANS_SOMETHING])


def _listed(first: Edit, second: Edit, left: Passage, right: Passage) -> Edit | None:
    """Both edits as one, where nothing but small words and marks stands between them; None otherwise."""
    for passage, start, end in (
        (left, first.left_end, second.left_start),
        (right, first.right_end, second.right_start),
    ):
        between = [unit for unit in passage.units if start <= unit.start and unit.end <= end]
        if any(not unit.is_mark and unit.weight >= MEANS_SOMETHING for unit in between) or start > end:
            return None
    return spanning(first, second, left, right)
