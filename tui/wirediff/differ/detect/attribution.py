"""attribution: who says it, to whom, or whether it is said at all."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wirediff.differ.detect.claim import opposites
from wirediff.differ.near import strangers
from wirediff.differ.scene import Half, Scene
from wirediff.differ.units import QUOTES, Unit
from wirediff.differ.words import ENTITY, MEANS_SOMETHING, REPORT

_LONGEST = 9
_LONGEST_SOURCE = 25
_WITHIN = 5
_MOST_COUNTED = 2
_CLOSING = frozenset({",", ".", ";"})
_INTRODUCED = frozenset({"that", "he", "she", "they", "how", "whether"})
_NONE: frozenset[str] = frozenset()


def detect(scene: Scene) -> str | None:
    """Another reporting verb, a source or an addressee on one side only, or a report turned into a plain statement."""
    ours, theirs = _sources(scene.left), _sources(scene.right)
    if not (ours and theirs):
        ours, theirs = reports(scene.left), reports(scene.right)
    if ours == theirs:
        return addressee(scene) or speaker(scene)
    if ours and theirs:
        if scene.length > _LONGEST or opposites(scene):
            return None
        return f"“{scene.left.shown}” on one side, “{scene.right.shown}” on the other"
    half = scene.left if ours else scene.right
    if half.length > _LONGEST and not _is_source(half):
        return None
    if all(part.meant for part in scene.halves):
        return f"who says it: “{scene.left.shown}” on one side, “{scene.right.shown}” on the other"
    return f"who says it: “{half.shown}” stands on one side only"


def speaker(scene: Scene) -> str | None:
    """Another subject before the same reporting verb, or another agency in a credit."""
    if not scene.two_sided or scene.length > _LONGEST:
        return None
    lists = scene.lexicon
    verbs = lists.reporting_verbs
    says = all((half.after is not None and half.after.key in verbs) or _says_last(half) for half in scene.halves)
    credited = all(any(unit.entity in half.passage.agencies for unit in half.words) for half in scene.halves)
    if not (says or credited) or any(_is_part_of_name(half) or _counts(half) for half in scene.halves):
        return None
    if not any(strangers(*scene.halves)) or _one_office(scene):
        return None
    if {unit.entity or unit.twin for unit in scene.left.meant}.isdisjoint(
        unit.entity or unit.twin for unit in scene.right.meant
    ):
        return f"who says it: “{scene.left.shown}” on one side, “{scene.right.shown}” on the other"
    return None


def _one_office(scene: Scene) -> bool:
    """True for "the Gov." against "the governor"."""
    left, right = scene.halves
    return left.titles == right.titles and len(left.meant) == len(right.meant) == len(left.titles)


def _says_last(half: Half) -> bool:
    """True for a subject behind its verb: in a clause at the end of what it reports, or before a "that".

    "…, teilte die Polizei mit.", "…, dijo Ana.", "Aseguró Ana que …". An article may stand between, and in a clause at
    the end one small word behind.
    """
    units, starts = half.passage.units, half.passage.starts
    place, behind = bisect_left(starts, half.start), bisect_left(starts, half.end)
    if place and units[place - 1].weight < MEANS_SOMETHING and not units[place - 1].is_mark:
        place -= 1
    opening = units[max(0, place - 3) : max(0, place - 1)]
    lists = half.passage.lexicon
    if not place or units[place - 1].key not in lists.reporting_verbs:
        return False
    if behind < len(units) and units[behind].key in lists.that_words:
        return True
    if not any(unit.text == "," or unit.text in QUOTES for unit in opening):
        return False
    if behind < len(units) and units[behind].weight < MEANS_SOMETHING and not units[behind].is_mark:
        behind += 1
    return behind == len(units) or units[behind].text in _CLOSING


def _is_part_of_name(half: Half) -> bool:
    """True for a name right behind one that both sides have: "Li Qiang" is another person, no other source."""
    before = half.before
    return before is not None and before.is_name and before.weight >= 1 and before.end + 1 >= half.start


def _counts(half: Half) -> bool:
    """True for "neither side" or "everyone": how many of those who are known say it, nobody in particular."""
    lists = half.passage.lexicon
    how_many = lists.scope | lists.negations
    return half.length <= _MOST_COUNTED and half.words[0].key.partition(" ")[0] in how_many


def addressee(scene: Scene) -> str | None:
    """Somebody else right behind the same "told"."""
    if not scene.two_sided or scene.length > _LONGEST:
        return None
    telling = scene.lexicon.telling_verbs
    told = all(half.before is not None and half.before.key in telling for half in scene.halves)
    if told and any(strangers(*scene.halves)):
        return f"to whom it is said: “{scene.left.shown}” on one side, “{scene.right.shown}” on the other"
    return None


def _is_source(half: Half) -> bool:
    """True for a clause that begins by saying who says it: ", according to a source who …", ", witnesses told …"."""
    if half.length > _LONGEST_SOURCE or not half.units or not half.units[0].is_mark:
        return False
    after = half.after
    if after is not None and not after.is_mark:
        return False
    verbs = half.passage.lexicon.reporting_verbs
    return any(phrase in verbs for phrase in _phrases(half.words[:_WITHIN]))


def _phrases(words: Sequence[Unit]) -> Iterator[str]:
    keys = [unit.key for unit in words]
    return (" ".join(keys[first:last]) for first in range(len(keys)) for last in range(first + 1, first + 4))


def reports(half: Half) -> frozenset[str]:
    """The reporting verbs (their lemmas) and news agencies in the span.

    A verb that is an act as well ("rejected the treaty") counts where what stands beside it shows that it reports.
    """
    found = _sources(half)
    lists = half.passage.lexicon
    doubtful = found & lists.acts_too
    if not doubtful:
        return found
    verbs = lists.reporting_verbs
    surely = {verbs[unit.key] for unit in half.words if verbs.get(unit.key) in doubtful and _introduces(half, unit)}
    return found - (doubtful - surely)


def _sources(half: Half) -> frozenset[str]:
    if not half.hints & (REPORT | ENTITY):
        return _NONE
    verbs = half.passage.lexicon.reporting_verbs
    found = {verbs[phrase] for phrase in half.phrases if phrase in verbs}
    agencies = {unit.entity for unit in half.words if unit.entity and unit.entity in half.passage.agencies}
    return frozenset(found | agencies)


def _introduces(half: Half, verb: Unit) -> bool:
    """True where "that", a pronoun, a colon or quoted words follow, or the verb closes what a comma has opened."""
    units = half.passage.units
    place = bisect_left(half.passage.starts, verb.start)
    before, after = units[max(0, place - _WITHIN) : place], units[place + 1 : place + 3]
    if not after or after[0].text in _CLOSING:
        return any(unit.text == "," or unit.text in QUOTES for unit in before)
    first = after[1] if after[0].text == "," and len(after) > 1 else after[0]
    return first.text in QUOTES or first.text == ":" or first.key in _INTRODUCED
