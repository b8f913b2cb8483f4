"""The room's public call: from documents to stories."""

from collections.abc import Sequence

from wirediff.glossary import Glossary
from wirediff.model import Document, Story
from wirediff.stories.cluster import clusters
from wirediff.stories.compose import compose
from wirediff.stories.evidence import weigh


def group(documents: Sequence[Document], glossary: Glossary) -> tuple[Story, ...]:
    """The stories among `documents`; every document is in exactly one.

    The order of the documents does not matter: stories come by date, headline and id, versions as `compose` says.
    """
    ordered = sorted(documents, key=lambda document: (document.path, document.id, document.headline))
    found = clusters(len(ordered), weigh(ordered, glossary))
    stories = [compose([ordered[n] for n in members]) for members in found]
    return tuple(sorted(stories, key=_place))


def _place(story: Story) -> tuple[str, str, str]:
    first = min((document.published or "9999" for document in story.documents), default="9999")
    return first, story.headline, story.id
