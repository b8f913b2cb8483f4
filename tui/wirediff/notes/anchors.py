"""Where a note is fastened: spans told apart by their words and what stands around them, as in W3C Web Annotation."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from wirediff.model import HEADLINE, Anchor, Comparison, Difference, Document, Note, Side, Story

_AROUND = 32
"""Characters of context on each side: what browsers' text fragments and annotation services keep."""


class _Spot(NamedTuple):
    version: int
    paragraph: int
    start: int
    end: int


def anchor(document: Document, side: Side) -> Anchor:
    """Fasten to the span of a side; `document` is the version that the side lies in. Raises IndexError off its text."""
    text = document.text_of(side.paragraph)
    if not 0 <= side.start <= side.end <= len(text):
        raise IndexError(f"{side.start}-{side.end} in a text of {len(text)} characters")
    prefix, suffix = _context(text, side.start, side.end)
    return Anchor(
        path=document.path,
        document=document.id,
        paragraph=side.paragraph,
        start=side.start,
        end=side.end,
        exact=text[side.start : side.end],
        prefix=prefix,
        suffix=suffix,
    )


def find(fastened: Anchor, document: Document) -> Anchor | None:
    """The same span in `document`: at its old place, else at the one place with the same words in the same context.

    None where it is gone, or where several places look alike: a note is never moved to a look-alike. Linear in the
    length of the document.
    """
    if fastened.paragraph in range(len(document.paragraphs) + 1):
        text = document.text_of(fastened.paragraph)
        if _fits(fastened, text, fastened.start):
            return replace(fastened, path=document.path, document=document.id)
    places = list(_places(fastened, document))
    if len(places) != 1:
        return None
    paragraph, start = places[0]
    end = start + len(fastened.exact)
    return replace(fastened, path=document.path, document=document.id, paragraph=paragraph, start=start, end=end)


def _places(fastened: Anchor, document: Document) -> Iterator[tuple[int, int]]:
    for paragraph in range(HEADLINE, len(document.paragraphs) + 1):
        text = document.text_of(paragraph)
        whole = fastened.prefix + fastened.exact + fastened.suffix
        at = text.find(whole)
        while at >= 0:
            if _fits(fastened, text, at + len(fastened.prefix)):
                yield paragraph, at + len(fastened.prefix)
            at = text.find(whole, at + 1)


def _fits(fastened: Anchor, text: str, start: int) -> bool:
    end = start + len(fastened.exact)
    return text[start:end] == fastened.exact and _context(text, start, end) == (fastened.prefix, fastened.suffix)


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - _AROUND) : start], text[end : end + _AROUND]


def notes_for(story: Story, notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes that lie in a story, in the order given.

    A note belongs to the story it names, and to the story that holds a version it is fastened in: a story may have
    got another id since, because a version was added.
    """
    ids = {document.id for document in story.documents}
    paths = {os.path.realpath(document.path) for document in story.documents}
    return tuple(note for note in notes if note.story == story.id or _lies_in(note, ids, paths))


def _lies_in(note: Note, ids: set[str], paths: set[str]) -> bool:
    ends = [end for end in (note.left, note.right) if end]
    return any(end.document in ids or os.path.realpath(end.path) in paths for end in ends)


def by_difference(notes: Sequence[Note], comparison: Comparison) -> dict[int, tuple[Note, ...]]:
    """Which notes belong to which difference, by its index in the comparison.

    A note with two ends belongs to the difference between just these spans, whichever is the base; a note with one
    end to those that have this span on a side, and of several to those of its kind where it names one.
    """
    spots: dict[_Spot, set[int]] = {}
    for index, difference in enumerate(comparison.differences):
        for spot in _spots(difference):
            spots.setdefault(spot, set()).add(index)
    found: dict[int, tuple[Note, ...]] = {}
    for note in notes:
        for index in _indexes(note, comparison, spots):
            found[index] = (*found.get(index, ()), note)
    return found


def difference_of(note: Note, comparison: Comparison) -> Difference | None:
    """The difference that a note is about; None where it is about none, or about several that cannot be told apart."""
    indexes = list(by_difference((note,), comparison))
    return comparison.differences[indexes[0]] if len(indexes) == 1 else None


def _spots(difference: Difference) -> set[_Spot]:
    sides = (difference.left, difference.right)
    return {_Spot(side.version, side.paragraph, side.start, side.end) for side in sides if side}


def _indexes(note: Note, comparison: Comparison, spots: dict[_Spot, set[int]]) -> list[int]:
    ends = [end for end in (note.left, note.right) if end]
    places = [_spot(end, comparison.collation.versions) for end in ends]
    if not places or None in places:
        return []
    common = set.intersection(*(spots.get(place, set()) for place in places if place))
    # A note on an omission or addition must not turn up at a substitution that happens to have the same words.
    same_ends = [index for index in common if len(_spots(comparison.differences[index])) == len(places)]
    chosen = same_ends or sorted(common)
    of_kind = [index for index in chosen if comparison.differences[index].kind == note.kind]
    return sorted(of_kind or chosen)


def _spot(end: Anchor, versions: Sequence[Document]) -> _Spot | None:
    by_id = [index for index, document in enumerate(versions) if document.id == end.document]
    by_path = [index for index, document in enumerate(versions) if document.path == end.path]
    for index in by_id or by_path:
        if found := find(end, versions[index]):
            return _Spot(index, found.paragraph, found.start, found.end)
    return None
