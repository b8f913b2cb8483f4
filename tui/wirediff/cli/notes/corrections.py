"""`notes corrections` and `notes uncorrect`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wirediff.cli.console import out, out_lines, remark
from wirediff.cli.notes.opened import known, opened
from wirediff.cli.options import Choices, common, json_option, paths_argument

if TYPE_CHECKING:
    from wirediff.notes import Correction


@click.command("corrections")
@paths_argument("[PATH...]")
@json_option("the corrections")
@common
@click.pass_obj
def corrections(choices: Choices, paths: tuple[Path, ...], as_json: bool) -> None:
    """List the corrections of a folder (the current one without a path), or those on some files.

    `wirediff compare A B --link 0:5=1:11 --remember` makes one.
    """
    from wirediff.notes import overruled

    with opened(paths, choices) as store:
        all_made = store.corrections()
    found = _on_files(all_made, [path for path in paths if path.is_file()])
    gone = overruled(all_made)
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import correction_payload

        out(dump({"corrections": [correction_payload(each) | {"overruled_by": gone.get(each.id)} for each in found]}))
    else:
        from wirediff.cli.show.corrections import corrections_lines

        out_lines(corrections_lines(found, gone))


@click.command("uncorrect")
@click.argument("correction", metavar="ID")
@paths_argument("[PATH...]")
@common
@click.pass_obj
def uncorrect(choices: Choices, correction: str, paths: tuple[Path, ...]) -> None:
    """Remove a correction of a folder (the current one without a path); `notes undo` brings it back."""
    with opened(paths, choices) as store:
        gone = known(correction, store.corrections(), "correction", "corrections")
        store.uncorrect(gone.id)
    remark(f"correction {gone.id} removed; `wirediff notes undo` brings it back", choices.quiet)


def _on_files(corrections: "Sequence[Correction]", files: Sequence[Path]) -> "list[Correction]":
    names = {file.resolve() for file in files}
    ends = (
        (each, {Path(end.path).resolve() for end in (each.decision.left, each.decision.right)}) for each in corrections
    )
    return [each for each, paths in ends if not names or paths & names]
