"""Annotations of another program as entries of a journal: the same ones every time, so that none comes in twice."""

import hashlib
import re
import time
from calendar import timegm
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from wirediff.model import Note, Story
from wirediff.notes.draft import Draft, Fields
from wirediff.notes.events import Event, encoded
from wirediff.notes.foreign.annotation import Annotation, Annotations
from wirediff.notes.foreign.placing import Fastened, Shelf
from wirediff.notes.ids import event_id_of

_NOTE = re.compile("[0-9a-f]{8,24}")
_STAMP = "%Y-%m-%dT%H:%M:%SZ"


class Taken(NamedTuple):
    """The entries made, what has to be said of annotations without a sure place, and how many are here already."""

    events: tuple[Event, ...]
    remarks: tuple[str, ...]
    known: int


def entries_of(
    annotations: Annotations,
    stories: Sequence[Story],
    standing: Mapping[str, Note],
    ever: Collection[str],
    kept: Callable[[Draft], Draft],
) -> Taken:
    """Each annotation as a note, or as a change of the note that it was made into before.

    `standing` are the notes that stand, `ever` the ids of all that were there; `kept` gives a draft the paths under
    which versions are recorded. Linear in the annotations, and for each in the length of the versions that it names.
    """
    shelf = Shelf(stories)
    events: dict[str, Event] = {}
    remarks: list[str] = []
    known = 0
    for number, each in enumerate(annotations.items, 1):
        for part, (ends, story, doubts) in enumerate(_notes(each, shelf)):
            note = _note_id(each, part)
            draft = kept(_draft(each, ends, story))
            if note in ever:
                event = _changed(each, note, standing.get(note), draft, annotations.at)
                known += event is None
            else:
                remarks += [f"annotation {number}{_quoted(each)}: {doubt}" for doubt in doubts]
                event = _event(each, note, "add", encoded(draft), _milliseconds(each.created, annotations.at))
            if event:
                events[event.id] = event
    return Taken(tuple(events[event] for event in sorted(events)), tuple(remarks), known)


def _notes(annotation: Annotation, shelf: Shelf) -> Iterator[tuple[list[Fastened], str, list[str]]]:
    """What a note is fastened in, two versions at most; an annotation with more targets makes several notes."""
    left = [shelf.fasten(target) for target in annotation.targets] or [Fastened(None, shelf.only_story)]
    while left:
        first = left.pop(0)
        pair = [first]
        for other in left if first.end else ():
            if other.end and first.end and other.end.path != first.end.path:
                left.remove(other)
                pair.append(other)
                break
        story = next((end.story for end in pair if end.story), annotation.story)
        yield pair, story, [end.doubt for end in pair if end.doubt]


def _draft(annotation: Annotation, ends: Sequence[Fastened], story: str) -> Draft:
    return Draft(
        text=annotation.text,
        story=story,
        verdict=annotation.verdict,
        tags=annotation.tags,
        severity=annotation.severity,
        status=annotation.status,
        kind=annotation.kind,
        left=ends[0].end,
        right=ends[1].end if len(ends) > 1 else None,
    )


def _changed(annotation: Annotation, note: str, stands: Note | None, draft: Draft, at: str) -> Event | None:
    """What is new in an annotation that was taken in before; None where nothing is, and where the note was removed.

    That is what its author changed since, and a place for words that had none as long as their version was not here.
    """
    if stands is None:
        return None
    fields: Fields = {}
    newer = annotation.modified > stands.modified
    if newer and annotation.text != stands.text:
        fields["text"] = annotation.text
    if newer and annotation.tags != stands.tags:
        fields["tags"] = annotation.tags
    if stands.left and not stands.left.document and draft.left and draft.left.document:
        fields["left"], fields["right"], fields["story"] = draft.left, draft.right, draft.story
        # What is done here comes after all that was done to the note, also within this second.
        return _event(annotation, note, "change", encoded(fields), time.time_ns() // 1_000_000)
    when = _milliseconds(annotation.modified, at)
    return _event(annotation, note, "change", encoded(fields), when) if fields else None


def _event(annotation: Annotation, note: str, action: str, payload: str, milliseconds: int) -> Event:
    made = event_id_of(milliseconds, f"{annotation.name}\n{note}\n{payload}")
    told = time.strftime(_STAMP, time.gmtime(milliseconds // 1000))
    return Event(made, note, annotation.author, told, action, payload)


def _milliseconds(when: str, at: str) -> int:
    """A time since 1970, or that of the file where none is told.

    A clock that is ahead elsewhere must not give what is recorded later a time that is to come.
    """
    now = time.strftime(_STAMP, time.gmtime())
    told = when or at
    return 1000 * timegm(time.strptime(min(told, at, now) if told > now else told, _STAMP))


def _note_id(annotation: Annotation, part: int) -> str:
    if _NOTE.fullmatch(annotation.note) and not part:
        return annotation.note
    name = f"{annotation.name}\n{part}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(name).hexdigest()[:12]


def _quoted(annotation: Annotation) -> str:
    words = next((target.exact for target in annotation.targets if target.exact), annotation.text)
    words = " ".join(words.split())
    return f" “{words[:40]}{'…' if len(words) > 40 else ''}”" if words else ""
