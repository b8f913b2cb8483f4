"""Charged words in place of a name: where one version says "the jihadists" and another has the group's name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wirediff.glossary import Glossary
from wirediff.insight.places import Place, plain
from wirediff.kinds import Kind
from wirediff.model import Comparison, Side


class Labelling(NamedTuple):
    """A charged term and the name in its slot, each with its text and place, what the term says, and its headword."""

    entity: str
    named: tuple[str, Place]
    labelled: tuple[str, Place]
    says: str
    term: str


def labellings(comparisons: Iterable[Comparison], glossary: Glossary) -> dict[str, list[Labelling]]:
    """By entity, where a charged term stands in the slot of its name; linear in the differences."""
    found: dict[str, set[Labelling]] = defaultdict(set)
    for comparison in comparisons:
        paths = [version.path for version in comparison.collation.versions]
        for difference in comparison.differences:
            if difference.kind is Kind.LABEL and difference.left and difference.right:
                for side, other in ((difference.left, difference.right), (difference.right, difference.left)):
                    for each in _labelled(side, other, paths, glossary):
                        found[each.entity].add(each)
    return {entity: sorted(each) for entity, each in sorted(found.items())}


def _labelled(side: Side, other: Side, paths: Sequence[str], glossary: Glossary) -> Iterator[Labelling]:
    mentions = glossary.mentions(other.text)
    if len(mentions) != 1 or glossary.mentions(side.text) or glossary.charged_in(other.text):
        return
    name = mentions[0]
    for use in glossary.charged_in(side.text):
        named = _cited(other, name.start, name.end, paths)
        yield Labelling(name.entity, named, _cited(side, use.start, use.end, paths), use.says, use.term)


def _cited(side: Side, start: int, end: int, paths: Sequence[str]) -> tuple[str, Place]:
    """The words from `start` to `end` of a side's text, and where they stand in the paragraph."""
    place = Place(paths[side.version], side.paragraph, side.start + start, side.start + end)
    return plain(side.text[start:end]), place
