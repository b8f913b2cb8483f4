"""Rulings on substitutions, kept in the user's glossary, each of which can be taken back."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wirediff.glossary import Judged, load
from wirediff.insight.judge import Touched, preview, record, withdraw

if TYPE_CHECKING:
    from wirediff.model import Comparison


class _Act(NamedTuple):
    judged: Judged
    replaced: tuple[Judged, ...]


class Rulings:
    """What was judged in this run, to be taken back one by one; `path` is the glossary, which is made if need be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._acts: list[_Act] = []

    def judge(self, judged: Judged) -> Judged:
        """Put a judgement into the glossary, and give it back. Raises GlossaryError, WriteError and OSError."""
        before = load(self.path).judged if self.path.exists() else ()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        record(judged, self.path)
        after = load(self.path).judged
        self._acts.append(_Act(judged, tuple(each for each in before if each not in after)))
        return judged

    def take_back(self) -> Judged | None:
        """Undo the last judgement of this run; what it had replaced holds again. None where there is none.

        Raises GlossaryError and WriteError.
        """
        if not self._acts:
            return None
        judged, replaced = self._acts[-1]
        withdraw(self.path, judged)
        for each in replaced:
            record(each, self.path)
        self._acts.pop()
        return judged


def previews(choices: Sequence[Judged], comparisons: Iterable["Comparison"]) -> list[tuple[Touched, ...]]:
    """Every place that each of some judgements would touch; linear in the differences, called beside the screen."""
    compared = tuple(comparisons)
    return [preview(judged, compared) for judged in choices]
