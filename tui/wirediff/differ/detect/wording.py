"""wording: the same said in other words. What is left where both sides have words in the same place."""

from wirediff.differ.near import strangers
from wirediff.differ.scene import Half, Scene

_MOST_NAMED = 4
_FULLER = 2
"""Times as many words of its own up to which a side may say the same anew; with more it says more."""


def detect(scene: Scene) -> str | None:
    """Words against words: synonyms and forms of one word, or others, of which it is not known what they share."""
    left, right = scene.halves
    if scene.two_sided and not says_more(scene):
        return _unlike(scene) if in_doubt(scene) else f"“{left.shown}” on one side, “{right.shown}” on the other"
    only = scene.only
    if only is not None and not only.content_keys:
        return f"“{_with_host(only)}” on one side only changes no information"
    return None


def in_doubt(scene: Scene) -> bool:
    """True where both sides have words, and some without a known synonym on the other side."""
    return scene.two_sided and any(strangers(scene.left, scene.right))


def says_more(scene: Scene) -> bool:
    """True where one side has far more words of its own than the other: a phrase against a word or two."""
    few, many = sorted(map(len, strangers(scene.left, scene.right)))
    return many > max(1, _FULLER * few)


def _unlike(scene: Scene) -> str:
    left, right = scene.halves
    if left.length == right.length == 1:
        return f"“{left.shown}” against “{right.shown}” in the same place: other words, not known as synonyms"
    unknown = [word for words in strangers(left, right) for word in words]
    named = ", ".join(f"“{word}”" for word in unknown[:_MOST_NAMED]) + (" …" if len(unknown) > _MOST_NAMED else "")
    return (
        f"“{left.shown}” against “{right.shown}” in the same place: {named} without a known synonym on the other side"
    )


def _with_host(half: Half) -> str:
    """The span as it is cited, an ending ("'s") with the word that it belongs to."""
    before = half.before
    if before is not None and before.end == half.start and half.text[:1] in {"'", "’"}:
        return f"{before.text}{half.shown}"
    return half.shown
