"""What an export is made of: stories compared, the notes on them, and which note is about which difference."""

from collections.abc import Iterator, Sequence
from typing import Self

from msgspec import Struct

from wirediff.insight.facts import Fact
from wirediff.insight.ledger import Substitution
from wirediff.insight.names import NameEntry
from wirediff.model import Comparison, Difference, Document, Failure, Note, Story
from wirediff.notes import by_difference


class Findings(Struct, frozen=True):
    """What only all versions of a story together show."""

    names: tuple[NameEntry, ...] = ()
    ledger: tuple[Substitution, ...] = ()
    facts: tuple[Fact, ...] = ()


class StoryReport(Struct, frozen=True):
    """A story ready to be exported: compared where it has two versions or more, with the notes that lie in it.

    `on_differences` has the notes about each difference, in the order of the comparison's differences. `findings` are
    there for formats that show them. `partial` says that only some of the differences were asked for.
    """

    story: Story
    comparison: Comparison | None
    notes: tuple[Note, ...] = ()
    on_differences: tuple[tuple[Note, ...], ...] = ()
    findings: Findings = Findings()
    partial: bool = False

    @classmethod
    def of(
        cls,
        story: Story,
        comparison: Comparison | None,
        notes: Sequence[Note] = (),
        findings: Findings = Findings(),  # noqa: B008 - it is frozen
    ) -> Self:
        """The report on a story, with its notes put to the differences that they are about."""
        if comparison is None:
            return cls(story, None, tuple(notes), findings=findings)
        found = by_difference(notes, comparison)
        on_differences = tuple(found.get(index, ()) for index in range(len(comparison.differences)))
        return cls(story, comparison, tuple(notes), on_differences, findings)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The versions, the base first."""
        return self.story.documents

    @property
    def annotated(self) -> Iterator[tuple[Difference, tuple[Note, ...]]]:
        """Each difference with the notes about it; none for a story of one version."""
        return zip(self.comparison.differences if self.comparison else (), self.on_differences, strict=True)


class Report(Struct, frozen=True):
    """All that an export shows; `partial` as in its stories, of which a choice may leave none."""

    stories: tuple[StoryReport, ...]
    errors: tuple[Failure, ...] = ()
    partial: bool = False
