"""Files that change while they are read: noticed by their times, believed by their content, put in place of the old.

Times are asked for every two seconds, in a thread: that works on every file system, also over a network, where
notices of changes do not, and ten thousand files take a tenth of a second.
"""

import hashlib
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from wirediff.model import Document, Story, StoryVersion

if TYPE_CHECKING:
    from wirediff.app.library.session import Library

SECONDS = 2.0
"""So often files are looked at."""

_Stamp = tuple[int, int]


class Watch:
    """What is known of files: their stamps when last looked at, and those that have changed since they were read."""

    def __init__(self) -> None:
        self._stamps: dict[str, _Stamp] = {}
        self._unsettled: set[str] = set()
        self._known: set[str] = set()  # written since the reader began, and looked at for that
        self._told: dict[str, str] = {}
        self.gone: frozenset[str] = frozenset()
        """The files that were there at a look before, and were not at the last."""
        self._begun = time.time_ns() - 10**9

    def look(self, documents: Iterable[Document]) -> list[str]:
        """The files whose content is no more what was read, each told once for each content.

        A file is believed to be written when two looks in a row find the same stamp. Files that are gone, or cannot be
        read, have not changed: what was read of them stays, and `gone` tells which they are. Called from a thread.
        """
        changed, gone = [], set()
        for document in documents:
            path = document.path
            stamp = _stamp(path)
            if stamp is None:
                if path in self._stamps:
                    gone.add(path)
                continue
            before = self._stamps.setdefault(path, stamp)
            if stamp != before or (path not in self._known and stamp[0] > self._begun):
                self._stamps[path] = stamp
                self._unsettled.add(path)
                self._known.add(path)
            elif path in self._unsettled:
                self._unsettled.discard(path)
                content = _content(path)
                if content not in {None, document.id, self._told.get(path)}:
                    self._told[path] = str(content)
                    changed.append(path)
        self.gone = frozenset(gone)
        return changed


def _stamp(path: str) -> _Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - half the time of Path.stat, and there may be thousands
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


def _content(path: str) -> str | None:
    """The id that a document of this file would have."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:16]
    except OSError:
        return None


Fresh = Mapping[str, Document]
"""What was read again, by path."""


def reread(story: Story, fresh: Fresh) -> Story:
    """The story with its versions as they are now; id, headline and order stay, so that what is open stays open."""
    if not any(document.path in fresh for document in story.documents):
        return story
    from wirediff.stories.shared import keys_of, shared, shingles

    base, *others = (fresh.get(document.path, document) for document in story.documents)
    runs = shingles(keys_of(base))
    versions = [StoryVersion(other, shared(keys_of(other), runs)) for other in others]
    return structs.replace(story, versions=(structs.replace(story.versions[0], document=base), *versions))


def renewed(library: "Library", fresh: Fresh) -> "Library":
    """The library with all its stories as they are now."""
    return replace(library, stories=tuple(reread(story, fresh) for story in library.stories))
