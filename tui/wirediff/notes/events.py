"""The entries of a note store's journal: what each action carries, and how that is written down."""

import json
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

import msgspec
from msgspec import Struct

from wirediff.notes.corrections import Decision
from wirediff.notes.draft import Draft, Fields
from wirediff.notes.reviews import Mark
from wirediff.verdicts import FORMERLY

_T = TypeVar("_T")


class Event(Struct, frozen=True):
    """One entry: an action on a note, by an author, at a time. Ids sort in the order in which the events happened.

    `action` is a key of `ACTIONS`; in `note` stands what it is done to: a note, a correction or a mark. `payload` is
    JSON, of the shape that goes with the action. `act` is the id of the first of several events that were done at once
    and are undone at once; it is empty for an event that stands alone.
    """

    id: str
    note: str
    author: str
    at: str
    action: str
    payload: str
    act: str = ""


class Target(Struct, frozen=True):
    """The act that an undo or a redo is about: the id of its first event."""

    event: str


class Nothing(Struct, frozen=True):
    """The payload of an action that needs none."""


class Imported(Struct, frozen=True):
    """Which events an import brought, and the name of what they came from."""

    source: str
    events: tuple[str, ...]


class Action(NamedTuple):
    """What is known of an action: the shape of its payload, and whether undo takes it back.

    `makes` tells actions that a thing begins with. `local` are actions that say something about this journal only.
    """

    shape: Any
    undoable: bool = True
    makes: bool = False
    local: bool = False


ACTIONS = MappingProxyType(
    {
        "add": Action(Draft, makes=True),
        "change": Action(Fields),
        "remove": Action(Nothing),
        "correct": Action(Decision, makes=True),
        "uncorrect": Action(Nothing),
        "review": Action(Mark, makes=True),
        "unreview": Action(Nothing),
        "import": Action(Imported, local=True),
        "undo": Action(Target, undoable=False),
        "redo": Action(Target, undoable=False),
    }
)


def encoded(payload: Draft | Fields | Decision | Mark | Imported | Target) -> str:
    """The payload of an event. ASCII, so that file names that are no Unicode survive in it."""
    return json.dumps(msgspec.to_builtins(payload))


def decoded(event: Event, shape: type[_T]) -> _T:
    """What an event carries, with the words of earlier versions put in today's. Raises ValueError."""
    carried = json.loads(event.payload)
    if isinstance(carried, dict) and isinstance(status := carried.get("status"), str):
        carried["status"] = FORMERLY.get(status, status)
    return msgspec.convert(carried, shape)
