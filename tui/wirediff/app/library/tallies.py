"""How many differences of each kind a story has: counted for the list of stories, and remembered."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirediff.kinds import KINDS, Kind, Severity
from wirediff.model import Story
from wirediff.text import word_count

if TYPE_CHECKING:
    from wirediff.app.library.session import Session

LONG = 60_000
"""Words of a story's versions, all together, from which on it is counted only once it has been opened."""

Key = tuple[str, tuple[str, ...]]
"""What a tally holds for: the story, and the contents of its versions."""


def key(story: Story) -> Key:
    """A story as its tally knows it: the same versions have the same differences."""
    return story.id, tuple(version.document.id for version in story.versions)


@dataclass(frozen=True)
class Tally:
    """Differences by kind, and how many of them are serious."""

    kinds: Mapping[Kind, int]
    serious: int

    @property
    def total(self) -> int:
        """All differences."""
        return sum(self.kinds.values())

    def gravest_first(self) -> list[tuple[Kind, int]]:
        """The kinds that occur with their numbers: serious kinds first, then the most frequent."""
        return sorted(self.kinds.items(), key=lambda item: (-KINDS[item[0]].severity.rank, -item[1], item[0]))


def countable(session: "Session", story: Story) -> bool:
    """Whether a story is counted: a long one once it has been compared."""
    if len(story.versions) < 2:
        return False
    return sum(word_count(version.document) for version in story.versions) < LONG or session.has_compared(story)


def tally(session: "Session", story: Story) -> Tally:
    """Count a story's differences: those of its comparison if it has been made, else of its base with each version.

    Takes as long as comparing that often; called beside the screen. Raises GlossaryError.
    """
    made = session.known(story.documents)
    found = made.differences if made else session.base_differences(story)
    return Tally(
        Counter(difference.kind for difference in found),
        sum(difference.severity is Severity.SERIOUS for difference in found),
    )
