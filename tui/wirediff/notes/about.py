"""Which notes lie in a story, and which differences a note is about."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from wirediff.model import HEADLINE, Comparison, Difference, Note, Side, Story
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

    A note on just the spans of a difference belongs to it, whichever version is the base. Where there is none, a note
    belongs to the differences whose words its own spans share: with two ends to those it touches on both sides, or on
    one where the other end lies in what answers them in the version that lacks them; with one end to those it touches
    there. Of several the note is about those of its kind, where it names one. Linear in the differences, and for each
    note in those of its paragraphs.
    """
    if not notes:  # then nothing need be known of the differences, of which there may be very many
        return {}
    shelf = _Shelf(comparison)
    found: dict[int, tuple[Note, ...]] = {}
    for note in notes:
        for index in shelf.indexes(note):
            found[index] = (*found.get(index, ()), note)
    return found


def difference_of(note: Note, comparison: Comparison) -> Difference | None:
    """The difference that a note is about; None where it is about none, or about several that cannot be told apart."""
    indexes = list(by_difference((note,), comparison))
    return comparison.differences[indexes[0]] if len(indexes) == 1 else None


class _Shelf:
    """The differences of a comparison, to be looked up by where they stand."""

    def __init__(self, comparison: Comparison) -> None:
        self._differences = comparison.differences
        self._rows = comparison.collation.rows
        self._versions = comparison.collation.versions
        self._at: dict[_Spot, set[int]] = {}
        self._in: dict[tuple[int, int], list[int]] = {}
        for index, difference in enumerate(comparison.differences):
            for side in _sides(difference):
                self._at.setdefault(_spot(side), set()).add(index)
                self._in.setdefault((side.version, side.paragraph), []).append(index)

    def indexes(self, note: Note) -> list[int]:
        """The differences that a note belongs to."""
        places = [
            _Spot(end.version, found.paragraph, found.start, found.end)
            for end in standing(note, self._versions, lambda: self._rows)
            if isinstance(end.outcome, Found) and end.version is not None and (found := end.outcome.anchor)
        ]
        if not places or len(places) < sum(end is not None for end in (note.left, note.right)):
            return []
        chosen = self._on(places) or self._touched(places)
        of_kind = [index for index in chosen if self._differences[index].kind == note.kind]
        return sorted(of_kind or chosen)

    def _on(self, places: Sequence[_Spot]) -> list[int]:
        """The differences that have just these spans."""
        common = set.intersection(*(self._at.get(place, set()) for place in places))
        # A note on an omission or addition must not turn up at a substitution that happens to have the same words.
        same_ends = [index for index in common if len(_sides(self._differences[index])) == len(places)]
        return same_ends or sorted(common)

    def _touched(self, places: Sequence[_Spot]) -> list[int]:
        """The differences whose words these spans share."""
        near = {index for place in places for index in self._in.get((place.version, place.paragraph), ())}
        return [index for index in sorted(near) if self._touches(places, self._differences[index])]

    def _touches(self, places: Sequence[_Spot], difference: Difference) -> bool:
        sides = _sides(difference)
        touched = [any(_share(place, side) for place in places) for side in sides]
        if len(places) == 1:
            return any(touched)
        if not all(touched):
            return False
        return len(sides) == len(places) or any(self._answers(place, difference) for place in places)

    def _answers(self, place: _Spot, difference: Difference) -> bool:
        """Whether a span lies where the version that lacks a difference would have it."""
        lacking = 0 if difference.left is None else difference.against
        there = (HEADLINE,) if difference.row is None else self._rows[difference.row].cells[lacking]
        return place.version == lacking and place.paragraph in there


def _sides(difference: Difference) -> list[Side]:
    return [side for side in (difference.left, difference.right) if side]


def _spot(side: Side) -> _Spot:
    return _Spot(side.version, side.paragraph, side.start, side.end)


def _share(place: _Spot, side: Side) -> bool:
    """Whether a span and a side have words in common, and not just the blank between two words."""
    if (place.version, place.paragraph) != (side.version, side.paragraph):
        return False
    start, end = max(place.start, side.start), min(place.end, side.end)
    if start >= end:
        return False
    common = side.text[start - side.start : end - side.start]
    return bool(common.strip()) or not side.text.strip()
