"""claim: scope, degree, certainty or polarity differs."""

from wirediff.differ.detect import place
from wirediff.differ.near import answered, strangers
from wirediff.differ.scene import Half, Scene
from wirediff.differ.words import QUALIFIER

# Words of meaning on a side: in a longer rewrite one such word is not what it is about.
_MOST_CONTENT = 3
_MOST_NARROWING = 2
_MOST_SMALL = 2


def detect(scene: Scene) -> str | None:
    """A negation, modal, hedge, scope word or degree word that the other side lacks; two names that trade places."""
    if scene.edit.traded:
        return f"“{scene.left.shown}” and “{scene.right.shown}” trade places: who does what to whom is reversed"
    if any(len(half.content_keys) > _MOST_CONTENT for half in scene.halves) or place.told_closer(scene):
        return None
    return _turned_round(scene) or _excluded(scene) or _denied(scene) or _qualified(scene) or _narrowed(scene)


def _turned_round(scene: Scene) -> str | None:
    """Opposites in the same place, as "rose" and "fell"."""
    found = opposites(scene)
    return f"“{found[0]}” and “{found[1]}” say the contrary of each other" if found else None


def _excluded(scene: Scene) -> str | None:
    """Two offences, penalties, relatives: instances of one thing that exclude each other."""
    if not scene.two_sided:
        return None
    left, right = scene.halves
    known = scene.lexicon.exclusive
    ours, theirs = ([phrase for phrase in half.open_phrases if phrase in known] for half in scene.halves)
    for one in ours:
        for other in theirs:
            what = scene.lexicon.excluded(one, other)
            if what and one not in right.open_phrases and other not in left.open_phrases:
                return f"“{one}” and “{other}” exclude each other: two different {what}"
    return None


def _denied(scene: Scene) -> str | None:
    """A verb that turns something down against one that does not."""
    if not all(half.content_keys for half in scene.halves):
        return None
    for half, other in scene.each_way():
        denied = scene.lexicon.denials.intersection(half.open_phrases)
        if denied and scene.lexicon.denials.isdisjoint(other.open_phrases) and any(strangers(*scene.halves)):
            return f"polarity differs: “{', '.join(sorted(denied))}” on one side, “{other.shown}” on the other"
    return None


def opposites(scene: Scene) -> tuple[str, str] | None:
    """The first two words of the edit that say the contrary of each other. Small words count where they stand alone."""
    if not scene.two_sided:
        return None
    least = 0.0 if scene.length <= _MOST_SMALL else 1.0
    ours, theirs = (_words(half, least) for half in scene.halves)
    common = set(ours) & set(theirs)
    for one in ours:
        for other in theirs:
            if not {one, other} & common and scene.lexicon.are_opposites(one, other):
                return one, other
    return None


def _words(half: Half, least: float) -> list[str]:
    return [unit.key for unit in half.words if unit.weight >= least and not unit.entity and not unit.fact]


def _qualified(scene: Scene) -> str | None:
    if not scene.hints & QUALIFIER:
        return None
    lists = scene.lexicon
    if lists.qualifiers.isdisjoint(scene.left.open_phrases) and lists.qualifiers.isdisjoint(scene.right.open_phrases):
        return None
    for what, words in (
        ("polarity", lists.negations),
        ("legal weight", lists.legal_weight),
        ("certainty", lists.modals | lists.hedges),
        ("scope", lists.scope),
        ("degree", lists.degree),
    ):
        ours, theirs = _found(scene.left, words), _found(scene.right, words)
        if ours == theirs or all(answered(ours - theirs, scene.right) + answered(theirs - ours, scene.left)):
            continue
        if ours and theirs:
            return f"{what} differs: “{', '.join(sorted(ours))}” against “{', '.join(sorted(theirs))}”"
        return f"{what} differs: “{', '.join(sorted(ours or theirs))}” stands on one side only"
    return None


def _narrowed(scene: Scene) -> str | None:
    """A word between "last" and what is the last: of what it is the last differs."""
    half = scene.only
    if half is None or not half.content_keys or half.length > _MOST_NARROWING:
        return None
    before, after = half.before, half.after
    if before is None or after is None or before.key not in scene.lexicon.scope:
        return None
    if after.is_mark or after.start > half.end + 1 or before.end < half.start - 1:
        return None
    return f"scope differs: “{before.text} {after.text}” is “{before.text} {half.shown} {after.text}” on one side"


def _found(half: Half, words: frozenset[str]) -> frozenset[str]:
    """The entries of a word list in the span, singular and plural alike; words of names and titles do not count."""
    titles = {word for title in half.titles for word in title.split()}
    found = [phrase for phrase in half.open_phrases if phrase in words and phrase not in titles]
    # "pas" and "keines" are no plurals.
    return frozenset(one if (one := phrase.removesuffix("s")) in words else phrase for phrase in found)
