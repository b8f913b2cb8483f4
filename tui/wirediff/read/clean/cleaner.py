"""The cleaner: tells a report's head, body and furniture apart, and loses nothing."""

from wirediff.model import Document, Paragraph
from wirediff.read.contract import Raw


def clean(raw: Raw, *, path: str, identity: str, reader: str) -> Document:
    """The Document of one report; every block is a field, a paragraph or left out with a reason."""
    headline = raw.headline or ""
    blocks = raw.blocks
    if not raw.as_is and not headline and len(blocks) > 1:
        headline, blocks = blocks[0].text, blocks[1:]
    return Document(
        path=path,
        id=identity,
        reader=reader,
        headline=headline,
        paragraphs=tuple(Paragraph(n, block.text, block.line) for n, block in enumerate(blocks, 1)),
    )
