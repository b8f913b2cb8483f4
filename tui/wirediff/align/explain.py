"""The sentence that says what a row rests on."""

from collections.abc import Sequence

from wirediff.align.lexed import words_of
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
    told = {word.term for word in words_of(quoted)}
    terms = [term for term in block.terms if term not in told]
    parts += _listed("the name", [term[1:] for term in terms if term.startswith("=")])
    parts += _listed("the figure", [term for term in terms if term[0].isdigit()])
    plain = [term for term in terms if not term[0].isdigit()]
    parts += _listed("the word", [f"“{word}”" for word in _written(plain, left, right)])
    return _joined(parts)


def _written(terms: Sequence[str], left: str, right: str) -> list[str]:
    """The words of `left` that some terms stand for, in the order of the terms; shared pieces that overlap are one."""
    rank = {term: number for number, term in enumerate(terms)}
    there = {word.term for word in words_of(right)}
    found: list[tuple[int, int, int]] = []
    for start, end, term in words_of(left):
        if term in there:
            first = rank.get(term, len(rank))
            if found and start < found[-1][2]:
                before, start, _ = found.pop()
                first = min(first, before)
            found.append((first, start, end))
    written = {first: left[start:end] for first, start, end in reversed(found) if first < len(rank)}
    return [word for _, word in sorted(written.items()) if len(word) > (1 if word >= "\u0e01" else 2)]


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
    said = ""
    for number, piece in enumerate(pieces):
        spoken = words(piece)
        keys = [word.key for word in spoken]
        inside = number % 2 == 1 and len(keys) >= LEAST_QUOTED
        if inside and len(keys) > len(best) and f" {' '.join(keys)} " in there:
            best, said = keys, piece[spoken[0].start : spoken[-1].end]
    return said
