"""The SQLite file that holds a journal: opened so that what is acknowledged is on the disk, and never overwritten."""

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote

from wirediff.errors import StoreError
from wirediff.notes.events import Event

_APPLICATION = 0x77646966  # "wdif", so that `file` and others can tell what the database is
_VERSION = 1
_PATIENCE = 10.0
"""Seconds to wait for another program that writes."""

_SCHEMA = """
CREATE TABLE events (
  id TEXT NOT NULL PRIMARY KEY,
  note TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  payload TEXT NOT NULL
) WITHOUT ROWID
"""
_SELECT = "SELECT id, note, author, at, action, payload FROM events ORDER BY id"


class _DamagedError(Exception):
    """The file is no database of notes; the message says why."""


def connect(file: Path) -> tuple[sqlite3.Connection, str]:
    """The database in `file`, made where there is none, and a remark ("" where nothing happened).

    A file that is damaged, or no database of notes at all, is set aside under a name of its own and replaced by an
    empty one; the remark says so. The connection may be used by one thread at a time, whichever it is.

    Raises StoreError where the file cannot be opened or was written by a later version of the program.
    """
    with faults(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _opened(file), ""
        except _DamagedError:
            return _replaced(file)


def events_in(connection: sqlite3.Connection) -> list[Event]:
    """The journal in its order. Raises sqlite3.Error."""
    return [Event(*row) for row in connection.execute(_SELECT)]


def insert(connection: sqlite3.Connection, event: Event) -> None:
    """Put an event into the journal; inside `transaction`. Raises sqlite3.Error."""
    row = (event.id, event.note, event.author, event.at, event.action, event.payload)
    connection.execute("INSERT INTO events (id, note, author, at, action, payload) VALUES (?, ?, ?, ?, ?, ?)", row)


def read_only(file: Path) -> list[Event]:
    """The journal of a database that is only looked at. An unreadable one has none. Nothing is written beside it."""
    # Without write access to the folder SQLite cannot share a database in WAL mode; taken as immutable it can be read.
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        with (
            suppress(sqlite3.Error),
            closing(sqlite3.connect(f"file:{quote(str(file))}?{mode}", uri=True, timeout=_PATIENCE)) as connection,
        ):
            connection.text_factory = _text
            return events_in(connection)
    return []


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: writes are on the disk when the block is left, and undone when it is left by an exception."""
    # IMMEDIATE takes the one write lock at once: what is read inside is what the write builds on.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def faults(file: Path) -> Iterator[None]:
    """Turns what SQLite and the file system raise into a StoreError that names the file."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        hint = "nothing was recorded; try again"
        raise StoreError(f"the notes in {file} cannot be opened or written: {said.lower()}", hint) from error


def _opened(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    connection.text_factory = _text
    try:
        # WAL with FULL: a commit is one append that is synchronised, and readers never wait for it. Where the file
        # system cannot share memory SQLite keeps its older journal, which is as safe.
        _patiently(connection, "PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        _check(file, connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise _DamagedError(str(error)) from error
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _patiently(connection: sqlite3.Connection, statement: str) -> None:
    """Execute what SQLite refuses at once, without waiting, while another program holds the file.

    Changing the journal's mode is such a statement: two programs that make a new database at once meet there.
    """
    deadline = monotonic() + _PATIENCE
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            busy = getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
            if not busy or monotonic() > deadline:
                raise
            sleep(0.02)
        else:
            return


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "replace")


def _check(file: Path, connection: sqlite3.Connection) -> None:
    if _pragma(connection, "user_version") == 0:
        with transaction(connection):
            _make(connection)
    version = _pragma(connection, "user_version")
    if _pragma(connection, "application_id") != _APPLICATION:
        raise _DamagedError("another program's database")
    if version > _VERSION:
        raise StoreError(f"{file} was written by a later version of wirediff", "update wirediff to open it")
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise _DamagedError("its pages contradict each other")
    if not _tables(connection) >= {"events"}:
        raise _DamagedError("it has no journal")


def _make(connection: sqlite3.Connection) -> None:
    # Looked at again inside the transaction: another program may have made it since.
    if _pragma(connection, "user_version") == 0 and not _tables(connection):
        connection.execute(_SCHEMA)
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {_VERSION}")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _replaced(file: Path) -> tuple[sqlite3.Connection, str]:
    # One program at a time, and only after another look: else a second one would set the new database aside.
    with (file.parent / "notes.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            return _opened(file), ""
        except _DamagedError as damage:
            aside = _set_aside(file)
            return _opened(
                file
            ), f"the notes in {file} could not be read ({damage}); they were set aside as {aside.name}"


def _set_aside(file: Path) -> Path:
    number = 1
    while (aside := file.with_name(f"{file.name}.damaged-{number}")).exists():
        number += 1
    # The log goes with its database: it holds what was written last, and would spoil the new one.
    for tail in ("", "-wal", "-shm"):
        part = file.with_name(file.name + tail)
        if part.exists():
            part.rename(aside.with_name(aside.name + tail))
    return aside
