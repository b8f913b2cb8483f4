"""What `y` copies: the selection, else the difference at the cursor and, struck again, the whole paragraph."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from wirediff.app.layout.selection import Part
from wirediff.app.legible import legible
from wirediff.app.naming import count
from wirediff.model import Collation, Difference, Document
from wirediff.printable import inert

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp

_SHOWN = 40
"""Characters of the copied text that the message shows."""


class Copied(NamedTuple):
    """Text for the clipboard, and what it is."""

    what: str
    text: str


def selection(parts: Sequence[Part], documents: Sequence[Document]) -> Copied:
    """The selected words as the files have them, a blank line between paragraphs."""
    return Copied("selection", "\n\n".join(inert(_raw(part, documents)[part.start : part.end]) for part in parts))


def _raw(part: Part, documents: Sequence[Document]) -> str:
    passage = part.passage
    if passage.version is None or passage.paragraph is None:
        return passage.text
    return documents[passage.version].text_of(passage.paragraph)


def difference(found: Difference) -> Copied:
    """Both sides of a difference, or the one it has."""
    return Copied("difference", " → ".join(inert(side.text) for side in (found.left, found.right) if side))


def paragraph(collation: Collation, row: int | None, version: int) -> Copied:
    """What a version has in a row (None: the headlines), or where it has nothing the first that has something."""
    if row is None:
        return Copied("headline", inert(collation.versions[version].headline))
    cells = collation.rows[row].cells
    chosen = version if cells[version] else next(place for place, cell in enumerate(cells) if cell)
    texts = [inert(collation.versions[chosen].text_of(number)) for number in cells[chosen]]
    return Copied("paragraph" if len(texts) == 1 else f"{len(texts)} paragraphs", "\n\n".join(texts))


def copy(reader: "WirediffApp", copied: Copied) -> None:
    """Hand text to the terminal's clipboard (OSC 52), and say what was copied."""
    if not copied.text:
        reader.notify("There is nothing to copy here.", timeout=3)
        return
    reader.copy_to_clipboard(copied.text)
    line = copied.text.replace("\n", " ")
    shown = legible(line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…")
    said = f"Copied {copied.what}, {count(len(copied.text), 'character')}: {shown}"
    reader.notify(said, timeout=4, markup=False)
