"""What undo and redo say: what became of which words, told from the state before and the state after."""

from collections.abc import Mapping
from typing import NamedTuple

from wirediff.model import Note
from wirediff.notes.corrections import Correction
from wirediff.notes.events import Imported, decoded
from wirediff.notes.fold import Act, State
from wirediff.notes.history import shortened
from wirediff.notes.reviews import Review
from wirediff.verdicts import DISMISSED, OPEN

Thing = Note | Correction | Review

_MOST = 3
"""So many sorts of change are told of one act; of what is beyond them only the number."""

_PLURAL = {"is": "are", "has": "have", "says": "say"}


class _Change(NamedTuple):
    """What a sentence is about, what is said of it, and what held before; "" where that need not be said."""

    subject: str
    now: str
    was: str = ""


def touched(act: Act, state: State) -> dict[str, Thing]:
    """The notes, corrections and marks that an act is on, as far as they stand, by id."""
    among: tuple[Mapping[str, Thing], ...] = (state.notes, state.corrections, state.reviews)
    return {event.note: some[event.note] for event in act for some in among if event.note in some}


def told(act: Act, before: Mapping[str, Thing], after: Mapping[str, Thing], *, undone: bool) -> str:
    """What undoing an act, or doing it again, has changed: "“seize → retake” is acceptable again (was: error)".

    `before` and `after` hold the things of the act as they stood, and as they stand now.
    """
    sorts: dict[tuple[str, str], list[str]] = {}
    for thing in dict.fromkeys(event.note for event in act if event.action != "import"):
        change = _change(before.get(thing), after.get(thing))
        if change is not None:
            sorts.setdefault((change.now, change.was), []).append(change.subject)
    for event in act:
        if event.action == "import":
            now = "is not taken in any more" if undone else "is taken in again"
            sorts.setdefault((now, ""), []).append(f"the file “{shortened(decoded(event, Imported).source)}”")
    said = [_sentence(subjects, *sort) for sort, subjects in sorts.items()]
    more = len(said) - _MOST
    return "; ".join(said[:_MOST]) + (f"; and {more} more" if more > 0 else "") or "nothing has changed by it"


def _sentence(subjects: list[str], now: str, was: str) -> str:
    first, *others = subjects
    if others:
        verb, _, rest = now.partition(" ")
        first, now = f"{first} and {len(others)} more", f"{_PLURAL[verb]} {rest}"
    return f"{first} {now}" + (f" ({'were' if others else 'was'}: {was})" if was else "")


def _change(before: Thing | None, after: Thing | None) -> _Change | None:
    known = after or before
    if isinstance(known, Note):
        return _of_note(known, before, after)
    if isinstance(known, Correction):
        now = "is in force again" if after else "is not in force any more"
        return _Change(f"the correction “{shortened(known.decision.named)}”", now)
    if isinstance(known, Review):
        words = next((end.exact for end in known.mark.ends), "")
        now = "is marked as reviewed again" if after else "is not marked as reviewed any more"
        return _Change(f"the row “{shortened(words)}”", now)
    return None


def _of_note(known: Note, before: Thing | None, after: Thing | None) -> _Change | None:
    old = before if isinstance(before, Note) else None
    new = after if isinstance(after, Note) else None
    now, was = _concluded(new), _concluded(old)
    on = _on(known)
    note = (
        f"the note on {on}" if on else f"the note “{shortened(known.text)}”" if known.text else "the note on the story"
    )
    if (old is None or new is None) and known.text:
        subject = f"the note “{shortened(known.text)}”" + (f" on {on}" if on else "")
        return _Change(subject, "is there again" if new else "is not there any more")
    if now != was:
        return _Change(on or note, f"is {now} again" if now else "is not judged any more", was or "not judged")
    if old is None or new is None:
        return _Change(note, "is there again" if new else "is not there any more")
    return _of_fields(note, old, new)


def _of_fields(note: str, old: Note, new: Note) -> _Change | None:
    """What of a note has changed beside its conclusion; `note` is what the sentence calls it."""
    if old.text != new.text:
        return _Change(note, f"says “{shortened(new.text)}” again", f"“{shortened(old.text)}”")
    if old.tags != new.tags:
        return _Change(note, f"has {_tags(new)} again", _tags(old))
    if old.severity != new.severity:
        return _Change(note, f"is {new.severity or 'of no severity'} again", old.severity or "of no severity")
    if (old.left, old.right) != (new.left, new.right):
        return _Change(note, "is fastened there again", _on(old) or "nowhere")
    return None


def _concluded(note: Note | None) -> str:
    """What a note concludes, in the words of the reader; "" for nothing."""
    if note is None:
        return ""
    if note.status == DISMISSED:
        return "not a discrepancy"
    return ", ".join(part for part in (note.verdict, note.status if note.status != OPEN else "") if part)


def _tags(note: Note) -> str:
    return "the tags " + " ".join(f"#{tag}" for tag in note.tags) if note.tags else "no tags"


def _on(note: Note) -> str:
    """The words that a note is on, quoted; "" for a note on a story as a whole."""
    words = " → ".join(shortened(end.exact) or "—" for end in (note.left, note.right) if end)
    return f"“{words}”" if words else ""
