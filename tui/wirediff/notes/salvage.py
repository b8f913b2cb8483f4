"""What can still be read in a damaged database of notes."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from wirediff.notes.carve import carved
from wirediff.notes.copies import working_copy
from wirediff.notes.events import Event

_ID = re.compile("[0-9a-f]{32}")
_LEAST_COLUMNS = 6


def salvaged(file: Path) -> list[Event]:
    """The events that can be read in a damaged database, by id; none where nothing can. The file is left as it is.

    Raises OSError where there is no room for a copy to work on.
    """
    found: dict[str, Event] = {}
    with working_copy(file) as copy:
        for rows in (carved(copy), _selected(copy)):
            for event in _whole(rows):
                found.setdefault(event.id, event)
    return [found[event] for event in sorted(found)]


def _selected(file: Path) -> Iterator[tuple[bytes, ...]]:
    """The rows that SQLite itself gives, from either end as far as a damaged page."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(file)) as connection:
        connection.text_factory = bytes
        for order in ("ASC", "DESC"):
            with suppress(sqlite3.Error):
                query = f"SELECT id, note, author, at, action, payload FROM events ORDER BY id {order}"
                yield from connection.execute(query)


def _whole(rows: Iterable[tuple[object, ...]]) -> Iterator[Event]:
    """The rows that are events: damage may have left something else in their place."""
    for row in rows:
        try:
            event = Event(*(value.decode("utf-8") for value in row if isinstance(value, bytes)))
            json.loads(event.payload)
        except (ValueError, TypeError, RecursionError):
            continue
        if len(row) >= _LEAST_COLUMNS and _ID.fullmatch(event.id):
            yield event
