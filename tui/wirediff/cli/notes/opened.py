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
    """The thing whose id begins so. Raises UsageError where there is none, or more than one."""
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
