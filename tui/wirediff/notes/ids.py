"""Identifiers: of events, which sort by time, and of notes, which a person can type."""

import hashlib
import re
import secrets
from collections.abc import Container

_COUNTER = 1 << 12
_BEGINS = re.compile("[0-9a-f]{16}")


def event_id(milliseconds: int, after: str = "") -> str:
    """A UUID of version 7 (RFC 9562) as 32 hex digits: unique, and greater than `after`, the last one of its journal.

    `milliseconds` is the time since 1970. Where the clock stands still or went back, the counter in the twelve bits
    after the time goes up, and then the time itself, so that the order is that of the journal. An `after` that is no
    id, of a row that was damaged without the database's notice, tells nothing of the order.
    """
    count = 0
    if _BEGINS.match(after):
        last = (int(after[:12], 16), int(after[13:16], 16))
        if (milliseconds, count) <= last:
            milliseconds, count = last[0], last[1] + 1
            if count == _COUNTER:
                milliseconds, count = milliseconds + 1, 0
    tail = secrets.randbits(62) | 0b10 << 62
    return f"{milliseconds:012x}7{count:03x}{tail:016x}"


def event_id_of(milliseconds: int, name: str) -> str:
    """An id of the same form that is always the same for the same time and name."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    variant = "89ab"[int(digest[3], 16) % 4]
    return f"{milliseconds:012x}7{digest[:3]}{variant}{digest[4:19]}"


def note_id(taken: Container[str]) -> str:
    """Eight hex digits that are not in `taken`."""
    while (made := secrets.token_hex(4)) in taken:
        continue
    return made
