"""The journal of a note store, and how it is folded into the notes and corrections that stand now.

Nothing in a journal is ever changed or taken out: undoing adds an event that names the one undone. So undo has no end
and outlives the program, and two journals are merged by putting their events together.
"""

import json
from collections.abc import Iterable
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace

from wirediff.model import Note
from wirediff.notes.corrections import Correction, Decision
from wirediff.notes.draft import Draft, Fields

_T = TypeVar("_T")
_ACTS = frozenset({"add", "change", "remove", "correct", "uncorrect"})
"""The actions that undo takes back."""


class Event(Struct, frozen=True):
    """One entry: an action on a note, by an author, at a time. Ids sort in the order in which the events happened.

    `action` is one of `add`, `change`, `remove`, `undo` and `redo`, and of `correct` and `uncorrect` for corrections,
    whose id then stands in `note`. `payload` is JSON: a Draft for `add`, Fields for `change`, a Decision for `correct`,
    an empty object for `remove` and `uncorrect`, else a Target.
    """

    id: str
    note: str
    author: str
    at: str
    action: str
    payload: str


class Target(Struct, frozen=True):
    """The event that an undo or a redo is about."""

    event: str


class State(Struct, frozen=True):
    """What a journal comes to: notes and corrections by id in the order of their creation, and what can be taken back.

    `undoable` and `redoable` hold, by author, the events that undo and redo would turn to, the next one last.
    """

    notes: dict[str, Note]
    undoable: dict[str, list[Event]]
    redoable: dict[str, list[Event]]
    corrections: dict[str, Correction]


def encoded(payload: Draft | Fields | Decision | Target) -> str:
    """The payload of an event. ASCII, so that file names that are no Unicode survive in it."""
    return json.dumps(msgspec.to_builtins(payload))


def _decoded(event: Event, shape: type[_T]) -> _T:
    return msgspec.convert(json.loads(event.payload), shape)


def fold(events: Iterable[Event]) -> State:
    """The state that `events` lead to, whatever the order they are given in. Linear in their number, after a sort.

    A change of a note that is not there is passed over, as it must be once journals are merged, and so is an event
    that cannot be understood: a later version of the program may have written it.
    """
    ordered = sorted(events, key=lambda event: event.id)
    undoable: dict[str, list[Event]] = {}
    redoable: dict[str, list[Event]] = {}
    acts = {event.id: event for event in ordered if event.action in _ACTS}
    undone: set[str] = set()
    for event in ordered:
        back, forth = undoable.setdefault(event.author, []), redoable.setdefault(event.author, [])
        if event.id in acts:
            back.append(event)
            forth.clear()
            continue
        target = acts.get(_target(event))
        if target is not None and event.action == "undo":
            undone.add(target.id)
            _shift(target, back, forth)
        elif target is not None and event.action == "redo":
            undone.discard(target.id)
            _shift(target, forth, back)
    notes: dict[str, Note] = {}
    corrections: dict[str, Correction] = {}
    for event in acts.values():
        if event.id not in undone:
            _apply(event, notes, corrections)
    return State(notes, undoable, redoable, corrections)


def _target(event: Event) -> str:
    try:
        return _decoded(event, Target).event
    except ValueError:
        return ""


def _shift(event: Event, source: list[Event], goal: list[Event]) -> None:
    if event in source:
        source.remove(event)
        goal.append(event)


def _apply(event: Event, notes: dict[str, Note], corrections: dict[str, Correction]) -> None:
    try:
        if event.action == "add":
            draft = _decoded(event, Draft)
            notes[event.note] = Note(
                id=event.note, created=event.at, modified=event.at, author=event.author, **asdict(draft)
            )
        elif event.note in notes and event.action == "change":
            fields = _decoded(event, Fields)
            notes[event.note] = replace(notes[event.note], modified=event.at, **fields)
        elif event.action == "remove":
            notes.pop(event.note, None)
        elif event.action == "correct":
            corrections[event.note] = Correction(event.note, _decoded(event, Decision), event.at, event.author)
        elif event.action == "uncorrect":
            corrections.pop(event.note, None)
    except ValueError:
        return
