"""`wirediff stories`: the stories found, with their versions."""

from pathlib import Path

import click

from wirediff.cli.console import Progress, out, out_lines
from wirediff.cli.corrections import corrections_option, stored
from wirediff.cli.inputs import exit_code, read_stories
from wirediff.cli.options import Choices, common, json_option, paths_argument


@click.command("stories")
@paths_argument()
@json_option("the stories")
@corrections_option
@common
@click.pass_obj
def command(choices: Choices, paths: tuple[Path, ...], as_json: bool) -> int:
    """List the stories in files and folders.

    Each has its versions, the base first, and the kinds of their differences.
    """
    if not paths:
        raise click.UsageError("name the files or folders to look through", click.get_current_context())
    reading, stories = read_stories(paths, choices)
    from wirediff import pipeline

    corrections = stored(paths, choices, [story.documents for story in stories])
    with Progress(choices.quiet).working("comparing"):
        found = pipeline.base_differences(stories, choices.settings(), corrections)
    compared = list(zip(stories, found, strict=True))
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import stories_payload

        out(dump(stories_payload(compared, reading.errors)))
    else:
        from wirediff.cli.show.stories import stories_lines

        out_lines(stories_lines(compared))
    return exit_code(reading)
