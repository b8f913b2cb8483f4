"""Inputs read for a command: each one that fails is named on stderr, and the exit code remembers it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wirediff.cli.console import Progress, complain, remark
from wirediff.cli.options import Choices

if TYPE_CHECKING:
    from wirediff.model import Reading, Story

UNREAD = 3
"""The exit code of a call some of whose inputs could not be read."""


def read_inputs(paths: Sequence[Path], choices: Choices) -> "Reading":
    """Everything readable at `paths`. With --strict the call ends here when anything is not."""
    from wirediff import pipeline
    from wirediff.naming import recoded

    progress = Progress(choices.quiet)
    with progress.working("reading"):
        reading = pipeline.read_paths(paths, choices.settings(), progress)
    for failure in reading.errors:
        complain(failure.error if failure.path in failure.error else f"{failure.path}: {failure.error}")
    for document in reading.documents:
        remark(recoded(document), choices.quiet)
    if reading.errors and choices.strict:
        raise click.exceptions.Exit(UNREAD)
    return reading


def read_stories(paths: Sequence[Path], choices: Choices) -> "tuple[Reading, tuple[Story, ...]]":
    """What was read at `paths`, and the stories in it."""
    from wirediff import pipeline

    reading = read_inputs(paths, choices)
    with Progress(choices.quiet).working("finding stories"):
        return reading, pipeline.find_stories(reading.documents, choices.settings())


def read_versions(paths: Sequence[Path], choices: Choices) -> "Reading":
    """Two versions or more. Ends the call where there are fewer, as a wrong one or as one with an unreadable input."""
    if len(paths) < 2 and not any(path.is_dir() for path in paths):
        raise click.UsageError("two versions or more are needed: `wirediff compare A B`", click.get_current_context())
    reading = read_inputs(paths, choices)
    if len(reading.documents) < 2:
        if reading.errors:
            raise click.exceptions.Exit(UNREAD)
        told = "the paths lead to only one file, which counts once" if len(paths) > 1 else "only one was found"
        raise click.UsageError(f"two versions or more are needed: {told}", click.get_current_context())
    return reading


def sources(paths: Sequence[Path], reading: "Reading", choices: Choices) -> list[Path]:
    """The files that a call read, none of which it may write over."""
    glossary = choices.glossary or choices.standing_glossary()
    return [*paths, *(Path(document.path) for document in reading.documents), *([glossary] if glossary else [])]


def exit_code(reading: "Reading") -> int:
    """0, or 3 where an input could not be read."""
    return UNREAD if reading.errors else 0
