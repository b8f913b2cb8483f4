"""naming: one entity under another name, acronym or back-reference."""

from wirediff.differ.capitals import has_capital_of_name
from wirediff.differ.detect import attribution, place, title
from wirediff.differ.learnt import Taught
from wirediff.differ.names import agrees, back_reference, initials_of, names_in, pronoun, stands_for, surely_name
from wirediff.differ.near import strangers
from wirediff.differ.scene import Half, Scene
from wirediff.differ.words import REPORT
from wirediff.text import fold_name

_LONGEST = 8


def detect(scene: Scene) -> str | None:
    """One entity of the glossary under two names, an acronym and what it stands for, a longer or shorter form of one
    name, or a name against a back-reference such as "the group"."""
    left, right = scene.halves
    if scene.length > _LONGEST:
        return None
    if not scene.two_sided:
        return _longer_form(scene)
    return (
        _one_entity(scene)
        or _acronym(left, right)
        or _part_of_name(left, right)
        or _referred_to(scene)
        or _other_sex(scene)
        or _other_name(scene)
    )


def _one_entity(scene: Scene) -> str | None:
    for ours in names_in(scene.left):
        for theirs in names_in(scene.right):
            if ours.entity == theirs.entity and ours.alias != theirs.alias:
                if isinstance(scene.glossary, Taught) and ours.entity in scene.glossary.learnt:
                    return f"the texts say that {ours.alias} and {theirs.alias} are both {ours.entity}"
                return f"{scene.glossary.cites(ours.entity)}: {ours.alias} and {theirs.alias} are both {ours.entity}"
    return None


def _acronym(left: Half, right: Half) -> str | None:
    for short, long in ((left, right), (right, left)):
        if len(short.words) == 1 and short.words[0].text.isupper() and len(short.words[0].text) >= 2:
            letters = fold_name(short.words[0].text)
            if letters in initials_of(long):
                return f"{short.shown} is made of the initials of {long.shown}"
    return None


def _part_of_name(left: Half, right: Half) -> str | None:
    """The whole of one side's name is the end or the beginning of the other's."""
    for short, long in ((left, right), (right, left)):
        if not all(unit.is_name for unit in (*short.words, *long.words)) or len(short.words) >= len(long.words):
            continue
        keys, all_keys = short.keys, long.keys
        if all_keys[-len(keys) :] == keys or all_keys[: len(keys)] == keys:
            return f"{short.shown} is a shorter form of {long.shown}"
    return None


def _longer_form(scene: Scene) -> str | None:
    """Words of a name that one side drops while the rest of the name stands on both."""
    half = scene.only
    if half is None or not all(unit.is_name for unit in half.words) or half.length > 2:
        return None
    after = half.after
    if half.starts_sentence or after is None or after.start > half.end + 1 or not after.is_name or after.is_mark:
        return None
    if any(unit.entity for unit in half.words) or half.titles or title.detect(scene):
        return None
    return f"{half.shown} {after.text} on one side is {after.text} on the other"


def _referred_to(scene: Scene) -> str | None:
    for half, other in scene.each_way():
        names = names_in(half)
        if names and not names_in(other) and back_reference(other) and stands_for(other, names[0]):
            return f"“{other.shown}” refers back to {names[0].alias}, which the other side names"
        if pronoun(other) and len(half.keys) > 1 and back_reference(half) and agrees(other, half):
            return f"“{other.shown}” refers back to “{half.shown}”, which the other side names"
    return _qualifier(scene)


def _other_sex(scene: Scene) -> str | None:
    """One pronoun against the other sex's: it refers back to somebody else, or to somebody otherwise."""
    left, right = scene.halves
    if left.length != 1 or right.length != 1 or left.meant or right.meant:
        return None
    what = scene.lexicon.excluded(left.keys[0], right.keys[0])
    return f"“{left.shown}” and “{right.shown}” refer back to people of different {what}" if what else None


def _qualifier(scene: Scene) -> str | None:
    """A name and a noun such as "government" before the same word: whose forces they are is told otherwise."""
    for half, other in scene.each_way():
        noun = other.keys[0] if len(other.keys) == 1 else ""
        after = half.after, other.after
        if len(half.meant) != 1 or not half.meant[0].is_name or noun not in other.passage.lexicon.institutions:
            continue
        if (
            after[0]
            and after[1]
            and after[0].twin == after[1].twin
            and after[0].weight >= 1
            and not after[0].hints & REPORT
        ):
            return (
                f"“{half.shown} {after[0].text}” and “{other.shown} {after[1].text}”: named by the country or the body"
            )
    return None


def _other_name(scene: Scene) -> str | None:
    """One name in the place of another; two places are for the detector of places."""
    ours, theirs = (_bare_names(half) for half in scene.halves)
    if not ours or not theirs or ours == theirs or not any(map(surely_name, scene.halves)):
        return None
    if not any(strangers(*scene.halves)) or not any(map(has_capital_of_name, scene.halves)):
        return None
    if any(detector.detect(scene) is not None for detector in (place, title, attribution)):
        return None
    return f"another name in the same place: “{scene.left.shown}” on one side, “{scene.right.shown}” on the other"


def _bare_names(half: Half) -> tuple[str, ...]:
    """The words of a span that says nothing but a name, without articles."""
    words = [unit for unit in half.words if unit.weight >= 1 or unit.is_name]
    if len(words) > 1 and not words[0].is_name and words[1].is_name:
        words = words[1:]  # "daily Morgenpost": what sort of thing has the name
    if not all(unit.is_name and not unit.fact for unit in words):
        return ()
    lists = half.passage.lexicon
    if any(unit.key in lists.counted_in or unit.key in lists.calendar for unit in words):
        return ()
    return tuple(unit.key for unit in words)
