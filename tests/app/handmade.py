"""Stories and comparisons made by hand, so that the reader's tests do not hang on how well stories are aligned."""

from collections.abc import Callable, Sequence

from wirediff.app.app import WirediffApp
from wirediff.kinds import KINDS, Kind
from wirediff.model import (
    Collation,
    Comparison,
    Difference,
    Document,
    LeftOut,
    Paragraph,
    Relation,
    Row,
    RowRelation,
    Side,
    Story,
    StoryVersion,
)

OpenReader = Callable[..., WirediffApp]
"""Opens the reader on stories made by hand; takes the folders `config` and `state`."""


def document(name: str, *paragraphs: str, headline: str = "", **fields: object) -> Document:
    """A version with a paragraph on every other line, from line 3."""
    body = tuple(Paragraph(n, text, 2 * n + 1) for n, text in enumerate(paragraphs, 1))
    return Document(path=f"{name}.txt", id=f"id-{name}", reader="text", headline=headline, paragraphs=body, **fields)  # type: ignore[arg-type]


def side(version: int, documents: Sequence[Document], paragraph: int, words: str) -> Side:
    """The span of some words in a paragraph."""
    start = documents[version].text_of(paragraph).index(words)
    return Side(version, paragraph, start, start + len(words), words)


def difference(row: int | None, kind: Kind, left: Side | None, right: Side | None, against: int = 1) -> Difference:
    """A difference of the kind's own severity."""
    return Difference(row, kind, KINDS[kind].severity, f"they differ in {kind}", left, right, against=against)


def two_versions() -> tuple[Document, Document]:
    """Two printings of five paragraphs, of which one is moved and one stands on one side only."""
    one = document(
        "one",
        "Forces retook the crossing on Friday.",
        "Prime Minister Haider al-Abadi released a statement.",
        "IS is battling for survival.",
        "The desert is wide.",
        headline="Forces retake crossing",
        source="Agency One",
        published="2017-11-03",
        left_out=(LeftOut("Connect with us", 1, "navigation"),),
    )
    two = document(
        "two",
        "Forces retook the crossing on Friday.",
        "The desert is wide.",
        "Prime Minister Haider al-Abbadi released a statement.",
        "ISIS is battling for survival.",
        "They have stormed two areas.",
        headline="Forces seize crossing",
        source="Agency Two",
        published="2017-11-04",
    )
    return one, two


def two_compared() -> Comparison:
    """The comparison of the two: a headline in other words, a name, an acronym, a moved paragraph, an addition."""
    documents = two_versions()
    rows = (
        Row(((1,), (1,)), RowRelation.SAME, score=1.0, rests_on="the same words"),
        Row(((2,), (3,)), RowRelation.EDITED, score=0.9, rests_on="nine words of ten"),
        Row(((3,), (4,)), RowRelation.EDITED, score=0.8, rests_on="eight words of ten"),
        Row(((4,), (2,)), RowRelation.SAME, moved=True, score=1.0, rests_on="the same words"),
        Row(((), (5,)), RowRelation.ONLY),
    )
    whole = documents[1].text_of(5)
    differences = (
        difference(None, Kind.WORDING, side(0, documents, 0, "retake"), side(1, documents, 0, "seize")),
        difference(1, Kind.TRANSLITERATION, side(0, documents, 2, "al-Abadi"), side(1, documents, 3, "al-Abbadi")),
        difference(2, Kind.LABEL, side(0, documents, 3, "IS"), side(1, documents, 4, "ISIS")),
        difference(4, Kind.CONTENT, None, Side(1, 5, 0, len(whole), whole)),
    )
    return Comparison(Collation(documents, Relation.SAME_REPORT, rows), differences)


def story_of(*documents: Document, id: str = "story") -> Story:
    """A story of these versions."""
    versions = tuple(StoryVersion(item, 1.0 if not n else 0.8) for n, item in enumerate(documents))
    return Story(id, documents[0].headline, versions)
