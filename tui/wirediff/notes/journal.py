"""A journal on disk, shared by every thread and every program that has it open."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from wirediff.errors import StoreError
from wirediff.notes import database
from wirediff.notes.events import Event
from wirediff.notes.fold import Folded, State
from wirediff.notes.ids import event_id
from wirediff.notes.place import Place

_Seen = TypeVar("_Seen")

Compose = Callable[[State], Event | Sequence[Event] | None]
"""Makes what is to be recorded of the state that it will follow; None for nothing."""


class Journal:
    """The events of a place, folded. Looking makes no file; what `record` has returned from is on the disk."""

    def __init__(self, place: Place, author: str) -> None:
        self.place = place
        self.author = author
        self.remarks = [place.remark] if place.remark else []
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._identity: object = None
        self._besides = self._read_besides()
        self._act: str | None = None
        """The act that is being put together: its first event, "" as long as it has none, None outside of any."""
        self._folded = Folded()
        self._arrived = 0
        self._seen: object = None
        if place.file.exists():
            self._connected()

    def look(self, at: Callable[[State], _Seen]) -> _Seen:
        """What `at` makes of all that stands now, with what other programs recorded meanwhile.

        The state is changed in place as events come in; while one looks at it, it stands still.
        """
        with self._lock:
            return at(self._current().state)

    @property
    def events(self) -> dict[str, Event]:
        """All events so far, by id."""
        with self._lock:
            return dict(self._current().events)

    @property
    def length(self) -> int:
        """How many events there are so far."""
        return len(self._current().events)

    def event(self, action: str, thing: str, payload: str, after: str = "") -> Event:
        """A new event by the author, after all those so far, and after the one with the id `after`."""
        now = time.time()
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(now))
        made = event_id(int(now * 1000), max(self._folded.last, after))
        if self._act == "":
            self._act = made
        act = self._act if self._act not in {None, made} else ""
        return Event(made, thing, self.author, at, action, payload, act or "")

    def record(self, compose: Compose) -> None:
        """Write what `compose` makes of the present state."""
        self.recorded(compose, lambda _: None)

    def recorded(self, compose: Compose, at: Callable[[State], _Seen]) -> _Seen:
        """Write what `compose` makes of the present state; what `at` makes of the state after it."""
        with self._writing() as connection:
            composed = compose(self._folded.state)
            events = [composed] if isinstance(composed, Event) else [*(composed or ())]
            with database.faults(self.place.file):
                database.insert(connection, events)
            # Nobody else can have written since the look that the transaction began with.
            self._arrived += len(events)
            self._folded.take(events)
            return at(self._folded.state)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one act, and one write, of all that this thread records inside; none of it where the block fails."""
        with self._writing():
            outermost = self._act is None
            self._act = "" if outermost else self._act
            try:
                yield
            finally:
                self._act = None if outermost else self._act

    def close(self) -> None:
        """Let go of the file. Nothing is lost by not closing."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction on the journal as it is now, or the one that is open already."""
        with self._lock:
            connection = self._connected()
            if connection.in_transaction:
                yield connection
                return
            try:
                with database.transaction(self.place.file, connection):
                    self._look(connection)
                    yield connection
            except BaseException:
                self._forget()
                raise

    def _current(self) -> Folded:
        with self._lock:
            if self.place.file.exists():
                self._look(self._connected())
                return self._folded
            if self._connection is not None:
                self.close()
                self._forget()
            self._folded.take(self._besides)
            return self._folded

    def _connected(self) -> sqlite3.Connection:
        file = self.place.file
        if self._connection is not None and not self._connection.in_transaction and _identity(file) != self._identity:
            # Somebody moved the file away, or set it aside because it was damaged: what is written to it now is lost.
            self.close()
        if self._connection is None:
            self._connection, remark = database.connect(file)
            self._identity = _identity(file)
            self._forget()
            if remark:
                self.remarks.append(remark)
        return self._connection

    def _look(self, connection: sqlite3.Connection) -> None:
        # The number changes when another connection has written; what this one wrote is known already.
        with database.faults(self.place.file):
            (version,) = connection.execute("PRAGMA data_version").fetchone()
            if version == self._seen:
                return
            events, self._arrived = database.events_after(connection, self._arrived)
        self._folded.take(events if self._folded.events else [*self._besides, *events])
        self._seen = version

    def _forget(self) -> None:
        """Know nothing of the journal, so that it is read anew."""
        self._folded, self._arrived, self._seen = Folded(), 0, None

    def _read_besides(self) -> tuple[Event, ...]:
        found: list[Event] = []
        for file in self.place.besides:
            try:
                found += database.read_only(file)
            except StoreError as error:
                self.remarks.append(error.message)
        return tuple(found)


def _identity(file: Path) -> object:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
