"""What the tests of other programs' annotations share: two versions, and ways to write and to take in annotations."""

import json
from pathlib import Path

from wirediff.model import Document, Note, Paragraph, Story, StoryVersion
from wirediff.notes import NoteStore
from wirediff.notes.exchange import Bundle, read
from wirediff.notes.foreign import Annotation, Annotations, entries_of

PAGE = "https://example.org/news/one.html"


def document(path: str, *texts: str, headline: str = "Troops retake the crossing") -> Document:
    paragraphs = tuple(Paragraph(n, text, n) for n, text in enumerate(texts, 1))
    return Document(path=path, id=f"id-{path}", reader="html", headline=headline, paragraphs=paragraphs)


ONE = document(
    "stories/one.txt",
    "Prime Minister Haider al-Abadi said on Friday that “1,500 fighters” had left the border town.",
    "The army said the town was taken. The ministry said the town was quiet.",
    "The army said the town was taken. The mayor said nothing of it.",
)
TWO = document("stories/two.txt", "Prime Minister Haider al-Abbadi said on Friday that 2,500 fighters had left.")
STORY = Story("s1", "Troops", (StoryVersion(ONE, 1.0), StoryVersion(TWO, 0.9)))


def parsed(tmp_path: Path, data: object) -> tuple[Annotation, ...]:
    file = tmp_path / "annotations.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    found = read(file)
    assert isinstance(found, Annotations)
    return found.items


def taken(folder: Path, data: object, stories: tuple[Story, ...] = (STORY,)) -> tuple[list[Note], tuple[str, ...]]:
    items = Annotations("them", parsed(folder, data), "2026-01-01T00:00:00Z")
    with NoteStore.open(folder, "desk") as store:
        made = entries_of(items, stories, {}, (), lambda draft: store.kept(draft) and draft)
        store.take_in(Bundle("them", made.events))
        return list(store.recorded()), made.remarks


def quote(exact: str, prefix: str = "", suffix: str = "", **more: object) -> dict[str, object]:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix, **more}


def annotation(target: object, **fields: object) -> dict[str, object]:
    return {"id": "urn:x:1", "type": "Annotation", "bodyValue": "said", "target": target, **fields}
