"""What an export is made of: stories compared, the notes on them, and which note is about which difference."""

from collections.abc import Iterator, Sequence
from typing import Self

from msgspec import Struct

from wirediff.model import Comparison, Difference, Document, Failure, Note, Story
from wirediff.notes import by_difference


class StoryReport(Struct, frozen=True):
    """A story ready to be exported: compared where it has two versions or more, with the notes that lie in it.

    `on_differences` has the notes about each difference, in the order of the comparison's differences.
    """

    story: Story
    comparison: Comparison | None
    notes: tuple[Note, ...] = ()
    on_differences: tuple[tuple[Note, ...], ...] = ()

    @classmethod
    def of(cls, story: Story, comparison: Comparison | None, notes: Sequence[Note] = ()) -> Self:
        """The report on a story, with its notes put to the differences that they are about."""
        if comparison is None:
            return cls(story, None, tuple(notes))
        found = by_difference(notes, comparison)
        on_differences = tuple(found.get(index, ()) for index in range(len(comparison.differences)))
        return cls(story, comparison, tuple(notes), on_differences)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The versions, the base first."""
        return self.story.documents

    @property
    def annotated(self) -> Iterator[tuple[Difference, tuple[Note, ...]]]:
        """Each difference with the notes about it; none for a story of one version."""
        return zip(self.comparison.differences if self.comparison else (), self.on_differences, strict=True)


class Report(Struct, frozen=True):
    """All that an export shows."""

    stories: tuple[StoryReport, ...]
    errors: tuple[Failure, ...] = ()
