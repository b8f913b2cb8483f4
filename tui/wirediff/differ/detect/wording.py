"""wording: the same said in other words. What is left where both sides say something that is known to be near."""

from wirediff.differ.near import strangers
from wirediff.differ.scene import Scene


def detect(scene: Scene) -> str | None:
    """Synonyms, forms of one word, or function words alone; other words of meaning are no paraphrase."""
    left, right = scene.halves
    if scene.two_sided and not any(strangers(left, right)):
        return f"“{scene.left.shown}” on one side, “{scene.right.shown}” on the other"
    only = scene.only
    if only is not None and not only.content_keys:
        return f"“{only.shown}” on one side only changes no information"
    return None
