"""Which story a note lies in."""

import os
from collections.abc import Sequence

from wirediff.model import Note, Story


class StoryIndex:
    """Stories, to look up the one that a note lies in."""

    def __init__(self, stories: Sequence[Story]) -> None:
        self._of_id = {story.id: story for story in reversed(stories)}
        held = [(document, story) for story in reversed(stories) for document in story.documents]
        self._of_document = {document.id: story for document, story in held}
        self._of_path = {os.path.realpath(document.path): story for document, story in held}

    def story_of(self, note: Note) -> Story | None:
        """The story that holds a version the note is fastened in, else the one it names; None where neither is here."""
        ends = [end for end in (note.left, note.right) if end]
        for end in ends:
            if story := self._of_document.get(end.document):
                return story
        by_path = (self._of_path.get(os.path.realpath(end.path)) for end in ends)
        return next(filter(None, by_path), None) or self._of_id.get(note.story)
