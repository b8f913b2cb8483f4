"""What a person decided about an alignment, fastened to the paragraphs themselves so that it can be replayed.

Columns and their order change from call to call, and files get longer; so a correction names neither. It cites the
paragraphs of two documents, by their text.
"""

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct

from wirediff.model import Document, Surroundings
from wirediff.notes.flow import beyond, digest, flow_of
from wirediff.notes.refind import refind_paragraph

if TYPE_CHECKING:
    from wirediff.align import Cell, Constraint

_BEGINS = 32
"""Characters of a paragraph that are kept for people to know it by."""


class CitedParagraph(Struct, frozen=True):
    """A paragraph as it was when it was cited: its number, the SHA-256 of its text in hex, and how it begins.

    `text` is all of it, `before` and `after` are the running text on both sides as `model.Surroundings` has it; they
    are missing in corrections of earlier versions, which then hold for the very same text only.
    """

    n: int
    digest: str
    begins: str
    text: str = ""
    before: str = ""
    after: str = ""

    @property
    def opening(self) -> str:
        """How it begins, with an ellipsis where it may go on."""
        return f"{self.begins}…" if len(self.begins) == _BEGINS else self.begins


class Citation(Struct, frozen=True):
    """Paragraphs of one document, which is known by its content id and, where that has changed, by its path."""

    path: str
    document: str
    paragraphs: tuple[CitedParagraph, ...]

    @property
    def named(self) -> str:
        """The citation as people read it: "one.txt 1+2"."""
        return f"{self.path} {'+'.join(str(paragraph.n) for paragraph in self.paragraphs)}"


class Decision(Struct, frozen=True):
    """A constraint in terms that do not change with the versions at hand; `kind` as in `align.Constraint`."""

    kind: Literal["link", "unlink"]
    left: Citation
    right: Citation

    @property
    def named(self) -> str:
        """The decision as people read it: "link one.txt 1+2 = two.txt 8"."""
        return f"{self.kind} {self.left.named} = {self.right.named}"


class Correction(Struct, frozen=True):
    """A decision as it was recorded; `created` is ISO 8601 in UTC."""

    id: str
    decision: Decision
    created: str
    author: str = ""


class Replay(NamedTuple):
    """The constraints that corrections come to for some versions, and the corrections that no longer fit these."""

    constraints: "tuple[Constraint, ...]"
    misfits: tuple[Correction, ...]


def decision(constraint: "Constraint", versions: Sequence[Document]) -> Decision:
    """A constraint on `versions`, fastened to what it cites. Raises IndexError for a version or paragraph not there."""
    return Decision(constraint.kind, _cited(constraint.left, versions), _cited(constraint.right, versions))


def _cited(cell: "Cell", versions: Sequence[Document]) -> Citation:
    document = versions[cell.version]
    return Citation(document.path, document.id, tuple(_paragraph(document, number) for number in cell.paragraphs))


def _paragraph(document: Document, number: int) -> CitedParagraph:
    text, flow = document.text_of(number), flow_of(document)
    before, after = flow.before(number, 0, beyond("")), flow.after(number, len(text), beyond(""))
    return CitedParagraph(number, digest(text), text[:_BEGINS], text, before, after)


def contrary(one: Decision, other: Decision) -> bool:
    """Whether two decisions are on the same documents and contradict each other."""
    from wirediff.align import Cell, Constraint, contradict

    columns: dict[tuple[str, str], int] = {}
    made = []
    for each in (one, other):
        left, right = (
            Cell(columns.setdefault((end.path, end.document), len(columns)), tuple(part.n for part in end.paragraphs))
            for end in (each.left, each.right)
        )
        made.append(Constraint(each.kind, left, right))
    return contradict(*made)


def overruled(corrections: Sequence[Correction]) -> dict[str, str]:
    """Of corrections in the order they were made, the ids of those that a later one contradicts, with the last such."""
    return {
        each.id: later.id
        for place, each in enumerate(corrections)
        for later in corrections[place + 1 :]
        if contrary(each.decision, later.decision)
    }


def replay(corrections: Iterable[Correction], versions: Sequence[Document]) -> Replay:
    """What corrections come to in the present columns and paragraph numbers, in the order given.

    A correction on a document that is not among the versions says nothing about them and is in neither part. In a
    document whose content is the same, a cited paragraph is found at its number; in one that has changed since, and
    has its path still, at the one place with just its text, else at the one place that is surely the same paragraph
    edited. Where that is nowhere, or in several places, the correction does not fit. Linear in the length of the
    documents that are cited.
    """
    from wirediff.align import Cell, Constraint

    constraints: list[Constraint] = []
    misfits: list[Correction] = []
    shelf = _Shelf(versions)
    for correction in corrections:
        sides = (correction.decision.left, correction.decision.right)
        left, right = (shelf.columns(side) for side in sides)
        if not left or not right or (left == right and len(left) == 1):
            continue
        cells = [
            [Cell(column, found) for column in columns if (found := shelf.numbers(side, column))]
            for side, columns in zip(sides, (left, right), strict=True)
        ]
        if len(cells[0]) == len(cells[1]) == 1 and cells[0][0].version != cells[1][0].version:
            constraints.append(Constraint(correction.decision.kind, cells[0][0], cells[1][0]))
        else:
            misfits.append(correction)
    return Replay(tuple(constraints), tuple(misfits))


class _Shelf:
    """Versions, to look citations up in."""

    def __init__(self, versions: Sequence[Document]) -> None:
        self._versions = versions
        self._paths = [os.path.realpath(version.path) for version in versions]
        self._places: dict[int, dict[str, list[int]]] = {}

    def columns(self, citation: Citation) -> list[int]:
        """The versions that the cited document may be: those of its content and path, of its content, of its path."""
        path = os.path.realpath(citation.path)
        same = [column for column, version in enumerate(self._versions) if version.id == citation.document]
        there = [column for column, known in enumerate(self._paths) if known == path]
        return [column for column in same if column in there] or same or there

    def numbers(self, citation: Citation, column: int) -> tuple[int, ...]:
        """The numbers that the cited paragraphs have in a version; none where one of them is not surely there."""
        found = []
        for cited in citation.paragraphs:
            places = self._numbers_of(column).get(cited.digest, [])
            if self._versions[column].id == citation.document and cited.n in places:
                found.append(cited.n)
            elif len(places) == 1:
                found += places
            elif not places and (place := self._edited(cited, column)):
                found.append(place)
            else:
                return ()
        return tuple(sorted(found))

    def _edited(self, cited: CitedParagraph, column: int) -> int | None:
        if not cited.text:
            return None
        around = Surroundings(before=cited.before, after=cited.after)
        return refind_paragraph(cited.text, around, self._versions[column])

    def _numbers_of(self, column: int) -> dict[str, list[int]]:
        """Paragraph numbers by the digest of their text."""
        if column not in self._places:
            places = self._places[column] = {}
            for number, paragraph in enumerate(self._versions[column].paragraphs, 1):
                places.setdefault(digest(paragraph.text), []).append(number)
        return self._places[column]
