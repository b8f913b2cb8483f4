"""A journal in a file that people can send, keep in git and read, and back again."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from wirediff.errors import ExchangeError
from wirediff.model import Note
from wirediff.notes.database import read_only
from wirediff.notes.events import Event
from wirediff.notes.exchange.entries import LARGEST, checked, same
from wirediff.notes.fold import exchanged
from wirediff.notes.place import place_of

if TYPE_CHECKING:
    from wirediff.notes.foreign import Annotations

__all__ = ["FORMATS", "LARGEST", "Bundle", "joined", "read", "read_folder", "written"]

FORMATS = ("yaml", "jsonld")


class Bundle(Struct, frozen=True):
    """Events from elsewhere that may be taken in: each is whole and of the shape of its action. `source` names them."""

    source: str
    events: tuple[Event, ...]


def written(events: Sequence[Event], notes: Sequence[Note], format_: str) -> bytes:
    """A journal as the bytes of a file in one of `FORMATS`, the same for the same journal.

    `notes` are those that it comes to, which JSON-LD shows as annotations.
    """
    if format_ == "yaml":
        from wirediff.notes.exchange.yamltext import written_as_yaml

        return written_as_yaml(events)
    from wirediff.notes.exchange.jsonld import written_as_jsonld

    return written_as_jsonld(events, notes)


def joined(bundles: Sequence[Bundle]) -> list[Event]:
    """The events of several journals, each once: the same in whatever order the journals are given.

    Raises ExchangeError where two of them have one event with different contents.
    """
    found: dict[str, Event] = {}
    for bundle in bundles:
        for event in bundle.events:
            if not same(found.setdefault(event.id, event), event):
                raise ExchangeError(
                    f"{bundle.source}: the entry {event.id} stands in another of the files with other content",
                    "entries are never changed, so take the files as they were written",
                )
    return [found[event] for event in sorted(found)]


def read(path: Path) -> "Bundle | Annotations":
    """The events in a file that `written` made, or in a database of notes, or the annotations of another program.

    Nothing in the file is trusted: see `entries`. Raises ExchangeError, with the place in the file.
    """
    beginning = _beginning(path)
    if beginning.startswith(b"SQLite format 3\0"):
        events = checked(exchanged(read_only(path)), str(path))
    elif beginning.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"[")):
        from wirediff.notes.exchange.jsonld import read_jsonld

        found = read_jsonld(path)
        if not isinstance(found, list):
            return found
        events = found
    else:
        from wirediff.notes.exchange.yamltext import read_yaml_journal

        events = read_yaml_journal(path)
    return Bundle(path.name, tuple(events))


def read_folder(folder: Path) -> Bundle:
    """The events in the journal of another folder, wherever its notes are kept. Raises ExchangeError, StoreError."""
    place = place_of(folder)
    files = [file for file in (place.file, *place.besides) if file.is_file()]
    if not files:
        raise ExchangeError(f"{folder} has no notes", "name a folder with notes, or a file that `notes export` wrote")
    events = {event.id: event for file in files for event in read_only(file)}
    return Bundle(folder.name or str(folder), tuple(checked(exchanged(events.values()), str(folder))))


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(1000)
    except OSError as error:
        raise ExchangeError(f"{path}: {(error.strerror or str(error)).lower()}", "check the path") from error
    except ValueError as error:  # a NUL in the path
        raise ExchangeError(f"{str(path)!r}: {error}", "check the path") from error
