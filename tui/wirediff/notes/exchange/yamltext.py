"""A journal as YAML that is easy to compare line by line: entries in their order, one field a line, text as it is.

It is written by hand rather than by a library: the same journal has to give the same bytes with any version of one, and
text of several lines has to stay on several lines.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from wirediff.errors import ExchangeError
from wirediff.notes.events import Event
from wirediff.notes.exchange.entries import LARGEST, entry, events_of
from wirediff.yamlfile import Sort, read_yaml

MARK = "notes/1"
_HEAD = f"""\
# A journal of notes, to be taken in with `wirediff notes import FILE` or `wirediff notes merge FILE`.
wirediff: {MARK}
"""
_SORT = Sort("file of notes", LARGEST, ExchangeError, "nothing was taken in; docs/notes.md shows the form")

_PLAIN = re.compile(r"[^\W_][\w./+-]*(?: [\w./+-]+)*")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_MEANS_ELSE = re.compile(
    r"(?i)(y|n|yes|no|on|off|true|false|null|nan|[0-9][0-9_.:,-]*(e[-+]?[0-9]+)?|0[xo][0-9a-f]+|.*[:-])"
)
"""What YAML, of one version or another, takes for something else than text."""


def written_as_yaml(events: Iterable[Event]) -> bytes:
    """The journal in a file. Linear in its length."""
    lines = [_HEAD.rstrip("\n")]
    entries = [entry(event) for event in events]
    lines.append("events:" if entries else "events: []")
    for each in entries:
        lines += _item(each, "")
    return ("\n".join(lines) + "\n").encode()


def read_yaml_journal(path: Path) -> list[Event]:
    """The events in such a file. Raises ExchangeError, with file and line."""
    file = read_yaml(path, _SORT)
    if not isinstance(file.data, dict) or "wirediff" not in file.data:
        raise file.fault("$", f"this is no file of notes, which has a line 'wirediff: {MARK}'")
    if file.data["wirediff"] != MARK:
        raise file.fault("$.wirediff", f"it has to be {MARK}", "a later version of wirediff may have written the file")
    if unknown := [name for name in file.data if name not in {"wirediff", "events"}]:
        raise file.fault(f"$.{unknown[0]}", "there is no such field")
    return events_of(file.data.get("events", []), "$.events", file.fault)


def _item(value: object, indent: str) -> Iterator[str]:
    """A value as an item of a list, the first of its lines behind the dash."""
    if isinstance(value, Mapping):
        first, *rest = _fields(value, f"{indent}  ")
        yield f"{indent}- {first.lstrip(' ')}"
        yield from rest
    else:
        yield f"{indent}- {_scalar(value, indent)}"


def _fields(mapping: Mapping[str, object], indent: str) -> Iterator[str]:
    for name, value in mapping.items():
        if isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from _fields(value, f"{indent}  ")
        elif isinstance(value, list) and value:
            yield f"{indent}{name}:"
            for each in value:
                yield from _item(each, indent)
        else:
            yield f"{indent}{name}: {'[]' if value == [] else _scalar(value, indent)}"


def _scalar(value: object, indent: str) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    if _TIME.fullmatch(value) or (value.isprintable() and _PLAIN.fullmatch(value) and not _MEANS_ELSE.fullmatch(value)):
        return value
    return _block(value, indent) if _fits_block(value) else _quoted(value)


def _fits_block(text: str) -> bool:
    lines = text.split("\n")
    whole = all(line.isprintable() and (line.strip() or not line) for line in lines)
    return len(lines) > 1 and whole and bool(lines[0]) and not lines[0].startswith(" ")


def _block(text: str, indent: str) -> str:
    """Text as it is, below its name: `-` says that it does not end with a line break, `+` that all of them count."""
    body = text.rstrip("\n")
    breaks = len(text) - len(body)
    sign = "-" if breaks == 0 else "" if breaks == 1 else "+"
    lines = body.split("\n") + [""] * max(0, breaks - 1)
    return f"|{sign}\n" + "\n".join(f"{indent}  {line}" if line else "" for line in lines)


def _quoted(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else _escape(char) for char in written)


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
