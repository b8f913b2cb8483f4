"""The life of a note: each entry that touched it, and what that changed."""

import textwrap
from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from wirediff.notes.events import ACTIONS, Event, Imported, Target, decoded
from wirediff.notes.fold import Folded, fold

_ALWAYS = {"id", "created", "modified", "author"}
"""What the entry itself tells."""


_ON_NOTES = frozenset({"add", "change", "remove"})


class FieldChange(Struct, frozen=True):
    """A field of a note, and its values before and after: null where the note was not there."""

    field: str
    before: Any
    after: Any


class Entry(Struct, frozen=True):
    """One entry on a note: who did what to it, when (ISO 8601 in UTC), and what became of it.

    `event` is the id in the journal, `action` one of `events.ACTIONS`. `undone` says that the act was taken back and
    does not count any more.
    """

    event: str
    at: str
    author: str
    action: str
    changes: tuple[FieldChange, ...]
    undone: bool = False


def history(events: Iterable[Event], note: str) -> tuple[Entry, ...]:
    """All entries on a note, in order; none for a note that never was.

    The note is followed through its own entries one after the other, which is quadratic in their number, and linear in
    the length of the journal.
    """
    ordered = sorted(events, key=lambda event: event.id)
    things = things_of(ordered)
    own = _concerning(ordered, {event for event, thing in things.items() if thing == note})
    undone = _undone(own)
    # Alone, the entries of a note that got a longer id, because another one has its own, lead to the shorter again.
    short = next((event.note for event in own if event.action == "add"), note)
    entries: list[Entry] = []
    before: dict[str, Any] = {}
    for place, event in enumerate(own):
        after = _fields(own[: place + 1], short)
        names = [*after, *(name for name in before if name not in after)]
        changes = [FieldChange(name, before.get(name), after.get(name)) for name in names]
        changed = tuple(change for change in changes if change.before != change.after)
        entries.append(Entry(event.id, event.at, event.author, event.action, changed, event.id in undone))
        before = after
    return tuple(entries)


def things_of(events: Iterable[Event]) -> dict[str, str]:
    """The id of the note that each event on one is done to, as the whole journal has it, in the order of the events."""
    folded = Folded()
    done = {event.id: event for event in events if event.action in ACTIONS and ACTIONS[event.action].undoable}
    folded.take(done.values())
    return {event: thing for event, thing in folded.things.items() if done[event].action in _ON_NOTES}


def _concerning(ordered: list[Event], on_it: set[str]) -> list[Event]:
    """The events on a note, the imports that brought them, and what undid or redid any of these."""
    if not on_it:
        return []
    acts = {event.act or event.id for event in ordered if event.id in on_it}
    chosen = []
    for event in ordered:
        if event.action == "import" and not on_it.isdisjoint(_names(event)):
            acts.add(event.id)
            chosen.append(event)
        elif event.id in on_it or (event.action in {"undo", "redo"} and not acts.isdisjoint(_names(event))):
            chosen.append(event)
    return chosen


def _names(event: Event) -> tuple[str, ...]:
    """The events that an event is about."""
    try:
        if event.action == "import":
            return decoded(event, Imported).events
        return (decoded(event, Target).event,)
    except ValueError:
        return ()


def _undone(events: list[Event]) -> set[str]:
    folded = Folded()
    folded.take(events)
    return folded.undone


def _fields(events: list[Event], note: str) -> dict[str, Any]:
    found = fold(events).notes.get(note)
    if found is None:
        return {}
    fields: dict[str, Any] = msgspec.to_builtins(found)
    return {name: value for name, value in fields.items() if name not in _ALWAYS and value not in (None, ())}


def shortened(text: str, most: int = 40) -> str:
    """The beginning of a text on one line, for a sentence that names it."""
    return textwrap.shorten(text, most, placeholder="…")
