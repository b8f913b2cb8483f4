"""The room's public call: from documents to stories."""

from collections.abc import Sequence

from wirediff.glossary import Glossary
from wirediff.model import Document, Story
from wirediff.stories.candidates import candidates
from wirediff.stories.compose import compose
from wirediff.stories.linkage import link
from wirediff.stories.profile import Profile, profile
from wirediff.stories.split import split
from wirediff.stories.weights import Weights

TOPIC = 0.12
"""Average likeness down to which documents are of one topic."""


def group(documents: Sequence[Document], glossary: Glossary) -> tuple[Story, ...]:
    """The stories among `documents`; every document is in exactly one, whatever order they come in.

    Stories come by date, then headline; versions as `compose` says. Candidates keep the cost near-linear in the
    documents; only inside one topic is it quadratic.
    """
    known = sorted(((profile(document, glossary), document) for document in documents), key=lambda one: _place(*one))
    events = _events([one for one, _ in known])
    stories = [compose([known[n][1] for n in event]) for event in events]
    return tuple(sorted(stories, key=lambda story: (_first_day(story), story.headline, story.id)))


def _events(profiles: Sequence[Profile]) -> list[list[int]]:
    """Indices of the profiles, which are in order of date, grouped by event."""
    weights = Weights(profiles)
    vectors = [weights.vector(one) for one in profiles]
    topics = link(vectors, [one.days for one in profiles], candidates(vectors), TOPIC)
    return [event for topic in topics for event in split(topic, profiles, weights)]


def _place(one: Profile, document: Document) -> tuple[int, str, str]:
    return one.days.day or 0, document.id, document.path


def _first_day(story: Story) -> str:
    return min(document.published or "9999" for document in story.documents)
