"""The command `wirediff`: the one place that knows both the command line and the reader."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wirediff.cli import run

if TYPE_CHECKING:
    from wirediff.pipeline import Settings


def open_reader(paths: Sequence[Path], settings: "Settings") -> int:
    """Open the reader; its libraries are loaded here and by no other command."""
    from wirediff.app import run_app

    return run_app(paths, settings)


def main() -> None:
    """Carry out the call and end the process with its exit code."""
    sys.exit(run(open_reader))


if __name__ == "__main__":
    main()
