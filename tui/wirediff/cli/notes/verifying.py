"""`notes verify`: the notes held against the versions as they are now."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wirediff.cli.console import Progress, out, out_lines, width
from wirediff.cli.inputs import exit_code, read_stories
from wirediff.cli.notes.opened import of_files, opened
from wirediff.cli.options import Choices, common, json_option, paths_argument

if TYPE_CHECKING:
    from wirediff.model import Row, Story
    from wirediff.notes import Correction, RowsOf

_UNSURE = 1
"""The exit code of a call that found a note whose place is not sure."""


@click.command("verify")
@paths_argument("[PATH...]")
@json_option("what was found")
@common
@click.pass_obj
def verify(choices: Choices, paths: tuple[Path, ...], as_json: bool) -> int:
    """Look for every note of a folder (the current one without a path), or those fastened in some files, in the
    present versions.

    Each is found where it was, found elsewhere, to be checked by a person, without a place, or in a version that is not
    there. Ends with exit code 1 when the place of a note is not sure or a correction no longer fits.
    """
    from wirediff.notes import notes_folder
    from wirediff.notes import verify as verified

    files = [path for path in paths if path.is_file()]
    with opened(paths, choices) as store:
        notes, corrections = of_files(store.notes(), files), store.corrections()
    folder = notes_folder(paths)
    home = Path() if folder == Path.cwd() else folder
    reading, stories = read_stories([home], choices)
    with Progress(choices.quiet).working("looking for the notes"):
        found = verified(notes, corrections, stories, _rows(choices, corrections))
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import errors, verification_payload

        out(dump({**verification_payload(found), "errors": errors(reading.errors)}))
    else:
        from wirediff.cli.show.verified import verification_lines

        out_lines(verification_lines(found, width(), choices.quiet))
    return exit_code(reading) or (0 if found.sound else _UNSURE)


def _rows(choices: Choices, corrections: "Sequence[Correction]") -> "RowsOf":
    """Compares a story when it is asked for it, and once."""
    from wirediff import pipeline

    made: dict[str, Sequence[Row]] = {}

    def rows_of(story: "Story") -> "Sequence[Row]":
        if story.id not in made:
            (comparison,) = pipeline.compare_stories([story], choices.settings(), corrections)
            made[story.id] = comparison.collation.rows
        return made[story.id]

    return rows_of
