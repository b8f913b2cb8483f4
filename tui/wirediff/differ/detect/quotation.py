"""What several detectors ask about quotation marks."""

from collections.abc import Sequence

from wirediff.differ.passage import Passage
from wirediff.differ.scene import Half, Scene
from wirediff.text import Quotation, words


def opened_or_closed(half: Half) -> list[Quotation]:
    """The quotations whose opening or closing mark stands in the span."""
    return [
        quote
        for quote in half.passage.quotations
        if half.start <= quote.start < half.end or half.start < quote.end <= half.end
    ]


def is_scare(quote: Quotation, passage: Passage, other: Passage) -> bool:
    """True for quotation marks around a term rather than around what somebody said.

    At most three words, which the other side has without the marks; a single word is a term even where it has not.
    """
    if not quote.scare:
        return False
    keys = _keys(passage, quote)
    return len(keys) == 1 or keys <= frozenset(_words(other.text.casefold()))


def moves_words_into_quotes(scene: Scene) -> bool:
    """True where a quotation that this edit opens or closes has no counterpart on the other side.

    A counterpart quotes mostly the same words; where punctuation merely trades places with the mark it has one.
    """
    for half, other in scene.each_way():
        for quote in opened_or_closed(half):
            if counterpart(half.passage, quote, other.passage) is None:
                return True
    return False


def counterpart(passage: Passage, quote: Quotation, other: Passage) -> Quotation | None:
    """The other side's quotation that shares at least half of the quoted words, the best one."""
    words = _keys(passage, quote)
    best, shared = None, 0.0
    for candidate in other.quotations:
        theirs = _keys(other, candidate)
        common = len(words & theirs) / max(1, len(words | theirs))
        if common > shared:
            best, shared = candidate, common
    return best if shared >= 0.5 else None


def _keys(passage: Passage, quote: Quotation) -> frozenset[str]:
    inside = passage.text[quote.inner_start : quote.inner_end].casefold()
    return frozenset(_words(inside))


def _words(text: str) -> Sequence[str]:
    return [token.key for token in words(text)]
