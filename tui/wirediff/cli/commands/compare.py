"""`wirediff compare`: versions side by side."""

from pathlib import Path

import click

from wirediff.cli.console import Progress, coloured, out, out_lines, width
from wirediff.cli.inputs import exit_code, read_versions
from wirediff.cli.options import Choices, OneOf, common, json_option, paths_argument


@click.command("compare")
@paths_argument("A B [C...]")
@json_option("rows and differences")
@click.option(
    "--color",
    type=OneOf("choice", ["auto", "always", "never"]),
    default="auto",
    metavar="WHEN",
    help="auto (the default: on a terminal), always or never.",
)
@click.option("--width", "cells", type=click.IntRange(20), metavar="N", help="The width of a line.")
@common
@click.pass_obj
def command(choices: Choices, paths: tuple[Path, ...], as_json: bool, color: str, cells: int | None) -> int:
    """Print versions side by side, differences marked.

    The first version is the base; each difference is explained below.
    """
    reading = read_versions(paths, choices)
    from wirediff import pipeline

    with Progress(choices.quiet).working("comparing"):
        comparison = pipeline.compare(reading.documents, choices.settings())
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import compare_payload, errors

        out(dump({**compare_payload(comparison), "errors": errors(reading.errors)}))
    else:
        from wirediff.cli.show.comparison import comparison_lines

        out_lines(comparison_lines(comparison, cells or width(), coloured(color)))
    return exit_code(reading)
