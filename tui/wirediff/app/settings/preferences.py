"""What the reader remembers from one run to the next: the theme, how text is set, and that the hint was read."""

from pathlib import Path

import msgspec
from msgspec import Struct

from wirediff.app.settings.themes import DEFAULT

_FILE = "reader.json"


class Preferences(Struct, frozen=True):
    """Choices made inside the reader."""

    theme: str = DEFAULT
    hinted: bool = False
    wrapped: bool = True


def recall(folder: Path) -> Preferences:
    """The preferences kept in a folder; the usual ones where there are none, or none that can be read."""
    try:
        return msgspec.json.decode((folder / _FILE).read_bytes(), type=Preferences)
    except (OSError, msgspec.DecodeError):
        return Preferences()


def remember(folder: Path, preferences: Preferences) -> None:
    """Keep the preferences in a folder, which is made where it is missing. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{_FILE}.part"
    part.write_bytes(msgspec.json.encode(preferences))
    part.replace(folder / _FILE)
