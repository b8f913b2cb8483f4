"""Stories as people read them."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from wirediff.export.payload import counts
from wirediff.model import Difference, Story
from wirediff.naming import day, tag, version_names
from wirediff.printable import inert
from wirediff.text import word_count


def stories_lines(stories: Sequence[tuple[Story, Sequence[Difference]]]) -> Iterator[str]:
    """Each story with its versions, what they share with the base, and the kinds of their differences."""
    for number, story in enumerate(stories):
        yield from [""] * bool(number)
        yield from _story(*story)


def _story(story: Story, differences: Sequence[Difference]) -> Iterator[str]:
    yield f"{inert(story.headline) or 'without a headline'}  [{story.id}]"
    names = version_names(story.documents)
    for number, version in enumerate(story.versions):
        document, name = version.document, names[number]
        shared = "base" if number == 0 else f"{version.shared:.0%} shared"
        when = day(document.published)
        known = [name if name != PurePath(document.path).name else "", "" if when in name else when]
        facts = [*known, f"{word_count(document)} words", shared]
        yield f"  {tag(number)}  {inert(document.path)}  {inert(' · '.join(fact for fact in facts if fact))}"
    if len(story.versions) > 1:
        found = ", ".join(f"{kind.value} {count}" for kind, count in counts(differences).items())
        yield f"  differences: {found or 'none'}"
