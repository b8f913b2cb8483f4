"""Rows that somebody has looked through, fastened to the paragraphs they hold so that the mark outlives the table."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from wirediff.model import Anchor, Collation, Document, Note, Side
from wirediff.notes.anchors import find, quoted


class Mark(Struct, frozen=True):
    """A row of a story that was looked through: an anchor for each paragraph in it, whole, version by version."""

    story: str
    ends: tuple[Anchor, ...]


class Review(Struct, frozen=True):
    """A mark as it was recorded; `created` is ISO 8601 in UTC."""

    id: str
    mark: Mark
    created: str
    author: str = ""


def mark(story: str, collation: Collation, row: int) -> Mark:
    """The mark for a row of a collation, by its index. Raises IndexError for a row that is not there."""
    ends = [
        _whole(collation.versions[version], paragraph)
        for version, cell in enumerate(collation.rows[row].cells)
        for paragraph in cell
    ]
    return Mark(story, tuple(ends))


def _whole(document: Document, paragraph: int) -> Anchor:
    text = document.text_of(paragraph)
    return quoted(document, Side(0, paragraph, 0, len(text), text))


def reviewed(reviews: Iterable[Review], collation: Collation) -> dict[int, Review]:
    """The rows that were looked through, by index, each with the latest mark that covers it.

    A row counts only as it was seen: with a paragraph that has changed, or that a new version brought in, it has to be
    looked through again. Linear in the paragraphs that are marked.
    """
    shelf = _Shelf(collation.versions)
    row_of = {
        (version, paragraph): index
        for index, row in enumerate(collation.rows)
        for version, cell in enumerate(row.cells)
        for paragraph in cell
    }
    found: dict[int, Review] = {}
    for review in reviews:
        seen = {place for end in review.mark.ends if (place := shelf.place(end))}
        for index in {row_of[place] for place in seen if place in row_of}:
            cells = enumerate(collation.rows[index].cells)
            if seen >= {(version, paragraph) for version, cell in cells for paragraph in cell}:
                found[index] = review
    return found


def covered(note: Note, reviews: Iterable[Review]) -> bool:
    """Whether a note lies in paragraphs that were looked through, as far as it lies in any."""
    seen = {(end.document, end.paragraph) for review in reviews for end in review.mark.ends}
    places = {(end.document, end.paragraph) for end in (note.left, note.right) if end}
    return bool(places) and places <= seen


class _Shelf:
    """Versions, to look whole paragraphs up in."""

    def __init__(self, versions: Sequence[Document]) -> None:
        self._versions = versions
        self._of_id = {document.id: column for column, document in reversed([*enumerate(versions)])}
        self._of_path = {document.path: column for column, document in reversed([*enumerate(versions)])}

    def place(self, end: Anchor) -> tuple[int, int] | None:
        column = self._of_id.get(end.document, self._of_path.get(end.path))
        if column is None:
            return None
        document = self._versions[column]
        there = find(end, document)
        whole = there is not None and len(document.text_of(there.paragraph)) == len(there.exact)
        return (column, there.paragraph) if there and whole else None
