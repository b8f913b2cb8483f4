"""What is fastened in versions, with other paths to these: as they are recorded, or as they lead there from here."""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from msgspec.structs import replace

from wirediff.model import Anchor, Note
from wirediff.notes.corrections import Correction, Decision
from wirediff.notes.draft import Draft
from wirediff.notes.reviews import Mark, Review

_Fastened = TypeVar("_Fastened", Note, Draft)


class Rerouted:
    """Gives things with other paths; each path is looked up once, for notes by the thousand lie in a few versions."""

    def __init__(self, route: Callable[[str], str]) -> None:
        self._route = cache(route)

    def end(self, end: Anchor | None) -> Anchor | None:
        """An anchor with other paths: its version's, and that of the one that answers it."""
        if end is None:
            return None
        answer = replace(end.answer, path=self._route(end.answer.path)) if end.answer else None
        return replace(end, path=self._route(end.path), answer=answer)

    def fastened(self, note: _Fastened) -> _Fastened:
        """A note, recorded or not, with other paths."""
        return replace(note, left=self.end(note.left), right=self.end(note.right))

    def decision(self, decision: Decision) -> Decision:
        """A decision with other paths."""
        left, right = (replace(end, path=self._route(end.path)) for end in (decision.left, decision.right))
        return replace(decision, left=left, right=right)

    def correction(self, correction: Correction) -> Correction:
        """A correction with other paths."""
        return replace(correction, decision=self.decision(correction.decision))

    def mark(self, mark: Mark) -> Mark:
        """A mark with other paths."""
        return replace(mark, ends=tuple(filter(None, map(self.end, mark.ends))))

    def review(self, review: Review) -> Review:
        """A mark that was recorded, with other paths."""
        return replace(review, mark=self.mark(review.mark))
