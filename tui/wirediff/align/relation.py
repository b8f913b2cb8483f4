"""How versions are related as wholes: by the text they share, or else by when and where it happened."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from wirediff.align.links import Answer
from wirediff.glossary import Glossary
from wirediff.model import Document, Relation

SAME_REPORT, REWRITE = 0.5, 0.2
"""Versions of which one holds this part of the other, by weight, print one report, or rewrite it."""

MOST_DAYS = 7
"""Reports further apart in time than this tell of different events, whatever they share in names."""

OFTEN = 2
"""How often a report names a place that it is about; the headline counts too."""


def relation_of(
    answers: Mapping[tuple[int, int], Answer], versions: Sequence[Document], glossary: Glossary
) -> Relation:
    """How the versions are related: as the one that is least like any other is to the version most like it.

    `answers` holds each pair of versions by their numbers, the lower first. A version that shares no paragraph with
    any other is related if it is about the same place as one, at the same time.
    """
    best = [0.0] * len(versions)
    linked = [False] * len(versions)
    for pair, found in answers.items():
        for version in pair:
            best[version] = max(best[version], found.left_shared, found.right_shared)
            linked[version] |= bool(found.links)
    if not all(linked):
        about = [_local_places(version, glossary) for version in versions]
        alike = {
            version
            for pair in answers
            if _same_time(*(versions[v] for v in pair)) and about[pair[0]] & about[pair[1]]
            for version in pair
        }
        strangers = [version for version, found in enumerate(linked) if not found and version not in alike]
        return Relation.DIFFERENT_EVENT if strangers else Relation.RELATED
    least = min(best)
    return Relation.SAME_REPORT if least >= SAME_REPORT else Relation.REWRITE if least >= REWRITE else Relation.RELATED


def _same_time(one: Document, other: Document) -> bool:
    if one.published is None or other.published is None:
        return True
    days = date.fromisoformat(one.published[:10]) - date.fromisoformat(other.published[:10])
    return abs(days.days) <= MOST_DAYS


def _local_places(version: Document, glossary: Glossary) -> frozenset[str]:
    """The places, smaller than states, that a version is about: states are shared by every event in them."""
    local = glossary.of_type("place")
    texts = [version.headline] * OFTEN + [paragraph.text for paragraph in version.paragraphs]
    named = Counter(mention.entity for text in texts for mention in glossary.mentions(text) if mention.entity in local)
    return frozenset(place for place, count in named.items() if count >= OFTEN)
