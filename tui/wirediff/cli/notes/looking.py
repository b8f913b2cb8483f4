"""`notes list`, `notes history` and `notes reviews`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wirediff.cli.console import out, out_lines, width
from wirediff.cli.notes.fields import NONE, filter_options
from wirediff.cli.notes.opened import long_enough, of_files, opened
from wirediff.cli.options import Choices, common, json_option, paths_argument
from wirediff.errors import UsageError

if TYPE_CHECKING:
    from wirediff.model import Note
    from wirediff.notes import End, NoteStore, Review


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
        notes = of_files(store.notes(), [path for path in paths if path.is_file()])
        notes = _chosen(notes, store.reviews(), **chosen)
    ends = _standing(notes, choices)
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import note_payload
        from wirediff.notes import sureness

        payloads = zip(notes, ends, strict=True)
        out(dump({"notes": [{**note_payload(note), "standing": sureness(own).value} for note, own in payloads]}))
    else:
        from wirediff.cli.show.notes import notes_lines

        out_lines(notes_lines(notes, ends, width()))


@click.command("history")
@click.argument("note", metavar="ID")
@paths_argument("[PATH...]")
@json_option("the history")
@common
@click.pass_obj
def history(choices: Choices, note: str, paths: tuple[Path, ...], as_json: bool) -> None:
    """Show what was done to a note: by whom, when, what changed from what to what, and whether it was undone.

    The note may have been removed. The first four characters of an id will do.
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


def _standing(notes: "Sequence[Note]", choices: Choices) -> "list[tuple[End, ...]]":
    """Where the ends of notes stand in the files as they are now, by their words alone: `verify` asks the alignment."""
    from wirediff import pipeline
    from wirediff.notes import standing

    paths = sorted({end.path for note in notes for end in (note.left, note.right) if end})
    there = [path for path in map(Path, paths) if path.is_file()]
    documents = pipeline.read_paths(there, choices.settings()).documents if there else ()
    return [standing(note, documents) for note in notes]


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
    long_enough(beginning)
    found = [each for each in store.ever() if each.startswith(beginning)]
    if beginning in found:  # another note's id may go on from it, once two journals are merged
        return beginning
    if len(found) != 1:
        count = "more than one note" if found else "no note"
        hint = "give more of the id" if found else "`wirediff notes list` shows the notes with their ids"
        raise UsageError(f"there is and was {count} {beginning!r}", hint)
    return found[0]
