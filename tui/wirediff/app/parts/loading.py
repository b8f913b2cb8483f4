"""Reading what the reader was opened on, in the background, and showing stories as they arrive."""

import asyncio
import threading
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.message import Message

from wirediff.app.background import begin, beside
from wirediff.app.library.session import Library, Stopped, gathered
from wirediff.app.naming import unread
from wirediff.errors import WirediffError

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp

FEW_FILES = 8
"""So many files named one by one are taken to be versions that the user wants side by side."""

STOPS = "Esc stops"


class Progressed(Message):
    """How far reading is, in a few words; a newer message takes the place of one that has not been seen."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.said = said

    def can_replace(self, message: Message) -> bool:
        """Only the last one matters."""
        return isinstance(message, Progressed)


class Arrived(Message):
    """More stories have been read."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library


class Loading:
    """Reads in a thread, which tells the application by messages how far it is."""

    def __init__(self, app: "WirediffApp") -> None:
        self._app = app
        self._stop = threading.Event()
        self._reading = ""

    def begin(self) -> None:
        """Open the notes, then read."""
        begin(self._app, self._read, "read")

    def end(self) -> None:
        """Read no more, for the reader is left."""
        self._stop.set()

    def stop(self) -> None:
        """Stop reading at once, and keep the stories that have been found."""
        self._stop.set()
        self.arrived(self._app.session.library)

    async def _read(self) -> None:
        app, session = self._app, self._app.session
        painted = asyncio.Event()
        app.call_after_refresh(painted.set)
        await painted.wait()  # the libraries that read would hold up the first picture
        try:
            remark = await beside(session.open_store)
        except WirediffError as error:
            app.warn(str(error))
        else:
            if remark:
                app.warn(remark, severity="information")
        try:
            with suppress(Stopped):
                await beside(lambda: session.load(self._tell_arrived, self._tell_reading, self._tell_grouping))
        except WirediffError as error:
            app.warn(str(error))
            self._tell_arrived(replace(session.library, complete=True))

    def _tell_reading(self, done: int, total: int, name: str) -> None:
        self._reading = f"{done:,} of {total:,}"
        self._tell(f"reading {self._reading} · {STOPS} · {name}")

    def _tell_grouping(self, done: int, total: int) -> None:
        self._tell(f"{self._reading} · grouping into stories… {done * 100 // max(total, 1)} % · {STOPS}")

    def _tell(self, said: str) -> None:
        if self._stop.is_set():
            raise Stopped
        self._app.post_message(Progressed(said))

    def _tell_arrived(self, library: Library) -> None:
        self._app.post_message(Arrived(library))

    def progressed(self, event: Progressed) -> None:
        """Show how far the reading is."""
        if not self._app.session.library.complete:
            self._app.stories.progress(event.said)

    def arrived(self, library: Library) -> None:
        """Show the stories that there are now; once stopped, nothing more is waited for."""
        app = self._app
        if app.session.library.complete:
            return
        if self._stop.is_set():
            library = replace(library, complete=True)
        known = len(app.session.library.errors)
        app.session.library = library
        app.problems += [unread(failure) for failure in library.errors[known:]]
        app.stories.arrived(library)
        if library.complete:
            app.renew()  # notes find their stories now
            if app.screen is app.stories:
                self._open_at_once(library)

    def _open_at_once(self, library: Library) -> None:
        """One story, or a few files named one by one, need no choosing."""
        paths = [str(path) for path in self._app.session.paths]
        named = 2 <= len(paths) <= FEW_FILES and all(path.is_file() for path in self._app.session.paths)
        if library.stories and (named or len(library.stories) == 1):
            self._app.opening.open(gathered(library.stories), paths if named else ())
