"""What notes are about: the difference at the cursor, or the whole row where there is none."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wirediff.model import HEADLINE, Anchor, Collation, Comparison, Difference, Note, Side, Story
from wirediff.notes import Draft, Found, anchor, answer_of, by_difference, standing


def draft_on_difference(story: Story, collation: Collation, found: Difference, text: str, verdict: str | None) -> Draft:
    """A note fastened to both sides of a difference, or to the one it has."""
    return Draft(
        text=text,
        verdict=verdict,
        story=story.id,
        kind=found.kind,
        severity=found.severity,
        left=_fastened(collation, found.left, alone=found.right is None),
        right=_fastened(collation, found.right, alone=found.left is None),
    )


def draft_on_row(
    story: Story, collation: Collation, place: tuple[int | None, int], text: str, verdict: str | None
) -> Draft:
    """A note fastened to the first paragraph of the base in a row, and to that of the version it is set against.

    `place` is the row (None: the headlines) and that version.
    """
    row, against = place
    cells = collation.rows[row].cells if row is not None else ((HEADLINE,),) * len(collation.versions)
    ends = [_whole(collation, version, cells[version]) for version in (0, against)]
    return Draft(text=text, verdict=verdict, story=story.id, left=ends[0], right=ends[1])


def _whole(collation: Collation, version: int, cell: tuple[int, ...]) -> Anchor | None:
    if not cell:
        return None
    text = collation.versions[version].text_of(cell[0])
    return _fastened(collation, Side(version, cell[0], 0, len(text), text))


def _fastened(collation: Collation, side: Side | None, *, alone: bool = False) -> Anchor | None:
    """An end of a note; one that is `alone` keeps which paragraph answers its own."""
    if side is None:
        return None
    return anchor(collation.versions[side.version], side, answer_of(collation, side) if alone else None)


class Fastened(NamedTuple):
    """Notes by the difference they are about, by its index, and by the row they stand in those on no single one."""

    differences: Mapping[int, tuple[Note, ...]]
    rows: Mapping[int | None, tuple[Note, ...]]

    def at(self, row: int | None, difference: int | None) -> tuple[Note, ...]:
        """The notes at the cursor: those on the difference, or without one those on the row."""
        return self.rows.get(row, ()) if difference is None else self.differences.get(difference, ())


NOTHING_FASTENED = Fastened({}, {})


def fastened(notes: Sequence[Note], comparison: Comparison) -> Fastened:
    """Find the places of notes. A note whose words are gone has none, and stays in the list of notes."""
    on_differences = by_difference(notes, comparison)
    settled = {note.id for some in on_differences.values() for note in some}
    rows: dict[int | None, tuple[Note, ...]] = {}
    for note in notes:
        if note.id not in settled or _on_paragraph(note, comparison.collation):
            for row in _rows_of(note, comparison.collation):
                rows[row] = (*rows.get(row, ()), note)
    return Fastened(on_differences, rows)


def place_of(note: Note, comparison: Comparison) -> tuple[int | None, int | None]:
    """The row that a note stands in (None: the headlines, or nowhere), and the difference it is about, if any."""
    for index in by_difference((note,), comparison):
        return comparison.differences[index].row, index
    return next(iter(_rows_of(note, comparison.collation)), None), None


def _on_paragraph(note: Note, collation: Collation) -> bool:
    """Whether a note is on whole paragraphs: on the row then, and on each difference in it."""
    found = [
        (end.version, end.outcome.anchor)
        for end in standing(note, collation.versions, lambda: collation.rows)
        if isinstance(end.outcome, Found) and end.version is not None
    ]
    texts = ((collation.versions[version].text_of(place.paragraph), place) for version, place in found)
    return bool(found) and all(place.end - place.start == len(text) for text, place in texts)


def _rows_of(note: Note, collation: Collation) -> Sequence[int | None]:
    for end in standing(note, collation.versions, lambda: collation.rows):
        if isinstance(end.outcome, Found) and end.version is not None:
            return _rows_with(collation, end.version, end.outcome.anchor.paragraph)
    return []


def _rows_with(collation: Collation, version: int, paragraph: int) -> Sequence[int | None]:
    if paragraph == HEADLINE:
        return [None]
    return [index for index, row in enumerate(collation.rows) if paragraph in row.cells[version]][:1]
