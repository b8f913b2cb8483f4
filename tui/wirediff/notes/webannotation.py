"""Notes in the terms of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/), as JSON-LD.

What the model has no word for stands under the prefix `wirediff:`, so that nothing of a note is lost.
"""

import uuid
from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from wirediff.model import Anchor, Note

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"wirediff": "urn:x-wirediff:"}]
"""What the names in an annotation mean: the model's, and ours besides."""

JsonObject = dict[str, Any]
Offset = Callable[[Anchor], int | None]
"""Where an anchor's paragraph begins in the text of its document; None where the document is not at hand."""


def note_annotation(note: Note, offset: Offset = lambda _: None) -> JsonObject:
    """A note as an annotation of the spans it is fastened to, or of its story where it is fastened to none.

    A span is told by its words (TextQuoteSelector), and where `offset` knows its document also by its place in the text
    of that (TextPositionSelector).
    """
    said = [
        textual(note.text, "commenting"),
        *(textual(tag, "tagging") for tag in note.tags),
        *(
            textual(word, purpose)
            for word, purpose in ((note.verdict, "assessing"), (note.kind, "classifying"))
            if word
        ),
    ]
    ends = [end for end in (note.left, note.right) if end]
    made: JsonObject = {"id": iri("note", note.id), "type": "Annotation", "motivation": "commenting"}
    if note.author:
        made["creator"] = {"type": "Person", "name": note.author}
    return {
        **made,
        "created": note.created,
        "modified": note.modified,
        "body": said,
        "target": [target(end, offset(end)) for end in ends] or story_iri(note.story),
        "wirediff:note": note.id,
        "wirediff:story": note.story,
        "wirediff:status": note.status,
        **({"wirediff:severity": note.severity.value} if note.severity else {}),
    }


def target(end: Anchor, offset: int | None) -> JsonObject:
    """A span of a version as what an annotation is about; `offset` is where its paragraph begins, if that is known."""
    selectors: list[JsonObject] = [
        {"type": "TextQuoteSelector", "exact": end.exact, "prefix": end.prefix, "suffix": end.suffix}
    ]
    if offset is not None:
        selectors.append({"type": "TextPositionSelector", "start": offset + end.start, "end": offset + end.end})
    return {
        "type": "SpecificResource",
        "source": path_iri(end.path),
        "selector": selectors,
        "wirediff:path": end.path,
        "wirediff:document": end.document,
        "wirediff:paragraph": end.paragraph,
        "wirediff:start": end.start,
        "wirediff:end": end.end,
    }


def textual(value: str, purpose: str) -> JsonObject:
    """A piece of plain text in the body of an annotation, and what it is there for."""
    return {"type": "TextualBody", "value": str(value), "format": "text/plain", "purpose": purpose}


def page(name: str, label: str, annotations: Iterable[JsonObject]) -> JsonObject:
    """Annotations as a collection with one page in it; `name` tells this collection from others."""
    items = list(annotations)
    collection = iri("collection", name)
    first = {
        "id": iri("page", name),
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
        "items": items,
    }
    made = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": label,
        "total": len(items),
    }
    return {**made, "first": first, "last": first["id"]} if items else made


def iri(what: str, name: str) -> str:
    """An address that is always the same for the same thing, and leads nowhere."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:x-wirediff:{what}:{quote(_bytes(name))}").urn


def story_iri(story: str) -> str:
    """The address of a story by its id."""
    return f"urn:x-wirediff:story:{quote(_bytes(story), safe='')}"


def path_iri(path: str) -> str:
    """The address of a file: relative for a relative path, whose colons could else be taken for a scheme."""
    written = quote(_bytes(path), safe="/")
    return f"file://{written}" if PurePath(path).is_absolute() else written


def _bytes(name: str) -> bytes:
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogatepass")
