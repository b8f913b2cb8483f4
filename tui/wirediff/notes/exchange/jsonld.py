"""Notes as W3C Web Annotations, with the journal they come from in the same file.

Other programs read the annotations; where there is a journal, that is taken in again and not they, for annotations
cannot say what was removed, changed or undone.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from wirediff.errors import ExchangeError, WirediffError
from wirediff.model import Note
from wirediff.notes.events import Event
from wirediff.notes.exchange.entries import LARGEST, entry, events_of
from wirediff.notes.foreign import Annotations, annotations_in
from wirediff.notes.webannotation import CONTEXT, note_annotation, page

_JOURNAL = "wirediff:journal"
_HINT = "nothing was taken in; docs/notes.md shows the form"


def written_as_jsonld(events: Iterable[Event], notes: Sequence[Note]) -> bytes:
    """The notes as a collection of annotations, and the journal. Linear in its length."""
    made = page("notes", "Notes of wirediff", [note_annotation(note) for note in notes])
    made["@context"] = [*CONTEXT, {_JOURNAL: {"@type": "@json"}}]
    made[_JOURNAL] = [entry(event) for event in events]
    text = json.dumps(made, ensure_ascii=False, indent=1)
    # A lone surrogate, as file names may hold it, is no UTF-8, but its escape is JSON.
    return (text + "\n").encode("utf-8", "backslashreplace")


def read_jsonld(path: Path) -> list[Event] | Annotations:
    """The events in such a file, or the annotations in one of another program.

    Raises ExchangeError, with the line or the path inside.
    """
    data = _loaded(path)

    def fault(place: str, message: str) -> WirediffError:
        return ExchangeError(f"{path}: {place.removeprefix('$.')}: {message[:1].lower()}{message[1:]}", _HINT)

    if isinstance(data, dict) and _JOURNAL in data:
        return events_of(data[_JOURNAL], f"$.{_JOURNAL}", fault)
    at = datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
    if (found := annotations_in(data, path.name, at, fault)) is not None:
        return found
    raise ExchangeError(
        f"{path}: there are neither a journal of notes ({_JOURNAL}) nor annotations in it",
        "take a file that `wirediff notes export` wrote, or W3C Web Annotations",
    )


def _loaded(path: Path) -> object:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ExchangeError(f"{path}: a file of notes has at most {LARGEST // 1_000_000} MB", _HINT)
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except OSError as error:
        raise ExchangeError(f"{path}: {(error.strerror or str(error)).lower()}", "check the path") from error
    except json.JSONDecodeError as error:
        raise ExchangeError(
            f"{path}:{error.lineno}:{error.colno}: {error.msg.lower()}", "mend the JSON there"
        ) from error
    except UnicodeDecodeError as error:
        raise ExchangeError(f"{path}: not UTF-8 at byte {error.start}", "save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise ExchangeError(f"{path}: {said}", _HINT) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; two values under one key are a fault, for JSON would drop one in silence."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"{name!r:.60} stands twice in one object")
        found[name] = value
    return found
