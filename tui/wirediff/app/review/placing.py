"""Where notes stand in the versions that are open: found, to be checked, or without any place."""

import os
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Literal, NamedTuple

from wirediff.model import Anchor, Document, Note, Row, Side, Story
from wirediff.notes import find, locate

LIKENESS = 60.0
"""From this likeness on (of 100, by edit distance) words are offered as those that a note may have been about."""

MOST = 2
"""Candidates that are offered; who has to choose among more looks into the text anyway."""


class Standing(Enum):
    """How sure the place of a note is."""

    FOUND = "in its place"
    CHECK = "check this: its words have changed"
    ORPHAN = "its words are gone"
    WHOLE = "on the whole story"


class Candidate(NamedTuple):
    """A place that an end of a note may have now, and what speaks for it."""

    end: Literal["left", "right"]
    document: Document
    span: Side
    why: str


class Placed(NamedTuple):
    """How sure a note's place is; where it is not, the places to choose from."""

    standing: Standing
    candidates: tuple[Candidate, ...] = ()


class StoryIndex:
    """Stories, to look up the one that a note lies in."""

    def __init__(self, stories: Sequence[Story]) -> None:
        self._of_id = {story.id: story for story in reversed(stories)}
        held = [(document, story) for story in reversed(stories) for document in story.documents]
        self._of_document = {document.id: story for document, story in held}
        self._of_path = {os.path.realpath(document.path): story for document, story in held}

    def story_of(self, note: Note) -> Story | None:
        """The story that holds a version the note is fastened in, else the one it names; None where neither is here."""
        ends = [end for end in (note.left, note.right) if end]
        for end in ends:
            if story := self._of_document.get(end.document):
                return story
        by_path = (self._of_path.get(os.path.realpath(end.path)) for end in ends)
        return next(filter(None, by_path), None) or self._of_id.get(note.story)


def placed(note: Note, versions: Sequence[Document], rows: Sequence[Row] = ()) -> Placed:
    """Where a note stands in these versions.

    Where the words of an end are not found, places are offered: the same words elsewhere, and what is most like them in
    the paragraph that answers the other end, by `rows` of a collation of these versions. They are only offered: nothing
    moves a note but a person. Linear in the length of the versions.
    """
    ends: dict[Literal["left", "right"], Anchor] = {}
    if note.left:
        ends["left"] = note.left
    if note.right:
        ends["right"] = note.right
    if not ends:
        return Placed(Standing.WHOLE)
    columns = {side: _column(end, versions) for side, end in ends.items()}
    places = {
        side: find(end, versions[column]) if (column := columns[side]) is not None else None
        for side, end in ends.items()
    }
    if all(places.values()):
        return Placed(Standing.FOUND)
    found: dict[tuple[str, int, int, int], Candidate] = {}
    for side, end in ends.items():
        column = columns[side]
        if places[side] is not None or column is None:
            continue
        answered = [(columns[other], place.paragraph) for other, place in places.items() if place]
        for span, why in _offered(end, versions, column, _answering(rows, column, answered)):
            candidate = Candidate(side, versions[column], span, why)
            found.setdefault((side, span.paragraph, span.start, span.end), candidate)
    return Placed(Standing.CHECK if found else Standing.ORPHAN, tuple(found.values())[:MOST])


def _column(end: Anchor, versions: Sequence[Document]) -> int | None:
    path = os.path.realpath(end.path)
    same = [column for column, version in enumerate(versions) if version.id == end.document]
    there = [column for column, version in enumerate(versions) if os.path.realpath(version.path) == path]
    return next((column for column in same if column in there), next(iter(same or there), None))


def _answering(rows: Sequence[Row], column: int, answered: Sequence[tuple[int | None, int]]) -> list[int]:
    return [
        number
        for row in rows
        for other, paragraph in answered
        if other is not None and paragraph in row.cells[other]
        for number in row.cells[column]
    ]


def _offered(
    end: Anchor, versions: Sequence[Document], column: int, answering: Sequence[int]
) -> Iterator[tuple[Side, str]]:
    version = versions[column]
    if end.exact.strip():
        for span in locate(version, end.exact, version=column):
            yield span, "the same words, in other surroundings"
    for number in answering:
        if like := _most_like(end.exact, version, column, [number]):
            yield like, "the words most like them in the paragraph that answers the other side"
    if like := _most_like(end.exact, version, column, range(len(version.paragraphs) + 1)):
        yield like, "the words most like them in this version"


def _most_like(words: str, version: Document, column: int, numbers: Sequence[int]) -> Side | None:
    """The span of these paragraphs that is most like some words, grown to whole words; None where nothing is."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    best: tuple[float, Side] | None = None
    for number in numbers:
        text = version.text_of(number)
        match = partial_ratio_alignment(words, text, score_cutoff=LIKENESS) if words.strip() and text else None
        # Where the text is the shorter of the two, its words would only be a part of those that were noted.
        if match is None or len(text) < len(words) or (best is not None and match.score <= best[0]):
            continue
        start, end = _whole_words(text, match.dest_start, match.dest_end)
        best = match.score, Side(column, number, start, end, text[start:end])
    return best[1] if best else None


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without blanks at its ends, and without half a word."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while start > 0 and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end
