"""JSON as this program writes it: one object of a list a line, so that it can be read and compared."""

import json
import re
from collections.abc import Mapping
from typing import Any

SCHEMA = "wirediff/1"

_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode

# Inside a JSON string these may be written as escapes, and must be where they could act on a terminal or are no
# Unicode text at all (lone surrogates, from broken sources and from file names in other encodings). C0 controls are
# always escaped by the encoder.
_ACTIVE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")


def dump(payload: Mapping[str, Any]) -> bytes:
    """A JSON object in UTF-8 with a newline at the end; keys in the order they are in, `schema` first.

    Nothing in it acts on a terminal, and lone surrogates come out as escapes that JSON readers turn back into them.
    """
    return written({"schema": SCHEMA, **payload})


def written(payload: Mapping[str, Any]) -> bytes:
    """The same for JSON of another schema than ours."""
    text = _laid_out(payload, "\n ")
    return (_ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n").encode()


def _laid_out(value: Any, line: str) -> str:
    """`value` with each object of a list, and each member of an object that holds such lists, on a line of its own."""
    if _lists_objects(value):
        return f"[{line}" + f",{line}".join(_laid_out(item, line + " ") for item in value) + "]"
    if isinstance(value, dict) and any(_broken(member) for member in value.values()):
        members = (f"{_ENCODE(key)}: {_laid_out(member, line + ' ')}" for key, member in value.items())
        return "{" + f",{line}".join(members) + "}"
    return _ENCODE(value)


def _lists_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _broken(value: Any) -> bool:
    return _lists_objects(value) or (isinstance(value, dict) and any(map(_lists_objects, value.values())))
