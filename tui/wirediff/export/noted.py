"""What a note says, in the pieces that every format puts together in its own way."""

import re

from wirediff.model import Note

_BREAK = re.compile(r"\r\n|\r|\n")


def lines(text: str) -> list[str]:
    """A text in its lines, as the person who wrote it broke them; blanks at its ends are not kept, nor at theirs.

    >>> lines("one\\r\\ntwo\\n")
    ['one', 'two']
    """
    return [line.rstrip() for line in _BREAK.split(text.strip("\r\n"))]


def facts(note: Note) -> list[str]:
    """What was chosen besides the text: verdict, kind, severity, tags, status."""
    tags = (f"#{tag}" for tag in note.tags)
    return [word for word in (note.verdict, note.kind, note.severity, *tags, note.status) if word]


def moment(stamp: str) -> str:
    """A time as one reads it.

    >>> moment("2026-11-20T15:53:00Z")
    '2026-11-20 15:53 UTC'
    """
    return f"{stamp[:16].replace('T', ' ')} UTC"
