"""The command `wirediff`: the one place that knows both the command line and the reader."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from wirediff.cli import run
from wirediff.collecting import collect_seldom

if TYPE_CHECKING:
    from pathlib import Path

    from wirediff.inforce import Rules
    from wirediff.settings import Settings


def open_reader(paths: "Sequence[Path]", settings: "Settings") -> int:
    """Open the reader; its libraries are loaded here and by no other command."""
    from wirediff.app import run_app

    return run_app(paths, settings)


def looks() -> "Rules":
    """The theme and the keys that the reader would have."""
    from wirediff.app.settings.inforce import in_force as of_the_reader

    return of_the_reader()


def serve(paths: "Sequence[Path]", settings: "Settings", host: str, port: int, told: "Callable[[str], None]") -> int:
    """Serve the reader to browsers."""
    from wirediff.app.serving.server import serve as of_the_reader

    return of_the_reader(paths, settings, host, port, told)


def main() -> None:
    """Carry out the call and end the process with its exit code."""
    collect_seldom()
    sys.exit(run(open_reader, looks=looks, serve=serve))


if __name__ == "__main__":
    main()
