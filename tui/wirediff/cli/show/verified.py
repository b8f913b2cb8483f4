"""Where notes stand in the present versions, as people read it."""

from collections.abc import Iterator

from wirediff.cli.show.notes import indented
from wirediff.model import HEADLINE
from wirediff.notes import Check, End, Found, Orphan, Sureness, Verification
from wirediff.printable import inert

_SAID = {
    Sureness.FOUND: "found in place",
    Sureness.MOVED: "found elsewhere",
    Sureness.CHECK: "to be checked",
    Sureness.ORPHAN: "without a place",
    Sureness.ABSENT: "in versions that are not there",
}


def verification_lines(found: Verification, width: int, quiet: bool) -> Iterator[str]:
    """The notes that are not in their place with what is to be said of them, the corrections, and the counts."""
    for each in found.notes:
        if each.sureness is not Sureness.FOUND:
            yield f"{each.note.id}  {each.sureness}"
            yield from indented(each.note.text, width)
            for end in each.ends:
                yield from end_lines(end)
    for correction in found.misfits:
        yield f"{correction.id}  correction no longer fits: {inert(correction.decision.named)}"
    if not quiet:
        counts = ", ".join(f"{count:,} {_SAID[each]}" for each, count in found.counts.items() if count)
        misfits = len(found.misfits)
        lost = f"; {_counted(misfits, 'correction')} no longer {'fits' if misfits == 1 else 'fit'}" if misfits else ""
        yield f"{_counted(len(found.notes), 'note')}{f': {counts}' if counts else ''}{lost}"


def end_lines(end: End) -> Iterator[str]:
    """An end of a note: where it was, and what came of looking for it."""
    anchor = end.anchor
    # The words of another program's annotation that were never found have no paragraph.
    before = f"{place(anchor.paragraph)} " if anchor.document else ""
    where = f"    {inert(anchor.path)} {before}“{inert(anchor.exact)}”"
    match end.outcome:
        case Found(anchor=found, moved=moved):
            yield f"{where}: now {place(found.paragraph)}" if moved else where
        case Check(why=why, candidates=candidates):
            yield f"{where}: {inert(why)}"
            for candidate in candidates:
                yield f"      ? {place(candidate.paragraph)} “{inert(candidate.text)}” ({inert(candidate.why)})"
        case Orphan(why=why):
            yield f"{where}: {inert(why)}"
        case None:
            yield f"{where}: the version is not there"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def place(paragraph: int) -> str:
    """How a paragraph is cited."""
    return "headline" if paragraph == HEADLINE else f"P{paragraph}"
