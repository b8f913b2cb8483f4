"""What a person recorded: the store of notes, and the anchors that fasten a note in a version."""

from wirediff.notes.anchors import anchor, by_difference, difference_of, find, notes_for
from wirediff.notes.draft import Draft, Fields
from wirediff.notes.quote import locate
from wirediff.notes.store import NoteStore, author_name, notes_folder
from wirediff.verdicts import STATUSES, VERDICTS

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
    "locate",
    "notes_folder",
    "notes_for",
]
