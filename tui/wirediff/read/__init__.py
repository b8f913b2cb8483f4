"""Files become Documents: one reader a format, one cleaner for all. docs/reading.md says what is left out and why."""

from wirediff.read.files import gather, readable
from wirediff.read.reading import read_file
from wirediff.read.registry import READERS

__all__ = ["READERS", "gather", "read_file", "readable"]
