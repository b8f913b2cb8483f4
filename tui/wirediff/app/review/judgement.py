"""What the notes on a difference come to, and the verdicts by their numbers."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from wirediff.model import Note
from wirediff.verdicts import DISMISSED, OPEN

if TYPE_CHECKING:
    from wirediff.notes import Fields


class Judgement(NamedTuple):
    """What has been concluded about a difference, and where that stands."""

    verdict: str | None
    status: str = OPEN

    @property
    def settled(self) -> bool:
        """Whether anything has been concluded; words alone conclude nothing."""
        return self.verdict is not None or self.status != OPEN

    @property
    def named(self) -> str:
        """The judgement in a few words: "error, confirmed"; "" where nothing has been concluded."""
        if self.status == DISMISSED:
            return f"not a discrepancy ({self.verdict})" if self.verdict else "not a discrepancy"
        return ", ".join([*([self.verdict] if self.verdict else []), *([self.status] if self.status != OPEN else [])])


class Progress(NamedTuple):
    """How many differences of those shown have been judged, and how many rows of all reviewed."""

    judged: int = 0
    differences: int = 0
    reviewed: int = 0
    rows: int = 0

    def told(self, *, briefly: bool = False) -> str:
        """The progress in words, or with a sign for the first of them."""
        first = "✓" if briefly else "judged "
        return f"{first}{self.judged:,}/{self.differences:,} · reviewed {self.reviewed:,}/{self.rows:,}"


def judgement(notes: Sequence[Note]) -> Judgement:
    """What notes on one difference come to: the first that concludes anything speaks for it."""
    every = (Judgement(note.verdict, note.status) for note in notes)
    return next((each for each in every if each.settled), Judgement(None))


def judged(notes: Mapping[int, Sequence[Note]]) -> dict[int, Judgement]:
    """The differences that have been judged, by index, out of notes by difference."""
    found = {index: judgement(some) for index, some in notes.items()}
    return {index: each for index, each in found.items() if each.settled}


def changed(note: Note, given: Judgement) -> "Fields":
    """The fields of a note that a judgement changes.

    A verdict opens again what had been dismissed; a status leaves the verdict as it was.
    """
    if given.verdict is None:
        return {"status": given.status}
    return {"verdict": given.verdict, "status": OPEN if note.status == DISMISSED else note.status}


def verdict_of(number: int, verdicts: Mapping[str, str]) -> str | None:
    """The verdict that a digit stands for; None for one without."""
    words = list(verdicts)
    return words[number - 1] if 1 <= number <= len(words) else None
