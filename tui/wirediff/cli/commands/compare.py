"""`wirediff compare`: versions side by side."""

from pathlib import Path

import click

from wirediff.cli.console import Progress, coloured, out, out_lines, width
from wirediff.cli.corrections import corrections_option, given, refuse_unread, remembered, stored
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
@click.option("--link", "links", multiple=True, metavar="V:P=V:P", help="These paragraphs answer each other: 0:5=1:11.")
@click.option("--unlink", "unlinks", multiple=True, metavar="V:P=V:P", help="These paragraphs do not.")
@click.option("--remember", is_flag=True, help="Store --link and --unlink with the notes of the folder.")
@corrections_option
@common
@click.pass_obj
def command(
    choices: Choices,
    /,
    *,
    paths: tuple[Path, ...],
    as_json: bool,
    color: str,
    cells: int | None,
    links: tuple[str, ...],
    unlinks: tuple[str, ...],
    remember: bool,
) -> int:
    """Print versions side by side, differences marked.

    The first version is the base; each difference is explained below. --link and --unlink correct the alignment, and
    may be given again: versions count from 0, paragraphs from 1, and 0:1+2=1:8 is a merge.
    """
    by_hand = bool(links or unlinks)
    if remember and not by_hand:
        raise click.UsageError("there is nothing to remember without --link or --unlink", click.get_current_context())
    reading = read_versions(paths, choices)
    if by_hand:
        refuse_unread(choices, reading.errors)
    from wirediff import pipeline
    from wirediff.notes import replay

    versions = reading.documents
    decided = given(links, unlinks, versions)
    known = replay(stored(paths, choices, [versions]), versions).constraints
    with Progress(choices.quiet).working("comparing"):
        comparison = pipeline.compare(versions, choices.settings(), (*known, *decided))
    if remember:
        remembered(decided, versions, paths, choices)
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import compare_payload, errors

        out(dump({**compare_payload(comparison), "errors": errors(reading.errors)}))
    else:
        from wirediff.cli.show.comparison import comparison_lines

        out_lines(comparison_lines(comparison, cells or width(), coloured(color)))
    return exit_code(reading)
