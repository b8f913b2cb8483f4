"""claim: scope, degree, certainty or polarity differs."""

from wirediff.differ.scene import Half, Scene

# Words of meaning on a side: in a longer rewrite one such word is not what it is about.
_MOST_CONTENT = 3


def detect(scene: Scene) -> str | None:
    """A negation, modal, hedge, scope word or degree word that the other side lacks."""
    if any(len(half.content_keys) > _MOST_CONTENT for half in scene.halves):
        return None
    lists = scene.lexicon
    for what, words in (
        ("polarity", lists.negations),
        ("certainty", lists.modals | lists.hedges),
        ("scope", lists.scope),
        ("degree", lists.degree),
    ):
        ours, theirs = _found(scene.left, words), _found(scene.right, words)
        if ours == theirs:
            continue
        shown = ", ".join(sorted(ours ^ theirs))
        return f"{what} differs: “{shown}” stands on one side only"
    return None


def _found(half: Half, words: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase for phrase in half.phrases if phrase in words)
