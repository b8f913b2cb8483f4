"""What a glossary file holds, as docs/glossary.md describes it to its writers."""

from functools import cached_property
from itertools import product
from math import prod
from typing import Literal

from msgspec import Struct

from wirediff.glossary.find import ChargedUse, Finder, Mention, Name, Term
from wirediff.kinds import Kind, Severity

EntityType = Literal["group", "person", "place", "office", "force", "event", "agency", "other"]


class Alias(Struct, frozen=True, forbid_unknown_fields=True):
    """One name of an entity. `spellings` are other romanisations of this same name."""

    text: str
    spellings: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its spellings written out, each once, in the order given."""
        return tuple(dict.fromkeys(form for entry in (self.text, *self.spellings) for form in written_out(entry)))


class Entity(Struct, frozen=True, forbid_unknown_fields=True):
    """Someone or something that goes under several names.

    `name` is its first name, with `spellings` of its own; `aliases` are the others, written as plain strings or with
    their spellings. An entity of one name is of use too: it keeps a like name apart ("Karbala", "al-Karabla").
    """

    name: str
    type: EntityType = "other"
    spellings: tuple[str, ...] = ()
    aliases: tuple[str | Alias, ...] = ()

    def names(self) -> tuple[Alias, ...]:
        """The canonical name and every alias, with their spellings."""
        rest = (alias if isinstance(alias, Alias) else Alias(alias) for alias in self.aliases)
        return (Alias(self.name, self.spellings), *rest)


class Charged(Struct, frozen=True, forbid_unknown_fields=True):
    """A term by which a writer takes sides or characterises; `says` completes "... says that".

    `unless` holds phrases in which the same words say nothing of the kind ("regime change", "liberation theology").
    """

    term: str
    forms: tuple[str, ...] = ()
    says: str = ""
    unless: tuple[str, ...] = ()

    @property
    def all_forms(self) -> tuple[str, ...]:
        """The term and its other forms written out, each once."""
        return tuple(dict.fromkeys(form for entry in (self.term, *self.forms) for form in written_out(entry)))


MOST_FORMS = 2_000
"""How many forms one entry may stand for."""


def written_out(entry: str) -> tuple[str, ...]:
    """The forms an entry stands for: a word "A|B" means A or B. Raises ValueError for more than `MOST_FORMS`.

    >>> written_out("Osama|Usama bin Laden|Ladin")
    ('Osama bin Laden', 'Osama bin Ladin', 'Usama bin Laden', 'Usama bin Ladin')
    """
    if "|" not in entry:
        return (entry,)
    choices = [[choice for choice in word.split("|") if choice] for word in entry.split()]
    if prod(map(len, choices)) > MOST_FORMS:
        raise ValueError(f"stands for more than {MOST_FORMS:,} forms")
    return tuple(map(" ".join, product(*choices)))


class Glossary(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Entities, charged terms and severity overrides; `title` names it in explanations."""

    title: str = "glossary"
    entities: tuple[Entity, ...] = ()
    charged: tuple[Charged, ...] = ()
    severities: dict[Kind, Severity] = {}

    def over(self, base: "Glossary") -> "Glossary":
        """This glossary laid over `base`: what is named alike here replaces what is there, and claims forms first."""
        entities = {entity.name: entity for entity in (*base.entities, *self.entities)}
        charged = {term.term: term for term in (*base.charged, *self.charged)}
        own = {entity.name for entity in self.entities}, {term.term for term in self.charged}
        return Glossary(
            title=self.title,
            entities=tuple(sorted(entities.values(), key=lambda entity: entity.name not in own[0])),
            charged=tuple(sorted(charged.values(), key=lambda term: term.term not in own[1])),
            severities=base.severities | self.severities,
        )

    @cached_property
    def _finder(self) -> Finder:
        names = (
            Name(entity.name, alias.text, alias.forms, entity.type == "person")
            for entity in self.entities
            for alias in entity.names()
        )
        return Finder(names, (Term(term.term, term.says, term.all_forms, term.unless) for term in self.charged))

    @cached_property
    def _by_type(self) -> dict[str, frozenset[str]]:
        types = {entity.type for entity in self.entities}
        return {kind: frozenset(entity.name for entity in self.entities if entity.type == kind) for kind in types}

    def of_type(self, kind: EntityType) -> frozenset[str]:
        """The names of the entities of one type."""
        return self._by_type.get(kind, frozenset())

    def mentions(self, text: str) -> list[Mention]:
        """Where entities are named in `text`: the longest names, no two overlapping, in order."""
        return self._finder.mentions(text)

    def charged_in(self, text: str) -> list[ChargedUse]:
        """Where charged terms stand in `text`, in order."""
        return self._finder.charged_in(text)
