"""Offering to read files again that have changed on the disk."""

from typing import TYPE_CHECKING

from wirediff.app.background import beside
from wirediff.app.legible import legible
from wirediff.app.library.changes import SECONDS, Watch
from wirediff.app.naming import count

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp


class Reloading:
    """What has changed and is not read again yet. Nothing is replaced unasked: somebody may be in the middle of it."""

    def __init__(self, reader: "WirediffApp") -> None:
        self._reader = reader
        self._watch = Watch()
        self._stale: dict[str, None] = {}

    def begin(self) -> None:
        """Look at the files from now on."""
        self._reader.set_interval(SECONDS, lambda: self._reader.run_worker(self.look(), group="watch", exclusive=True))

    async def look(self) -> None:
        """Look at the files of all stories once, and tell which have changed."""
        library = self._reader.session.library
        if not library.complete:
            return
        documents = [document for story in library.stories for document in story.documents]
        changed = await beside(lambda: self._watch.look(documents))
        if changed:
            self._stale |= dict.fromkeys(changed)
            which = changed[0] if len(changed) == 1 else count(len(changed), "file")
            said = legible(f"{which} changed on the disk; F5 reads again what has changed")
            self._reader.notify(said, timeout=20, markup=False)

    async def reload(self) -> None:
        """Read the changed files again, and no others."""
        await self.look()
        paths, self._stale = list(self._stale), {}
        if not paths:
            self._reader.notify("No file that is open has changed.", timeout=3)
            return
        await self._reader.reread(paths)
