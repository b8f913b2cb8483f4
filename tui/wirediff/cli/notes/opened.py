"""The notes that a call is about: the store of a folder, and one of its things by the beginning of an id."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from wirediff.cli.console import remark
from wirediff.cli.options import Choices
from wirediff.errors import UsageError

if TYPE_CHECKING:
    from wirediff.model import Note
    from wirediff.notes import Correction, NoteStore, Review

_Thing = TypeVar("_Thing", "Note", "Correction", "Review")

_SHORTEST = 4
"""Characters of an id that have to be given. Ids have eight, and one that is empty would be the beginning of all."""


@contextmanager
def opened(paths: Sequence[Path], choices: Choices) -> "Iterator[NoteStore]":
    """The store that goes with some paths; what there is to say of it is said on stderr."""
    from wirediff.notes import NoteStore, notes_folder

    if missing := [path for path in paths if not path.exists()]:
        raise UsageError(f"{missing[0]}: no such file or folder", "name the folder whose notes these are")
    with NoteStore.open(notes_folder(paths)) as store:
        yield store
        remark(store.remark if store.file.exists() else "", choices.quiet)


def known(beginning: str, things: "Sequence[_Thing]", what: str = "note", listing: str = "list") -> "_Thing":
    """The thing whose id begins so. Raises UsageError where there is none or more than one, or too little is given."""
    long_enough(beginning, what, listing)
    found = [thing for thing in things if thing.id.startswith(beginning)]
    # The whole id of one may be how another's begins, once two journals are merged.
    found = [thing for thing in found if thing.id == beginning] or found
    if len(found) != 1:
        count = f"more than one {what}" if found else f"no {what}"
        raise UsageError(
            f"there is {count} {beginning!r}", f"`wirediff notes {listing}` shows the {what}s with their ids"
        )
    return found[0]


def of_files(notes: "Sequence[Note]", files: Sequence[Path]) -> "list[Note]":
    """The notes that are fastened in some files; all where none are named."""
    names = {file.resolve() for file in files}
    ends = ((note, {Path(end.path).resolve() for end in (note.left, note.right) if end}) for note in notes)
    return [note for note, paths in ends if not names or paths & names]


def long_enough(beginning: str, what: str = "note", listing: str = "list") -> None:
    """Raise UsageError for a beginning of an id so short that a slip could name the only thing there is."""
    if len(beginning) < _SHORTEST:
        fault = f"the id {beginning!r} is too short" if beginning else "the id is empty"
        hint = (
            f"give {_SHORTEST} of its characters or more; `wirediff notes {listing}` shows the {what}s with their ids"
        )
        raise UsageError(fault, hint)
