"""What is wrong with a glossary that has the right shape: names without letters, and names that stand twice."""

from collections.abc import Iterator
from typing import NamedTuple

from wirediff.glossary.schema import Entity, Glossary, Judged, how_many, written_out

MOST_FORMS = 2_000
"""How many forms one entry may stand for, written out."""

MOST_IN_ALL = 200_000
"""How many forms a glossary may stand for, written out: about a second's work, and 100 MB."""

Fault = tuple[str, str]
"""A path such as `$.entities[0].name`, and what is wrong there."""


def first_fault(glossary: Glossary) -> Fault | None:
    """The first fault of a glossary, or None for one in order. Linear in its size."""
    return next(_faults(glossary), None)


class Claim(NamedTuple):
    """A form that two entities claim: the one that keeps it and the one that does not, and the paths of both."""

    form: str
    keeper: str
    loser: str
    first: str
    later: str


def claimed_twice(glossary: Glossary) -> Iterator[Claim]:
    """The forms that a second entity claims to the letter, in order. Linear in the forms written out."""
    owners: dict[str, tuple[str, str]] = {}
    for index, entity in enumerate(glossary.entities):
        for place, listed in _forms_of(index, entity):
            for form in written_out(listed):
                owner, first = owners.setdefault(form, (entity.name, place))
                if owner != entity.name:
                    yield Claim(form, owner, entity.name, first, place)


def _faults(glossary: Glossary) -> Iterator[Fault]:
    if glossary.cited:
        yield "$.cited", "object contains unknown field 'cited'"
    yield from _twice("entities", "name", [entity.name for entity in glossary.entities])
    yield from _twice("charged", "term", [term.term for term in glossary.charged])
    in_all = 0
    for place, form in _forms(glossary):
        number = how_many(form)
        in_all += number
        if number == 0 or not any(char.isalnum() for char in form):
            yield place, "a name needs a letter or a digit"
        if number > MOST_FORMS:
            yield place, f"it stands for {number:,} forms, and {MOST_FORMS:,} is the most"
        if in_all > MOST_IN_ALL:
            yield place, f"with it the glossary stands for more than {MOST_IN_ALL:,} forms"
    for place, name in _headwords(glossary):
        if "|" in name:
            yield place, "a name that others are listed under has no alternatives (|)"
    for index, judged in enumerate(glossary.judged):
        if fault := _misjudged(judged):
            yield f"$.judged[{index}]{fault[0]}", fault[1]


def _misjudged(judged: Judged) -> Fault | None:
    """What is wrong with a judgement, with the end of its path."""
    if not (judged.one.strip() and judged.other.strip()) or judged.one == judged.other:
        return "", "from and to are two different texts"
    if judged.between and len(judged.between) != 2:
        return ".between", "it takes two outlets or documents"
    if judged.between and judged.outlet:
        return "", "it holds for an outlet or between two, not both"
    return None


def _twice(part: str, field: str, names: list[str]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        if name in first:
            yield f"$.{part}[{index}].{field}", f"{name!r} stands twice, the first time as {part}[{first[name]}]"
        first.setdefault(name, index)


def _headwords(glossary: Glossary) -> Iterator[tuple[str, str]]:
    for index, entity in enumerate(glossary.entities):
        yield f"$.entities[{index}].name", entity.name
    for index, term in enumerate(glossary.charged):
        yield f"$.charged[{index}].term", term.term


def _forms(glossary: Glossary) -> Iterator[tuple[str, str]]:
    """Every text that is looked for, with its path."""
    for index, entity in enumerate(glossary.entities):
        yield from _forms_of(index, entity)
    for index, term in enumerate(glossary.charged):
        yield f"$.charged[{index}].term", term.term
    for index, term in enumerate(glossary.charged):
        for number, form in enumerate((*term.forms, *term.unless)):
            part, nth = ("forms", number) if number < len(term.forms) else ("unless", number - len(term.forms))
            yield f"$.charged[{index}].{part}[{nth}]", form


def _forms_of(index: int, entity: Entity) -> Iterator[tuple[str, str]]:
    """Every name of an entity, with its path."""
    place = f"$.entities[{index}]"
    yield f"{place}.name", entity.name
    for number, spelling in enumerate(entity.spellings):
        yield f"{place}.spellings[{number}]", spelling
    for number, alias in enumerate(entity.aliases):
        if isinstance(alias, str):
            yield f"{place}.aliases[{number}]", alias
            continue
        yield f"{place}.aliases[{number}].text", alias.text
        for nth, spelling in enumerate(alias.spellings):
            yield f"{place}.aliases[{number}].spellings[{nth}]", spelling
