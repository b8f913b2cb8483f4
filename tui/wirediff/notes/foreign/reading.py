"""A file of another program taken apart into annotations, whatever they are wrapped in."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from wirediff.kinds import Severity
from wirediff.notes.foreign.annotation import Annotation, Annotations, Fault, JsonObject, Target
from wirediff.notes.foreign.bodies import said
from wirediff.notes.foreign.targets import of_reply, targets
from wirediff.verdicts import STATUSES

MOST = 20_000
"""Annotations in a file; each is looked for in the versions."""

LONGEST = 100_000
"""Characters of what one says."""

_WRAPPINGS = ("first", "items", "annotations", "rows", "@graph", "resources")
"""Where annotations lie in a collection, a page, and in what annotation services give out."""

_NAME = 200
"""Characters of an author's name."""


def annotations_in(data: Any, source: str, at: datetime, fault: Fault) -> Annotations | None:
    """The annotations in what a JSON file holds; None where there are none in it.

    `at` is the time of the file. Nothing in it is trusted: raises what `fault` makes for the first annotation that is
    not as it has to be, and for far too many.
    """
    found = _raw(data, "$")
    if found is None:
        return None
    place, raws = found
    if len(raws) > MOST:
        raise fault(place, f"there are {len(raws):,} annotations, and {MOST:,} is the most")
    known: dict[str, tuple[Target, ...]] = {}
    items, passed_over = [], 0
    for index, raw in enumerate(raws):
        where = place if raws == [data] else f"{place}[{index}]"
        if not isinstance(raw, dict):
            raise fault(where, "an annotation has to stand here")
        if "wirediff:kind" in raw and "wirediff:note" not in raw:
            passed_over += 1
            continue
        items.append(_annotation(raw, where, fault, known))
    return Annotations(source, tuple(items), _time(at), passed_over)


def _raw(data: Any, place: str) -> tuple[str, list[Any]] | None:
    """The annotations as they stand in a file, and where."""
    if isinstance(data, list):
        return (place, data) if all(_is_annotation(each) for each in data) else None
    if not isinstance(data, dict):
        return None
    if _is_annotation(data):
        return place, [data]
    for name in _WRAPPINGS:
        inside = data.get(name)
        if isinstance(inside, dict) and isinstance(inside.get("items"), list):
            return f"{place}.{name}.items", inside["items"]
        if isinstance(inside, list):
            return f"{place}.{name}", inside
    return None


def _is_annotation(value: Any) -> bool:
    return isinstance(value, dict) and any(name in value for name in ("target", "hasTarget"))


def _annotation(raw: JsonObject, place: str, fault: Fault, known: dict[str, tuple[Target, ...]]) -> Annotation:
    uri = raw.get("uri")
    about = tuple(
        targets(
            raw.get("target", raw.get("hasTarget")), f"{place}.target", fault, uri if isinstance(uri, str) else None
        )
    )
    identity = next((each for name in ("id", "@id") if isinstance(each := raw.get(name), str) and each), "")
    if all(target.whole for target in about):
        about = of_reply(raw, known) or about
    if identity:
        known[identity] = about
    says = said(raw, place, fault)
    if len(says.text) > LONGEST:
        raise fault(place, f"it says {len(says.text):,} characters, and {LONGEST:,} is the most")
    status, severity = (_said_of(raw, f"wirediff:{name}") for name in ("status", "severity"))
    author, created = _author(raw), _when(raw, ("created", "generated", "modified", "updated"))
    return Annotation(
        name=identity or _digest([author, created, says, about]),
        text=says.text,
        author=author,
        created=created,
        modified=_when(raw, ("modified", "updated", "created")),
        tags=says.tags,
        verdict=says.verdict,
        kind=says.kind,
        severity=Severity(severity) if severity in {*Severity} else None,
        status=status if status in STATUSES else "open",
        note=_said_of(raw, "wirediff:note"),
        story=_said_of(raw, "wirediff:story"),
        targets=about,
    )


def _said_of(raw: JsonObject, name: str) -> str:
    value = raw.get(name, "")
    return value if isinstance(value, str) else ""


def _author(raw: JsonObject) -> str:
    """Who wrote it: the annotation's creator, else that of its first body that names one."""
    body = raw.get("body")
    for each in (raw, *(body if isinstance(body, list) else [body])):
        if isinstance(each, dict) and (names := _names(each)):
            return ", ".join(names)[:_NAME].encode("utf-8", "replace").decode()
    return ""


def _names(raw: JsonObject) -> list[str]:
    info = raw.get("user_info")
    creator = raw.get("creator", raw.get("annotatedBy", raw.get("user", [])))
    people = [info] if isinstance(info, dict) and info.get("display_name") else creator
    found = []
    for person in people if isinstance(people, list) else [people]:
        if isinstance(person, dict):
            words = ("name", "display_name", "nickname", "email", "id", "@id")
            person = next((person[word] for word in words if person.get(word)), "")
            person = person[0] if isinstance(person, list) and person else person
        if isinstance(person, str) and person.strip():
            name = person.strip()
            found.append(name.removeprefix("acct:").partition("@")[0] if name.startswith("acct:") else name)
    return found


def _when(raw: JsonObject, names: tuple[str, ...]) -> str:
    """The first of some times that is told and can be read, in UTC; "" for none."""
    body = raw.get("body")
    for each in (raw, *(body if isinstance(body, list) else [body])):
        for name in names if isinstance(each, dict) else ():
            value = each.get(name)
            try:
                read = datetime.fromisoformat(value) if isinstance(value, str) else None
            except ValueError:
                read = None
            if read is not None:
                return _time(read)
    return ""


def _time(at: datetime) -> str:
    """A time as it stands in a journal; "" for one before 1970, which no program that annotates has seen."""
    try:
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except OverflowError:
        at = at.replace(tzinfo=UTC)
    return at.strftime("%Y-%m-%dT%H:%M:%SZ") if at.year >= 1970 else ""


def _digest(value: object) -> str:
    written = json.dumps(value, default=repr, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()
