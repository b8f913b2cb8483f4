"""What the compared texts teach by themselves: acronyms that they explain, as names for this comparison alone."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from wirediff.glossary import Entity, Glossary
from wirediff.model import Document
from wirediff.text import fold_name
from wirediff.text.acronyms import definitions


class Taught(Glossary, frozen=True):
    """A glossary with names learnt from texts; `learnt` are the entities that nobody listed."""

    learnt: frozenset[str] = frozenset()


def with_learnt(glossary: Glossary, versions: Sequence[Document]) -> Glossary:
    """The glossary with what "Long Name (LN)" in any of the versions explains; the glossary itself if that is nothing.

    An acronym that the glossary knows, or that the versions explain in two ways, is not learnt: that is a difference to
    be told and no knowledge. Cost: linear in the texts, and once for each set of acronyms that of a larger glossary.
    """
    explained: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for text in _texts(versions):
        for found in definitions(text):
            name = text[found.start : found.end]
            explained[found.acronym].setdefault(fold_name(name), name)
    new = sorted(
        (next(iter(names.values())), acronym)
        for acronym, names in explained.items()
        if len(names) == 1 and not glossary.mentions(acronym)
    )
    new = [(name, acronym) for name, acronym in new if not _is_known(glossary, name)]
    return _taught(_Base(glossary), tuple(new)) if new else glossary


def _texts(versions: Sequence[Document]) -> Iterator[str]:
    for version in versions:
        yield version.headline or ""
        for paragraph in version.paragraphs:
            yield paragraph.text


def _is_known(glossary: Glossary, name: str) -> bool:
    return any(found.start == 0 and found.end == len(name) for found in glossary.mentions(name))


class _Base:
    """A glossary that is told from others by what object it is."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Base) and self.glossary is other.glossary

    def __hash__(self) -> int:
        return id(self.glossary)


@lru_cache(maxsize=64)
def _taught(base: _Base, new: tuple[tuple[str, str], ...]) -> Taught:
    glossary = base.glossary
    entities: dict[str, Entity] = {}
    for name, acronym in new:
        aliases = (*entities[name].aliases, acronym) if name in entities else (acronym,)
        entities[name] = Entity(name, aliases=aliases)
    return Taught(
        title=glossary.title,
        entities=(*glossary.entities, *(each for name, each in entities.items())),
        charged=glossary.charged,
        severities=glossary.severities,
        judged=glossary.judged,
        cited=glossary.cited,
        learnt=frozenset(entities),
    )
