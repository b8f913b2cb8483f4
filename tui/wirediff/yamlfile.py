"""YAML that people write: every scalar as text, with the line of each value, and faults that name file and line.

Aliases and tags of YAML are refused: they can blow a small file up or name Python objects. Two values under one key are
a fault, for YAML would drop one of them in silence. The first fault is raised, or all of them are gathered beside what
can be used.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from wirediff.errors import WirediffError

DEEPEST = 12
"""Levels of nesting that are read."""

Shape = TypeVar("Shape")


Faults = list[tuple[int, WirediffError]]
"""What is wrong inside a file, each with its line; where no line is at fault, with 0."""


def in_order(faults: Faults) -> tuple[WirediffError, ...]:
    """The errors of what is wrong in a file, in the order of its lines."""
    return tuple(error for _, error in sorted(faults, key=lambda fault: fault[0]))


class Sort(NamedTuple):
    """A sort of file: what it is called, its most bytes, the error it raises, and what to do about a wrong shape."""

    noun: str
    largest: int
    error: type[WirediffError]
    hint: str


class YamlFile(NamedTuple):
    """A file that has been read: mappings, lists and text, "" for an empty file.

    `lines` has the line (from 1) on which the value at a path begins; a path looks like `$.entities[0].name`. `bare`
    has the keys with nothing after them, which `data` leaves out, by the path of what they stand in.
    """

    path: Path
    sort: Sort
    data: Any
    lines: dict[str, int]
    bare: dict[str, list[str]]

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

    def line(self, place: str) -> int:
        """The line of a path inside, or where the file lacks it of what it is missing from; 0 for an empty file."""
        while place not in self.lines and len(place) > 1:
            place = place[: max(place.rfind("."), place.rfind("["), 1)]
        return self.lines.get(place, 0)

    def fault(self, place: str, message: str, hint: str = "") -> WirediffError:
        """The error for a fault at a path inside; what the file lacks has the line of what it is missing from."""
        inside = place.removeprefix("$").removeprefix(".")
        at = f":{line}" if (line := self.line(place)) else ""
        said = f"{self.path}{at}: {inside + ': ' if inside else ''}{message[:1].lower()}{message[1:]}"
        return self.sort.error(said, hint or self.sort.hint)


def read_yaml(path: Path, sort: Sort, faults: Faults | None = None) -> YamlFile:
    """Read a file. Raises the error of its sort, with file and line, for one that is missing, too large or no YAML.

    With a list for `faults`, what is wrong inside the file is added to that instead of raised. The value that it
    concerns is left out and the others hold; where the file is no YAML from some line on, what ends before that. Takes
    time linear in the size of the file.
    """
    return _Building(path, sort, faults).built(_text(path, sort))


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


class _Building:
    """Makes plain data of the events of a parser in one pass, so that nothing is built of what is refused."""

    def __init__(self, path: Path, sort: Sort, faults: Faults | None) -> None:
        self._path = path
        self._sort = sort
        self._faults = faults
        self._lines: dict[str, int] = {}
        self._bare: dict[str, list[str]] = {}
        self._events: Iterator[Any] = iter(())

    def built(self, text: str) -> YamlFile:
        """The file that a text is. Raises the error of its sort, unless faults are gathered."""
        import yaml

        self._events = self._parsed(text)
        data: Any = ""
        with suppress(_Cut):
            while not isinstance(event := self._next(), yaml.DocumentEndEvent | yaml.StreamEndEvent):
                if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
                    data = self._value(event, "$", 1)
            if not isinstance(event := self._next(), yaml.StreamEndEvent):
                self._fault(event, "a second document begins here", "keep one document in the file")
        return YamlFile(self._path, self._sort, "" if data is _REFUSED else data, self._lines, self._bare)

    def _parsed(self, text: str) -> Iterator[Any]:
        import yaml

        loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        try:
            yield from yaml.parse(text, Loader=loader)
        except yaml.MarkedYAMLError as error:
            line, column = 0, ""
            if mark := error.problem_mark:
                line, column = mark.line + 1, f":{mark.column + 1}"
            rest = "" if self._faults is None else "; nothing behind it is read"
            self._add(line, column, error.problem or "not YAML", f"mend the YAML there{rest}")
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            self._add(line, "", error.reason, "take the character out")

    def _next(self) -> Any:
        """The next event. Raises _Cut where the file is no YAML from there on."""
        event = next(self._events, None)
        if event is None:
            raise _Cut
        return event

    def _add(self, line: int, column: str, message: str, hint: str) -> None:
        error = self._sort.error(f"{self._path}{f':{line}' if line else ''}{column}: {message}", hint)
        if self._faults is None:
            raise error
        self._faults.append((line, error))

    def _fault(self, event: Any, message: str, hint: str) -> None:
        self._add(event.start_mark.line + 1, "", message, hint)

    def _value(self, event: Any, place: str, depth: int) -> Any:
        """The value that begins with an event, _REFUSED for one that is not taken."""
        import yaml

        self._lines[place] = event.start_mark.line + 1
        if trap := _trap(event, depth):
            self._fault(event, trap, "write the value out in full")
            self._skip(event)
            return _REFUSED
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place, depth)
        if not isinstance(event, yaml.SequenceStartEvent):
            return event.value
        found: list[Any] = []
        while not isinstance(item := self._next(), yaml.SequenceEndEvent):
            found.append(self._value(item, f"{place}[{len(found)}]", depth + 1))
        return [value for value in found if value is not _REFUSED]

    def _mapping(self, place: str, depth: int) -> dict[str, Any]:
        """What stands in a mapping; of the outermost what ends before the file is no YAML any more."""
        import yaml

        data: dict[str, Any] = {}
        known: dict[str, int] = {}
        try:
            while not isinstance(key := self._next(), yaml.MappingEndEvent):
                self._entry(data, known, key, place, depth)
        except _Cut:
            if depth > 1:
                raise
        return data

    def _entry(self, data: dict[str, Any], known: dict[str, int], key: Any, place: str, depth: int) -> None:
        """Put an entry into a mapping; a key with nothing after it counts as left out."""
        trap = _trap(key, depth)
        if trap or getattr(key, "value", None) is None:
            self._fault(key, trap or "a key is a single word", self._sort.hint)
            self._skip(key)
            self._skip(self._next())
            return
        name, line, event = key.value, key.start_mark.line + 1, self._next()
        if name in known:
            self._fault(key, f"{name!r} stands here twice, first in line {known[name]}", "keep one of them")
            self._skip(event)
            return
        value = self._value(event, f"{place}.{name}", depth + 1)
        if value == "" and not event.style:
            self._bare.setdefault(place, []).append(name)
            return
        known[name] = line
        if value is not _REFUSED:
            data[name] = value

    def _skip(self, event: Any) -> None:
        """Pass over the value that begins with an event, however deep it is."""
        import yaml

        inside = int(isinstance(event, yaml.CollectionStartEvent))
        while inside:
            event = self._next()
            inside += isinstance(event, yaml.CollectionStartEvent)
            inside -= isinstance(event, yaml.CollectionEndEvent)


class _Cut(Exception):
    """The file is no YAML from here on."""


_REFUSED = object()


def _trap(event: Any, depth: int) -> str:
    """What about an event is not taken, though YAML allows it."""
    import yaml

    if isinstance(event, yaml.AliasEvent):
        return f"aliases (*{event.anchor}) are not taken"
    if event.tag is not None:
        return f"tags ({event.tag}) are not taken"
    return "nested too deeply" if depth > DEEPEST and isinstance(event, yaml.CollectionStartEvent) else ""
