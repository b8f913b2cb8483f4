"""The command line: one command a file in `commands`; it parses arguments and prints, and does nothing else."""

from wirediff.cli.run import run

__all__ = ["run"]
