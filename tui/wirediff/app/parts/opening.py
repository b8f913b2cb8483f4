"""Opening stories, going from one to another, and coming back to where one was in each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wirediff.app.reading.memory import Memory
from wirediff.app.screens.full import FullScreen

if TYPE_CHECKING:
    from pathlib import Path

    from wirediff.app.app import WirediffApp
    from wirediff.app.reading.memory import Remembered
    from wirediff.app.reading.places import Where
    from wirediff.model import Story


class Opening:
    """Puts the screens of stories over the list; `state` is the folder in which places are remembered."""

    def __init__(self, app: "WirediffApp", state: "Path | None") -> None:
        self._app = app
        self._memory = Memory(state)

    def open(self, story: "Story", order: Sequence[str] = (), at: "Where | None" = None) -> None:
        """Lay a story's versions side by side, those of `order` first; a story of one version is read alone.

        It opens at the place that `at` gives.
        """
        from wirediff.app.screens.alone import AloneScreen
        from wirediff.app.screens.compare.screen import CompareScreen

        if len(story.versions) > 1:
            self._app.push_screen(CompareScreen(story, order, at))
        else:
            self._app.push_screen(AloneScreen(story.documents, story=story))

    def neighbour(self, story: "Story", direction: int) -> None:
        """Open the story after, or before, one that is open."""
        app, stories = self._app, self._app.stories.listed
        place = next((n for n, other in enumerate(stories) if other.id == story.id), None)
        if place is None:
            app.notify("The list of stories does not show this one: Esc, then Backspace shows all.", timeout=4)
            return
        wanted = place + direction
        if not 0 <= wanted < len(stories):
            app.notify(_at_the_edge(len(stories), direction), timeout=3)
            return
        if isinstance(app.screen, FullScreen):
            app.screen.leaving()
        app.pop_screen()
        app.stories.point_at(stories[wanted])
        self.open(stories[wanted])

    def go_to(self, story: "Story") -> None:
        """Open a story, whatever is open now."""
        app = self._app
        while isinstance(app.screen, FullScreen) and app.screen is not app.stories:
            app.screen.leave()
        app.stories.point_at(story)
        self.open(story)

    def recall(self, story: "Story") -> "Remembered | None":
        """Where the reader was in a story, and how it looked at it."""
        remembered = self._memory.recall(story)
        if self._memory.remark:
            self._app.warn(self._memory.remark)
            self._memory.remark = ""
        return remembered

    def keep(self, story: "Story", remembered: "Remembered") -> None:
        """Remember a place in a story, for the next run too."""
        try:
            self._memory.keep(story, remembered)
        except OSError as error:
            self._app.warn(f"the place in the story could not be kept: {error.strerror or error}")


def _at_the_edge(stories: int, direction: int) -> str:
    if stories < 2:
        return "This is the only story in the list."
    return "This is the last story; K goes back." if direction > 0 else "This is the first story; J goes on."
