"""capitalisation: equal after case folding."""

from wirediff.differ.scene import Scene


def detect(scene: Scene) -> str | None:
    """The same words and marks, other case."""
    left, right = scene.halves
    if not scene.two_sided:
        return None
    if [unit.key for unit in left.units] != [unit.key for unit in right.units]:
        return None
    if not _only_case(left.folded, right.folded):
        return None
    if left.starts_sentence != right.starts_sentence:
        return "the same letters; one stands at the start of a sentence"
    return "the same letters in upper and lower case"


def _only_case(one: str, other: str) -> bool:
    """True where the letters are the same: "Straße" and "Strasse" fold to the same keys, but are no change of case."""
    if one.lower() == other.lower():
        return True
    return one.upper() == other.upper() and (one.isupper() or other.isupper())
