"""`wirediff check`: whether versions differ in ways that matter, for scripts."""

from pathlib import Path

import click

from wirediff.cli.console import Progress, coloured, out, out_lines, width
from wirediff.cli.corrections import corrections_option, stored
from wirediff.cli.inputs import exit_code, read_versions
from wirediff.cli.options import Choices, OneOf, common, json_option, paths_argument
from wirediff.kinds import Kind, Severity

_FOUND = 1


@click.command("check")
@paths_argument("A B...")
@click.option(
    "--fail-on",
    type=OneOf("kind or severity", [*Kind, *Severity], separated=True),
    default="notable,serious",
    show_default=True,
    metavar="KIND,...",
    help="The kinds that count, also where a difference carries them besides its own, or severities.",
)
@json_option("the differences that count")
@corrections_option
@common
@click.pass_obj
def command(choices: Choices, paths: tuple[Path, ...], fail_on: tuple[str, ...], as_json: bool) -> int:
    """Fail when versions differ in ways that matter.

    Ends with exit code 1 when there are differences of the kinds that count, and prints these.

    An input that could not be read ends it with 3 all the same: what is unread is unchecked.
    """
    if not fail_on:
        raise click.UsageError("--fail-on names no kind", click.get_current_context())
    reading = read_versions(paths, choices)
    from wirediff import pipeline
    from wirediff.notes import replay

    known = replay(stored(paths, choices, [reading.documents]), reading.documents).constraints
    with Progress(choices.quiet).working("comparing"):
        comparison = pipeline.compare(reading.documents, choices.settings(), known)
    counts = {*fail_on}
    found = [part for part in comparison.differences if counts & {part.kind, part.severity, *part.also}]
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import difference_payload, errors

        payload = {"fail_on": list(fail_on), "differences": [difference_payload(part) for part in found]}
        out(dump({**payload, "errors": errors(reading.errors)}))
    else:
        from wirediff.cli.show.comparison import differences_lines

        out_lines(differences_lines(found, width(), coloured("auto")))
    return exit_code(reading) or (_FOUND if found else 0)
