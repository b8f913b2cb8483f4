"""From the arguments to the exit code, whatever happens in between."""

import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

from wirediff.cli.console import ClosedPipeError, complain, finish
from wirediff.cli.faults import explain
from wirediff.cli.options import Choices
from wirediff.cli.root import root
from wirediff.errors import WirediffError

if TYPE_CHECKING:
    from pathlib import Path

    from wirediff.inforce import Rules
    from wirediff.settings import Settings

_INTERRUPTED = 130
_FAULT_OF_OURS = 70  # EX_SOFTWARE of sysexits.h


def run(
    open_reader: "Callable[[Sequence[Path], Settings], int]",
    args: Sequence[str] | None = None,
    *,
    looks: "Callable[[], Rules] | None" = None,
    serve: "Callable[[Sequence[Path], Settings, str, int, Callable[[str], None]], int] | None" = None,
) -> int:
    """Carry out a call of `wirediff` and give its exit code: 0, 1, 2, 3 or 130 as docs/command-line.md says.

    `open_reader` opens the reader on some paths, and gives an exit code when it is left; `looks` tells how it would
    look, and `serve` serves it to browsers. The command line does not know it otherwise. `args` are those of the
    process where none are given.
    """
    given = list(sys.argv[1:] if args is None else args)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # help and messages too, under any locale
    choices = Choices(open_reader, looks, serve)
    try:
        code = root.main(given, prog_name="wirediff", obj=choices, standalone_mode=False)
        finish()
    except ClosedPipeError:
        return 0
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except (click.ClickException, WirediffError) as error:
        if choices.debug:
            raise
        complain(explain(error))
        return error.exit_code if isinstance(error, WirediffError) else 2
    except Exception as error:
        if choices.debug:
            raise
        complain(f"a fault in wirediff itself ({type(error).__name__}: {error}); --debug shows where, please report it")
        return _FAULT_OF_OURS
    return code if isinstance(code, int) else 0
