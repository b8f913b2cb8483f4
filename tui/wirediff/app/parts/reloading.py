"""Offering to read files again that have changed on the disk, and reading them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wirediff.app.background import beside
from wirediff.app.legible import legible
from wirediff.app.library.changes import SECONDS, Watch, renewed
from wirediff.app.naming import count
from wirediff.app.screens.full import FullScreen
from wirediff.errors import WirediffError

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp


class Reloading:
    """What has changed and is not read again yet. Nothing is replaced unasked: somebody may be in the middle of it."""

    def __init__(self, app: "WirediffApp") -> None:
        self._app = app
        self._watch = Watch()
        self._stale: dict[str, None] = {}

    def begin(self) -> None:
        """Look at the files from now on."""
        self._app.set_interval(SECONDS, lambda: self._app.run_worker(self.look(), group="watch", exclusive=True))

    async def look(self) -> None:
        """Look at the files of all stories once, and tell which have changed."""
        library = self._app.session.library
        if not library.complete:
            return
        documents = [document for story in library.stories for document in story.documents]
        changed = await beside(lambda: self._watch.look(documents))
        if changed:
            self._stale |= dict.fromkeys(changed)
            which = changed[0] if len(changed) == 1 else count(len(changed), "file")
            said = legible(f"{which} changed on the disk; F5 reads again what has changed")
            self._app.notify(said, timeout=20, markup=False)

    async def reload(self) -> None:
        """Read the changed files again, and no others."""
        await self.look()
        paths, self._stale = list(self._stale), {}
        if not paths:
            self._app.notify("No file that is open has changed.", timeout=3)
            return
        await self.reread(paths)

    async def reread(self, paths: Sequence[str]) -> None:
        """Read files again that have changed, and show them wherever they are open."""
        session = self._app.session
        try:
            fresh = await beside(lambda: session.reread(paths))
        except WirediffError as error:
            self._app.warn(str(error))
            return
        session.library = renewed(session.library, fresh)
        self._app.stories.arrived(session.library)
        for screen in self._app.screen_stack:
            if isinstance(screen, FullScreen):
                screen.reread(fresh)
