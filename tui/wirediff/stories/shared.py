"""How much of one version stands word for word in another."""

from collections.abc import Sequence

from wirediff.model import Document
from wirediff.text import words

RUN = 4
"""Words in a row that count as text in common; shorter runs are the small change of any two reports."""

Shingle = tuple[str, ...]


def keys_of(document: Document) -> list[list[str]]:
    """The words of each paragraph, folded for typography and case; marks do not count."""
    return [[token.key for token in words(paragraph.text)] for paragraph in document.paragraphs]


def shingles(paragraphs: Sequence[Sequence[str]]) -> frozenset[Shingle]:
    """Every run of `RUN` words inside a paragraph; a shorter paragraph is one run by itself."""
    return frozenset(run for paragraph in paragraphs for run in _runs(paragraph))


def shared(paragraphs: Sequence[Sequence[str]], other: frozenset[Shingle]) -> float:
    """The part (0 to 1) of the words that stand in runs which `other` has too; 0 where there are no words.

    A word counts once however many runs cover it, so that a run of any length counts with its full length. Linear in
    the number of words.
    """
    total = covered = 0
    for paragraph in paragraphs:
        total += len(paragraph)
        reached = 0  # the first word not yet covered
        for start, run in enumerate(_runs(paragraph)):
            if run in other:
                end = start + len(run)
                covered += end - max(start, reached)
                reached = end
    return covered / total if total else 0.0


def _runs(paragraph: Sequence[str]) -> list[Shingle]:
    if not paragraph:
        return []
    return [tuple(paragraph[start : start + RUN]) for start in range(max(1, len(paragraph) - RUN + 1))]
