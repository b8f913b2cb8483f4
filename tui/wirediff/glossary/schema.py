"""What a glossary file holds, as docs/glossary.md describes it to its writers."""

from collections.abc import Iterable
from functools import cached_property
from itertools import product
from math import prod
from typing import Literal

from msgspec import Struct

from wirediff.errors import GlossaryError
from wirediff.glossary.find import ChargedUse, Finder, Mention, Name, Term
from wirediff.kinds import Kind, Severity

EntityType = Literal["group", "person", "place", "state", "office", "force", "event", "agency", "other"]
Verdict = Literal["house style", "error", "ignore"]


class Alias(Struct, frozen=True, forbid_unknown_fields=True):
    """One name of an entity. `spellings` are other romanisations of this same name."""

    text: str
    spellings: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its spellings written out, each once, in the order given."""
        return _all_forms((self.text, *self.spellings))


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
        return _all_forms((self.term, *self.forms))

    @property
    def all_exceptions(self) -> tuple[str, ...]:
        """The phrases of `unless` written out, each once."""
        return _all_forms(self.unless)


class Judged(Struct, frozen=True, forbid_unknown_fields=True, rename={"one": "from", "other": "to"}):
    """A substitution that somebody has judged once and for all, whichever version has which side.

    Without a `kind` it holds for every kind of difference. It holds everywhere, or where one version is from `outlet`,
    or between the two outlets or documents of `between`.
    """

    one: str
    other: str
    verdict: Verdict
    kind: Kind | None = None
    outlet: str = ""
    between: tuple[str, ...] = ()


def how_many(entry: str) -> int:
    """How many forms an entry stands for, without writing them out."""
    return prod(len(choices) for choices in _choices(entry)) if "|" in entry else 1


def written_out(entry: str) -> tuple[str, ...]:
    """The forms an entry stands for: a word "A|B" means A or B. As many as `how_many` says.

    >>> written_out("Osama|Usama bin Laden|Ladin")
    ('Osama bin Laden', 'Osama bin Ladin', 'Usama bin Laden', 'Usama bin Ladin')
    """
    return tuple(map(" ".join, product(*_choices(entry)))) if "|" in entry else (entry,)


def _all_forms(entries: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for entry in entries for form in written_out(entry)))


def _choices(entry: str) -> list[list[str]]:
    return [[choice for choice in word.split("|") if choice] for word in entry.split()]


class Glossary(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Entities, charged terms, severity overrides and judged substitutions; `title` names it in explanations.

    `without` names entities and charged terms of the glossary below that are not to be in force. `cited` is no part of
    a file: it has the titles of the glossaries below, by the names of what comes from them.
    """

    title: str = "glossary"
    entities: tuple[Entity, ...] = ()
    charged: tuple[Charged, ...] = ()
    severities: dict[Kind, Severity] = {}
    without: tuple[str, ...] = ()
    judged: tuple[Judged, ...] = ()
    cited: dict[str, str] = {}

    def cites(self, name: str) -> str:
        """The title of the glossary that an entity or a charged term comes from."""
        return self.cited.get(name, self.title)

    def lacking(self, base: "Glossary") -> list[int]:
        """Which of `without` are in no entity and no term of `base`."""
        known = {entity.name for entity in base.entities} | {term.term for term in base.charged}
        return [index for index, name in enumerate(self.without) if name not in known]

    def over(self, base: "Glossary") -> "Glossary":
        """This glossary laid over `base`: what is named alike here replaces what is there, and claims forms first.

        Raises GlossaryError where `without` names what `base` does not have.
        """
        for index in self.lacking(base):
            raise GlossaryError(
                f"{self.title}: without: there is no {self.without[index]!r} to do without",
                "`wirediff glossary show` lists them",
            )
        hidden = {*self.without, *(entity.name for entity in self.entities)}
        unsaid = {*self.without, *(term.term for term in self.charged)}
        return Glossary(
            title=self.title,
            entities=(*self.entities, *(entity for entity in base.entities if entity.name not in hidden)),
            charged=(*self.charged, *(term for term in base.charged if term.term not in unsaid)),
            severities=base.severities | self.severities,
            judged=(*self.judged, *base.judged),
            cited=self._cited_over(base) if self.title != base.title or base.cited else {},
        )

    def _cited_over(self, base: "Glossary") -> dict[str, str]:
        below = (*(entity.name for entity in base.entities), *(term.term for term in base.charged))
        own = {*(entity.name for entity in self.entities), *(term.term for term in self.charged)}
        return {name: base.cites(name) for name in below if name not in own}

    @cached_property
    def _finder(self) -> Finder:
        names = (
            Name(entity.name, alias.text, alias.forms, entity.type == "person")
            for entity in self.entities
            for alias in entity.names()
        )
        return Finder(names, (Term(term.term, term.says, term.all_forms, term.all_exceptions) for term in self.charged))

    @cached_property
    def _by_type(self) -> dict[str, frozenset[str]]:
        types = {entity.type for entity in self.entities}
        return {kind: frozenset(entity.name for entity in self.entities if entity.type == kind) for kind in types}

    def of_type(self, kind: EntityType) -> frozenset[str]:
        """The names of the entities of one type."""
        return self._by_type.get(kind, frozenset())

    @cached_property
    def places(self) -> frozenset[str]:
        """The names of places of every size: states and lands, and what lies in them."""
        return self.of_type("place") | self.of_type("state")

    def mentions(self, text: str) -> list[Mention]:
        """Where entities are named in `text`: the longest names, no two overlapping, in order."""
        return self._finder.mentions(text)

    def charged_in(self, text: str) -> list[ChargedUse]:
        """Where charged terms stand in `text`, in order."""
        return self._finder.charged_in(text)
