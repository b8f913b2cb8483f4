"""Glossary files: YAML, checked, with the place of a fault in the message."""

from functools import cache
from pathlib import Path
from typing import Any, get_args

import msgspec

from wirediff.errors import GlossaryError
from wirediff.glossary.faults import first_fault
from wirediff.glossary.schema import EntityType, Glossary, Verdict
from wirediff.kinds import Kind, Severity
from wirediff.resources import shipped

LARGEST = 2_000_000
"""Bytes; no more of a file is ever read."""

DEEPEST = 12
"""Levels of nesting; a glossary has five."""

_FORM = "docs/glossary.md shows the form"

Lines = dict[str, int]
"""The line (from 1) on which the value at a path begins; a path looks like `$.entities[0].name`."""


@cache
def builtin() -> Glossary:
    """The glossaries that ship with the package, merged."""
    merged = Glossary()
    for path in sorted((shipped("data") / "glossary").glob("*.yaml")):
        merged = load(path).over(merged)
    return msgspec.structs.replace(merged, title="glossary")


def load(path: Path) -> Glossary:
    """The glossary in a YAML file.

    Every scalar is taken as text, so that "NO", "on" and "9/11" need no quotes; a key with nothing after it counts as
    left out. Raises GlossaryError, with the file, the line and the path inside, for a file that is missing, too large,
    no YAML, not of the glossary's shape, or at odds with itself. Aliases and tags of YAML are refused: they can blow a
    small file up or name Python objects. Takes time linear in the size of the file.
    """
    data, lines = _yaml(path, _text(path))
    try:
        glossary = msgspec.convert({} if data == "" else data, Glossary)
    except msgspec.ValidationError as error:
        raise _fault(path, lines, *_explained(str(error))) from error
    fault = first_fault(glossary)
    if fault:
        raise _fault(path, lines, *fault)
    return glossary


def _explained(message: str) -> tuple[str, str]:
    """The path and the fault in what the converter says, with the values that an enumeration takes."""
    fault, at, where = message.partition(" - at ")
    place = (where.rpartition(" in ")[2] if at else "$").strip("`")
    allowed: tuple[str, ...] = ()
    if "enum value" in fault:
        if place.endswith(".type"):
            allowed = get_args(EntityType)
        elif place.endswith(".verdict"):
            allowed = get_args(Verdict)
        else:
            allowed = tuple(Severity) if place.endswith("]") else tuple(Kind)
    return place, fault.replace("`", "'") + (f" (take {', '.join(allowed)})" if allowed else "")


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise GlossaryError(f"{path}: {(error.strerror or str(error)).lower()}", "check the path") from error
    except ValueError as error:  # a NUL in the path
        raise GlossaryError(f"{str(path)!r}: {error}", "check the path") from error
    if len(data) > LARGEST:
        raise GlossaryError(f"{path}: a glossary has at most {LARGEST // 1_000_000} MB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GlossaryError(f"{path}: not UTF-8 at byte {error.start}", "save the glossary as UTF-8") from error


def _yaml(path: Path, text: str) -> tuple[Any, Lines]:
    """The file as mappings, lists and text, and where each value begins."""
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        _refuse_traps(path, yaml.parse(text, Loader=loader))
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise GlossaryError(f"{path}{where}: {error.problem or 'not YAML'}", "mend the YAML there") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise GlossaryError(f"{path}:{line}: {error.reason}", "take the character out") from error
    lines: Lines = {}
    return ("" if node is None else _plain(path, node, "$", lines)), lines


def _refuse_traps(path: Path, events: Any) -> None:
    """Walk over the file once, before anything is built of it."""
    import yaml

    depth = 0
    for event in events:
        trap = ""
        if isinstance(event, yaml.AliasEvent):
            trap = f"aliases (*{event.anchor}) are not taken"
        elif getattr(event, "tag", None) is not None:
            trap = f"tags ({event.tag}) are not taken"
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            trap = "nested too deeply" if depth > DEEPEST else ""
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if trap:
            raise GlossaryError(f"{path}:{event.start_mark.line + 1}: {trap}", "write the value out in full")


def _plain(path: Path, node: Any, place: str, lines: Lines) -> Any:
    """A node as plain data; two values under one key are a fault, for YAML would drop one of them in silence."""
    import yaml

    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_plain(path, item, f"{place}[{index}]", lines) for index, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    data: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise GlossaryError(f"{path}:{key.start_mark.line + 1}: a key is a single word", _FORM)
        if key.value in data:
            raise GlossaryError(
                f"{path}:{key.start_mark.line + 1}: {key.value!r} stands here twice", "keep one of them"
            )
        plain = _plain(path, value, f"{place}.{key.value}", lines)
        if plain != "" or value.style:
            data[key.value] = plain
    return data


def _fault(path: Path, lines: Lines, place: str, message: str) -> GlossaryError:
    """The error for a fault at a path inside; a path that the file lacks has the line of what it is missing from."""
    known = place
    while known not in lines and len(known) > 1:
        known = known[: max(known.rfind("."), known.rfind("["), 1)]
    inside = place.removeprefix("$").removeprefix(".")
    at = f":{lines[known]}" if known in lines else ""
    return GlossaryError(f"{path}{at}: {inside + ': ' if inside else ''}{message[:1].lower()}{message[1:]}", _FORM)
