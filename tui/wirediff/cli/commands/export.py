"""`wirediff export`: comparisons and notes in a file."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wirediff.cli.console import Progress, out, remark, to_a_terminal
from wirediff.cli.corrections import corrections_option, taken
from wirediff.cli.inputs import exit_code, read_stories, sources
from wirediff.cli.options import PATH, Choices, OneOf, common, paths_argument
from wirediff.errors import UsageError
from wirediff.export.registry import FORMATS
from wirediff.kinds import Kind, Severity

if TYPE_CHECKING:
    from wirediff.export.choice import Choice
    from wirediff.export.report import Report
    from wirediff.model import Note

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _choice_options(command: _Command) -> _Command:
    """What is exported; without any of these, everything."""
    for option in reversed(
        [
            click.option(
                "--kind",
                "kinds",
                type=OneOf("kind", list(Kind), separated=True),
                metavar="KIND,...",
                help="Only differences of these kinds.",
            ),
            click.option(
                "--severity",
                "severities",
                type=OneOf("severity", list(Severity), separated=True),
                metavar="SEVERITY,...",
                help="Only differences of these severities: cosmetic, notable, serious.",
            ),
            click.option(
                "--version",
                "versions",
                multiple=True,
                metavar="FILE",
                help="Only this version beside the base, by its file or as V2, V3; may be repeated.",
            ),
            click.option("--noted", is_flag=True, help="Only differences with notes."),
            click.option("--open", "still_open", is_flag=True, help="Leave out what notes have settled."),
        ]
    ):
        command = option(command)
    return command


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
@_choice_options
@corrections_option
@common
@click.pass_obj
def command(
    choices: Choices, /, paths: tuple[Path, ...], format_: str, output: Path | None, force: bool, **wanted: Any
) -> int:
    """Write comparisons and notes, to be read or processed.

    The stories in the files and folders are compared, and the notes of their folder go with them.
    """
    context = click.get_current_context()
    if not paths:
        raise click.UsageError("name the files or folders to export", context)
    from wirediff import pipeline
    from wirediff.export import check, render, save, shows_findings
    from wirediff.export.choice import chosen
    from wirediff.notes import NoteStore, notes_folder

    choice = _choice(context, **wanted)
    if output is not None:
        check(output, force, paths)
    reading, stories = read_stories(paths, choices)
    inputs = sources(paths, reading, choices)
    if output is not None:
        check(output, force, inputs)
    with NoteStore.open(notes_folder(paths)) as store:
        notes = store.notes()
        corrections = taken(store, choices, [story.documents for story in stories])
        remark(store.remark if notes or corrections else "", choices.quiet)
    with Progress(choices.quiet).working("comparing"):
        whole = pipeline.report(
            stories, notes, choices.settings(), reading.errors, corrections, shows_findings(format_)
        )
        report = chosen(whole, choice)
        data = render(report, format_)
    for said in _remarks(whole, report, notes):
        remark(said, choices.quiet)
    if output is None and to_a_terminal() and b"\0" in data:  # all text is inert, and has no such character
        raise UsageError(f"{format_} is no text that a terminal could show", "write it to a file: -o FILE")
    if output is None:
        out(data)
    else:
        save(data, output, force, inputs)
        remark(f"written to {output}", choices.quiet)
    return exit_code(reading)


def _remarks(whole: "Report", report: "Report", notes: "Sequence[Note]") -> Iterator[str]:
    """What is good to know of an export: notes that lie elsewhere, and a choice that leaves nothing."""
    placed = {note.id for part in whole.stories for note in part.notes}
    if unplaced := [note for note in notes if note.id not in placed]:
        yield f"{len(unplaced)} of {len(notes)} notes belong to other stories of this folder"
    if report.partial and not any(part.on_differences for part in report.stories):
        yield "no differences chosen: there are none of these kinds, severities and notes"


def _choice(
    context: click.Context,
    kinds: tuple[str, ...] | None,
    severities: tuple[str, ...] | None,
    versions: tuple[str, ...],
    noted: bool,
    still_open: bool,
) -> "Choice":
    """What the options choose. Raises a UsageError of click for one that chooses nothing."""
    from wirediff.export.choice import Choice

    for name, words in (("--kind", kinds), ("--severity", severities)):
        if words == ():
            raise click.UsageError(f"{name} names none", context)
    return Choice(
        kinds=frozenset(map(Kind, kinds or ())),
        severities=frozenset(map(Severity, severities or ())),
        versions=versions,
        noted=noted,
        still_open=still_open,
    )
