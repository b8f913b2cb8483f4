"""Versions whose files have changed, put in the places of the old ones."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

from wirediff.model import Document, Story, StoryVersion

if TYPE_CHECKING:
    from wirediff.app.session import Library

Fresh = Mapping[str, Document]
"""What was read again, by path."""


def reread(story: Story, fresh: Fresh) -> Story:
    """The story with its versions as they are now; id, headline and order stay, so that what is open stays open."""
    if not any(document.path in fresh for document in story.documents):
        return story
    from wirediff.stories.shared import keys_of, shared, shingles

    base, *others = (fresh.get(document.path, document) for document in story.documents)
    runs = shingles(keys_of(base))
    versions = [StoryVersion(other, shared(keys_of(other), runs)) for other in others]
    return structs.replace(story, versions=(structs.replace(story.versions[0], document=base), *versions))


def renewed(library: "Library", fresh: Fresh) -> "Library":
    """The library with all its stories as they are now."""
    return replace(library, stories=tuple(reread(story, fresh) for story in library.stories))
