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


def same_words(scene: Scene) -> bool:
    """Whether both sides read the same but for the capital that the start of a sentence gives."""
    ours, theirs = (half.text.strip() for half in scene.halves)
    if ours == theirs:
        return True
    starts = any(half.starts_sentence for half in scene.halves)
    return starts and ours[1:] == theirs[1:] and ours.casefold() == theirs.casefold()
