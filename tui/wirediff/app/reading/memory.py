"""Where the reader was in each story, and how it looked at it: kept in the state folder from one run to the next."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
from msgspec import Struct

from wirediff.app.reading.desk import Desk, Filter, Form
from wirediff.app.reading.places import Aim, Bookmark
from wirediff.model import Document, Story

MOST = 500
"""Stories that are remembered; past it the one longest unvisited is forgotten."""

FILE = "places.json"
"""Its name in the state folder."""


class Remembered(Struct, frozen=True):
    """A place in a story and a way of looking at it. Versions are known by their paths, the base first."""

    order: tuple[str, ...]
    others: tuple[str, ...]
    side: str
    form: Form
    folded: bool
    filter: Filter
    place: Bookmark

    @classmethod
    def of(cls, desk: Desk, aim: Aim) -> "Remembered":
        """What lies on a desk, with the cursor at a row and perhaps a difference."""
        paths = _paths(desk.comparison.collation.versions)
        return cls(
            paths,
            tuple(paths[version] for version in desk.others),
            paths[desk.side],
            desk.form,
            desk.folded,
            desk.filter,
            Bookmark.of(desk.comparison, *aim),
        )

    def on(self, desk: Desk) -> tuple[Desk, Aim]:
        """A desk looked at in the same way, and the place on it.

        Versions that are there no more are left out; one that is new is shown.
        """
        paths = _paths(desk.comparison.collation.versions)
        hidden = {*self.order} - {*self.others}
        others = tuple(version for version, path in enumerate(paths) if version and path not in hidden) or desk.others
        side = paths.index(self.side) if self.side in paths else 0
        desk = replace(
            desk,
            others=others,
            side=side if side in others else 0,
            form=self.form,
            folded=self.folded,
            filter=self.filter,
        )
        return desk, self.place.place(desk.comparison)


def _paths(documents: Sequence[Document]) -> tuple[str, ...]:
    return tuple(document.path for document in documents)


class Memory:
    """What is remembered of stories, by their id. Without a folder it holds for this run only."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._kept: dict[str, Remembered] | None = None
        self.remark = ""

    def recall(self, story: Story) -> Remembered | None:
        """What is remembered of a story. A file that cannot be read is as good as none; `remark` says so then."""
        if self._kept is None:
            self._kept = self._read()
        return self._kept.get(story.id)

    def keep(self, story: Story, remembered: Remembered) -> None:
        """Remember a story, also for the next run. Raises OSError where the folder cannot be written.

        What another reader has kept meanwhile stays; the file is replaced as a whole.
        """
        kept = {**(self._kept or {}), **self._read()} if self._folder else dict(self._kept or {})
        kept.pop(story.id, None)
        kept[story.id] = remembered
        self._kept = dict(list(kept.items())[-MOST:])
        if self._folder is None:
            return
        try:
            packed = msgspec.json.encode(self._kept)
        except UnicodeEncodeError:  # the name of a file is no Unicode: JSON cannot hold it
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f".{secrets.token_hex(8)}.part"
        try:
            part.write_bytes(packed)
            part.replace(self._folder / FILE)
        finally:
            part.unlink(missing_ok=True)

    def _read(self) -> dict[str, Remembered]:
        if self._folder is None:
            return {}
        path = self._folder / FILE
        try:
            return msgspec.json.decode(path.read_bytes(), type=dict[str, Remembered])
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
            self.remark = f"{path}: where you were in your stories cannot be read, and is left out ({error})"
            return {}
