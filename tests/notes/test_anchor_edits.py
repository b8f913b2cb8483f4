"""Notes in versions that are edited at random, against an editor that follows every character (benchmarks/edits.py)."""

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    if not BENCHMARKS.is_dir():
        pytest.skip("the benchmarks are not here")
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    for name in ("edits", "coarse", "anchors", "counterparts"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module


@pytest.fixture
def anchors(benchmark: Callable[[str], ModuleType]) -> ModuleType:
    return benchmark("anchors")


def test_notes_on_words_that_survive_are_found_and_none_is_put_in_a_wrong_place(anchors: ModuleType) -> None:
    counts = anchors.measure(anchors.seed_texts(), 240, seed=5)
    assert counts["kept: right"] >= 0.98 * counts["kept"] > 300
    assert counts["wrong"] == counts["number"] == 0


def test_where_every_sentence_has_look_alikes_a_person_is_asked_and_no_note_put_in_a_wrong_place(
    anchors: ModuleType,
) -> None:
    counts = anchors.measure(anchors.made_up_texts(4), 120, seed=5)
    assert counts["kept: right"] >= 0.97 * counts["kept"] > 150
    assert counts["kept: right"] + counts["kept: offered"] >= 0.98 * counts["kept"]
    assert counts["wrong"] == counts["number"] == 0


def test_where_paragraphs_change_places_and_stand_twice_no_note_is_put_in_a_wrong_place(
    anchors: ModuleType, benchmark: Callable[[str], ModuleType]
) -> None:
    counts = anchors.measure(anchors.seed_texts(), 240, seed=5, edited_by=benchmark("coarse").CoarseEditor)
    assert counts["kept: right"] + counts["kept: offered"] >= 0.98 * counts["kept"] > 300
    assert counts["wrong"] == counts["number"] == 0


def test_the_alignment_leads_to_places_that_the_words_do_not_tell_and_to_no_wrong_one(
    benchmark: Callable[[str], ModuleType], anchors: ModuleType
) -> None:
    counts = benchmark("counterparts").measure(anchors.seed_texts(), 40, seed=5)
    assert counts["kept: right"] > 0
    assert counts["kept: offered"] + counts["kept: right"] > counts["kept: offered by words"]
    assert counts["wrong"] == counts["number"] == 0


@pytest.mark.slow
@pytest.mark.parametrize(("texts", "seed"), [("seed_texts", 1), ("seed_texts", 2), ("made_up_texts", 3)])
def test_over_ten_thousand_edits_no_note_is_put_in_a_wrong_place(anchors: ModuleType, texts: str, seed: int) -> None:
    counts = anchors.measure(getattr(anchors, texts)(), 10_000, seed)
    assert counts["kept: right"] >= 0.98 * counts["kept"]
    assert counts["wrong"] == counts["number"] == 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_over_ten_thousand_coarse_edits_no_note_is_put_in_a_wrong_place(
    anchors: ModuleType, benchmark: Callable[[str], ModuleType], seed: int
) -> None:
    counts = anchors.measure(anchors.seed_texts(), 10_000, seed, benchmark("coarse").CoarseEditor)
    assert counts["wrong"] == counts["number"] == 0
