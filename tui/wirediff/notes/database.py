"""The SQLite file that holds a journal: opened so that what is acknowledged is on the disk, and never overwritten."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote

from wirediff.errors import StoreError
from wirediff.notes.copies import set_aside, working_copy
from wirediff.notes.events import Event
from wirediff.notes.schema import VERSION, Rows, alone, make, migrate, select, tables, version_of

_APPLICATION = 0x77646966  # "wdif", so that `file` and others can tell what the database is
_PATIENCE = 10.0
"""Seconds to wait for another program that writes."""

_INSERT = "INSERT INTO events (id, note, author, at, action, payload, act) VALUES (?, ?, ?, ?, ?, ?, ?)"
_HINTS = {
    sqlite3.SQLITE_FULL: "nothing was recorded and what was there is safe; make room and try again",
    sqlite3.SQLITE_BUSY: "another program has held them for long; nothing was recorded; try again",
    sqlite3.SQLITE_READONLY: "nothing was recorded; make the folder writable and try again",
}


class DamagedError(Exception):
    """The file is no database of notes; the message says why."""


def connect(file: Path) -> tuple[sqlite3.Connection, str]:
    """The database in `file`, made where there is none, and a remark ("" where nothing happened).

    One that an earlier version wrote is copied and then brought up to date. A file that is damaged, or no database of
    notes at all, is set aside under a name of its own, and what can be read in it is put in a new one; the remark says
    so. The connection may be used by one thread at a time, whichever it is.

    Raises StoreError where the file cannot be opened or was written by a later version of the program.
    """
    with faults(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            connection, remark = _opened(file), ""
        except DamagedError:
            connection, remark = _replaced(file)
        try:
            return connection, remark or migrate(file, connection)
        except BaseException:
            connection.close()
            raise


def events_after(connection: sqlite3.Connection, arrival: int) -> tuple[list[Event], int]:
    """The events that came into a journal after the one with this number of arrival, and the number of the last.

    Raises sqlite3.Error.
    """
    rows = connection.execute(
        "SELECT arrival, id, note, author, at, action, payload, act FROM events WHERE arrival > ? ORDER BY arrival",
        (arrival,),
    ).fetchall()
    return [Event(*row[1:]) for row in rows], rows[-1][0] if rows else arrival


def insert(connection: sqlite3.Connection, events: Rows) -> None:
    """Put events into the journal; inside `transaction`. Raises sqlite3.Error."""
    rows = [(event.id, event.note, event.author, event.at, event.action, event.payload, event.act) for event in events]
    connection.executemany(_INSERT, rows)


def read_only(file: Path) -> list[Event]:
    """The journal of a database that is only looked at. Nothing is written beside it. Raises StoreError."""
    try:
        try:
            return _selected(f"file:{quote(str(file))}?mode=ro")
        except sqlite3.Error:
            # Without write access to the folder SQLite cannot share a database in WAL mode. Taken as immutable it would
            # be read, but without what its log still holds.
            with working_copy(file) as copy:
                return _selected(f"file:{quote(str(copy))}")
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"the notes in {file} cannot be read: {str(error).lower()}", "check the file") from error


def _selected(uri: str) -> list[Event]:
    with closing(sqlite3.connect(uri, uri=True, timeout=_PATIENCE)) as connection:
        connection.text_factory = text
        return select(connection)


@contextmanager
def transaction(file: Path, connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: writes are on the disk when the block is left, and undone when it is left by an exception.

    Raises StoreError where the database in `file` does not take them.
    """
    with faults(file):
        # IMMEDIATE takes the one write lock at once: what is read inside is what the write builds on.
        connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        with faults(file):
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
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        hint = _HINTS.get(code, "nothing was recorded; try again")
        raise StoreError(f"the notes in {file} cannot be opened or written: {said.lower()}", hint) from error


def text(stored: bytes) -> str:
    """Text as SQLite holds it; what is no UTF-8 must not keep the rest from being read."""
    return stored.decode("utf-8", "replace")


def _opened(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    connection.text_factory = text
    try:
        # WAL with FULL: a commit is one append that is synchronised, and readers never wait for it. Where the file
        # system cannot share memory SQLite keeps its older journal, which is as safe.
        _patiently(connection, "PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        _check(file, connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise DamagedError(str(error)) from error
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


def _check(file: Path, connection: sqlite3.Connection) -> None:
    if version_of(connection) == 0:
        with transaction(file, connection):
            # Looked at again inside the transaction: another program may have made it since.
            if version_of(connection) == 0 and not tables(connection):
                make(connection)
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    version = version_of(connection)
    if connection.execute("PRAGMA application_id").fetchone() != (_APPLICATION,):
        raise DamagedError("another program's database")
    if version > VERSION:
        raise StoreError(f"{file} was written by a later version of wirediff", "update wirediff to open it")
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise DamagedError("its pages contradict each other")
    if "events" not in tables(connection):
        raise DamagedError("it has no journal")


def _replaced(file: Path) -> tuple[sqlite3.Connection, str]:
    from wirediff.notes.salvage import salvaged

    # One program at a time, and only after another look: else a second one would set the new database aside.
    with alone(file):
        try:
            return _opened(file), ""
        except DamagedError as damage:
            why = str(damage)
        aside = set_aside(file)
        connection = _opened(file)
        events = salvaged(aside)
        with transaction(file, connection):
            insert(connection, events)
    entries = "1 entry" if len(events) == 1 else f"{len(events)} entries"
    kept = f"{entries} of its journal could be read and stand in a new one" if events else "nothing in it could be read"
    return connection, f"the notes in {file} are damaged ({why}); the file was set aside as {aside.name}, {kept}"
