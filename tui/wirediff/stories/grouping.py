"""The room's public call: from documents to stories."""

from collections.abc import Callable, Sequence

from wirediff.glossary import Glossary
from wirediff.model import Document, Story
from wirediff.stories.candidates import candidates
from wirediff.stories.compose import compose
from wirediff.stories.copies import families
from wirediff.stories.dates import Days, together
from wirediff.stories.identity import identity, precedence
from wirediff.stories.linkage import link
from wirediff.stories.profile import Profile, profile
from wirediff.stories.split import FEWEST, split
from wirediff.stories.weights import Vector, Weights

TOPIC = 0.1
"""Average likeness down to which documents are of one topic."""
FEW = 0.15
"""The same for documents too few to show what tells them apart, where likeness is all there is to go by."""
LARGEST = 400
"""Documents of one topic among which events are looked for; the cost is quadratic there, some seconds for so many."""
STEP = 0.08
"""How much more likeness is asked for inside a larger topic, again and again ..."""
REWRITES = 0.4
"""... up to the likeness of rewrites of one report."""

PROFILED, LINKED, COMPOSED = 11, 4, 5
"""Shares of the work that a document makes when it is profiled, compared with its like, and put into a story."""


def group(
    documents: Sequence[Document], glossary: Glossary, progress: Callable[[int, int], None] | None = None
) -> tuple[Story, ...]:
    """The stories among `documents`; every document is in exactly one, whatever order they come in.

    Copies of one report (the same content under other paths) are always in one story. Stories come by date, then
    headline; versions as `compose` says. Candidates keep the cost near-linear in the documents; only inside one topic
    is it quadratic, up to `LARGEST`. `progress` is told how much is done of how much; what it raises ends the work.
    """
    tell = _Told(progress, len(documents))
    copies: dict[str, list[Document]] = {}
    for document in documents:
        copies.setdefault(identity(document), []).append(document)
    known = []
    for name, same in copies.items():
        known.append((profile(min(same, key=precedence), glossary), name))
        tell.more(PROFILED * len(same))
    known.sort(key=lambda one: (one[0].days.day or 0, one[1]))
    found = events([one for one, _ in known])
    tell.more(LINKED * len(documents))
    stories = []
    for event in found:
        stories.append(compose([document for n in event for document in copies[known[n][1]]]))
        tell.more(COMPOSED * len(stories[-1].versions))
    return tuple(sorted(stories, key=_place))


class _Told:
    """Somebody who is told how far the grouping is."""

    def __init__(self, progress: Callable[[int, int], None] | None, documents: int) -> None:
        self._progress = progress
        self._total = (PROFILED + LINKED + COMPOSED) * documents
        self._done = 0

    def more(self, done: int) -> None:
        self._done += done
        if self._progress:
            self._progress(self._done, self._total)


def events(profiles: Sequence[Profile]) -> list[list[int]]:
    """Indices of the profiles, which should be in order of date, grouped by the event they tell of.

    Copies of one text are one witness: a dispatch that forty sites print must neither make its words common nor look
    like an event of its own among other reports of the event. So each family of copies counts as its first document.
    """
    copies = families([one.sketch for one in profiles], [one.days for one in profiles])
    leaders = [profiles[family[0]]._replace(days=together(profiles[n].days for n in family)) for family in copies]
    return [sorted(n for leader in event for n in copies[leader]) for event in _events(leaders)]


def _events(profiles: Sequence[Profile]) -> list[list[int]]:
    weights = Weights(profiles)
    vectors = [weights.vector(one) for one in profiles]
    days = [one.days for one in profiles]
    found: list[list[int]] = []
    for topic in _topics(list(range(len(profiles))), vectors, days, TOPIC):
        for event in split(topic, profiles, weights) if len(topic) <= LARGEST else [topic]:
            found.extend(_linked(event, vectors, days, FEW) if len(event) < FEWEST else [event])
    return found


def _topics(some: list[int], vectors: Sequence[Vector], days: Sequence[Days], least: float) -> list[list[int]]:
    """`some` grouped by topic; a topic too large to look for events in is taken apart by asking for more likeness.

    What stays large however much is asked for is one report much rewritten.
    """
    topics: list[list[int]] = []
    for topic in _linked(some, vectors, days, least):
        again = len(topic) > LARGEST and least < REWRITES
        topics.extend(_topics(topic, vectors, days, least + STEP) if again else [topic])
    return topics


def _linked(some: list[int], vectors: Sequence[Vector], days: Sequence[Days], least: float) -> list[list[int]]:
    own = [vectors[n] for n in some]
    linked = link(own, [days[n] for n in some], candidates(own), least)
    return [[some[at] for at in one] for one in linked]


def _place(story: Story) -> tuple[str, str, str]:
    first, *_ = min(map(precedence, story.documents))
    return first, story.headline, story.id
