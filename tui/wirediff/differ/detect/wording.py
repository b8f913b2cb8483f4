"""wording: the same said in other words. What is left where both sides say something that is known to be near."""

from wirediff.differ.near import strangers
from wirediff.differ.scene import Half, Scene


def detect(scene: Scene) -> str | None:
    """Synonyms, forms of one word, or function words alone; other words of meaning are no paraphrase."""
    left, right = scene.halves
    if scene.two_sided and not any(strangers(left, right)):
        return f"“{scene.left.shown}” on one side, “{scene.right.shown}” on the other"
    only = scene.only
    if only is not None and not only.content_keys:
        return f"“{_with_host(only)}” on one side only changes no information"
    return None


def _with_host(half: Half) -> str:
    """The span as it is cited, an ending ("'s") with the word that it belongs to."""
    before = half.before
    if before is not None and before.end == half.start and half.text[:1] in {"'", "’"}:
        return f"{before.text}{half.shown}"
    return half.shown
