"""`notes export`, `notes import`, `notes merge` and `notes join`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wirediff.cli.console import complain, out, remark
from wirediff.cli.inputs import read_stories
from wirediff.cli.notes.opened import opened
from wirediff.cli.options import PATH, Choices, OneOf, common, paths_argument
from wirediff.errors import UsageError

if TYPE_CHECKING:
    from wirediff.model import Story
    from wirediff.notes import NoteStore
    from wirediff.notes.exchange import Bundle
    from wirediff.notes.foreign import Annotations

_TOLD = 20
"""Annotations without a sure place that are told one by one; a file may hold thousands."""

_FORMATS = ("yaml", "jsonld")


_format_option = click.option(
    "--format", "-f", "format_", type=OneOf("format", _FORMATS), default="yaml", metavar="F", help="yaml or jsonld."
)


@click.command("export")
@paths_argument("[PATH...]")
@_format_option
@click.option("--output", "-o", type=PATH, metavar="FILE", help="Where to write; stdout without it.")
@click.option("--force", is_flag=True, help="Overwrite the file.")
@common
@click.pass_obj
def export(choices: Choices, paths: tuple[Path, ...], format_: str, output: Path | None, force: bool) -> None:
    """Write all that was ever recorded in a folder (the current one without a path), for others to take in."""
    from wirediff.export import check, save
    from wirediff.notes.exchange import written

    if output is not None:
        check(output, force, paths)
    with opened(paths, choices) as store:
        inputs = [*paths, *(Path(end.path) for note in store.notes() for end in (note.left, note.right) if end)]
        data = written(store.exchanged(), store.recorded(), format_)
    if output is None:
        out(data)
    else:
        save(data, output, force, inputs)
        remark(f"written to {output}", choices.quiet)


@click.command("import")
@click.argument("file", type=PATH)
@paths_argument("[PATH...]")
@common
@click.pass_obj
def import_(choices: Choices, file: Path, paths: tuple[Path, ...]) -> None:
    """Take the notes in FILE into a folder (the current one without a path).

    FILE is one that `notes export` wrote, or one with W3C Web Annotations of another program, whose words are looked
    for in the versions of the folder. What is there already is not taken in twice. All of the file is taken in or
    nothing; `notes undo` takes it out.
    """
    from wirediff.notes.exchange import read

    _take_in(read(file), paths, choices)


@click.command("merge")
@click.argument("other", metavar="FILE|FOLDER", type=PATH)
@paths_argument("[PATH...]")
@common
@click.pass_obj
def merge(choices: Choices, other: Path, paths: tuple[Path, ...]) -> None:
    """Put somebody else's notes together with those of a folder (the current one without a path).

    FILE is one that `notes export` wrote, or a database of notes; FOLDER is a folder that has notes. In whatever order
    notes are put together, and how often, the outcome is the same.
    """
    from wirediff.notes.exchange import read, read_folder

    _take_in(read_folder(other) if other.is_dir() else read(other), paths, choices)


@click.command("join")
@click.argument("files", metavar="FILE...", type=PATH, nargs=-1, required=True)
@_format_option
@click.option("--output", "-o", type=PATH, metavar="FILE", help="Where to write; one of the files too.")
@click.option("--force", is_flag=True, help="Overwrite the file.")
@common
@click.pass_obj
def join(choices: Choices, files: tuple[Path, ...], format_: str, output: Path | None, force: bool) -> None:
    """Put files that `notes export` wrote together into one, without touching the notes of any folder.

    For version control, which would tear the entries of two people apart: the outcome has those of all files, in
    whatever order these are named. As the merge driver of git: `wirediff notes join %A %B -o %A --force`.
    """
    from wirediff.export import check, save
    from wirediff.notes.exchange import Bundle, joined, read, written
    from wirediff.notes.fold import fold

    if output is not None:
        check(output, force)
    bundles = []
    for file in files:
        if not isinstance(found := read(file), Bundle):
            raise UsageError(f"{file} has no journal of notes", "`wirediff notes import` takes in such annotations")
        bundles.append(found)
    events = joined(bundles)
    data = written(events, tuple(fold(events).notes.values()), format_)
    if output is None:
        out(data)
    else:
        save(data, output, force)
        remark(f"written to {output}", choices.quiet)


def _take_in(found: "Bundle | Annotations", paths: tuple[Path, ...], choices: Choices) -> None:
    from wirediff.notes.exchange import Bundle

    stories = () if isinstance(found, Bundle) else _stories(paths, choices)
    with opened(paths, choices) as store:
        bundle, known = (found, 0) if isinstance(found, Bundle) else _fastened(found, stories, store)
        new = store.take_in(bundle)
    known += len(bundle.events) - new
    if not new:
        remark(f"nothing in {bundle.source} is new here", choices.quiet)
        return
    entries = "1 entry" if new == 1 else f"{new:,} entries"
    before = f", and {known:,} were here already" if known else ""
    remark(f"{entries} of {bundle.source} taken in{before}; `wirediff notes undo` takes them out", choices.quiet)


def _stories(paths: tuple[Path, ...], choices: Choices) -> "Sequence[Story]":
    from wirediff.notes import notes_folder

    folder = notes_folder(paths)
    return read_stories([Path() if folder == Path.cwd() else folder], choices)[1]


def _fastened(found: "Annotations", stories: "Sequence[Story]", store: "NoteStore") -> "tuple[Bundle, int]":
    """Annotations of another program as entries, and how many of them are here already."""
    from wirediff.notes.exchange import Bundle
    from wirediff.notes.foreign import entries_of

    ever = {event.note for event in store.exchanged()}
    taken = entries_of(found, stories, {note.id: note for note in store.notes()}, ever, store.kept)
    for line in taken.remarks[:_TOLD]:
        complain(line)
    if (more := len(taken.remarks) - _TOLD) > 0:
        complain(f"and {more:,} more without a sure place; `wirediff notes verify` lists them")
    if found.passed_over:
        complain(f"{found.passed_over:,} annotations of differences, which wirediff makes itself, are passed over")
    return Bundle(found.source, taken.events), taken.known
