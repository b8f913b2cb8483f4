"""The comments of the document: why versions differ, and what people noted."""

from collections.abc import Sequence

from wirediff.export.formats.docx.runs import plain
from wirediff.export.noted import facts, lines, moment
from wirediff.export.segments import xml_text
from wirediff.export.xmltext import element
from wirediff.kinds import KINDS
from wirediff.model import Difference, Note

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

LONGEST_NAME = 60
"""Characters of a name; word processors refuse documents over names that go on and on."""


class Comments:
    """Collects comments, and gives each the number under which the text refers to it."""

    def __init__(self) -> None:
        self._made: list[str] = []

    def reason(self, difference: Difference) -> int:
        """A comment with the kind of a difference and the reason."""
        also = f" (also {', '.join(difference.also)})" if difference.also else ""
        said = f"{difference.severity} {difference.kind}{also}: {difference.why}"
        return self._add([said], "wirediff", KINDS[difference.kind].letter)

    def note(self, note: Note) -> int:
        """A comment with what a person wrote, a paragraph a line, under the name of that person."""
        return self._add(note_paragraphs(note), note.author or "unsigned", (note.author or "?")[:2], note.modified)

    def _add(self, said: Sequence[str], author: str, initials: str, date: str = "") -> int:
        number = len(self._made)
        author = xml_text(author)[:LONGEST_NAME]
        paragraphs = "".join(map(plain, said))
        self._made.append(
            element("w:comment", paragraphs, w_id=str(number), w_author=author, w_date=date, w_initials=initials)
        )
        return number

    def written(self) -> str:
        """All comments, as a part of the package."""
        return element("w:comments", "".join(self._made), **{"xmlns:w": SPACE})


def note_paragraphs(note: Note) -> list[str]:
    """What a person wrote, line by line, and at the end what that person concluded, and when it was begun."""
    *before, last = lines(note.text)
    made = f"; written {moment(note.created)}" if note.created != note.modified else ""
    return [*before, f"{last} ({', '.join(facts(note))}{made})"]


def ranged(numbers: Sequence[int], content: str) -> str:
    """Content with comments on it."""
    return "".join(map(opened, numbers)) + content + "".join(map(closed, numbers))


def opened(number: int) -> str:
    """Where the words begin that a comment is on."""
    return element("w:commentRangeStart", w_id=str(number))


def closed(number: int) -> str:
    """Where they end."""
    ends = element("w:commentRangeEnd", w_id=str(number))
    return ends + element("w:r", element("w:commentReference", w_id=str(number)))
