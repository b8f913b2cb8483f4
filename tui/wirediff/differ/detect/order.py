"""order: the same words in another order."""

from wirediff.differ.scene import Scene


def detect(scene: Scene) -> str | None:
    """Words that stand elsewhere on the other side, or a stretch whose words are the same but for their order."""
    left, right = scene.halves
    if scene.edit.moved and sorted(left.keys) != sorted(right.keys):
        return f"much the same is said elsewhere in the paragraph: “{left.shown}”, “{right.shown}”"
    if scene.edit.moved:
        return "the same words stand elsewhere in the paragraph"
    if scene.two_sided and len(left.words) > 1 and left.keys != right.keys and sorted(left.keys) == sorted(right.keys):
        return "the same words in another order"
    return None
