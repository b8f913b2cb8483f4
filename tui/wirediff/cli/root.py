"""`wirediff` itself: finds the command, or opens the reader where none is named."""

import importlib
import os
import re
from typing import Any

import click

import wirediff
from wirediff.cli import commands
from wirediff.cli.options import common
from wirediff.errors import UsageError

_OPEN = "open"
_NAMES = sorted(commands.SUMMARIES)


class Root(click.Group):
    """The commands are the modules of `commands`, imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of the commands."""
        return list(_NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name: the object `command` in its module."""
        if cmd_name not in _NAMES:
            return None
        command: click.Command = importlib.import_module(f"{commands.__name__}.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The commands with their summaries, as click writes them; it would import every command for that."""
        from textwrap import shorten

        room = formatter.width - 6 - max(len(name) for name in _NAMES)
        with formatter.section("Commands"):
            formatter.write_dl([(name, shorten(commands.SUMMARIES[name], room, placeholder="...")) for name in _NAMES])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, with the reader's command put in where the call names none."""
        return super().parse_args(ctx, args if ctx.resilient_parsing else self._with_command(args))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Commands and options, and files besides: `wirediff PATH` opens the reader."""
        from click.shell_completion import CompletionItem

        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]

    def _with_command(self, args: list[str]) -> list[str]:
        options = [option for option in self.params if isinstance(option, click.Option) and not option.is_flag]
        with_value = {name for option in options for name in option.opts}
        place = 0
        while place < len(args) and args[place].startswith("-") and args[place] not in {"-", "--"}:
            place += 2 if args[place] in with_value else 1
        if place > len(args):  # the last option lacks its value, which click says best
            return args
        first = args[place] if place < len(args) else ""
        if first in _NAMES:
            return args
        if re.fullmatch(r"[\w-]*[^\W-][\w-]*", first) and not os.path.lexists(first):
            import difflib

            close = difflib.get_close_matches(first, _NAMES, 1)
            hint = f"did you mean `wirediff {close[0]}`?" if close else "`wirediff --help` lists the commands"
            raise UsageError(f"there is no command and no file called {first}", hint)
        return [*args[:place], _OPEN, *args[place:]]


@click.group(
    cls=Root,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="`wirediff COMMAND --help` shows the options of a command. A file named like a command is opened as ./NAME.",
    options_metavar="[OPTIONS]",
    subcommand_metavar="[PATH ...] | COMMAND ...",
)
@common
@click.version_option(wirediff.__version__, prog_name="wirediff", message="%(prog)s %(version)s")
def root() -> None:
    """Lay versions of the same news-agency report side by side and see where they differ.

    Without a command this opens the reader on files and folders.
    """
