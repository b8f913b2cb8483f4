"""Folders in which there is nothing to read: what is in them instead."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path, PurePath

from wirediff.model import Failure

MOST = 10_000
"""Files that are looked at in a folder; more are not counted."""

_NAMED = 4
"""Sorts of file that are named, the most frequent first."""


def bare(failures: Iterable[Failure]) -> dict[str, str]:
    """The folders among what could not be read, each with what is in it; there no file was at fault."""
    return {failure.path: contents(Path(failure.path)) for failure in failures if Path(failure.path).is_dir()}


def contents(folder: Path) -> str:
    """What a folder holds beside stories, in one sentence. Looks at `MOST` files at most.

    A folder that may not be listed says so; hidden files count as no files, as they do where stories are looked for.
    """
    try:
        with os.scandir(folder):
            pass
    except OSError as error:
        return f"it cannot be listed ({(error.strerror or str(error)).lower()})"
    sorts = Counter(PurePath(name).suffix.lower() or "without an ending" for name in islice(_names(folder), MOST))
    total = sum(sorts.values())
    if not total:
        return "it is empty"
    more = "or more " if total == MOST else ""
    named = ", ".join(f"{number:,} {sort}" for sort, number in sorts.most_common(_NAMED))
    rest = ", and others" if len(sorts) > _NAMED else ""
    return f"of {total:,} {more}{'file' if total == 1 else 'files'} in it none can be read: {named}{rest}"


def _names(folder: Path) -> Iterator[str]:
    for _, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (name for name in files if not name.startswith("."))
