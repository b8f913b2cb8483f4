"""Documents as people read them."""

from collections.abc import Iterator, Sequence

from wirediff.cli.show.ink import story_text, wrap
from wirediff.model import Document

_FIELDS = (
    "headline",
    "byline",
    "source",
    "agency",
    "dateline",
    "published",
    "language",
    "standfirst",
    "version",
    "reader",
)


def documents_lines(documents: Sequence[Document], width: int) -> Iterator[str]:
    """What was read out of each file: fields, paragraphs, and what was left out with the reason."""
    for number, document in enumerate(documents):
        yield from [""] * bool(number)
        yield from _document(document, width)


def _document(document: Document, width: int) -> Iterator[str]:
    yield from _hanging("", document.path, width)
    for name in _FIELDS:
        value = getattr(document, name)
        if value:
            yield from _hanging(f"  {name:<12}", value, width)
    for caption in document.captions:
        yield from _hanging(f"  {'caption':<12}", caption, width)
    for paragraph in document.paragraphs:
        yield from _hanging(f"{paragraph.n:>5}  ", paragraph.text, width)
    if document.left_out:
        yield "  left out"
    for part in document.left_out:
        place = f"line {part.line}" if part.line else ""
        yield from _hanging(f"  {part.reason:<12}{place:<10}", part.text, width)


def _hanging(label: str, text: str, width: int) -> Iterator[str]:
    for content in wrap([story_text(text)], max(10, width - len(label))):
        yield f"{label}{content.written(False)}".rstrip(" ")
        label = " " * len(label)
