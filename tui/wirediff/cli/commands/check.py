"""`wirediff check`: whether versions differ in ways that matter, for scripts."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wirediff.cli.console import Progress, coloured, out, out_lines, width
from wirediff.cli.corrections import corrections_option, stored
from wirediff.cli.inputs import exit_code, read_versions
from wirediff.cli.options import Choices, OneOf, common, json_option, paths_argument
from wirediff.kinds import Kind, Severity

if TYPE_CHECKING:
    from wirediff.model import Difference

_FOUND = 1
_MATTERS = ("notable", "serious")


@click.command("check")
@paths_argument("A B...")
@click.option(
    "--fail-on",
    type=OneOf("kind or severity", [*Kind, *Severity], separated=True),
    metavar="KIND,...",
    help="The kinds that count, also where a difference carries them besides its own, or severities. Without this and "
    "--severity: notable,serious.",
)
@click.option(
    "--severity",
    type=OneOf("severity", list(Severity), separated=True),
    metavar="SEVERITY,...",
    help="Only differences of these severities count.",
)
@json_option("the differences that count")
@corrections_option
@common
@click.pass_obj
def command(
    choices: Choices,
    paths: tuple[Path, ...],
    fail_on: tuple[str, ...] | None,
    severity: tuple[str, ...] | None,
    as_json: bool,
) -> int:
    """Fail when versions differ in ways that matter.

    Ends with exit code 1 when there are differences of the kinds that count, and prints these; with --quiet it prints
    nothing, unless as JSON.

    An input that could not be read ends it with 3 all the same: what is unread is unchecked.
    """
    for option, words in (("--fail-on names no kind", fail_on), ("--severity names none", severity)):
        if words == ():
            raise click.UsageError(option, click.get_current_context())
    if fail_on is None and severity is None:
        fail_on = _MATTERS
    reading = read_versions(paths, choices)
    from wirediff import pipeline
    from wirediff.notes import replay

    known = replay(stored(paths, choices, [reading.documents]), reading.documents).constraints
    with Progress(choices.quiet).working("comparing"):
        comparison = pipeline.compare(reading.documents, choices.settings(), known)
    found = [part for part in comparison.differences if _counts(part, fail_on, severity)]
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import difference_payload, errors

        payload = {"fail_on": list(fail_on or ()), "differences": [difference_payload(part) for part in found]}
        out(dump({**payload, "errors": errors(reading.errors), "severity": list(severity or ())}))
    elif not choices.quiet:
        from wirediff.cli.show.comparison import differences_lines

        out_lines(differences_lines(found, width(), coloured("auto")))
    return exit_code(reading) or (_FOUND if found else 0)


def _counts(difference: "Difference", fail_on: tuple[str, ...] | None, severity: tuple[str, ...] | None) -> bool:
    """Whether a difference is of the kinds that count and of the severities; what is not named leaves nothing out."""
    if severity is not None and difference.severity not in severity:
        return False
    return fail_on is None or not {difference.kind, difference.severity, *difference.also}.isdisjoint(fail_on)
