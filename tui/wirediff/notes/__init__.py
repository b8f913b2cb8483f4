"""What a person recorded: the store of notes and corrections, and how each is fastened in the versions."""

from wirediff.notes.about import by_difference, difference_of, notes_for
from wirediff.notes.anchors import anchor, answer_of, find
from wirediff.notes.corrections import Correction, Decision, Replay, decision, overruled, replay
from wirediff.notes.draft import Draft, Fields
from wirediff.notes.history import Entry, FieldChange
from wirediff.notes.place import keeps_notes
from wirediff.notes.quote import locate
from wirediff.notes.refind import Candidate, Check, Found, Orphan, Outcome, refind
from wirediff.notes.reviews import Mark, Review, covered, mark, reviewed
from wirediff.notes.standing import End, Sureness, standing, sureness
from wirediff.notes.store import NoteStore, author_name, notes_folder
from wirediff.notes.stories import StoryIndex
from wirediff.notes.verify import RowsOf, Verification, Verified, verify
from wirediff.verdicts import STATUSES, VERDICTS, verdicts

__all__ = [
    "STATUSES",
    "VERDICTS",
    "Candidate",
    "Check",
    "Correction",
    "Decision",
    "Draft",
    "End",
    "Entry",
    "FieldChange",
    "Fields",
    "Found",
    "Mark",
    "NoteStore",
    "Orphan",
    "Outcome",
    "Replay",
    "Review",
    "RowsOf",
    "StoryIndex",
    "Sureness",
    "Verification",
    "Verified",
    "anchor",
    "answer_of",
    "author_name",
    "by_difference",
    "covered",
    "decision",
    "difference_of",
    "find",
    "keeps_notes",
    "locate",
    "mark",
    "notes_folder",
    "notes_for",
    "overruled",
    "refind",
    "replay",
    "reviewed",
    "standing",
    "sureness",
    "verdicts",
    "verify",
]
