"""JSON as this program writes it: one line for each member of the outer lists, so that it can be read and compared."""

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
    members = {"schema": SCHEMA, **payload}
    text = ",\n ".join(f"{_ENCODE(key)}: {_member(value)}" for key, value in members.items())
    return (_ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", f"{{{text}}}\n")).encode()


def _member(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(map(_ENCODE, value)) + "]"
    return _ENCODE(value)
