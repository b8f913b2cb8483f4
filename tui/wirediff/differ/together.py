"""What is told together: stretches joined that a reader would name as one difference.

An alignment pairs what it can. "the rebels'" against "an army's" leaves articles, nouns and apostrophes apart, and a
rewritten clause falls to pieces around each word that both sides happen to have. Two rules put them together again,
and what states something of its own (a figure, a date, a source) is cut out of the whole afterwards by `carve`:

- a function word goes with the word of meaning that it touches; alone it says nothing;
- what is common between two rewritten stretches parts them only if it weighs enough against them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wirediff.differ.carve import LONGEST
from wirediff.differ.stretch import Stretch
from wirediff.differ.units import Unit
from wirediff.differ.words import MEANS_SOMETHING, REPORTING
from wirediff.text.lexicon import Lexicon

_Units = tuple[Sequence[Unit], Sequence[Unit]]

_ENDS = frozenset({".", "!", "?", ";", ":", "\u2029"})
_REWRITE = 6.0
"""Weight of the words a side, about four of meaning, from which a run of stretches is a clause told anew."""
_SHARE = 0.34
"""Part of what the lighter side rewrites, up to which the words that both sides have in the clause are chance."""


def told_together(stretches: Sequence[Stretch], units: _Units, lists: Lexicon) -> list[Stretch]:
    """The stretches, those joined that are one difference to a reader, in order on both sides.

    Cost: linear in the units.
    """
    made: list[Stretch] = []
    for stretch in stretches:
        if made and (_reports_on(made[-1], stretch, units) or _one_name(made[-1], stretch, units)):
            made[-1] = made[-1].to(stretch)
        else:
            made.append(stretch)
    return _without_islands(with_function_words(made, units, lists), units)


def _reports_on(before: Stretch, after: Stretch, units: _Units) -> bool:
    """True for a reporting verb against another one, with what is rewritten behind it.

    "told AFP that the rebels" against "said the fighters" is cut behind "told AFP that", by what the words state, and
    not behind "told" because that pairs with "said".
    """
    if before.sizes != (1, 1) or not before.touches(after):
        return False
    return all(REPORTING in units[side][before[side][0]].kin for side in (0, 1))


def _one_name(before: Stretch, after: Stretch, units: _Units) -> bool:
    """True for "Bank Ardent" against "Ardent Research": each side has its own words, on the two ends of one."""
    between = range(before.left[1], after.left[0])
    if len(between) != 1 or not units[0][between[0]].is_name:
        return False
    if tuple(map(bool, before.sizes)) not in {(True, False), (False, True)}:
        return False
    if tuple(map(bool, before.sizes)) != tuple(map(bool, after.sizes))[::-1]:
        return False
    return all(_of_name(units[side][slice(*part[side])]) for part in (before, after) for side in (0, 1))


def _of_name(units: Sequence[Unit]) -> bool:
    """True for words with capitals, and small ones between such; true for none."""
    return not units or (
        any(unit.is_name for unit in units)
        and all((unit.is_name and not unit.fact) or (unit.weight < 1 and not unit.is_mark) for unit in units)
    )


def with_function_words(stretches: Sequence[Stretch], units: _Units, lists: Lexicon) -> list[Stretch]:
    """The stretches, each that is function words alone joined to the one it touches: the next, else the one before.

    An ending such as "'s" goes with what it ends. Words that one side alone has stay its own: "on Friday" is still
    the same day elsewhere when "the" is "a" behind it.
    """
    made: list[Stretch] = []
    waiting = False  # whether the last of `made` is to go with what follows
    for stretch in stretches:
        ending = _is_ending(stretch, units)
        function = ending or _is_function(stretch, units, lists)
        if made and (waiting or function) and made[-1].touches(stretch) and _go_together(made[-1], stretch, units):
            made[-1] = made[-1].to(stretch)
            waiting = waiting and function
        else:
            made.append(stretch)
            waiting = (function and not ending) or _is_owner(stretch, units)
    return made


def _go_together(one: Stretch, other: Stretch, units: _Units) -> bool:
    """Whether two stretches that touch, one of function words, may be one.

    Not over a mark, not where words that one side alone has would get an answer, and not with another form of one
    word or name, which is a difference of its own.
    """
    if any(_form_of_one(part, units) or _is_whole(part, units) for part in (one, other)):
        return False
    for side in (0, 1):
        last, first = one[side], other[side]
        if last[0] < last[1] and units[side][last[1] - 1].is_mark and not _is_ending(one, units):
            return False
        if first[0] < first[1] and units[side][first[0]].is_mark and not _is_ending(other, units):
            return False
    if _is_owner(one, units):
        return all(other.sizes)
    sides = {tuple(map(bool, part.sizes)) for part in (one, other) if _weight(part, units)}
    return sides <= {tuple(map(bool, one.to(other).sizes))}


def _form_of_one(stretch: Stretch, units: _Units) -> bool:
    if stretch.sizes != (1, 1):
        return False
    ours, theirs = (units[side][stretch[side][0]] for side in (0, 1))
    if ours.is_name and theirs.is_name and not ours.fact:
        return True
    return ours.twin == theirs.twin and ours.weight >= MEANS_SOMETHING


def _is_whole(stretch: Stretch, units: _Units) -> bool:
    return any(unit.fact in {"quotation", "told"} for unit in _inside(stretch, units))


def _is_function(stretch: Stretch, units: _Units, lists: Lexicon) -> bool:
    """True where neither side has a word of meaning, a mark, or a word that turns or limits a claim."""
    return not any(
        unit.is_mark or unit.fact or unit.entity or unit.weight >= MEANS_SOMETHING or unit.key in lists.qualifiers
        for unit in _inside(stretch, units)
    )


def _is_ending(stretch: Stretch, units: _Units) -> bool:
    """True for "'s" or the apostrophe of a plural, right behind a word."""
    if max(stretch.sizes) > 1:
        return False
    for side in (0, 1):
        for at in range(*stretch[side]):
            unit = units[side][at]
            if unit.text[0] not in "'’" or not at or units[side][at - 1].end != unit.start:
                return False
    return True


def _is_owner(stretch: Stretch, units: _Units) -> bool:
    """True for "the group's" on one side alone, which goes with what is the group's."""
    if all(stretch.sizes):
        return False
    last = list(_inside(stretch, units))[-1]
    return last.text[0] in "'’" and not last.is_mark and len(last.text) > 1


def _inside(stretch: Stretch, units: _Units) -> Iterator[Unit]:
    for side in (0, 1):
        yield from units[side][slice(*stretch[side])]


def _weight(stretch: Stretch, units: _Units) -> float:
    return sum(unit.weight for unit in _inside(stretch, units) if unit.weight >= MEANS_SOMETHING)


def _without_islands(stretches: Sequence[Stretch], units: _Units) -> list[Stretch]:
    """The stretches, those of a rewritten clause joined over the scattered words that both sides have in it.

    A quotation, and a sentence that another row has, stay by themselves.
    """
    made: list[Stretch] = []
    run: list[Stretch] = []
    for stretch in stretches:
        whole = _is_whole(stretch, units)
        if run and (whole or not _is_weak(units[0][run[-1].left[1] : stretch.left[0]])):
            made += _joined(run, units)
            run = []
        run.append(stretch)
        if whole:
            made.append(run.pop())
    return made + _joined(run, units)


def _is_weak(between: Sequence[Unit]) -> bool:
    """True for common words that part nothing for certain: in one sentence, one word of meaning at most, no name."""
    meant = [unit for unit in between if unit.weight >= MEANS_SOMETHING]
    return len(meant) < 2 and not any(
        unit.text in _ENDS or unit.is_name or unit.fact or unit.entity for unit in between
    )


def _joined(run: list[Stretch], units: _Units) -> list[Stretch]:
    """A run of stretches as one where what both sides have in it is little against what each rewrites.

    A word in the place of another is no rewriting: it counts with what is common.
    """
    if len(run) < 2:
        return run
    common = sum(unit.weight for a, b in pairwise(run) for unit in units[0][a.left[1] : b.left[0]] if not unit.is_mark)
    rewritten = [0.0, 0.0]
    for stretch in run:
        sides = [[u for u in units[side][slice(*stretch[side])] if u.weight >= MEANS_SOMETHING] for side in (0, 1)]
        if len(sides[0]) == len(sides[1]) == 1:
            common += min(sides[0][0].weight, sides[1][0].weight)
            continue
        for side in (0, 1):
            rewritten[side] += sum(unit.weight for unit in sides[side])
    whole = run[0].to(run[-1])
    if min(rewritten) < _REWRITE or common > _SHARE * min(rewritten) or max(whole.sizes) > LONGEST:
        return run
    return [whole]
