"""Options that several commands have, and what the user chose by them."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wirediff import folders

if TYPE_CHECKING:
    from pathlib import Path

    from wirediff.inforce import Rules
    from wirediff.settings import Settings

_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass
class Choices:
    """What holds for a whole call; the common options write it, wherever they stand.

    `open_reader` opens the reader, `looks` tells which theme and keys it would have, and `serve` serves it on a host
    and a port and tells the address; the command line does not know it otherwise.
    """

    open_reader: "Callable[[Sequence[Path], Settings], int]"
    looks: "Callable[[], Rules] | None" = None
    serve: "Callable[[Sequence[Path], Settings, str, int, Callable[[str], None]], int] | None" = None
    reader: str = "auto"
    glossary: "Path | None" = None
    quiet: bool = False
    strict: bool = False
    debug: bool = False
    no_corrections: bool = False

    def settings(self) -> "Settings":
        """The choices that the pipeline needs."""
        from wirediff.settings import Settings

        return Settings(self.reader, self.glossary or self.standing_glossary())

    @staticmethod
    def standing_glossary() -> "Path | None":
        """The glossary of the user's configuration folder, where there is one: in force unless another is named."""
        own = folders.own_glossary()
        return own if own.is_file() else None


class OneOf(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.5 only
    """A word out of a list; a wrong one is answered with the word that was probably meant.

    `separated` takes several words with commas between them and gives a tuple.
    """

    name = "word"

    def __init__(self, what: str, words: Sequence[str], separated: bool = False) -> None:
        self.what, self.words, self.separated = what, list(words), separated

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ARG002
        """The word, or the words, as they are listed. Fails with a UsageError of click."""
        if not isinstance(value, str):
            return value
        if self.separated:
            return tuple(self._known(word.strip(), ctx) for word in value.split(",") if word.strip())
        return self._known(value, ctx)

    def _known(self, word: str, ctx: click.Context | None) -> str:
        if word.lower() in self.words:
            return word.lower()
        import difflib

        close = difflib.get_close_matches(word.lower(), self.words, 1)
        meant = f"did you mean {close[0]}?" if close else f"choose from {', '.join(self.words)}"
        raise WrongWordError(f"there is no {self.what} {word!r}; {meant}", ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:  # noqa: ARG002
        """The words that go on as the last one begins."""
        from click.shell_completion import CompletionItem

        head, comma, last = incomplete.rpartition(",") if self.separated else ("", "", incomplete)
        return [CompletionItem(head + comma + word) for word in self.words if word.startswith(last.lower())]


class WrongWordError(click.UsageError):
    """A word that is not in the list; its message says what to write already."""


class _Path(click.Path):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. An empty one, as an unset variable leaves it, would silently mean the current folder."""
        if value == "":
            raise click.UsageError("a path is empty", ctx)
        return super().convert(value, param, ctx)

    def coerce_path_result(self, value: Any) -> Any:
        """A pathlib path, made so that `--help` need not load pathlib."""
        from pathlib import Path

        return Path(os.fsdecode(value))


PATH = _Path()
"""A path that need not exist: what cannot be read is reported with the other inputs."""


def paths_argument(metavar: str = "PATH...") -> Callable[[_Command], _Command]:
    """The inputs of a command, as many as there are."""
    return click.argument("paths", nargs=-1, type=PATH, metavar=metavar)


def json_option(what: str) -> Callable[[_Command], _Command]:
    """--json."""
    return click.option("--json", "as_json", is_flag=True, help=f"Print {what} as JSON (docs/command-line.md).")


def common(command: _Command) -> _Command:
    """The options that every command has, and that may also stand before the command."""
    for option in reversed(
        [
            _option("--reader", metavar="NAME", help="Force a reader: text, lines, html, …"),
            _option(
                "--glossary", type=PATH, metavar="FILE", help="A glossary of your own, laid over the built-in one."
            ),
            _option("--strict", is_flag=True, help="Stop when an input cannot be read."),
            _option("--quiet", is_flag=True, help="No remarks and no progress."),
            _option("--debug", is_flag=True, help="Show tracebacks."),
        ]
    ):
        command = option(command)
    return command


def kept_flag(name: str, means: str) -> Callable[[_Command], _Command]:
    """A flag that only some commands have, and that is kept with the choices under its name."""
    return _option(name, is_flag=True, help=means)


def _option(name: str, **how: Any) -> Callable[[_Command], _Command]:
    return click.option(name, callback=_keep, expose_value=False, **how)


def _keep(ctx: click.Context, param: click.Parameter, value: object) -> None:
    if value and param.name and isinstance(ctx.obj, Choices):
        setattr(ctx.obj, param.name, value)
