"""`notes export`, `notes import` and `notes merge`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wirediff.cli.console import out, remark
from wirediff.cli.notes.opened import opened
from wirediff.cli.options import PATH, Choices, OneOf, common, paths_argument

if TYPE_CHECKING:
    from wirediff.notes.exchange import Bundle

_FORMATS = ("yaml", "jsonld")


@click.command("export")
@paths_argument("[PATH...]")
@click.option(
    "--format", "-f", "format_", type=OneOf("format", _FORMATS), default="yaml", metavar="F", help="yaml or jsonld."
)
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
    """Take the notes in FILE, which `notes export` wrote, into a folder (the current one without a path).

    What is there already is not taken in twice. All of the file is taken in or nothing; `notes undo` takes it out.
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


def _take_in(bundle: "Bundle", paths: tuple[Path, ...], choices: Choices) -> None:
    with opened(paths, choices) as store:
        new = store.take_in(bundle)
    if not new:
        remark(f"nothing in {bundle.source} is new here", choices.quiet)
        return
    entries = "1 entry" if new == 1 else f"{new:,} entries"
    known = len(bundle.events) - new
    before = f", and {known:,} were here already" if known else ""
    remark(f"{entries} of {bundle.source} taken in{before}; `wirediff notes undo` takes them out", choices.quiet)
