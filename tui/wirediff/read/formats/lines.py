"""Text taken literally: every non-blank line is a paragraph, and nothing is left out or guessed."""

from pathlib import Path

from wirediff.read.contract import Block, Raw, Reader
from wirediff.read.decode import guessed, text_of
from wirediff.read.paragraphs import source_lines


def read(data: bytes, path: Path) -> tuple[Raw]:
    """One report; the first line is no headline."""
    lines = source_lines(text_of(data, path))
    blocks = tuple(Block(line.text.strip(), line.number) for line in lines if line.text.strip())
    return (Raw(blocks=blocks, encoding=guessed(data), as_is=True),)


READER = Reader("lines", (), read)
