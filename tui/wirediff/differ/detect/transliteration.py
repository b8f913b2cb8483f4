"""transliteration: one proper name in another romanisation."""

from wirediff.differ.names import names_in
from wirediff.differ.scene import Half, Scene
from wirediff.differ.sound import sounds_alike
from wirediff.differ.words import NAME
from wirediff.text import fold_name


def detect(scene: Scene) -> str | None:
    """Two spellings that the glossary lists of one name; else two alike names in the same slot with one sound key."""
    left, right = scene.halves
    if not scene.two_sided or not left.hints & right.hints & NAME:
        return None
    listed = _listed(scene)
    if listed:
        return listed
    a, b = _bare_name(left), _bare_name(right)
    if a is None or b is None or len(a) != len(b):
        return None
    if any(unit.entity for unit in left.words) and any(unit.entity for unit in right.words):
        return None  # the glossary knows both, and as it did not join them they are two
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if pairs and all(sounds_alike(x, y) for x, y in pairs):
        return f"“{left.shown}” and “{right.shown}” stand in the same place and sound alike: one name in two spellings"
    return None


def _listed(scene: Scene) -> str | None:
    ours, theirs = names_in(scene.left), names_in(scene.right)
    if len(ours) != 1 or len(theirs) != 1 or scene.length > max(len(ours[0].key.split()), len(theirs[0].key.split())):
        return None
    a, b = ours[0], theirs[0]
    if a.entity == b.entity and a.alias == b.alias and fold_name(a.form) != fold_name(b.form):
        return f"{scene.glossary.cites(a.entity)}: {a.form} and {b.form} are spellings of one name, {a.alias}"
    return None


def _bare_name(half: Half) -> tuple[str, ...] | None:
    """The folded words of a span that is a name of one to three words and nothing else."""
    if not 1 <= len(half.words) <= 3 or not all(unit.is_name for unit in half.words):
        return None
    return tuple(unit.plain for unit in half.words)
