"""label: one side characterises whom it speaks of."""

from wirediff.differ.detect.quotation import counterpart, opened_or_closed
from wirediff.differ.scene import Half, Scene

# Words of meaning on the charged side: in a longer stretch the term is one statement among others.
_MOST_CONTENT = 3


def detect(scene: Scene) -> str | None:
    """A charged term in the outlet's own voice on one side only, or quotation marks that keep a term at a distance."""
    return _charged(scene) or _scare_quotes(scene)


def _charged(scene: Scene) -> str | None:
    for half, other in scene.each_way():
        if len(half.content_keys) > _MOST_CONTENT:
            continue
        theirs = {use.term for use in other.touching(other.passage.charged)}
        for use in half.touching(half.passage.charged):
            if use.term in theirs or half.passage.quoted(use.start, use.end):
                continue
            against = f"; the other side has “{other.shown}”" if other.words else "; the other side has nothing there"
            says = f" (it says that {use.says})" if use.says else ""
            return f"{scene.glossary.title}: “{half.passage.text[use.start : use.end]}” characterises{says}{against}"
    return None


def _scare_quotes(scene: Scene) -> str | None:
    for half, other in scene.each_way():
        for quote in opened_or_closed(half):
            if (
                quote.scare
                and _is_term(half, quote.inner_start)
                and counterpart(half.passage, quote, other.passage) is None
            ):
                words = half.passage.text[quote.inner_start : quote.inner_end]
                return f"quotation marks around “{words}” on one side only keep the term at a distance"
    return None


def _is_term(half: Half, start: int) -> bool:
    """A quoted term rather than quoted speech: nobody said it in the words before, no comma leads it in."""
    before = [unit for unit in half.passage.units if unit.end <= start][-4:]
    verbs = half.passage.lexicon.reporting_verbs
    return not any(unit.key in verbs or unit.text in {",", ":"} for unit in before)
