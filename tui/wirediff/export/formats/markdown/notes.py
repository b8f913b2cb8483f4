"""What people noted, where it is fastened, and whether its words still stand there."""

from collections.abc import Iterator

from wirediff.export.excerpt import brief
from wirediff.export.markup import item, marked, plain
from wirediff.export.noted import facts, lines, moment
from wirediff.export.placed import Placed, cited, placed
from wirediff.export.report import StoryReport
from wirediff.model import Note


def note_lines(note: Note, part: StoryReport) -> Iterator[str]:
    """A note as an item of a list, with its places and who wrote it."""
    *before, last = lines(note.text)
    yield item([*before, f"{last} ({', '.join(facts(note))})"], "  ")
    for place in placed(note, part):
        yield from _cited(place)
    changed = f", changed {plain(moment(note.modified))}" if note.modified != note.created else ""
    yield f"  - {plain(note.author) or 'unsigned'}, {plain(moment(note.created))}{changed}"


def _cited(place: Placed) -> Iterator[str]:
    """Where an end of a note stands now. One whose place is not sure says where it stood, and where it may be now."""
    remark = plain(place.remark)
    said = f" (**{remark}**)" if place.lost else f" ({remark})" if remark else ""
    yield f"  - {plain(place.cited)}: {marked(*brief(place.around), place.lost)}{said}"
    for each in place.offered:
        yield f"    - {cited(each.paragraph)}: {marked(*brief(each.around))} ({plain(each.why)})"
