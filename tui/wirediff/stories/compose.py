"""A group of documents becomes a Story: its base, the order of its versions, its id and headline."""

from collections import Counter
from collections.abc import Sequence

from wirediff.model import Document, Story, StoryVersion
from wirediff.stories.identity import precedence, story_id
from wirediff.stories.shared import Shingle, keys_of, shared, shingles

_LEAD = 80
"""Characters of the lead that stand for a headline."""


def compose(documents: Sequence[Document]) -> Story:
    """The story that `documents` tell; at least one document. Linear in their words.

    The base is the most central version: the one with the most text that the others have too. Ties go to the earlier
    date, then the path. The others follow by what they share with it, ties likewise.
    """
    if len(documents) == 1:  # most of an archive: nothing to compare, so nothing to cut into words
        return Story(story_id(documents), headline(documents[0]), (StoryVersion(documents[0], 1.0),))
    keys = [keys_of(document) for document in documents]
    runs = [shingles(key) for key in keys]
    central = _centrality(runs)
    base = min(range(len(documents)), key=lambda n: (-central[n], precedence(documents[n])))
    others = [
        StoryVersion(document, shared(key, runs[base]))
        for n, (document, key) in enumerate(zip(documents, keys, strict=True))
        if n != base
    ]
    others.sort(key=lambda version: (-version.shared, precedence(version.document)))
    return Story(story_id(documents), headline(documents[base]), (StoryVersion(documents[base], 1.0), *others))


def headline(document: Document) -> str:
    """The headline, or the beginning of the lead where there is none; empty for a document without text."""
    if document.headline:
        return document.headline
    leads = (" ".join(paragraph.text.split()) for paragraph in document.paragraphs)
    lead = next(filter(None, leads), "")
    if len(lead) <= _LEAD:
        return lead
    return lead[:_LEAD].rsplit(" ", 1)[0] + "…"


def _centrality(runs: Sequence[frozenset[Shingle]]) -> list[int]:
    """How many runs of words each version has in common with the others, summed over them.

    Text of its own gains a version nothing and costs it nothing. Counting in how many versions each run stands makes
    this linear where comparing every two versions would be quadratic.
    """
    spread = Counter(run for one in runs for run in one)
    return [sum(spread[run] - 1 for run in one) for one in runs]
