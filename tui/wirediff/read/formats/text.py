"""Plain text: paragraphs between blank lines, one a line, or hard-wrapped."""

from pathlib import Path

from wirediff.read.contract import Raw, Reader
from wirediff.read.decode import guessed, text_of
from wirediff.read.paragraphs import blocks


def read(data: bytes, path: Path) -> tuple[Raw]:
    """One report; the cleaner tells its head, body and furniture apart."""
    return (Raw(blocks=blocks(text_of(data, path)), encoding=guessed(data)),)


READER = Reader("text", (".txt", ".text"), read)
