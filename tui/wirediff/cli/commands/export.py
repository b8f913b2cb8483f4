"""`wirediff export`: comparisons and notes in a file."""

from pathlib import Path

import click

from wirediff.cli.console import Progress, out, remark
from wirediff.cli.corrections import corrections_option, taken
from wirediff.cli.inputs import exit_code, read_stories
from wirediff.cli.options import PATH, Choices, OneOf, common, paths_argument
from wirediff.export.registry import FORMATS


@click.command("export")
@paths_argument()
@click.option(
    "--format",
    "-f",
    "format_",
    type=OneOf("format", FORMATS),
    required=True,
    metavar="F",
    help=f"One of {', '.join(FORMATS)}.",
)
@click.option("--output", "-o", type=PATH, metavar="FILE", help="Where to write; stdout without it.")
@click.option("--force", is_flag=True, help="Overwrite the file.")
@corrections_option
@common
@click.pass_obj
def command(choices: Choices, paths: tuple[Path, ...], format_: str, output: Path | None, force: bool) -> int:
    """Write comparisons and notes, to be read or processed.

    The stories in the files and folders are compared, and the notes of their folder go with them.
    """
    if not paths:
        raise click.UsageError("name the files or folders to export", click.get_current_context())
    from wirediff import pipeline
    from wirediff.export import render, save
    from wirediff.notes import NoteStore, notes_folder

    reading, stories = read_stories(paths, choices)
    with NoteStore.open(notes_folder(paths)) as store:
        notes = store.notes()
        corrections = taken(store, choices, [story.documents for story in stories])
        remark(store.remark if notes or corrections else "", choices.quiet)
    with Progress(choices.quiet).working("comparing"):
        report = pipeline.report(stories, notes, choices.settings(), reading.errors, corrections)
        data = render(report, format_)
    shown = {note.id for part in report.stories for note in part.notes}
    if unplaced := [note for note in notes if note.id not in shown]:
        remark(f"{len(unplaced)} of {len(notes)} notes belong to other stories of this folder", choices.quiet)
    if output is None:
        out(data)
    else:
        save(data, output, force)
        remark(f"written to {output}", choices.quiet)
    return exit_code(reading)
