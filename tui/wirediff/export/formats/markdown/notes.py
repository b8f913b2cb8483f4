"""What people noted, where it is fastened, and whether its words still stand there."""

import textwrap
from collections.abc import Iterator

from wirediff.export.excerpt import Excerpt
from wirediff.export.markup import item, marked, plain
from wirediff.export.noted import facts, lines, moment
from wirediff.export.placed import Placed, placed
from wirediff.export.report import StoryReport
from wirediff.model import HEADLINE, Note

_LONGEST = 80
"""Characters of a passage that are cited for a note; the passage itself is in the story."""


def note_lines(note: Note, part: StoryReport) -> Iterator[str]:
    """A note as an item of a list, with its places and who wrote it."""
    *before, last = lines(note.text)
    yield item([*before, f"{last} ({', '.join(facts(note))})"], "  ")
    for place in placed(note, part):
        yield from _cited(place)
    changed = f", changed {plain(moment(note.modified))}" if note.modified != note.created else ""
    yield f"  - {plain(note.author) or 'unsigned'}, {plain(moment(note.created))}{changed}"


def paragraph(number: int) -> str:
    """How a paragraph is cited; 0 is the headline."""
    return "headline" if number == HEADLINE else f"paragraph {number}"


def _brief(around: Excerpt) -> Excerpt:
    """A passage as long as a note on it needs: of a long one, as a whole paragraph is, how it begins."""
    if len(around.span) <= _LONGEST:
        return around
    return Excerpt(
        around.before, textwrap.shorten(around.span, _LONGEST, placeholder="") or around.span[:_LONGEST], "…"
    )


def _cited(place: Placed) -> Iterator[str]:
    """Where an end of a note stands now. One whose place is not sure says where it stood, and where it may be now."""
    remark = plain(place.remark)
    said = f" (**{remark}**)" if place.lost else f" ({remark})" if remark else ""
    yield f"  - {plain(place.where)}, {paragraph(place.paragraph)}: {marked(*_brief(place.around), place.lost)}{said}"
    for each in place.offered:
        yield f"    - {paragraph(each.paragraph)}: {marked(*_brief(each.around))} ({plain(each.why)})"
