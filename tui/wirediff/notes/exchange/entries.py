"""Events as entries of a file, and entries that somebody sent as events: each looked at before it is let in.

An entry has the event's id, time, author, action and thing, and beside them the fields of what it carries. Fields that
are empty are left out; those that a change empties are named in `emptied`. An event whose text is no Unicode, or that
this version cannot read, has its payload as it is in the field `json`.
"""

import json
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from wirediff.errors import ExchangeError, WirediffError
from wirediff.kinds import Kind, Severity
from wirediff.model import Anchor
from wirediff.notes.draft import Draft
from wirediff.notes.events import ACTIONS, Event, decoded, encoded
from wirediff.notes.reviews import Mark
from wirediff.verdicts import FORMERLY, STATUSES, WORD

LARGEST = 50_000_000
"""Bytes of a file; no more of it is ever read."""

MOST = 200_000
"""Events in a file."""

Fault = Callable[[str, str], WirediffError]
"""Makes the error for a path such as `$.events[3].left`, and what is wrong there."""

_ENVELOPE = ("id", "at", "author", "action", "note", "act")
_ID = re.compile("[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}")
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_THING = re.compile("[0-9a-f]{8,24}")
_AHEAD = 24 * 3600
"""Seconds that the clock of another machine may be ahead of this one's. New events follow the latest there is, so one
from a far future would give all that come after it a false time."""


def entry(event: Event) -> dict[str, Any]:
    """An event as an entry: text, whole numbers, lists and mappings, no null."""
    head = {name: value for name in _ENVELOPE if (value := getattr(event, name)) or name == "author"}
    try:
        if not event.payload.isascii() or "\\ud" in event.payload.lower():
            _unicode(json.loads(event.payload))
        carried = msgspec.to_builtins(decoded(event, ACTIONS[event.action].shape))
    except (ValueError, KeyError):
        return {**head, "json": event.payload}
    fields: dict[str, Any] = _filled(carried)
    if event.action == "change":
        fields |= {name: [] for name, value in carried.items() if value == ()}
        if emptied := [name for name, value in carried.items() if value is None]:
            fields["emptied"] = emptied
    return {**head, **fields}


def _unicode(value: object) -> None:
    """Raises UnicodeEncodeError, which is a ValueError, for text that no file can hold as it is."""
    json.dumps(value, ensure_ascii=False).encode()


def _filled(value: Any) -> Any:
    """A value without what goes without saying: fields that are null, and having no tags."""
    if isinstance(value, Mapping):
        said = {name: part for name, part in value.items() if part is not None and (name, part) != ("tags", ())}
        return {name: _filled(part) for name, part in said.items()}
    return [_filled(part) for part in value] if isinstance(value, list | tuple) else value


def events_of(entries: object, place: str, fault: Fault) -> list[Event]:
    """The events that entries stand for, by id. Raises what `fault` makes for the first that is not as it has to be."""
    if not isinstance(entries, list):
        raise fault(place, "a list of entries has to stand here")
    if len(entries) > MOST:
        raise fault(place, f"there are {len(entries):,} entries, and {MOST:,} is the most")
    found: dict[str, Event] = {}
    for index, each in enumerate(entries):
        event = _event(each, f"{place}[{index}]", fault)
        if event.id in found and not same(found[event.id], event):
            raise fault(f"{place}[{index}].id", f"two different entries have the id {event.id}")
        found[event.id] = event
    return [found[event] for event in sorted(found)]


def checked(events: Iterable[Event], source: str) -> list[Event]:
    """Events out of another's database, looked at like entries. Raises ExchangeError."""

    def fault(place: str, message: str) -> WirediffError:
        return ExchangeError(f"{source}: {place}: {message}", "nothing was taken in")

    def each(event: Event) -> dict[str, Any]:
        head = {name: getattr(event, name) for name in _ENVELOPE}
        return {**head, "json": event.payload}

    return events_of([each(event) for event in events], "journal", fault)


def same(one: Event, other: Event) -> bool:
    """Whether two events say the same, however their payloads are written."""
    if one == other:
        return True
    heads = [[getattr(event, name) for name in _ENVELOPE] for event in (one, other)]
    if heads[0] != heads[1] or one.action not in ACTIONS:
        return False
    shape = ACTIONS[one.action].shape
    try:
        return bool(decoded(one, shape) == decoded(other, shape))
    except ValueError:
        return False


def _event(raw: object, place: str, fault: Fault) -> Event:
    if not isinstance(raw, dict):
        raise fault(place, "an entry has to stand here")
    head = {name: raw.get(name, "") for name in _ENVELOPE}
    for name, value in head.items():
        if not isinstance(value, str) or not _is_unicode(value):
            raise fault(f"{place}.{name}", "text has to stand here")
    _check_head(head, place, fault)
    fields = {name: value for name, value in raw.items() if name not in _ENVELOPE}
    if "json" in fields:
        if len(fields) > 1:
            raise fault(place, "beside json there may be no other fields of what the entry carries")
        place, fields = f"{place}.json", _loaded(fields["json"], f"{place}.json", fault)
    else:
        fields = _with_emptied(fields, place, fault)
    carried = _carried(head["action"], fields, place, fault)
    return Event(**head, payload=encoded(carried))


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _check_head(head: dict[str, str], place: str, fault: Fault) -> None:
    action = ACTIONS.get(head["action"])
    if not _ID.fullmatch(head["id"]):
        raise fault(f"{place}.id", f"{head['id']!r:.60} is no id of an entry (32 hex digits, a UUID of version 7)")
    if int(head["id"][:12], 16) / 1000 > time.time() + _AHEAD:
        raise fault(f"{place}.id", "the entry is from the future; mend the clock of the machine that wrote it")
    if action is None or action.local:
        known = ", ".join(name for name, each in ACTIONS.items() if not each.local)
        raise fault(f"{place}.action", f"there is no action {head['action']!r:.60} (take {known})")
    if not _AT.fullmatch(head["at"]):
        raise fault(f"{place}.at", f"{head['at']!r:.60} is no time such as 2026-11-20T15:53:00Z")
    if not _THING.fullmatch(head["note"]):
        raise fault(f"{place}.note", f"{head['note']!r:.60} is no id of a note (8 hex digits)")
    if head["act"] and not _ID.fullmatch(head["act"]):
        raise fault(f"{place}.act", f"{head['act']!r:.60} is no id of an entry")
    if len(head["author"]) > 200:
        raise fault(f"{place}.author", "the name is longer than 200 characters")


def _loaded(text: object, place: str, fault: Fault) -> dict[str, Any]:
    try:
        loaded = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        loaded = None
    if not isinstance(loaded, dict):
        raise fault(place, "a JSON object has to stand here, as text")
    return loaded


def _with_emptied(fields: dict[str, Any], place: str, fault: Fault) -> dict[str, Any]:
    emptied = fields.get("emptied", [])
    if not isinstance(emptied, list) or not all(isinstance(name, str) and name not in fields for name in emptied):
        raise fault(f"{place}.emptied", "a list of fields that have no value has to stand here")
    return {name: value for name, value in fields.items() if name != "emptied"} | dict.fromkeys(emptied)


def _carried(action: str, fields: dict[str, Any], place: str, fault: Fault) -> Any:
    """What an event carries, of the shape of its action and within its bounds."""
    if isinstance(status := fields.get("status"), str):
        fields["status"] = FORMERLY.get(status, status)
    try:
        carried = msgspec.convert(fields, ACTIONS[action].shape, strict=False)
    except msgspec.ValidationError as error:
        said, _, where = str(error).partition(" - at ")
        inside = place + where.strip("`").removeprefix("$")
        raise fault(inside, said.replace("`", "'") + _words(said, inside)) from error
    _refuse_unknown(fields, msgspec.to_builtins(carried), place, fault)
    if isinstance(carried, Draft):
        _check_fields(msgspec.structs.asdict(carried), place, fault)
    elif isinstance(carried, Mark):
        _check_ends(carried.ends, place, fault)
    elif action == "change":
        _check_fields(carried, place, fault)
    return carried


def _words(said: str, place: str) -> str:
    """The words that an enumeration takes, for a message about one that it does not."""
    if "enum value" not in said:
        return ""
    return f" (take {', '.join(Severity if place.endswith('severity') else Kind)})"


def _refuse_unknown(given: Any, known: Any, place: str, fault: Fault) -> None:
    if isinstance(given, dict) and isinstance(known, dict):
        for name, value in given.items():
            if name not in known:
                raise fault(f"{place}.{name}", "there is no such field; a later version of wirediff may know it")
            _refuse_unknown(value, known[name], f"{place}.{name}", fault)
    elif isinstance(given, list) and isinstance(known, list | tuple):
        for index, (value, part) in enumerate(zip(given, known, strict=True)):
            _refuse_unknown(value, part, f"{place}[{index}]", fault)


def _check_fields(fields: Mapping[str, Any], place: str, fault: Fault) -> None:
    if (status := fields.get("status")) is not None and status not in STATUSES:
        raise fault(f"{place}.status", f"there is no status {status!r:.60} (take {', '.join(STATUSES)})")
    if (verdict := fields.get("verdict")) is not None and not WORD.fullmatch(verdict):
        raise fault(f"{place}.verdict", f"{verdict!r:.60} is no word of up to 30 small letters, digits and hyphens")
    ends = {name: end for name in ("left", "right") if (end := fields.get(name)) is not None}
    for name, end in ends.items():
        _check_end(end, f"{place}.{name}", fault)


def _check_ends(ends: Sequence[Anchor], place: str, fault: Fault) -> None:
    for index, end in enumerate(ends):
        _check_end(end, f"{place}.ends[{index}]", fault)


def _check_end(end: Anchor, place: str, fault: Fault) -> None:
    if end.paragraph < 0:
        raise fault(f"{place}.paragraph", "paragraphs count from 0, the headline")
    if not 0 <= end.start <= end.end or end.end - end.start != len(end.exact):
        raise fault(f"{place}.start", "start and end do not fit the words between them")
