"""An export put into a file: whole or not at all."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from wirediff.errors import UsageError, WriteError


def save(data: bytes, path: Path, force: bool = False, inputs: Iterable[Path] = ()) -> None:
    """Write `data` to `path`, which is replaced only when `force` is true, and never when it is one of the `inputs`.

    The bytes go to a file beside it that takes its name once it is complete and on the disk, so that nobody ever
    finds half an export. A link is written through; a pipe or a device is written to as it is. Raises UsageError
    as `check` does, and WriteError where it cannot be written.
    """
    check(path, force, inputs)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _write_beside(data, path.resolve(), force)
    except FileExistsError as error:
        raise _taken(path) from error
    except OSError as error:
        raise WriteError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error


def check(path: Path, force: bool = False, inputs: Iterable[Path] = ()) -> None:
    """Raise UsageError where `save` would refuse `path` right now: to be asked before the work, not after it.

    Refused is a folder, whatever lies where notes are kept, an input under whatever name it has, and without `force`
    every file that is there.
    """
    from wirediff.notes import keeps_notes  # listing the formats, as help does, loads no notes

    if path.is_dir():
        raise UsageError(f"{path} is a folder", "give the name of a file in it")
    if keeps_notes(path):
        raise UsageError(f"{path} lies where notes are kept", "nothing else is written there; give another name")
    if any(_same(path, other) for other in inputs):
        raise UsageError(f"{path} is one of the inputs", "not even --force overwrites it; give another name")
    if path.is_file() and not force:
        raise _taken(path)


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)  # by device and inode: hard links are one file too
    except OSError:
        return False


def _taken(path: Path) -> UsageError:
    return UsageError(f"{path} exists already", "--force overwrites it, or give another name")


def _write_beside(data: bytes, path: Path, force: bool) -> None:
    if path.exists() and not force:
        raise FileExistsError(path)
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if force:
            if path.exists():
                part.chmod(path.stat().st_mode & 0o777)
            part.replace(path)
        else:
            _name(part, path)
    finally:
        part.unlink(missing_ok=True)


def _name(part: Path, path: Path) -> None:
    try:
        # A hard link, unlike a rename, fails where another program has made the file since.
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        part.replace(path)
