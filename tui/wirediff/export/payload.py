"""The shapes of the JSON contract, built from the model: keys in their order, new ones only after those promised."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from msgspec import to_builtins

from wirediff.export.report import Report, StoryReport
from wirediff.kinds import Kind
from wirediff.model import (
    Comparison,
    Difference,
    Document,
    Failure,
    Note,
    Reading,
    Row,
    Side,
    Story,
)
from wirediff.notes import Check, Correction, End, Entry, Found, Orphan, Review, Verification
from wirediff.text import word_count

Payload = dict[str, Any]


def read_payload(reading: Reading) -> Payload:
    """`read --json`: what was read out of each file."""
    return {"documents": [_document(document) for document in reading.documents], "errors": errors(reading.errors)}


def stories_payload(stories: Sequence[tuple[Story, Sequence[Difference]]], failures: Sequence[Failure] = ()) -> Payload:
    """`stories --json`: stories with their versions, and how many differences of each kind they have."""
    return {"stories": [_story(*story) for story in stories], "errors": errors(failures)}


def compare_payload(comparison: Comparison) -> Payload:
    """`compare --json`: versions, rows and differences."""
    collation = comparison.collation
    return {
        "versions": [_version(document) for document in collation.versions],
        "relation": collation.relation.value,
        "rows": [_row(row) for row in collation.rows],
        "differences": [difference_payload(difference) for difference in comparison.differences],
    }


def report_payload(report: Report) -> Payload:
    """The JSON export: each story with its comparison and notes, and the documents that these cite."""
    return {
        "stories": [_story_report(part) for part in report.stories],
        "documents": [_document(document) for part in report.stories for document in part.story.documents],
        "errors": errors(report.errors),
    }


def note_payload(note: Note) -> Payload:
    """A note, as in `notes list --json`."""
    payload: Payload = to_builtins(note)
    return payload


def verification_payload(found: Verification) -> Payload:
    """`notes verify --json`: each note with what came of looking for it, and the corrections that no longer fit."""
    return {
        "counts": {each.value: count for each, count in found.counts.items()},
        "notes": [
            {"id": each.note.id, "standing": each.sureness.value, "ends": [end_payload(end) for end in each.ends]}
            for each in found.notes
        ],
        "corrections": [correction_payload(correction) for correction in found.misfits],
    }


def end_payload(end: End) -> Payload:
    """An end of a note: where it was, where it is now if that is sure, and why not and what to choose from if not."""
    now, why, candidates = None, "", []
    match end.outcome:
        case Found(anchor=found):
            now = {"paragraph": found.paragraph, "start": found.start, "end": found.end, "text": found.exact}
        case Check(why=why, candidates=offered):
            candidates = [each._asdict() for each in offered]
        case Orphan(why=why):
            pass
    anchor = end.anchor
    before = {"paragraph": anchor.paragraph, "start": anchor.start, "end": anchor.end, "text": anchor.exact}
    return {
        "end": end.name,
        "path": anchor.path,
        "standing": end.sureness.value,
        "before": before,
        "now": now,
        "why": why,
        "candidates": candidates,
    }


def correction_payload(correction: Correction) -> Payload:
    """A correction, as in `notes corrections --json`."""
    decision = correction.decision
    return {
        "id": correction.id,
        "kind": decision.kind,
        "left": to_builtins(decision.left),
        "right": to_builtins(decision.right),
        "created": correction.created,
        "author": correction.author,
    }


def entry_payload(entry: Entry) -> Payload:
    """What was done to a note, as in `notes history --json`."""
    payload: Payload = to_builtins(entry)
    return payload


def review_payload(review: Review) -> Payload:
    """A mark on a row that was looked through, as in `notes reviews --json`."""
    return {
        "id": review.id,
        "story": review.mark.story,
        "ends": to_builtins(review.mark.ends),
        "created": review.created,
        "author": review.author,
    }


def difference_payload(difference: Difference) -> Payload:
    """One difference, as in `compare --json`."""
    return {
        "row": difference.row,
        "kind": difference.kind.value,
        "also": [kind.value for kind in difference.also],
        "severity": difference.severity.value,
        "left": _side(difference.left),
        "right": _side(difference.right),
        "why": difference.why,
        "against": difference.right.version if difference.right else difference.against,
    }


def counts(differences: Sequence[Difference]) -> dict[Kind, int]:
    """How many differences there are of each kind, in the order of the table of kinds; none where there are none."""
    found = Counter(difference.kind for difference in differences)
    return {kind: found[kind] for kind in Kind if found[kind]}


def errors(failures: Sequence[Failure]) -> list[Payload]:
    """The inputs that could not be read."""
    return [{"path": failure.path, "error": failure.error} for failure in failures]


def _document(document: Document) -> Payload:
    return {
        "path": document.path,
        "id": document.id,
        "reader": document.reader,
        "headline": document.headline,
        "byline": document.byline,
        "source": document.source,
        "agency": document.agency,
        "dateline": document.dateline,
        "published": document.published,
        "language": document.language,
        "standfirst": document.standfirst,
        "captions": list(document.captions),
        "version": document.version,
        "paragraphs": [{"n": part.n, "text": part.text, "line": part.line} for part in document.paragraphs],
        "left_out": [{"text": part.text, "line": part.line, "reason": part.reason} for part in document.left_out],
        "encoding": document.encoding,
    }


def _version(document: Document) -> Payload:
    return {
        "path": document.path,
        "id": document.id,
        "headline": document.headline,
        "source": document.source,
        "published": document.published,
        "words": word_count(document),
        "paragraphs": len(document.paragraphs),
    }


def _story(story: Story, differences: Sequence[Difference]) -> Payload:
    found = counts(differences)
    return {
        "id": story.id,
        "headline": story.headline,
        "versions": [{**_version(version.document), "shared": round(version.shared, 4)} for version in story.versions],
        "differences": {kind.value: count for kind, count in found.items()},
    }


def _story_report(part: StoryReport) -> Payload:
    return {
        **_story(part.story, part.comparison.differences if part.comparison else ()),
        "comparison": compare_payload(part.comparison) if part.comparison else None,
        "notes": [note_payload(note) for note in part.notes],
    }


_PROMISED = ("cells", "relation", "moved", "score")


def _row(row: Row) -> Payload:
    promised = {
        "cells": [list(cell) for cell in row.cells],
        "relation": row.relation.value,
        "moved": row.moved,
        "score": round(row.score, 4),
    }
    # What else the aligner knows of a row (what the link rests on, its runner-up) follows as it is.
    return promised | {name: to_builtins(getattr(row, name)) for name in row.__struct_fields__ if name not in _PROMISED}


def _side(side: Side | None) -> Payload | None:
    if side is None:
        return None
    return {
        "version": side.version,
        "paragraph": side.paragraph,
        "start": side.start,
        "end": side.end,
        "text": side.text,
    }
