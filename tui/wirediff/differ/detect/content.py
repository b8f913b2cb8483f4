"""content: words with information of their own on one side only. What is left where one side has nothing."""

from wirediff.differ.scene import Scene


def detect(scene: Scene) -> str | None:
    """Any edit that no narrower kind explains."""
    fuller = max(scene.halves, key=lambda half: (len(half.content_keys), half.length, bool(half.text)))
    return f"“{fuller.shown}” stands on one side only"
