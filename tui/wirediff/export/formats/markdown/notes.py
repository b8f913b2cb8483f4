"""What people noted, where it is fastened, and whether its words still stand there."""

from collections.abc import Iterator

from wirediff.export.markup import plain, strong
from wirediff.export.placed import Placed, placed
from wirediff.export.report import StoryReport
from wirediff.model import HEADLINE, Note


def note_lines(note: Note, part: StoryReport) -> Iterator[str]:
    """A note as an item of a list, with its places and who wrote it."""
    said = [note.verdict or "", note.kind or "", note.severity or "", *(f"#{tag}" for tag in note.tags)]
    facts = [plain(word) for word in [*said, note.status] if word]
    yield f"- {plain(note.text)} ({', '.join(facts)})"
    for place in placed(note, part):
        yield from _cited(place)
    changed = f", changed {_time(note.modified)}" if note.modified != note.created else ""
    yield f"  - {plain(note.author) or 'unsigned'}, {_time(note.created)}{changed}"


def paragraph(number: int) -> str:
    """How a paragraph is cited; 0 is the headline."""
    return "headline" if number == HEADLINE else f"paragraph {number}"


def _time(stamp: str) -> str:
    return plain(f"{stamp[:16].replace('T', ' ')} UTC")


def _cited(place: Placed) -> Iterator[str]:
    """Where an end of a note stands now. One whose place is not sure says where it stood, and where it may be now."""
    remark = plain(place.remark)
    said = f" (**{remark}**)" if place.lost else f" ({remark})" if remark else ""
    yield f"  - {plain(place.where)}, {paragraph(place.paragraph)}: {strong(*place.around)}{said}"
    for each in place.offered:
        yield f"    - {paragraph(each.paragraph)}: {strong(*each.around)} ({plain(each.why)})"
