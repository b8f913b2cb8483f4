"""`wirediff open`, which is what `wirediff PATH` does."""

import os
from pathlib import Path

import click

from wirediff.cli.console import at_a_terminal, complain, remark
from wirediff.cli.inputs import UNREAD
from wirediff.cli.options import Choices, common, paths_argument
from wirediff.errors import UsageError


@click.command("open")
@paths_argument("[PATH...]")
@common
@click.pass_obj
def command(choices: Choices, paths: tuple[Path, ...]) -> int:
    """Open the reader on files and folders.

    Without a path it opens the current folder, or the sample stories where that holds nothing readable.
    """
    missing = [path for path in paths if not os.path.lexists(path)]
    for path in missing:
        complain(f"{path}: no such file or folder")
    if missing and (choices.strict or len(missing) == len(paths)):
        return UNREAD
    if not at_a_terminal() and "TEXTUAL_DRIVER" not in os.environ:  # which `wirediff serve` sets
        raise UsageError("the reader needs a terminal", "`wirediff compare A B` prints differences without one")
    return choices.open_reader(paths or (_nearest(choices),), choices.settings())


def _nearest(choices: Choices) -> Path:
    from wirediff.read import gather
    from wirediff.resources import shipped

    here = Path()
    if gather([here])[0]:
        return here
    remark("nothing readable in the current folder; these are the sample stories", choices.quiet)
    return shipped("seeds")
