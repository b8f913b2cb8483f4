"""Corrections of the alignment as people read them."""

from collections.abc import Iterator, Mapping, Sequence

from wirediff.notes import Correction
from wirediff.printable import inert


def corrections_lines(corrections: Sequence[Correction], overruled: Mapping[str, str]) -> Iterator[str]:
    """Each correction with its id first, then the paragraphs that it joins or parts, by how they begin.

    `overruled` says of some by which later one they are contradicted.
    """
    for number, correction in enumerate(corrections):
        yield from [""] * bool(number)
        decision = correction.decision
        when = f"{correction.created[:16].replace('T', ' ')} UTC"
        by = overruled.get(correction.id)
        facts = (decision.kind, correction.author, when, f"overruled by {by}" if by else "")
        yield f"{correction.id}  {inert(' · '.join(fact for fact in facts if fact))}"
        for end in (decision.left, decision.right):
            for paragraph in end.paragraphs:
                yield f"    {inert(end.path)} P{paragraph.n} “{inert(paragraph.opening)}”"
