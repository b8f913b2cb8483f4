"""Differences and notes as W3C Web Annotations in JSON-LD, for annotation servers and the programs that read these."""

from collections.abc import Iterator, Mapping
from itertools import accumulate

from wirediff.export.jsontext import written
from wirediff.export.report import Report, StoryReport
from wirediff.model import HEADLINE, Anchor, Difference, Document
from wirediff.notes import anchor
from wirediff.notes.webannotation import JsonObject, iri, note_annotation, page, target, textual

SUFFIX = ".jsonld"
MEANS = "W3C Web Annotations, for annotation tools"

_Starts = Mapping[str, list[int]]
"""Where each paragraph begins in the text of a document, by the document's id; the headline is the first."""


def render(report: Report) -> bytes:
    """A collection of one page: story by story the differences, then the notes."""
    name = " ".join(document.id for part in report.stories for document in part.documents)
    headlines = [part.story.headline for part in report.stories]
    label = f"Versions compared: {headlines[0]}" if len(headlines) == 1 else "Versions compared"
    found = (annotation for part in report.stories for annotation in _story(part))
    return written(page(name, label, found))


def _story(part: StoryReport) -> Iterator[JsonObject]:
    starts = {document.id: _starts(document) for document in part.documents}

    def offset(end: Anchor) -> int | None:
        begins = starts.get(end.document, [])
        return begins[end.paragraph] if end.paragraph < len(begins) else None

    for difference, _ in part.annotated:
        yield _difference(difference, part, starts)
    for note in part.notes:
        yield note_annotation(note, offset)


def _starts(document: Document) -> list[int]:
    """Offsets in the headline and the paragraphs one after the other, each with a line break behind it."""
    texts = [document.text_of(number) for number in range(HEADLINE, len(document.paragraphs) + 1)]
    return list(accumulate((len(text) + 1 for text in texts), initial=0))[:-1]


def _difference(difference: Difference, part: StoryReport, starts: _Starts) -> JsonObject:
    sides = [side for side in (difference.left, difference.right) if side]
    ends = [(side, anchor(part.documents[side.version], side)) for side in sides]
    places = [f"{side.version}:{end.document}:{side.paragraph}:{side.start}-{side.end}" for side, end in ends]
    kinds = (difference.kind, *difference.also)
    return {
        "id": iri("difference", " ".join([*places, str(difference.row), str(difference.against), difference.kind])),
        "type": "Annotation",
        "motivation": "classifying",
        "generator": {"type": "Software", "name": "wirediff"},
        "body": [textual(difference.why, "describing"), *(textual(kind, "classifying") for kind in kinds)],
        "target": [target(end, starts[end.document][side.paragraph]) for side, end in ends],
        "wirediff:kind": difference.kind.value,
        "wirediff:severity": difference.severity.value,
        "wirediff:base": part.documents[0].path,
        "wirediff:against": part.documents[difference.against].path,
    }
