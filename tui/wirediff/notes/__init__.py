"""What a person recorded: the store of notes and corrections, and how each is fastened in the versions."""

from wirediff.notes.anchors import anchor, by_difference, difference_of, find, notes_for
from wirediff.notes.corrections import Correction, Decision, Replay, decision, replay
from wirediff.notes.draft import Draft, Fields
from wirediff.notes.history import Entry, FieldChange
from wirediff.notes.quote import locate
from wirediff.notes.reviews import Mark, Review, covered, mark, reviewed
from wirediff.notes.store import NoteStore, author_name, notes_folder
from wirediff.verdicts import STATUSES, VERDICTS, verdicts

__all__ = [
    "STATUSES",
    "VERDICTS",
    "Correction",
    "Decision",
    "Draft",
    "Entry",
    "FieldChange",
    "Fields",
    "Mark",
    "NoteStore",
    "Replay",
    "Review",
    "anchor",
    "author_name",
    "by_difference",
    "covered",
    "decision",
    "difference_of",
    "find",
    "locate",
    "mark",
    "notes_folder",
    "notes_for",
    "replay",
    "reviewed",
    "verdicts",
]
