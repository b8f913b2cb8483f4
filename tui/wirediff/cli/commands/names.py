"""`wirediff names`: every name with its variants."""

from pathlib import Path

import click

from wirediff.cli.console import Progress, out, width
from wirediff.cli.corrections import corrections_option, stored
from wirediff.cli.inputs import exit_code, read_stories
from wirediff.cli.options import Choices, common, json_option, paths_argument


@click.command("names")
@paths_argument()
@click.option("--all", "everything", is_flag=True, help="Names of one variant too.")
@json_option("the names")
@corrections_option
@common
@click.pass_obj
def command(choices: Choices, paths: tuple[Path, ...], everything: bool, as_json: bool) -> int:
    """List names that go under several forms, with where each stands.

    Acronyms with two expansions come first, then the most frequent names.
    """
    if not paths:
        raise click.UsageError("name the files or folders to look through", click.get_current_context())
    reading, stories = read_stories(paths, choices)
    from wirediff import pipeline
    from wirediff.insight.names import names

    settings = choices.settings()
    corrections = stored(paths, choices, [story.documents for story in stories])
    with Progress(choices.quiet).working("comparing"):
        comparisons = pipeline.compare_stories(stories, settings, corrections)
        entries = names(reading.documents, settings.rules(), comparisons, everything=everything)
    if as_json:
        from wirediff.export.findings import names_payload
        from wirediff.export.jsontext import dump

        out(dump(names_payload(entries, reading.errors)))
    else:
        from wirediff.cli.show.findings import names_text

        out(names_text(entries, width()))
    return exit_code(reading)
