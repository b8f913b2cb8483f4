"""What a glossary file holds, as docs/glossary.md describes it to its writers."""

from functools import cached_property
from typing import Literal

from msgspec import Struct

from wirediff.glossary.find import ChargedUse, Finder, Mention
from wirediff.kinds import Kind, Severity

EntityType = Literal["group", "person", "place", "office", "force", "event", "other"]


class Alias(Struct, frozen=True, forbid_unknown_fields=True):
    """One name of an entity. `spellings` are other romanisations of this same name."""

    text: str
    spellings: tuple[str, ...] = ()


class Entity(Struct, frozen=True, forbid_unknown_fields=True):
    """Someone or something that goes under several names.

    `aliases` are written as plain strings or with their spellings; `name` is an alias too. `distinct` marks an entity
    whose aliases are no substitutes for each other (used to keep two alike names apart).
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
    """A term by which a writer takes sides or characterises; `says` completes "… says that"."""

    term: str
    forms: tuple[str, ...] = ()
    says: str = ""


class Glossary(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Entities, charged terms and severity overrides; `title` names it in explanations."""

    title: str = "glossary"
    entities: tuple[Entity, ...] = ()
    charged: tuple[Charged, ...] = ()
    severities: dict[Kind, Severity] = {}

    def over(self, base: "Glossary") -> "Glossary":
        """This glossary laid over `base`: an entity or term of the same name here replaces the one there."""
        entities = {entity.name: entity for entity in base.entities} | {entity.name: entity for entity in self.entities}
        charged = {term.term: term for term in base.charged} | {term.term: term for term in self.charged}
        return Glossary(
            title=self.title,
            entities=tuple(entities.values()),
            charged=tuple(charged.values()),
            severities=base.severities | self.severities,
        )

    @cached_property
    def _finder(self) -> Finder:
        return Finder(
            [(entity.name, alias.text, (alias.text, *alias.spellings)) for entity in self.entities for alias in entity.names()],
            [(term.term, term.says, (term.term, *term.forms)) for term in self.charged],
        )

    def mentions(self, text: str) -> list[Mention]:
        """Where entities are named in `text`: the longest names, no two overlapping, in order."""
        return self._finder.mentions(text)

    def charged_in(self, text: str) -> list[ChargedUse]:
        """Where charged terms stand in `text`, in order."""
        return self._finder.charged_in(text)
