"""The options for what a note says: to write it, and to choose notes by it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, TypeVar

import click

from wirediff.cli.options import OneOf
from wirediff.errors import ConfigError
from wirediff.kinds import Kind, Severity
from wirediff.verdicts import STATUSES, VERDICTS, verdicts

_Command = TypeVar("_Command", bound=Callable[..., Any])
LONGEST_TAG = 60
"""Characters of a tag: what is longer is a text, and lists and exports show tags in one line."""

NONE = "none"
"""The word for a field that is empty."""


def fields_options(*, clearing: bool) -> Callable[[_Command], _Command]:
    """The options for what a note says; `clearing` lets `none` empty a field."""
    none = [NONE] if clearing else []
    more = f", or {NONE}" if clearing else ""

    def decorate(function: _Command) -> _Command:
        for option in reversed(
            [
                click.option("--text", required=not clearing, callback=_said, help="What the note says."),
                click.option(
                    "--verdict",
                    type=Verdict(none),
                    metavar="WORD",
                    help=f"{', '.join(VERDICTS)}, or one of your own{more}.",
                ),
                _word("--kind", "kind", [*Kind], none, f"The kind of difference{more}."),
                _word("--severity", "severity", [*Severity], none, f"{', '.join(Severity)}{more}."),
                _word("--status", "status", [*STATUSES], [], f"{', '.join(STATUSES)}."),
                click.option(
                    "--tag",
                    "tags",
                    multiple=True,
                    callback=_tags,
                    metavar="TAG",
                    help="A tag; may be given again.",
                ),
            ]
        ):
            function = option(function)
        return function

    return decorate


def filter_options(command: _Command) -> _Command:
    """The options that choose notes by what they say. Each gives a tuple of words; `none` is an empty field."""
    words: list[tuple[str, OneOf, str]] = [
        ("verdict", Verdict([NONE], separated=True), "with these verdicts"),
        ("status", OneOf("status", [*STATUSES], separated=True), "with these statuses"),
        ("kind", OneOf("kind", [*Kind, NONE], separated=True), "on these kinds of difference"),
        ("severity", OneOf("severity", [*Severity, NONE], separated=True), "of these severities"),
    ]
    for option in reversed(
        [
            *(
                click.option(f"--{name}", type=type_, metavar="WORD,...", help=f"Only notes {which}, or {NONE}.")
                for name, type_, which in words
            ),
            click.option("--tag", multiple=True, metavar="TAG", help="Only notes with this tag; may be given again."),
            click.option("--author", multiple=True, metavar="NAME", help="Only this author's; may be given again."),
            click.option("--text", metavar="WORDS", help="Only notes that say this, in whatever case."),
            click.option(
                "--reviewed/--not-reviewed",
                default=None,
                help="Only notes in paragraphs that were (not) marked as reviewed.",
            ),
        ]
    ):
        command = option(command)
    return command


class Verdict(OneOf):
    """One of the verdicts, among them the user's own, which are read when they are needed."""

    def __init__(self, more: Sequence[str] = (), separated: bool = False) -> None:
        super().__init__("verdict", [*VERDICTS, *more], separated)
        self._more = more

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word, as `OneOf` gives it. Raises ConfigError besides."""
        self.words = [*verdicts(), *self._more]
        return super().convert(value, param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        """The words that go on as the last one begins."""
        with suppress(ConfigError):  # said when the command is run
            self.words = [*verdicts(), *self._more]
        return super().shell_complete(ctx, param, incomplete)


def _said(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    """The text of a note. Raises a UsageError of click for one that says nothing."""
    if value is not None and not value.strip():
        raise click.UsageError("the text of a note is empty; say something with --text", ctx)
    return value


def _tags(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...] | None:  # noqa: ARG001
    """The tags, without blanks around them and those that are empty; None where the option is not given."""
    tags = tuple(dict.fromkeys(tag.strip() for tag in value if tag.strip()))
    if long := next((tag for tag in tags if len(tag) > LONGEST_TAG), ""):
        told = f"the tag {long[:20]!r}… has {len(long):,} characters, and {LONGEST_TAG} is the most"
        raise click.UsageError(f"{told}; say it with --text", ctx)
    return tags if value else None


def _word(name: str, what: str, words: list[str], none: list[str], help_: str) -> Callable[[_Command], _Command]:
    return click.option(name, type=OneOf(what, [*words, *none]), metavar="WORD", help=help_)
