"""The nouns, all frozen: what one room hands to the next.

Offsets are code points into a paragraph's `text`, end exclusive. Paragraphs count from 1; number 0 is the headline.
Versions count from 0, and version 0 of a collation is its base.
"""

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from wirediff.kinds import Kind, Severity

HEADLINE = 0
"""The paragraph number under which a headline is cited."""

Reason = Literal["navigation", "related", "repeat", "credit", "prompt", "label", "separator", "empty", "notice"]
"""Why a line of the source is no part of the report."""


class Paragraph(Struct, frozen=True):
    """A body paragraph: its number, its text as the source has it, and the 1-based source line where it begins."""

    n: int
    text: str
    line: int | None = None


class LeftOut(Struct, frozen=True):
    """Text of the source that is neither a field nor a paragraph, and why."""

    text: str
    line: int | None
    reason: Reason


class Document(Struct, frozen=True, kw_only=True):
    """One printed version of a report, as read from one file.

    `id` is the first 16 hex digits of the SHA-256 of the file's bytes: same content, same id. `published` is an ISO
    date. `version` is a take or update mark ("UPDATE 2"). `headline` is empty where the source has none. `encoding` is
    the character set that was guessed for bytes that are no UTF-8 and name none; None where nothing was guessed.
    """

    path: str
    id: str
    reader: str
    headline: str = ""
    byline: str | None = None
    source: str | None = None
    agency: str | None = None
    dateline: str | None = None
    published: str | None = None
    language: str | None = None
    standfirst: str | None = None
    captions: tuple[str, ...] = ()
    version: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    encoding: str | None = None

    def text_of(self, paragraph: int) -> str:
        """The text under a paragraph number; 0 gives the headline. Raises IndexError for a number that is not there."""
        if paragraph == HEADLINE:
            return self.headline
        if paragraph < 0:
            raise IndexError(paragraph)
        return self.paragraphs[paragraph - 1].text


class Failure(Struct, frozen=True):
    """An input that could not be read, and why, in one line."""

    path: str
    error: str


class Reading(Struct, frozen=True):
    """What came of reading some paths: the documents, and the inputs that failed."""

    documents: tuple[Document, ...]
    errors: tuple[Failure, ...] = ()


class StoryVersion(Struct, frozen=True):
    """A version inside a story; `shared` is the part (0 to 1) of its words in text it shares with the base."""

    document: Document
    shared: float


class Story(Struct, frozen=True):
    """One event's coverage: its versions, the base first, then the closest to the base."""

    id: str
    headline: str
    versions: tuple[StoryVersion, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The versions without their figures."""
        return tuple(version.document for version in self.versions)


class RowRelation(StrEnum):
    """How the cells of a row answer each other, seen from the base."""

    SAME = "same"
    EDITED = "edited"
    PARTIAL = "partial"
    SPLIT = "split"
    MERGE = "merge"
    ONLY = "only"


class Relation(StrEnum):
    """How the versions of a collation are related as wholes."""

    SAME_REPORT = "same-report"
    REWRITE = "rewrite"
    RELATED = "related"
    DIFFERENT_EVENT = "different-event"


class RunnerUp(Struct, frozen=True):
    """The best link that a row's paragraph could have had instead: two paragraphs, and how well they answer."""

    version: int
    paragraph: int
    other_version: int
    other_paragraph: int
    score: float


class Row(Struct, frozen=True):
    """Paragraphs that answer each other: one tuple of paragraph numbers a version, empty where it has nothing.

    `score` is the link's strength (0 to 1; 0 for `only`), `rests_on` says in one sentence what the link rests on, and
    `by_hand` that a person made it, whatever its score.
    """

    cells: tuple[tuple[int, ...], ...]
    relation: RowRelation
    moved: bool = False
    score: float = 0.0
    rests_on: str = ""
    runner_up: RunnerUp | None = None
    by_hand: bool = False


class Collation(Struct, frozen=True):
    """Versions laid against each other: every body paragraph of every version stands in at least one row."""

    versions: tuple[Document, ...]
    relation: Relation
    rows: tuple[Row, ...]


class Side(Struct, frozen=True):
    """A span of one version's paragraph, with its text."""

    version: int
    paragraph: int
    start: int
    end: int
    text: str


class Difference(Struct, frozen=True):
    """One difference between the base and another version.

    `row` indexes the collation's rows, None for headlines. `left` is in the base, None for an addition; `right` is in
    another version, None for an omission (then `against` still says which version lacks it).
    """

    row: int | None
    kind: Kind
    severity: Severity
    why: str
    left: Side | None
    right: Side | None
    also: tuple[Kind, ...] = ()
    against: int = 1


class Comparison(Struct, frozen=True):
    """A collation with its differences, in reading order: by row, then place."""

    collation: Collation
    differences: tuple[Difference, ...]


class Surroundings(Struct, frozen=True, kw_only=True):
    """What stood around a span when a note was fastened to it, so that it can be told from what merely looks like it.

    `lead` and `trail` are the rest of its sentence or sentences. `before` and `after` are how the text of the version
    leads up to these and goes on from them, across paragraphs and with single blanks: some way beyond the paragraph, a
    line feed standing for the end of the text. `digest` is that of the paragraph. `alike` is how many other places of
    the version looked like the sentence, `twins` how many of them had the same words, and `peers` holds the texts of
    the others, the most alike first; of very many not all. `shared` is how much of what is looked at around a place (0
    to 4) was the same around one of the twins.
    """

    lead: str = ""
    trail: str = ""
    before: str = ""
    after: str = ""
    digest: str = ""
    alike: int = 0
    twins: int = 0
    peers: tuple[str, ...] = ()
    shared: int = 0


class Answering(Struct, frozen=True):
    """The paragraph of another version that answers the one a note is fastened in, by its number and digest."""

    path: str
    document: str
    paragraph: int
    digest: str


class Anchor(Struct, frozen=True, kw_only=True):
    """Where a note is fastened in one version, in the terms of the W3C Web Annotation model.

    `exact` is the text of the span, `prefix` and `suffix` up to 32 characters around it, `document` the content id.
    `around` and `answer` are missing in notes of earlier versions, and where nothing answers the paragraph.
    """

    path: str
    document: str
    paragraph: int
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    around: Surroundings | None = None
    answer: Answering | None = None


class Note(Struct, frozen=True, kw_only=True):
    """What a person recorded about a difference, a row, a span or a story.

    `left` and `right` anchor it in the versions; either may be absent, both are for a note on a whole story.
    Times are ISO 8601 in UTC.
    """

    id: str
    text: str
    story: str
    created: str
    modified: str
    author: str = ""
    verdict: str | None = None
    tags: tuple[str, ...] = ()
    severity: Severity | None = None
    status: str = "open"
    kind: Kind | None = None
    left: Anchor | None = None
    right: Anchor | None = None
