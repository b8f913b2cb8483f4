"""The comments of the document: why versions differ, and what people noted."""

from wirediff.export.segments import xml_text
from wirediff.export.xmltext import element, text
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
        return self._add(said, "wirediff", KINDS[difference.kind].letter)

    def note(self, note: Note) -> int:
        """A comment with what a person wrote, under the name of that person."""
        return self._add(note_line(note), note.author or "unsigned", (note.author or "?")[:2], note.modified)

    def _add(self, said: str, author: str, initials: str, date: str = "") -> int:
        number = len(self._made)
        author = xml_text(author)[:LONGEST_NAME]
        paragraph = element("w:p", element("w:r", run_text(said)))
        self._made.append(
            element("w:comment", paragraph, w_id=str(number), w_author=author, w_date=date, w_initials=initials)
        )
        return number

    def written(self) -> str:
        """All comments, as a part of the package."""
        return element("w:comments", "".join(self._made), **{"xmlns:w": SPACE})


def note_line(note: Note) -> str:
    """What a person wrote and concluded, in one line."""
    said = [word for word in (note.verdict, *(f"#{tag}" for tag in note.tags), note.status) if word]
    return f"{note.text} ({', '.join(said)})"


def run_text(content: str, name: str = "w:t") -> str:
    """The text of a run, with its blanks."""
    return f'<{name} xml:space="preserve">{text(content)}</{name}>'
