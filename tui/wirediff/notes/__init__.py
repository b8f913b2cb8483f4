"""What a person recorded: the store of notes, and the anchors that fasten a note in a version."""

from wirediff.notes.anchors import anchor, by_difference, difference_of, find, notes_for
from wirediff.notes.draft import STATUSES, VERDICTS, Draft, Fields
from wirediff.notes.store import NoteStore, author_name, notes_folder

__all__ = [
    "STATUSES",
    "VERDICTS",
    "Draft",
    "Fields",
    "NoteStore",
    "anchor",
    "author_name",
    "by_difference",
    "difference_of",
    "find",
    "notes_folder",
    "notes_for",
]
