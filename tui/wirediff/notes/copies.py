"""The files of a database as files: set aside under another name, or copied to look into without touching them."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def free_name(file: Path, what: str) -> Path:
    """A name beside `file` that nothing has yet: notes.db.damaged-1, then notes.db.damaged-2."""
    number = 1
    while (name := file.with_name(f"{file.name}.{what}-{number}")).exists():
        number += 1
    return name


def set_aside(file: Path) -> Path:
    """Rename a database, so that nothing of it is lost; its new name. Raises OSError."""
    aside = free_name(file, "damaged")
    # The log goes with its database: it holds what was written last, and would spoil the new one.
    for tail in ("", "-wal", "-shm"):
        part = file.with_name(file.name + tail)
        if part.exists():
            part.rename(aside.with_name(aside.name + tail))
    return aside


@contextmanager
def working_copy(file: Path) -> Iterator[Path]:
    """A copy of a database, with its log, for as long as the block runs; opening it writes nothing to the original.

    Raises OSError where there is no room for it.
    """
    with tempfile.TemporaryDirectory(prefix="wirediff-") as folder:
        copy = Path(folder) / "notes.db"
        for tail in ("", "-wal"):
            part = file.with_name(file.name + tail)
            if part.exists():
                shutil.copyfile(part, copy.with_name(copy.name + tail))
        yield copy
