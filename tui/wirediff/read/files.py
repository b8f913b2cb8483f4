"""From the paths a user names to the files that are read."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from wirediff.model import Failure
from wirediff.read.registry import claimant

GENERATOR = '<meta name="generator" content="wirediff">'
"""Stands in the head of the pages that wirediff exports."""

_HEAD = 1024
"""Bytes of a page in which the mark is looked for."""


def readable(path: Path) -> bool:
    """Whether a reader claims files of this name. Says nothing about the content."""
    return claimant(path.name) is not None


def gather(paths: Sequence[Path]) -> tuple[list[Path], list[Failure]]:
    """The files behind `paths`: files as named and in the order named, folders replaced by the readable files in them.

    Folders are searched through and through, in the order of the names; hidden files and folders (the note store is
    one) are passed over, and so are what no reader claims and what wirediff itself exported there. A file reached
    twice, also by a link, counts once. What does not exist, and a folder without readable files, is a Failure.
    """
    files: dict[str, Path] = {}
    failures: list[Failure] = []
    for path in paths:
        if not os.path.lexists(path):
            failures.append(Failure(str(path), f"{path}: no such file or folder; check the path"))
        elif path.is_dir():
            found = list(_within(path, set()))
            if not found:
                failures.append(
                    Failure(str(path), f"no readable stories in {path}; name a folder with .txt or .html files")
                )
            for file in found:
                files.setdefault(os.path.realpath(file), file)
        else:
            files.setdefault(os.path.realpath(path), path)
    return list(files.values()), failures


def _within(folder: Path, entered: set[str]) -> Iterator[Path]:
    """Readable files under a folder; `entered` holds real paths of folders seen, so that looping links end."""
    real = os.path.realpath(folder)
    if real in entered:
        return
    entered.add(real)
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        return  # a folder that may not be listed holds nothing readable; an empty result is reported by the caller
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _within(entry, entered)
        elif entry.is_file() and readable(entry) and not _exported(entry):
            yield entry


def _exported(path: Path) -> bool:
    """Whether a page is one that wirediff wrote: as a story, it would be compared with the stories it is about."""
    if path.suffix.lower() != ".html":
        return False
    try:
        with path.open("rb") as file:
            return GENERATOR.encode() in file.read(_HEAD)
    except OSError:
        return False  # reading it will say why
