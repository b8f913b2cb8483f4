"""Opening the notes of a story or of all, and going from there to the texts."""

from functools import partial
from typing import TYPE_CHECKING

from wirediff.app.legible import legible
from wirediff.app.review.queue import Item, Wish
from wirediff.verdicts import OPEN

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp
    from wirediff.app.screens.review.notes import NotesScreen
    from wirediff.model import Note, Story


class Reviewing:
    """The part of the application that leads through notes; the queue is as it was left when it opens again."""

    def __init__(self, app: "WirediffApp") -> None:
        self._app = app
        self._wish = Wish(status=OPEN)
        self._at: str | None = None

    def open(self, story: "Story | None" = None, at: "Note | None" = None) -> None:
        """The notes on a story, beginning `at` one of them, or the queue of all."""
        from wirediff.app.screens.review.notes import NotesScreen

        begin = at.id if at else self._at
        screen = NotesScreen(story, Wish() if story else self._wish, begin)
        self._app.push_screen(screen, partial(self._left, screen))

    def _left(self, screen: "NotesScreen", item: Item | None) -> None:
        if not screen.of_story:
            self._wish = screen.wish
        self._app.renew()
        if item is None or item.story is None:
            return
        self._at = item.note.id
        if item.placed and item.doubtful:
            self._app.notify(legible(item.placed.said), timeout=5, markup=False)
        self._visit(item.note, item.story)

    def _visit(self, note: "Note", story: "Story") -> None:
        from wirediff.app.review.fastening import place_of
        from wirediff.app.screens.alone import AloneScreen
        from wirediff.app.screens.compare.screen import CompareScreen
        from wirediff.notes import find

        at = partial(place_of, note)
        below = self._app.screen
        if len(story.versions) == 1:
            end = note.left or note.right
            found = find(end, story.documents[0]) if end else None
            self._app.push_screen(
                AloneScreen(story.documents, story=story, paragraph=found.paragraph if found else None)
            )
            return
        if isinstance(below, CompareScreen) and below.story.id == story.id:
            below.visit(at)
        else:
            self._app.opening.open(story, at=at)
