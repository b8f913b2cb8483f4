"""Changing the notes, and taking in what other programs have recorded."""

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from wirediff.app.background import begin, beside
from wirediff.app.legible import legible
from wirediff.errors import WirediffError

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp
    from wirediff.model import Note, Story
    from wirediff.notes import NoteStore

SECONDS = 1.5
"""So often it is looked whether another program has recorded something."""


class Recording:
    """The way of every change to the notes; what a store refuses is reported, never fatal."""

    def __init__(self, app: "WirediffApp") -> None:
        self._app = app

    def begin(self) -> None:
        """Look at what others record from now on."""
        app = self._app
        app.set_interval(SECONDS, lambda: begin(app, self.look, "look"))

    async def look(self) -> None:
        """Show what other programs have recorded meanwhile."""
        try:
            changed = await beside(self._app.session.look)
        except WirediffError:  # told when something is to be recorded; until then there is nothing to lose
            return
        if changed:
            self._app.renew()

    async def act(self, act: "Callable[[NoteStore], object]") -> object:
        """Do something to the notes off the main thread; a store that fails is reported, and gives None."""
        try:
            return await asyncio.to_thread(self._app.session.note, act)
        except WirediffError as error:
            self._app.warn(str(error))
            return None

    async def turn(self, *, back: bool, here: "Story | None" = None) -> None:
        """Undo or redo the last change to the notes, and say which it was; also the story, if that is not `here`."""
        before = {note.id: note for note in self._app.session.notes}
        said = await self.act(lambda store: store.undo() if back else store.redo())
        nothing = f"There is nothing to {'undo' if back else 'redo'}."
        elsewhere = self._elsewhere(before, here) if said and here else ""
        self._app.notify(legible(f"{said}{elsewhere}") if said else nothing, timeout=6, markup=False)

    def _elsewhere(self, before: "Mapping[str, Note]", here: "Story") -> str:
        """The story in which notes are others than `before`, named if it is another one."""
        from wirediff.notes import StoryIndex

        session = self._app.session
        now = {note.id: note for note in session.notes}
        changed = [each.get(id) for each in (now, before) for id in {**before, **now} if before.get(id) != now.get(id)]
        index = StoryIndex(session.library.stories)
        stories = [story for note in changed if note and (story := index.story_of(note))]
        if not stories or any(story.id == here.id for story in stories):
            return ""
        return f" This is in another story, “{stories[0].headline}”; M lists its notes."
