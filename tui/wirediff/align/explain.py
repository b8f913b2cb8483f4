"""The sentence that says what a row rests on."""

from collections.abc import Sequence

from wirediff.align.lexed import spoken
from wirediff.align.links import Block
from wirediff.text import fold, words

LEAST_QUOTED = 3
"""Words of a quotation that make it worth naming."""

MOST_NAMED = 4
"""How many shared names, and how many shared words, a sentence names."""


def rests_on(block: Block, left: Sequence[str], right: Sequence[str]) -> str:
    """What links the texts of a row's two sides: quotations, names, figures and words in common."""
    if list(left) == list(right):
        return "The text is the same."
    shared = _shared(block, " ".join(left), " ".join(right))
    if block.pinned:
        return "Linked by hand" + (f"; both have {shared}." if shared else ".")
    if not shared:
        return "Both stand beside paragraphs that are linked, and common words of theirs agree."
    return f"Both have {shared}."


def _shared(block: Block, left: str, right: str) -> str:
    parts = []
    quoted = _quoted(left, right)
    if quoted:
        parts.append(f"the quotation “{quoted}”")
    told = set(_spoken(quoted)) if quoted else set()
    parts += _listed("the name", [term[1:] for term in block.terms if term.startswith("=")])
    parts += _listed("the figure", [term for term in block.terms if term[0].isdigit() and term not in told])
    spoken = _spoken(left)
    plain = [term for term in block.terms if term in spoken and not term[0].isdigit() and term not in told]
    parts += _listed("the word", [f"“{spoken[term]}”" for term in plain if len(spoken[term]) > 2])
    return _joined(parts)


def _spoken(text: str) -> dict[str, str]:
    """The words of a text by the terms that stand for them."""
    return {term: word for word, term in reversed(list(spoken(text)))}


def _listed(noun: str, things: Sequence[str]) -> list[str]:
    """A phrase for the first few of `things`, none for none."""
    first = things[:MOST_NAMED]
    return [f"{noun}{'s' if len(first) > 1 else ''} {_joined(first)}"] if first else []


def _joined(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _quoted(left: str, right: str) -> str:
    """The longest quotation of the left side that the right side holds too, word for word; "" for none."""
    pieces = fold(left).split('"')
    if len(pieces) == 1:
        return ""
    there = f" {' '.join(word.key for word in words(right))} "
    best: list[str] = []
    for number, piece in enumerate(pieces):
        spoken = words(piece)
        keys = [word.key for word in spoken]
        inside = number % 2 == 1 and len(keys) >= LEAST_QUOTED
        if inside and len(keys) > len(best) and f" {' '.join(keys)} " in there:
            best = [word.text for word in spoken]
    return " ".join(best)
