"""The life of a note: each entry that touched it, and what that changed."""

import textwrap
from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from wirediff.notes.events import Event, Imported, Target, decoded
from wirediff.notes.fold import Folded, fold

_ALWAYS = {"id", "created", "modified", "author"}
"""What the entry itself tells."""


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
    own = _concerning(sorted(events, key=lambda event: event.id), note)
    undone = _undone(own)
    entries: list[Entry] = []
    before: dict[str, Any] = {}
    for place, event in enumerate(own):
        after = _fields(own[: place + 1], note)
        names = [*after, *(name for name in before if name not in after)]
        changes = [FieldChange(name, before.get(name), after.get(name)) for name in names]
        changed = tuple(change for change in changes if change.before != change.after)
        entries.append(Entry(event.id, event.at, event.author, event.action, changed, event.id in undone))
        before = after
    return tuple(entries)


def _concerning(ordered: list[Event], note: str) -> list[Event]:
    """The events on a note, the imports that brought them, and what undid or redid any of these."""
    on_it = {event.id for event in ordered if event.note == note and event.action in {"add", "change", "remove"}}
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
