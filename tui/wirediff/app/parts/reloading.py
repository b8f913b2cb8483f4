"""Offering to read files again that have changed on the disk, and reading them."""

from collections.abc import Collection, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from wirediff.app.background import begin, beside
from wirediff.app.legible import legible
from wirediff.app.library.changes import SECONDS, Fresh, Watch, renewed
from wirediff.app.naming import count
from wirediff.app.screens.full import FullScreen
from wirediff.errors import WirediffError

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp
    from wirediff.model import Document


class Reloading:
    """What has changed and is not read again yet. Nothing is replaced unasked: somebody may be in the middle of it."""

    def __init__(self, app: "WirediffApp") -> None:
        self._app = app
        self._watch = Watch()
        self._stale: dict[str, None] = {}

    def begin(self) -> None:
        """Look at the files from now on."""
        self._app.set_interval(SECONDS, lambda: begin(self._app, self.look, "watch"))

    def remark(self, path: str) -> str:
        """What the head of a version says of its file: "gone", "changed" or nothing."""
        return "gone" if path in self._watch.gone else "changed" if path in self._stale else ""

    async def look(self) -> None:
        """Look at the files of all stories once, and tell which have changed or are gone."""
        library = self._app.session.library
        if not library.complete:
            return
        documents = [document for story in library.stories for document in story.documents]
        before, stale = self._watch.gone, len(self._stale)
        changed = await beside(lambda: self._watch.look(documents))
        self._stale |= dict.fromkeys(changed)
        lost = self._watch.gone - before
        if lost:
            self._say(_gone(lost), seconds=20)
        elif changed:
            self._say(f"{_which(list(self._stale))} changed on the disk; F5 reads again what has changed", seconds=20)
        if self._watch.gone != before or len(self._stale) != stale:
            self._redraw()

    def _say(self, what: str, seconds: float) -> None:
        """Say something about files in the place of what was said of them before."""
        self._app.clear_notifications()
        self._app.notify(legible(what), timeout=seconds, markup=False)

    def _redraw(self) -> None:
        for screen in self._app.screen_stack:
            if isinstance(screen, FullScreen):
                screen.recolour()

    async def reload(self) -> None:
        """Read the changed files again, and no others."""
        await self.look()
        gone = self._watch.gone
        paths = [path for path in self._stale if path not in gone]
        self._stale = {}
        if paths:
            await self.reread(paths)
        elif gone:
            self._say(_gone(gone), seconds=5)
            self._redraw()
        else:
            self._say("No file that is open has changed.", seconds=3)

    async def reread(self, paths: Sequence[str]) -> None:
        """Read files again that have changed, and show them wherever they are open; one that cannot be read stays."""
        fresh: dict[str, Document] = {}
        faults = []
        for path in paths:
            try:
                fresh |= await beside(partial(self._app.session.reread, [path]))
            except WirediffError as error:
                faults.append(str(error))
        if fresh:
            self._show(fresh)
            self._say(f"read again: {_which(list(fresh))}", seconds=4)
        for fault in faults:
            self._app.warn(fault)

    def _show(self, fresh: Fresh) -> None:
        session = self._app.session
        session.library = renewed(session.library, fresh)
        self._app.stories.arrived(session.library)
        for screen in self._app.screen_stack:
            if isinstance(screen, FullScreen):
                screen.reread(fresh)


def _which(paths: Collection[str]) -> str:
    return PurePath(next(iter(paths))).name if len(paths) == 1 else count(len(paths), "file")


def _gone(paths: Collection[str]) -> str:
    said = "is gone; its text stays as read" if len(paths) == 1 else "are gone; their texts stay as read"
    return f"{_which(paths)} {said}"
