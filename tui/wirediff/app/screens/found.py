"""What the list of stories says of all of them: how many were found, and what to do where there are none."""

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from wirediff.app.legible import legible
from wirediff.app.library.session import Library
from wirediff.app.naming import count
from wirediff.app.settings.palette import Palette

NOTHING = """\
There is nothing to read here.

Start wirediff with files or folders that hold versions of a report:

    wirediff one.txt another.txt
    wirediff folder/

Text and HTML files can be read; q leaves the reader."""

NOT_FOUND = "No story has these words. Backspace shows all stories again, / changes the words."


def summary(library: Library, listed: int, palette: Palette) -> Text:
    """How many stories there are, or how many of them are listed, and that not everything was read."""
    versions = sum(len(story.versions) for story in library.stories)
    stories = count(len(library.stories), "story", "stories")
    text = Text(f"{stories}, {count(versions, 'version')}")
    if listed < len(library.stories):
        text = Text(f"{listed:,} of {stories}", palette.loud)
    if library.unread:
        text.append(f" · {len(library.unread)} not read: ! says why", palette.loud)
    if library.bare and library.stories:  # an empty list tells it itself
        text.append(f" · {count(len(library.bare), 'folder')} without stories: ! says which", palette.loud)
    if library.read < library.files:
        text.append(f" · stopped, {library.read:,} of {library.files:,} read", palette.loud)
    return text


def empty(library: Library, paths: Sequence[Path]) -> str:
    """What an empty list says: that no story has the words, or what was found instead of stories, and what to do."""
    if library.stories:
        return NOT_FOUND
    if not library.complete:
        return ""
    said = [f"{folder}: {what}." for folder, what in library.bare.items()]
    if failed := len(library.unread):
        said.append(f"{count(failed, 'input')} could not be read: ! says why.")
    if library.read < library.files:
        said.append(f"Stopped after {library.read:,} of {count(library.files, 'file')}.")
    if not said:
        said.append(f"{', '.join(map(str, paths)) or 'No files'}: {count(library.files, 'file')} found.")
    return "\n".join(map(legible, said)) + f"\n\n{NOTHING}"
