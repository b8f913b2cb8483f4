"""Comparisons of long versions are kept, found again, and never mistaken for others."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from wirediff import cache, pipeline
from wirediff.align import parse
from wirediff.model import Document, Paragraph
from wirediff.pipeline import Settings


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WIREDIFF_CACHE", str(tmp_path))
    monkeypatch.setattr(cache, "WORTH_KEEPING", 10)
    return tmp_path / "comparisons"


@pytest.fixture
def solved(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows whenever versions are really aligned."""
    calls: list[int] = []
    collate: Callable[..., object] = pipeline.collate

    def counted(*args: object, **options: object) -> object:
        calls.append(1)
        return collate(*args, **options)

    monkeypatch.setattr(pipeline, "collate", counted)
    return calls


def version(name: str, *texts: str) -> Document:
    paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, 1))
    return Document(path=f"{name}.txt", id=name, reader="text", paragraphs=paragraphs)


ONE = version("one", "Troops entered the town on Friday, commanders said.", "Two men were killed at the gate.")
OTHER = version("other", "Troops entered the city on Friday, commanders said.", "Three men were killed at the gate.")


def test_a_comparison_seen_before_is_not_made_again(kept: Path, solved: list[int]) -> None:
    first = pipeline.compare([ONE, OTHER], Settings())
    again = pipeline.compare([ONE, OTHER], Settings())
    assert again == first
    assert len(solved) == 1
    assert len(list(kept.iterdir())) == 1


def test_another_text_another_order_or_other_rules_are_another_comparison(
    kept: Path, solved: list[int], tmp_path: Path
) -> None:
    rules = tmp_path / "desk.yaml"
    rules.write_text("severities: {number: cosmetic}\n")
    pipeline.compare([ONE, OTHER], Settings())
    pipeline.compare([OTHER, ONE], Settings())
    pipeline.compare([ONE, version("other", "Troops left the city on Friday, commanders said.")], Settings())
    pipeline.compare([ONE, OTHER], Settings(glossary=rules))
    assert len(solved) == 4


def test_a_damaged_entry_is_made_anew(kept: Path, solved: list[int]) -> None:
    first = pipeline.compare([ONE, OTHER], Settings())
    (entry,) = kept.iterdir()
    entry.write_bytes(b"nonsense")
    assert pipeline.compare([ONE, OTHER], Settings()) == first
    assert len(solved) == 2


def test_a_cache_that_cannot_be_written_is_done_without(kept: Path, solved: list[int]) -> None:
    kept.write_text("a file where the folder should be")
    assert pipeline.compare([ONE, OTHER], Settings()).differences
    assert kept.read_text() == "a file where the folder should be"


def test_short_versions_are_not_kept(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "WORTH_KEEPING", 1_000)
    pipeline.compare([ONE, OTHER], Settings())
    assert not kept.exists()


def test_the_entries_longest_unused_make_room(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGEST", 3_000)
    for number in range(8):
        pipeline.compare(
            [ONE, version(str(number), f"Troops entered the city on Friday at {number} o'clock.")], Settings()
        )
    assert 0 < sum(path.stat().st_size for path in kept.iterdir()) <= 3_000


@pytest.mark.usefixtures("kept")
def test_corrections_make_another_comparison(solved: list[int]) -> None:
    plain = pipeline.compare([ONE, OTHER], Settings())
    corrected = pipeline.compare([ONE, OTHER], Settings(), [parse("unlink", "0:1=1:1")])
    assert corrected.collation.rows != plain.collation.rows
    assert pipeline.compare([ONE, OTHER], Settings(), [parse("unlink", "0:1=1:1")]) == corrected
    assert len(solved) == 2


@pytest.mark.usefixtures("kept")
def test_a_file_name_that_is_no_unicode_is_no_hindrance(solved: list[int]) -> None:
    named = replace(ONE, path="\udcff.txt")
    first = pipeline.compare([named, OTHER], Settings())
    assert pipeline.compare([named, OTHER], Settings()) == first
    assert len(solved) == 1
