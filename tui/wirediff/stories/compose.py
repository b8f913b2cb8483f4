"""A group of documents becomes a Story: its base, the order of its versions, its id and headline."""

import hashlib
from collections.abc import Sequence

from wirediff.model import Document, Story, StoryVersion
from wirediff.stories.shared import keys_of, shared, shingles

_UNDATED = "9999"
_LEAD = 80
"""Characters of the lead that stand for a headline."""


def compose(documents: Sequence[Document]) -> Story:
    """The story that `documents` tell; at least one document.

    The base is the most central version: the one in which the others find most of their words again. Ties go to the
    earlier date, then the path.
    """
    keys = [keys_of(document) for document in documents]
    runs = [shingles(key) for key in keys]

    def centrality(n: int) -> float:
        return sum(
            shared(key, runs[n]) + shared(keys[n], run)
            for m, (key, run) in enumerate(zip(keys, runs, strict=True))
            if m != n
        )

    base = min(range(len(documents)), key=lambda n: (-round(centrality(n), 9), *_tie(documents[n])))
    versions = [
        StoryVersion(documents[n], 1.0 if n == base else shared(keys[n], runs[base])) for n in range(len(documents))
    ]
    first = versions.pop(base)
    versions.sort(key=lambda version: (-version.shared, *_tie(version.document)))
    return Story(_id(documents), headline(first.document), (first, *versions))


def headline(document: Document) -> str:
    """The headline, or the beginning of the lead where there is none; empty for a document without text."""
    if document.headline:
        return document.headline
    lead = next((" ".join(p.text.split()) for p in document.paragraphs if p.text.strip()), "")
    if len(lead) <= _LEAD:
        return lead
    return lead[:_LEAD].rsplit(" ", 1)[0] + "…"


def _id(documents: Sequence[Document]) -> str:
    first = min(documents, key=lambda document: (document.published or _UNDATED, document.id))
    return hashlib.sha256(first.id.encode()).hexdigest()[:12]


def _tie(document: Document) -> tuple[str, str]:
    return document.published or _UNDATED, document.path
