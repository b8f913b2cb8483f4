"""YAML that people write: every scalar as text, with the line of each value, and faults that name file and line.

Aliases and tags of YAML are refused: they can blow a small file up or name Python objects. Two values under one key are
a fault, for YAML would drop one of them in silence.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from wirediff.errors import WirediffError

DEEPEST = 12
"""Levels of nesting that are read."""

Shape = TypeVar("Shape")


class Sort(NamedTuple):
    """A sort of file: what it is called, its most bytes, the error it raises, and what to do about a wrong shape."""

    noun: str
    largest: int
    error: type[WirediffError]
    hint: str


class YamlFile(NamedTuple):
    """A file that has been read: mappings, lists and text, "" for an empty file.

    `lines` has the line (from 1) on which the value at a path begins; a path looks like `$.entities[0].name`.
    """

    path: Path
    sort: Sort
    data: Any
    lines: dict[str, int]

    def shaped(self, shape: type[Shape], allowed: Callable[[str], tuple[str, ...]] | None = None) -> Shape:
        """The data as values of a type; an empty file is an empty mapping. Raises the error of the sort of file.

        `allowed` gives the words that may stand at a path, for a message about one that may not.
        """
        try:
            return msgspec.convert({} if self.data == "" else self.data, shape, strict=False)
        except msgspec.ValidationError as error:
            fault, at, where = str(error).partition(" - at ")
            place = (where.rpartition(" in ")[2] if at else "$").strip("`")
            words = allowed(place) if allowed and "enum value" in fault else ()
            place = self._key_of(place.removesuffix("[...]"), fault, words)
            raise self.fault(
                place, fault.replace("`", "'") + (f" (take {', '.join(words)})" if words else "")
            ) from error

    def _key_of(self, place: str, fault: str, words: tuple[str, ...]) -> str:
        """The path of the key under which a value is wrong, which the fault leaves open; else `place`."""
        mapping = self.data.get(place.removeprefix("$.")) if isinstance(self.data, dict) else None
        wrong = fault.partition("'")[2].rpartition("'")[0]
        if not (words and wrong and isinstance(mapping, dict)):
            return place
        key = wrong if wrong in mapping else next((key for key, value in mapping.items() if value == wrong), "")
        return f"{place}.{key}" if key else place

    def where(self, place: str) -> str:
        """A path inside, as a message cites it: file and line."""
        return f"{self.path}:{self.lines[place]}" if place in self.lines else str(self.path)

    def fault(self, place: str, message: str, hint: str = "") -> WirediffError:
        """The error for a fault at a path inside; what the file lacks has the line of what it is missing from."""
        known = place
        while known not in self.lines and len(known) > 1:
            known = known[: max(known.rfind("."), known.rfind("["), 1)]
        inside = place.removeprefix("$").removeprefix(".")
        at = f":{self.lines[known]}" if known in self.lines else ""
        said = f"{self.path}{at}: {inside + ': ' if inside else ''}{message[:1].lower()}{message[1:]}"
        return self.sort.error(said, hint or self.sort.hint)


def read_yaml(path: Path, sort: Sort) -> YamlFile:
    """Read a file. Raises the error of its sort, with file and line, for one that is missing, too large or no YAML.

    Takes time linear in the size of the file.
    """
    import yaml

    text = _text(path, sort)
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        _refuse_traps(path, sort, yaml.parse(text, Loader=loader))
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise sort.error(f"{path}{where}: {error.problem or 'not YAML'}", "mend the YAML there") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise sort.error(f"{path}:{line}: {error.reason}", "take the character out") from error
    lines: dict[str, int] = {}
    return YamlFile(path, sort, "" if node is None else _plain(path, sort, node, "$", lines), lines)


def _text(path: Path, sort: Sort) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(sort.largest + 1)
    except OSError as error:
        raise sort.error(f"{path}: {(error.strerror or str(error)).lower()}", "check the path") from error
    except ValueError as error:  # a NUL in the path
        raise sort.error(f"{str(path)!r}: {error}", "check the path") from error
    if len(data) > sort.largest:
        size = f"{sort.largest // 1_000_000} MB" if sort.largest >= 1_000_000 else f"{sort.largest // 1000} kB"
        raise sort.error(f"{path}: a {sort.noun} has at most {size}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise sort.error(f"{path}: not UTF-8 at byte {error.start}", f"save the {sort.noun} as UTF-8") from error


def _refuse_traps(path: Path, sort: Sort, events: Any) -> None:
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
            raise sort.error(f"{path}:{event.start_mark.line + 1}: {trap}", "write the value out in full")


def _plain(path: Path, sort: Sort, node: Any, place: str, lines: dict[str, int]) -> Any:
    """A node as plain data; a key with nothing after it counts as left out."""
    import yaml

    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_plain(path, sort, item, f"{place}[{index}]", lines) for index, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    data: dict[str, Any] = {}
    for key, value in node.value:
        at = f"{path}:{key.start_mark.line + 1}"
        if not isinstance(key, yaml.ScalarNode):
            raise sort.error(f"{at}: a key is a single word", sort.hint)
        if key.value in data:
            raise sort.error(f"{at}: {key.value!r} stands here twice", "keep one of them")
        plain = _plain(path, sort, value, f"{place}.{key.value}", lines)
        if plain != "" or value.style:
            data[key.value] = plain
    return data
