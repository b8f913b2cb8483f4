"""The reader on stories made by hand."""

from pathlib import Path

import pytest
from handmade import OpenReader, document, story_of, two_compared

from wirediff import pipeline
from wirediff.app.app import WirediffApp
from wirediff.model import Reading
from wirediff.pipeline import Settings


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> OpenReader:
    """Opens the reader on the two versions made by hand; notes lie beside them in a folder of the test."""
    comparison = two_compared()
    stories = (story_of(*comparison.collation.versions), story_of(document("alone", "A single report."), id="other"))
    every = tuple(item for story in stories for item in story.documents)
    folder = tmp_path / "stories"
    folder.mkdir()
    for item in every:
        (folder / item.path).write_text("\n\n".join(paragraph.text for paragraph in item.paragraphs))
    monkeypatch.setattr(pipeline, "read_paths", lambda *_: Reading(every))
    monkeypatch.setattr(pipeline, "find_stories", lambda *_: stories)
    monkeypatch.setattr(pipeline, "compare", lambda *_: comparison)
    monkeypatch.setattr(pipeline, "base_differences", lambda some, *_: tuple(comparison.differences for _ in some))

    def open_reader(**options: Path) -> WirediffApp:
        return WirediffApp([folder], Settings(), **options)

    return open_reader
