"""`wirediff facts`: one row a fact over all versions."""

from pathlib import Path

import click

from wirediff.cli.console import Progress, out, width
from wirediff.cli.corrections import corrections_option, stored
from wirediff.cli.inputs import exit_code, read_stories
from wirediff.cli.options import Choices, common, json_option, paths_argument


@click.command("facts")
@paths_argument()
@click.option("--all", "everything", is_flag=True, help="Facts that are stated once too.")
@json_option("the facts")
@corrections_option
@common
@click.pass_obj
def command(choices: Choices, paths: tuple[Path, ...], everything: bool, as_json: bool) -> int:
    """List figures, dates and quotations that versions of a story state, side by side."""
    if not paths:
        raise click.UsageError("name the files or folders to look through", click.get_current_context())
    reading, stories = read_stories(paths, choices)
    from wirediff import pipeline
    from wirediff.insight.facts import facts

    settings = choices.settings()
    rules = settings.rules()
    corrections = stored(paths, choices, [story.documents for story in stories])
    found = []
    with Progress(choices.quiet).working("comparing"):
        for story in stories:
            comparison = next(iter(pipeline.compare_stories([story], settings, corrections)), None)
            found += [(story, fact) for fact in facts(story.documents, rules, comparison, everything=everything)]
    if as_json:
        from wirediff.export.findings import facts_payload
        from wirediff.export.jsontext import dump

        out(dump(facts_payload(found, reading.errors)))
    else:
        from wirediff.cli.show.findings import facts_text

        out(facts_text(found, width()))
    return exit_code(reading)
