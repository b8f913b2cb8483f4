"""Glossary files: YAML, checked, with the place of a fault in the message."""

from functools import cache
from pathlib import Path
from typing import get_args

import msgspec

from wirediff.errors import GlossaryError
from wirediff.glossary.faults import claimed_twice, first_fault
from wirediff.glossary.schema import EntityType, Glossary, Verdict
from wirediff.kinds import Kind, Severity
from wirediff.resources import shipped
from wirediff.yamlfile import Sort, read_yaml

LARGEST = 2_000_000
"""Bytes; no more of a file is ever read."""

_SORT = Sort("glossary", LARGEST, GlossaryError, "docs/glossary.md shows the form")


@cache
def builtin() -> Glossary:
    """The glossaries that ship with the package, merged."""
    merged = Glossary()
    for path in sorted((shipped("data") / "glossary").glob("*.yaml")):
        merged = load(path).over(merged)
    return msgspec.structs.replace(merged, title="glossary", cited={})


def load(path: Path, base: Glossary | None = None) -> Glossary:
    """The glossary in a YAML file; with `base`, one that does without nothing that `base` does not have.

    Every scalar is taken as text, so that "NO", "on" and "9/11" need no quotes; a key with nothing after it counts as
    left out. Raises GlossaryError, with the file, the line and the path inside, for a file that is missing, too large,
    no YAML, not of the glossary's shape, or at odds with itself. Takes time linear in the size of the file.
    """
    file = read_yaml(path, _SORT)
    glossary = file.shaped(Glossary, _allowed)
    fault = first_fault(glossary)
    if fault:
        raise file.fault(*fault)
    for index in glossary.lacking(base) if base is not None else ():
        name = glossary.without[index]
        hint = "`wirediff glossary show` lists what there is"
        raise file.fault(f"$.without[{index}]", f"there is no {name!r} to do without", hint)
    return glossary


def doubts(path: Path) -> tuple[str, ...]:
    """What a glossary file that is in order may not mean: a form that two of its entities claim, each with its line.

    Raises GlossaryError as `load` does.
    """
    file = read_yaml(path, _SORT)
    claims = claimed_twice(file.shaped(Glossary, _allowed))
    return tuple(
        f"{file.where(claim.later)}: {claim.form!r} stands for {claim.keeper} already "
        f"(line {file.lines.get(claim.first, 0)}), which keeps it; {claim.loser} does not get it"
        for claim in claims
    )


def _allowed(place: str) -> tuple[str, ...]:
    """The words that an enumeration at a path takes."""
    if place.endswith(".type"):
        return get_args(EntityType)
    if place.endswith(".verdict"):
        return get_args(Verdict)
    return tuple(Severity) if place.endswith("]") else tuple(Kind)
