"""`notes list`, `notes history` and `notes reviews`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wirediff.cli.console import out, out_lines, width
from wirediff.cli.notes.fields import NONE, filter_options
from wirediff.cli.notes.opened import opened
from wirediff.cli.options import Choices, common, json_option, paths_argument
from wirediff.errors import UsageError

if TYPE_CHECKING:
    from wirediff.model import Note
    from wirediff.notes import NoteStore, Review


@click.command("list")
@paths_argument("[PATH...]")
@filter_options
@json_option("the notes")
@common
@click.pass_obj
def list_(choices: Choices, /, paths: tuple[Path, ...], as_json: bool, **chosen: Any) -> None:
    """List the notes of a folder (the current one without a path), or those fastened in some files.

    Several words for one field mean any of them; several fields mean all of them.
    """
    with opened(paths, choices) as store:
        notes = _in_files(store.notes(), [path for path in paths if path.is_file()])
        notes = _chosen(notes, store.reviews(), **chosen)
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import note_payload

        out(dump({"notes": [note_payload(note) for note in notes]}))
    else:
        from wirediff.cli.show.notes import notes_lines

        out_lines(notes_lines(notes, width()))


@click.command("history")
@click.argument("note", metavar="ID")
@paths_argument("[PATH...]")
@json_option("the history")
@common
@click.pass_obj
def history(choices: Choices, note: str, paths: tuple[Path, ...], as_json: bool) -> None:
    """Show what was done to a note: by whom, when, what changed from what to what, and whether it was undone.

    The note may have been removed. The beginning of an id will do.
    """
    with opened(paths, choices) as store:
        whole = _once_known(store, note)
        entries = store.history(whole)
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import entry_payload

        out(dump({"note": whole, "history": [entry_payload(entry) for entry in entries]}))
    else:
        from wirediff.cli.show.history import history_lines

        out_lines(history_lines(entries, width()))


@click.command("reviews")
@paths_argument("[PATH...]")
@json_option("the marks")
@common
@click.pass_obj
def reviews(choices: Choices, paths: tuple[Path, ...], as_json: bool) -> None:
    """List the rows that were marked as reviewed in a folder (the current one without a path)."""
    with opened(paths, choices) as store:
        marks = store.reviews()
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import review_payload

        out(dump({"reviews": [review_payload(review) for review in marks]}))
    else:
        from wirediff.cli.show.history import reviews_lines

        out_lines(reviews_lines(marks))


def _in_files(notes: "Sequence[Note]", files: Sequence[Path]) -> "list[Note]":
    names = {file.resolve() for file in files}
    ends = ((note, {Path(end.path).resolve() for end in (note.left, note.right) if end}) for note in notes)
    return [note for note, paths in ends if not names or paths & names]


def _chosen(
    notes: "Sequence[Note]", reviews: "Sequence[Review]", *, text: str | None, reviewed: bool | None, **wanted: Any
) -> "list[Note]":
    from wirediff.notes import covered

    def fits(note: "Note") -> bool:
        own = {name: {getattr(note, name) or NONE} for name in ("verdict", "status", "kind", "severity", "author")}
        own["tag"] = set(note.tags) or {NONE}
        return all(not words or not own[name].isdisjoint(words) for name, words in wanted.items())

    found = [note for note in notes if fits(note) and (text or "").casefold() in note.text.casefold()]
    return found if reviewed is None else [note for note in found if covered(note, reviews) is reviewed]


def _once_known(store: "NoteStore", beginning: str) -> str:
    """The id of a note that is or was there."""
    found = [each for each in store.ever() if each.startswith(beginning)]
    if len(found) != 1:
        count = "more than one note" if found else "no note"
        hint = "give more of the id" if found else "`wirediff notes list` shows the notes with their ids"
        raise UsageError(f"there is and was {count} {beginning!r}", hint)
    return found[0]
