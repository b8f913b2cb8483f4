"""label: one side characterises whom it speaks of."""

from collections import Counter
from collections.abc import Sequence

from wirediff.differ.detect.quotation import counterpart, is_scare, opened_or_closed
from wirediff.differ.passage import Passage
from wirediff.differ.scene import Half, Scene
from wirediff.differ.units import Unit
from wirediff.differ.words import MEANS_SOMETHING
from wirediff.glossary import ChargedUse
from wirediff.text import Quotation

# Words of meaning on the charged side: in a longer stretch the term is one statement among others.
_MOST_CONTENT = 3
_CLOSE = 4
"""Units."""
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "this", "these"})
_SPEAKER = 6
"""Units of ", the army said" at the end of a sentence."""


def detect(scene: Scene) -> str | None:
    """A charged term in the outlet's own voice on one side only, or quotation marks that keep a term at a distance."""
    return _charged(scene) or _scare_quotes(scene)


def _charged(scene: Scene) -> str | None:
    used = [(half, _uses(half, other)) for half, other in scene.each_way()]
    told = [(half, uses[0]) for half, uses in used if uses]
    if not told:
        return None
    shown = " and ".join(f"“{_term(half, use)}”" for half, use in told)
    if len(told) == 2:
        return f"{scene.glossary.cites(told[0][1].term)}: {shown} characterise, each in its own way"
    half, use = told[0]
    other = scene.right if half is scene.left else scene.left
    says = f" (it says that {use.says})" if use.says else ""
    against = f"has “{other.shown}”" if other.words else "lacks it"
    return f"{scene.glossary.cites(use.term)}: {shown} characterises{says}; the other side {against}"


def _term(half: Half, use: ChargedUse) -> str:
    """The term as far as it stands in the span: of "occupied West Bank", the place is on both sides."""
    inside = half.passage.text[max(half.start, use.start) : min(half.end, use.end)].strip()
    return inside or half.passage.text[use.start : use.end]


def _uses(half: Half, other: Half) -> list[ChargedUse]:
    """The charged terms of the span, in the outlet's own voice, that the other passage does not use as often."""
    here = half.touching(half.passage.charged)
    if not here or len(half.content_keys) > _MOST_CONTENT:
        return []
    ours, theirs = (Counter(use.term for use in passage.charged) for passage in (half.passage, other.passage))
    return [use for use in here if ours[use.term] > theirs[use.term] and not half.passage.quoted(use.start, use.end)]


def _scare_quotes(scene: Scene) -> str | None:
    for half, other in scene.each_way():
        for quote in opened_or_closed(half):
            words = half.passage.text[quote.inner_start : quote.inner_end]
            if (
                is_scare(quote, half.passage, other.passage)
                and _is_term(half, quote)
                and counterpart(half.passage, quote, other.passage) is None
            ):
                return f"quotation marks around “{words}” on one side only keep the term at a distance"
    return None


def _is_term(half: Half, quote: Quotation) -> bool:
    """A quoted term rather than quoted speech: nobody says or calls it so before it in its sentence, or closes it.

    A charged term in marks is one whoever speaks, unless the verb, a comma or a colon is close.
    """
    passage, start = half.passage, quote.inner_start
    lists = passage.lexicon
    speech = lists.reporting_verbs.keys() | lists.calling_verbs
    sentence = max((at for at in passage.sentence_starts if at < start), default=0)
    before = [unit for unit in passage.units if sentence <= unit.start and unit.end <= quote.start]
    if any(unit.text in {",", ":"} for unit in before[-_CLOSE:]):
        return False
    if any(use.start <= start + 1 < use.end for use in passage.charged):
        return not any(unit.key in speech for unit in before[-_CLOSE:])
    before = before[: _presented(before, quote, passage)]
    return not any(unit.key in speech for unit in before) and not _said_behind(quote, passage)


def _presented(before: Sequence[Unit], quote: Quotation, passage: Passage) -> int:
    """Where the verb stands that presents the words in marks as a thing (hailed his "plan"), else behind all units."""
    at = next((at for at in reversed(range(len(before))) if before[at].key not in _DETERMINERS), -1)
    after = next((unit for unit in passage.units if unit.start >= quote.end), None)
    whole = after is None or after.is_mark or after.weight < MEANS_SOMETHING
    return at if at >= 0 and whole and before[at].key in passage.lexicon.presenting_verbs else len(before)


def _said_behind(quote: Quotation, passage: Passage) -> bool:
    """True where the sentence ends with who says it: ", the army said"."""
    end = min((at for at in passage.sentence_starts if at >= quote.end), default=len(passage.text))
    behind = [unit for unit in passage.units if quote.end <= unit.start and unit.end <= end]
    comma = max((at for at, unit in enumerate(behind) if unit.text == ","), default=len(behind))
    tail = behind[comma + 1 :]
    return len(tail) <= _SPEAKER and any(unit.key in passage.lexicon.reporting_verbs for unit in tail)
