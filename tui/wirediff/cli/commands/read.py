"""`wirediff read`: what was read out of each file."""

from pathlib import Path

import click

from wirediff.cli.console import out, out_lines, width
from wirediff.cli.inputs import exit_code, read_inputs
from wirediff.cli.options import Choices, common, json_option, paths_argument


@click.command("read")
@paths_argument("FILE...")
@json_option("the documents")
@common
@click.pass_obj
def command(choices: Choices, paths: tuple[Path, ...], as_json: bool) -> int:
    """Show what is read out of files.

    Prints fields, paragraphs, and what is left out and why.
    """
    if not paths:
        raise click.UsageError("name the files to read", click.get_current_context())
    reading = read_inputs(paths, choices)
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import read_payload

        out(dump(read_payload(reading)))
    else:
        from wirediff.cli.show.documents import documents_lines

        out_lines(documents_lines(reading.documents, width()))
    return exit_code(reading)
