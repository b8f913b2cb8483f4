"""Stories as people read them."""

from collections.abc import Iterator, Sequence

from wirediff.export.payload import counts
from wirediff.model import Comparison, Story
from wirediff.printable import inert


def stories_lines(stories: Sequence[tuple[Story, Comparison | None]]) -> Iterator[str]:
    """Each story with its versions, what they share with the base, and the kinds of their differences."""
    for number, story in enumerate(stories):
        yield from [""] * bool(number)
        yield from _story(*story)


def _story(story: Story, comparison: Comparison | None) -> Iterator[str]:
    yield f"{inert(story.headline) or 'without a headline'}  [{story.id}]"
    for number, version in enumerate(story.versions, 1):
        document = version.document
        shared = "base" if number == 1 else f"{version.shared:.0%} shared"
        facts = [document.source, document.published, f"{document.words} words", shared]
        yield f"  V{number}  {inert(document.path)}  {inert(' · '.join(fact for fact in facts if fact))}"
    if comparison:
        found = ", ".join(f"{kind.value} {count}" for kind, count in counts(comparison.differences).items())
        yield f"  differences: {found or 'none'}"
