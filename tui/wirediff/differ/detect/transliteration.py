"""transliteration: one proper name in another romanisation."""

from wirediff.differ.names import names_in, surely_name
from wirediff.differ.scene import Half, Scene
from wirediff.differ.sound import sounds_alike
from wirediff.differ.words import MEANS_SOMETHING, NAME
from wirediff.text import fold, fold_name
from wirediff.text.fold import spelt_out


def detect(scene: Scene) -> str | None:
    """Two spellings that the glossary lists of one name; else a name with its accents or special letters here and in
    plain letters there, or two alike names in the same slot with one sound key."""
    left, right = scene.halves
    if not scene.two_sided or not left.hints & right.hints & NAME:
        return None
    listed = _listed(scene)
    if listed:
        return listed
    if _plain_letters(left, right):
        return f"“{left.shown}” and “{right.shown}” are one name, with its own letters and in plain ones"
    return _alike(scene)


def _alike(scene: Scene) -> str | None:
    """Two names of as many words, each sounding like its counterpart."""
    left, right = scene.halves
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


def _plain_letters(left: Half, right: Half) -> bool:
    """True where the words of a name differ by accents, or by special letters and what stands for them, alone."""
    ours, theirs = left.text.strip(), right.text.strip()
    if left.keys == right.keys and _letters(ours) == _letters(theirs):
        return False
    if not _lettered_name(left) or not _lettered_name(right) or _joints(ours) != _joints(theirs):
        return False
    return not _folded(ours).isdisjoint(_folded(theirs)) and surely_name(left) and surely_name(right)


def _letters(name: str) -> str:
    """Without case and marks: a name in quotation marks is no other spelling."""
    return "".join(filter(str.isalnum, name)).lower()


def _lettered_name(half: Half) -> bool:
    """True for a name without digits: "F-16" and "F16" are no two spellings of a name."""
    named = all(unit.is_name for unit in half.words if unit.weight >= MEANS_SOMETHING)
    return named and not any(map(str.isdigit, half.text))


def _joints(name: str) -> int:
    """How many blanks and hyphens a name has: "Jong-un" as many as "Jong Un", "Airstrikes" fewer than "Air Strikes"."""
    return sum(char in " -" for char in fold(name))


def _folded(name: str) -> frozenset[str]:
    """A name in plain letters: without its accents, and with its special letters spelt out."""
    return frozenset((fold_name(name), spelt_out(name)))


def _bare_name(half: Half) -> tuple[str, ...] | None:
    """The folded words of a span that is a name of one to three words and nothing else."""
    if not 1 <= len(half.words) <= 3 or not all(unit.is_name for unit in half.words):
        return None
    return tuple(unit.plain for unit in half.words)
