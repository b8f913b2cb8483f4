"""wording: the same said in other words. What is left where both sides say something."""

from wirediff.differ.scene import Scene


def detect(scene: Scene) -> str | None:
    """Words of meaning on both sides, or on neither: function words carry no information of their own."""
    left, right = scene.halves
    if scene.two_sided and bool(left.content_keys) == bool(right.content_keys):
        return f"“{scene.left.shown}” on one side, “{scene.right.shown}” on the other"
    only = scene.only
    if only is not None and not only.content_keys:
        return f"“{only.shown}” on one side only changes no information"
    return None
