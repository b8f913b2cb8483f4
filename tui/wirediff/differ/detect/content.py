"""content: words with information of their own that the other side does not have. What no other kind explains."""

from wirediff.differ.near import strangers
from wirediff.differ.scene import Half, Scene

_MOST_NAMED = 4


def detect(scene: Scene) -> str | None:
    """Any edit that no narrower kind explains."""
    left, right = scene.halves
    if left.content_keys and right.content_keys:
        return _other_words(left, right)
    fuller = max(scene.halves, key=lambda half: (len(half.content_keys), half.length, bool(half.text)))
    return f"“{fuller.shown}” stands on one side only"


def _other_words(left: Half, right: Half) -> str:
    unknown = [word for words in strangers(left, right) for word in words]
    if not unknown:
        return f"“{left.shown}” against “{right.shown}”: much the same words, but not the same facts"
    if left.length == right.length == 1:
        return f"“{left.shown}” against “{right.shown}”: other words, not known as synonyms"
    named = ", ".join(f"“{word}”" for word in unknown[:_MOST_NAMED]) + (" …" if len(unknown) > _MOST_NAMED else "")
    return f"“{left.shown}” against “{right.shown}”: other words; {named} without a known synonym on the other side"
