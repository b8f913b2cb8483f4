"""Which notes lie in a story, and which difference a note is about."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from wirediff.model import Comparison, Difference, Note, Story
from wirediff.notes.refind import Found
from wirediff.notes.standing import standing


class _Spot(NamedTuple):
    version: int
    paragraph: int
    start: int
    end: int


def notes_for(story: Story, notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes that lie in a story, in the order given.

    A note belongs to the story it names, and to the story that holds a version it is fastened in: a story may have
    got another id since, because a version was added.
    """
    ids = {document.id for document in story.documents}
    paths = {os.path.realpath(document.path) for document in story.documents}
    return tuple(note for note in notes if note.story == story.id or _lies_in(note, ids, paths))


def _lies_in(note: Note, ids: set[str], paths: set[str]) -> bool:
    ends = [end for end in (note.left, note.right) if end]
    return any(end.document in ids or os.path.realpath(end.path) in paths for end in ends)


def by_difference(notes: Sequence[Note], comparison: Comparison) -> dict[int, tuple[Note, ...]]:
    """Which notes belong to which difference, by its index in the comparison.

    A note with two ends belongs to the difference between just these spans, whichever is the base; a note with one
    end to those that have this span on a side, and of several to those of its kind where it names one.
    """
    spots: dict[_Spot, set[int]] = {}
    for index, difference in enumerate(comparison.differences):
        for spot in _spots(difference):
            spots.setdefault(spot, set()).add(index)
    found: dict[int, tuple[Note, ...]] = {}
    for note in notes:
        for index in _indexes(note, comparison, spots):
            found[index] = (*found.get(index, ()), note)
    return found


def difference_of(note: Note, comparison: Comparison) -> Difference | None:
    """The difference that a note is about; None where it is about none, or about several that cannot be told apart."""
    indexes = list(by_difference((note,), comparison))
    return comparison.differences[indexes[0]] if len(indexes) == 1 else None


def _spots(difference: Difference) -> set[_Spot]:
    sides = (difference.left, difference.right)
    return {_Spot(side.version, side.paragraph, side.start, side.end) for side in sides if side}


def _indexes(note: Note, comparison: Comparison, spots: dict[_Spot, set[int]]) -> list[int]:
    places = [
        _Spot(end.version, found.paragraph, found.start, found.end)
        for end in standing(note, comparison.collation.versions, lambda: comparison.collation.rows)
        if isinstance(end.outcome, Found) and end.version is not None and (found := end.outcome.anchor)
    ]
    if not places or len(places) < sum(end is not None for end in (note.left, note.right)):
        return []
    common = set.intersection(*(spots.get(place, set()) for place in places))
    # A note on an omission or addition must not turn up at a substitution that happens to have the same words.
    same_ends = [index for index in common if len(_spots(comparison.differences[index])) == len(places)]
    chosen = same_ends or sorted(common)
    of_kind = [index for index in chosen if comparison.differences[index].kind == note.kind]
    return sorted(of_kind or chosen)
