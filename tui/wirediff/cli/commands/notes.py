"""`wirediff notes`: the notes of a folder, and its corrections, without the reader."""

from pathlib import Path

import click

from wirediff.cli.console import remark
from wirediff.cli.notes import corrections, exchange, looking, verifying, writing
from wirediff.cli.notes.opened import opened
from wirediff.cli.options import Choices, common, paths_argument


@click.group("notes")
@common
def command() -> None:
    """List, add, change, remove, send and merge notes, and list and remove corrections of the alignment."""


@command.command("undo")
@paths_argument("[PATH...]")
@common
@click.pass_obj
def undo(choices: Choices, paths: tuple[Path, ...]) -> None:
    """Undo your last act on the notes and corrections of a folder; again and again for those before."""
    with opened(paths, choices) as store:
        remark(store.undo() or "there is nothing to undo", choices.quiet)


@command.command("redo")
@paths_argument("[PATH...]")
@common
@click.pass_obj
def redo(choices: Choices, paths: tuple[Path, ...]) -> None:
    """Do again what was undone last."""
    with opened(paths, choices) as store:
        remark(store.redo() or "there is nothing to do again", choices.quiet)


for part in (
    looking.list_,
    writing.add,
    writing.set_,
    writing.remove,
    looking.history,
    looking.reviews,
    verifying.verify,
    exchange.export,
    exchange.import_,
    exchange.merge,
    exchange.join,
    corrections.corrections,
    corrections.uncorrect,
):
    command.add_command(part)
