"""What can still be read in a damaged database of notes."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from wirediff.notes.copies import working_copy
from wirediff.notes.events import Event

_ID = re.compile("[0-9a-f]{32}")
_LEAST = 60
"""Bytes that an event takes at least, which bounds how many a file can hold."""

_LONGEST = 1 << 30
"""Bytes; a header that says more is taken for damaged itself."""


def salvaged(file: Path) -> list[Event]:
    """The events that can be read in a damaged database, by id; none where nothing can. The file is left as it is.

    Raises OSError where there is no room for a copy to work on.
    """
    most = file.stat().st_size // _LEAST
    with working_copy(file) as copy:
        _lengthen(copy)
        with suppress(sqlite3.Error), closing(sqlite3.connect(copy)) as connection:
            connection.text_factory = bytes
            return _events(connection, most)
    return []


def _lengthen(copy: Path) -> None:
    """Give a file that was cut off its length again: SQLite refuses one that is shorter than it says, and all of it."""
    with copy.open("r+b") as file:
        header = file.read(100)
        # The header of https://www.sqlite.org/fileformat2.html#the_database_header
        said = int.from_bytes(header[16:18]) * int.from_bytes(header[28:32])
        if header.startswith(b"SQLite format 3\0") and copy.stat().st_size < said <= _LONGEST:
            file.truncate(said)


def _events(connection: sqlite3.Connection, most: int) -> list[Event]:
    connection.execute("PRAGMA cell_size_check = ON")
    columns = [name.decode() for _, name, *_ in connection.execute("PRAGMA table_info(events)")]
    chosen = "id, note, author, at, action, payload" + (", act" if "act" in columns else "")
    found: dict[str, Event] = {}
    # From either end as far as a damaged page, and then entry by entry around it.
    for query in (f"SELECT {chosen} FROM events ORDER BY id", f"SELECT {chosen} FROM events ORDER BY id DESC"):
        for row in _rows(connection, query):
            _keep(row, found)
    if "arrival" in columns:
        for arrival in range(1, most + 1):
            for row in _rows(connection, f"SELECT {chosen} FROM events WHERE arrival = {arrival}"):
                _keep(row, found)
    return [found[event] for event in sorted(found)]


def _rows(connection: sqlite3.Connection, query: str) -> Iterator[tuple[object, ...]]:
    with suppress(sqlite3.Error):
        yield from connection.execute(query)


def _keep(row: tuple[object, ...], found: dict[str, Event]) -> None:
    """Keep a row that is a whole event: damage may have left something else in its place."""
    try:
        values = [value.decode("utf-8") for value in row if isinstance(value, bytes)]
        event = Event(*values)
        json.loads(event.payload)
    except (ValueError, TypeError):
        return
    if len(values) == len(row) and _ID.fullmatch(event.id):
        found.setdefault(event.id, event)
