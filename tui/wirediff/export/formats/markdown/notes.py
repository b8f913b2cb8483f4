"""What people noted, where it is fastened, and whether its words still stand there."""

from collections.abc import Iterator, Sequence

from wirediff.export.markup import plain, strong
from wirediff.model import HEADLINE, Anchor, Document, Note
from wirediff.naming import tag
from wirediff.notes import find


def note_lines(note: Note, documents: Sequence[Document]) -> Iterator[str]:
    """A note as an item of a list, with its places and who wrote it."""
    said = [note.verdict or "", note.kind or "", note.severity or "", *(f"#{tag}" for tag in note.tags)]
    facts = [plain(word) for word in [*said, note.status] if word]
    yield f"- {plain(note.text)} ({', '.join(facts)})"
    for end in (note.left, note.right):
        if end:
            yield f"  - {_cited(end, documents)}"
    changed = f", changed {_time(note.modified)}" if note.modified != note.created else ""
    yield f"  - {plain(note.author) or 'unsigned'}, {_time(note.created)}{changed}"


def paragraph(number: int) -> str:
    """How a paragraph is cited; 0 is the headline."""
    return "headline" if number == HEADLINE else f"paragraph {number}"


def _time(stamp: str) -> str:
    return plain(f"{stamp[:16].replace('T', ' ')} UTC")


def _cited(end: Anchor, documents: Sequence[Document]) -> str:
    """Where an end of a note stands now; a note whose words are gone says where they stood, and that they are gone."""
    same = [number for number, document in enumerate(documents) if document.id == end.document]
    called = [number for number, document in enumerate(documents) if document.path == end.path]
    for number in same or called:
        if found := find(end, documents[number]):
            moved = (found.paragraph, found.start) != (end.paragraph, end.start)
            return f"{tag(number)}, {_quoted(found)}{' (found again; it stood elsewhere)' if moved else ''}"
    where = tag((same or called)[0]) if same or called else plain(end.path)
    why = "**its words are no longer there: check this note**" if same or called else "not among these versions"
    return f"{where}, {_quoted(end)} ({why})"


def _quoted(end: Anchor) -> str:
    return f"{paragraph(end.paragraph)}: {strong(end.prefix, end.exact, end.suffix)}"
