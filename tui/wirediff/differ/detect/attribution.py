"""attribution: who says it, to whom, or whether it is said at all."""

from wirediff.differ.names import names_in
from wirediff.differ.scene import Half, Scene
from wirediff.differ.words import NAME, REPORT

_LONGEST = 9
_NONE: frozenset[str] = frozenset()


def detect(scene: Scene) -> str | None:
    """Another reporting verb, a source or an addressee on one side only, or a report turned into a plain statement."""
    ours, theirs = reports(scene.left), reports(scene.right)
    if ours == theirs:
        return _speaker(scene)
    if ours and theirs:
        return (
            f"“{scene.left.shown}” on one side, “{scene.right.shown}” on the other"
            if scene.length <= _LONGEST
            else None
        )
    half = scene.left if ours else scene.right
    if half.length > _LONGEST:
        return None
    return f"who says it: “{half.shown}” stands on one side only"


def _speaker(scene: Scene) -> str | None:
    """Another subject before the same reporting verb."""
    if not scene.two_sided or scene.length > _LONGEST:
        return None
    after = scene.left.after, scene.right.after
    if not all(unit is not None and unit.key in scene.lexicon.reporting_verbs for unit in after):
        return None
    if {unit.entity for unit in names_in(scene.left)}.isdisjoint(unit.entity for unit in names_in(scene.right)):
        return f"who says it: “{scene.left.shown}” on one side, “{scene.right.shown}” on the other"
    return None


def reports(half: Half) -> frozenset[str]:
    """The reporting verbs (their lemmas) and news agencies in the span."""
    if not half.hints & (REPORT | NAME):
        return _NONE
    verbs = half.passage.lexicon.reporting_verbs
    found = {verbs[phrase] for phrase in half.phrases if phrase in verbs}
    agencies = {unit.entity for unit in half.words if unit.entity and unit.entity in half.passage.agencies}
    return frozenset(found | agencies)
