"""What people noted, where it is fastened, and whether its words still stand there."""

from collections.abc import Iterator, Sequence

from wirediff.export.markup import plain, strong
from wirediff.export.placed import placed
from wirediff.model import HEADLINE, Anchor, Document, Note


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
    """Where an end of a note stands now; one whose words are gone says where they stood, and that they are gone."""
    where, number, around, remark = place = placed(end, documents)
    said = f" (**{remark}**)" if place.lost else f" ({remark})" if remark else ""
    return f"{plain(where)}, {paragraph(number)}: {strong(*around)}{said}"
