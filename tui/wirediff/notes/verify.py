"""All notes and corrections held against the versions as they are now."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from wirediff.model import Note, Row, Story
from wirediff.notes.corrections import Correction, replay
from wirediff.notes.standing import End, Sureness, standing, sureness
from wirediff.notes.stories import StoryIndex

RowsOf = Callable[[Story], Sequence[Row]]
"""Gives the rows of a story, all its versions laid against each other; asked only where words do not decide."""


class Verified(NamedTuple):
    """A note and its ends, or none where it is on a whole story."""

    note: Note
    ends: tuple[End, ...]
    sureness: Sureness


class Verification(NamedTuple):
    """What became of all notes, and the corrections that no longer fit the versions."""

    notes: tuple[Verified, ...]
    misfits: tuple[Correction, ...]

    @property
    def counts(self) -> dict[Sureness, int]:
        """How many notes there are of each sureness, all of them named."""
        found = Counter(each.sureness for each in self.notes)
        return {each: found[each] for each in Sureness}

    @property
    def sound(self) -> bool:
        """Whether the place of every note is sure, if not the old one, and every correction fits."""
        return not self.misfits and all(each.sureness in {Sureness.FOUND, Sureness.MOVED} for each in self.notes)


def verify(
    notes: Iterable[Note], corrections: Iterable[Correction], stories: Sequence[Story], rows_of: RowsOf
) -> Verification:
    """Look for every note in the story that it lies in.

    A note whose story is not there is absent; one on a whole story has its place as long as that is there. Linear in
    the notes where versions have not changed.
    """
    shelf = StoryIndex(stories)
    found = tuple(_verified(note, shelf.story_of(note), rows_of) for note in notes)
    known = tuple(corrections)
    misfits = {each.id: each for story in stories for each in replay(known, story.documents).misfits}
    return Verification(found, tuple(misfits.values()))


def _verified(note: Note, story: Story | None, rows_of: RowsOf) -> Verified:
    if story is None:
        ends = standing(note, ())
        return Verified(note, ends, Sureness.ABSENT)
    ends = standing(note, story.documents, lambda: rows_of(story) if len(story.versions) > 1 else ())
    return Verified(note, ends, sureness(ends))
