"""The readers there are. A reader is a module in `formats` with a `READER`; adding one is adding a file there."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import MappingProxyType

from wirediff.errors import UsageError
from wirediff.read import formats
from wirediff.read.contract import Reader

AUTO = "auto"
"""The choice that picks the reader by the file itself."""


def _found() -> dict[str, Reader]:
    names = sorted(module.name for module in iter_modules(formats.__path__))
    readers = [import_module(f"{formats.__name__}.{name}").READER for name in names]
    return {reader.name: reader for reader in readers}


READERS = MappingProxyType(_found())
"""Every reader under its name, in the order of the names."""


def claimant(name: str) -> Reader | None:
    """The reader that claims files called `name`, None where no reader does."""
    lowered = name.lower()
    return next((reader for reader in READERS.values() if lowered.endswith(reader.endings)), None)


def choose(choice: str, path: Path, data: bytes) -> Reader:
    """The reader for a file: the forced one, else the one that knows the bytes, else by the name, else plain text.

    Raises UsageError for a choice that is no reader, naming those there are.
    """
    if choice == AUTO:
        knowing = next((reader for reader in READERS.values() if reader.sniff(data)), None)
        return knowing or claimant(path.name) or READERS["text"]
    if choice not in READERS:
        raise UsageError(f"there is no reader {choice!r}", f"choose one of {', '.join((AUTO, *READERS))}")
    return READERS[choice]
