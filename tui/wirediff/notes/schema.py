"""The tables of a store's database, version by version, and how an earlier one is brought up to date."""

import fcntl
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from wirediff.notes.copies import free_name
from wirediff.notes.events import Event

VERSION = 2
Rows = Sequence[Event]

# The number of arrival tells what came in since one looked last, which an import of older events makes different from
# the order of the ids. Version 1 had neither that nor acts of several events.
_TABLE = """
CREATE TABLE {name} (
  arrival INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  note TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  payload TEXT NOT NULL,
  act TEXT NOT NULL DEFAULT ''
)
"""
_FIRST = "id, note, author, at, action, payload"


def make(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty database; inside a transaction. Raises sqlite3.Error."""
    connection.execute(_TABLE.format(name="events"))
    connection.execute(f"PRAGMA user_version = {VERSION}")


def select(connection: sqlite3.Connection) -> list[Event]:
    """The journal of a database of any version so far, by id. Raises sqlite3.Error."""
    columns = _FIRST if version_of(connection) == 1 else f"{_FIRST}, act"
    return [Event(*row) for row in connection.execute(f"SELECT {columns} FROM events ORDER BY id")]


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables; 0 for a database without any. Raises sqlite3.Error."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def tables(connection: sqlite3.Connection) -> set[str]:
    """The names of the tables. Raises sqlite3.Error."""
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def migrate(file: Path, connection: sqlite3.Connection) -> str:
    """Bring a database up to date, after a copy was made of it; a remark that names the copy, or "".

    Raises sqlite3.Error and OSError; then the database is as it was.
    """
    if version_of(connection) == VERSION:
        return ""
    with alone(file):
        if version_of(connection) == VERSION:  # another program has done it meanwhile
            return ""
        copy = free_name(file, "copy")
        _copied(connection, copy)
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(_TABLE.format(name="events_now"))
            connection.execute(f"INSERT INTO events_now ({_FIRST}) SELECT {_FIRST} FROM events ORDER BY id")
            connection.execute("DROP TABLE events")
            connection.execute("ALTER TABLE events_now RENAME TO events")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    return f"the notes in {file} were brought up to date; a copy of them as they were is {copy.name}"


def _copied(connection: sqlite3.Connection, copy: Path) -> None:
    # Under its name only once it is whole: a copy that was cut short must not pass for one.
    part = copy.with_name(f"{copy.name}.part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as target:
        connection.backup(target)
    part.rename(copy)


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """One program at a time, for what may be done to a database only once. Raises OSError."""
    with (file.parent / "notes.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
