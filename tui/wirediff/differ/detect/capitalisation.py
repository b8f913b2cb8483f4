"""capitalisation: equal after case folding."""

from wirediff.differ.scene import Scene


def detect(scene: Scene) -> str | None:
    """The same words and marks, other case."""
    left, right = scene.halves
    if not scene.two_sided:
        return None
    if [unit.key for unit in left.units] != [unit.key for unit in right.units]:
        return None
    if left.starts_sentence != right.starts_sentence:
        return "the same letters; one stands at the start of a sentence"
    return "the same letters in upper and lower case"
