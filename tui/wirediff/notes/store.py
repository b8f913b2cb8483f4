"""The notes on a folder's stories, and the corrections of their alignment, on disk."""

import getpass
import os
import sqlite3
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from msgspec.structs import replace

from wirediff.errors import UsageError
from wirediff.model import Anchor, Note
from wirediff.notes import database
from wirediff.notes.corrections import Citation, Correction, Decision, contrary
from wirediff.notes.draft import Draft, Fields
from wirediff.notes.events import Event, State, Target, encoded, fold
from wirediff.notes.ids import event_id, note_id
from wirediff.notes.place import Place, notes_folder, place_of

__all__ = ["NoteStore", "author_name", "notes_folder"]

_DOING = {
    "add": "adding the note",
    "change": "changing the note",
    "remove": "removing the note",
    "correct": "making the correction",
    "uncorrect": "removing the correction",
}


class NoteStore:
    """The notes that belong to a folder, shared by every thread and every program that has it open.

    Opening makes no file; the first note does. Whatever a method has returned from is on the disk. Every method may
    raise StoreError where the disk, or another program that holds the lock for ten seconds, does not let it.
    """

    def __init__(self, place: Place, author: str) -> None:
        self._place = place
        self._author = author
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._seen: object = None
        self._besides: tuple[Event, ...] = ()
        self._events: tuple[Event, ...] = ()
        self._state = fold(())
        self._remarks = [place.remark] if place.remark else []

    @classmethod
    def open(cls, folder: Path, author: str | None = None) -> Self:
        """The store of `folder`; see `notes_folder` for the folder that goes with some paths.

        `author` signs what is written and is `author_name()` where none is given. Raises StoreError.
        """
        store = cls(place_of(folder), author_name() if author is None else author)
        store._besides = tuple(event for file in store._place.besides for event in database.read_only(file))
        if store._place.file.exists():
            store._connected()
        return store

    @property
    def remark(self) -> str:
        """What the user should know: where the notes went instead, or that a damaged file was set aside; else ""."""
        return "; ".join(self._remarks)

    @property
    def file(self) -> Path:
        """The database; there is none before the first note."""
        return self._place.file

    def notes(self) -> tuple[Note, ...]:
        """The notes that stand, in the order of their creation, with what other programs recorded meanwhile."""
        return tuple(map(self._shown, self._current().notes.values()))

    def add(self, draft: Draft) -> Note:
        """Record a note."""

        def compose(state: State) -> Event:
            ends = {"left": self._kept(draft.left), "right": self._kept(draft.right)}
            made.append(note_id({*state.notes, *state.corrections}))
            return self._event("add", made[-1], encoded(replace(draft, **ends)))

        made: list[str] = []
        return self._shown(self._record(compose)[1].notes[made[-1]])

    def change(self, note: str, **fields: Unpack[Fields]) -> Note:
        """Record other values for some fields of the note with this id. Raises UsageError where there is none."""

        def compose(state: State) -> Event:
            _standing(state, note)
            return self._event("change", note, encoded(fields))

        if "left" in fields:
            fields["left"] = self._kept(fields["left"])
        if "right" in fields:
            fields["right"] = self._kept(fields["right"])
        return self._shown(self._record(compose)[1].notes[note])

    def remove(self, note: str) -> None:
        """Take back the note with this id; `undo` brings it again. Raises UsageError where there is none."""

        def compose(state: State) -> Event:
            _standing(state, note)
            return self._event("remove", note, "{}")

        self._record(compose)

    def corrections(self) -> tuple[Correction, ...]:
        """The corrections that stand, in the order in which they were made."""
        return tuple(map(self._leading_there, self._current().corrections.values()))

    def correct(self, decision: Decision) -> Correction:
        """Record a decision about an alignment. One that stands, and that no later one contradicts, is given back."""

        def compose(state: State) -> Event | None:
            standing = list(state.corrections.values())
            for place, each in enumerate(standing):
                if each.decision == kept and not any(contrary(kept, later.decision) for later in standing[place:]):
                    made.append(each.id)
                    return None
            made.append(note_id({*state.notes, *state.corrections}))
            return self._event("correct", made[-1], encoded(kept))

        made: list[str] = []
        ends = {side: self._cited(getattr(decision, side), self._place.kept) for side in ("left", "right")}
        kept = replace(decision, **ends)
        return self._leading_there(self._record(compose)[1].corrections[made[-1]])

    def uncorrect(self, correction: str) -> None:
        """Take back the correction with this id; `undo` brings it again. Raises UsageError where there is none."""

        def compose(state: State) -> Event:
            if correction not in state.corrections:
                raise UsageError(f"there is no correction {correction}", "`wirediff notes corrections` lists them")
            return self._event("uncorrect", correction, "{}")

        self._record(compose)

    def undo(self) -> str | None:
        """Undo the author's last act that stands, and say which in a sentence; None where there is nothing to undo."""
        return self._turn("undo", lambda state: state.undoable.get(self._author))

    def redo(self) -> str | None:
        """Do the author's last undone act again, and say which; None where there is none, or something came between."""
        return self._turn("redo", lambda state: state.redoable.get(self._author))

    def close(self) -> None:
        """Let go of the file. Nothing is lost by not closing."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _turn(self, action: str, stack: Callable[[State], list[Event] | None]) -> str | None:
        turned: list[Event] = []

        def compose(state: State) -> Event | None:
            turned[:] = (stack(state) or [])[-1:]
            return self._event(action, turned[0].note, encoded(Target(turned[0].id))) if turned else None

        if not stack(self._current()):
            return None
        before, after = self._record(compose)
        if not turned:
            return None
        name = _name(before, turned[0].note) or _name(after, turned[0].note)
        called = f" “{textwrap.shorten(name, 40, placeholder='…')}”" if name else ""
        return f"{'Undone' if action == 'undo' else 'Redone'}: {_DOING[turned[0].action]}{called}."

    def _event(self, action: str, note: str, payload: str) -> Event:
        last = self._events[-1].id if self._events else ""
        now = time.time()
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(now))
        return Event(event_id(int(now * 1000), last), note, self._author, at, action, payload)

    def _record(self, compose: Callable[[State], Event | None]) -> tuple[State, State]:
        """Write what `compose` makes of the present state; the states before and after."""
        with self._lock:
            connection = self._connected()
            with database.faults(self.file):
                with database.transaction(connection):
                    before = self._current()
                    event = compose(before)
                    if event is not None:
                        database.insert(connection, event)
                        # Until the event is taken in here too, an interruption leaves a state to be read anew.
                        seen, self._seen = self._seen, None
                if event is not None:
                    self._take((*self._events, event))
                    self._seen = seen
            return before, self._state

    def _current(self) -> State:
        with self._lock:
            if self._connection is None and self.file.exists():
                self._connected()
            elif self._connection is not None:
                with database.faults(self.file):
                    self._look(self._connection)
            elif self._besides and not self._events:
                self._take(self._besides)
            return self._state

    def _connected(self) -> sqlite3.Connection:
        with self._lock:
            if self._connection is None:
                self._connection, remark = database.connect(self.file)
                self._seen = None
                if remark:
                    self._remarks.append(remark)
                with database.faults(self.file):
                    self._look(self._connection)
            return self._connection

    def _look(self, connection: sqlite3.Connection) -> None:
        # The number changes when another connection has written; what this one wrote is known already.
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        if version != self._seen:
            self._seen = version
            own = {event.id: event for event in (*self._besides, *database.events_in(connection))}
            self._take(tuple(sorted(own.values(), key=lambda event: event.id)))

    def _kept(self, end: Anchor | None) -> Anchor | None:
        return replace(end, path=self._place.kept(end.path)) if end else None

    def _shown(self, note: Note) -> Note:
        left, right = (
            replace(end, path=self._place.shown(end.path)) if end else None for end in (note.left, note.right)
        )
        return replace(note, left=left, right=right)

    def _leading_there(self, correction: Correction) -> Correction:
        ends = {side: self._cited(getattr(correction.decision, side), self._place.shown) for side in ("left", "right")}
        return replace(correction, decision=replace(correction.decision, **ends))

    @staticmethod
    def _cited(end: Citation, path: Callable[[str], str]) -> Citation:
        return replace(end, path=path(end.path))

    def _take(self, events: tuple[Event, ...]) -> None:
        self._events, self._state = events, fold(events)


def author_name() -> str:
    """Who signs notes: the environment variable WIREDIFF_AUTHOR, else the login name, else nobody ("")."""
    given = os.environ.get("WIREDIFF_AUTHOR", "").strip()
    if not given:
        try:
            given = getpass.getuser()
        except (KeyError, OSError):  # an account without a name, as in some containers
            given = ""
    return given.encode("utf-8", "replace").decode()


def _name(state: State, thing: str) -> str:
    """What a note or a correction is called in a sentence; "" for one that is not there."""
    if thing in state.notes:
        return state.notes[thing].text
    correction = state.corrections.get(thing)
    return correction.decision.named if correction else ""


def _standing(state: State, note: str) -> None:
    if note not in state.notes:
        raise UsageError(f"there is no note {note}", "`wirediff notes list` shows the notes with their ids")
