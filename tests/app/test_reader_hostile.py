"""Stories that try to get at the terminal or at the toolkit: nothing they hold is obeyed."""

import re
import unicodedata
from pathlib import Path

import pytest
from driving import settled
from handmade import difference, document, side, story_of
from rich.cells import cell_len

from wirediff import pipeline
from wirediff.app.app import WirediffApp
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.widgets.collation_view import CollationView
from wirediff.kinds import Kind
from wirediff.model import Collation, Comparison, Failure, Reading, Relation, Row, RowRelation
from wirediff.pipeline import Settings

EVIL = "x\x1b]0;owned\x07 [/b][red]y[@click=app.quit]z[/] \u202ebackwards\x9b31m \ud800 \r\n\t\x00 {0} %s"
WIDE = "日本語の記事 👩\u200d👩\u200d👧 e\u0301\u0327 \u200b\ufe0f\u00ad ﷽ " * 3


def evil_comparison() -> Comparison:
    documents = tuple(
        document(name, f"{EVIL} {name}", WIDE + name, headline=EVIL, source=EVIL, byline=EVIL, published=EVIL)
        for name in ("one", "two")
    )
    found = (
        difference(None, Kind.QUOTE, side(0, documents, 0, EVIL), side(1, documents, 0, EVIL)),
        difference(0, Kind.NAMING, side(0, documents, 1, EVIL), side(1, documents, 1, EVIL)),
        difference(1, Kind.WORDING, side(0, documents, 2, "\u200d👩"), side(1, documents, 2, "\u0301")),
    )
    rows = tuple(Row(((n,), (n,)), RowRelation.EDITED, rests_on=EVIL) for n in (1, 2))
    return Comparison(Collation(documents, Relation.SAME_REPORT, rows), found)


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> WirediffApp:
    comparison = evil_comparison()
    documents = comparison.collation.versions
    monkeypatch.setattr(pipeline, "read_paths", lambda *_: Reading(documents, (Failure(EVIL, EVIL),)))
    monkeypatch.setattr(pipeline, "find_stories", lambda *_: (story_of(*documents),) * 2)
    monkeypatch.setattr(pipeline, "compare", lambda *_: comparison)
    (tmp_path / "one.txt").write_text("text")
    return WirediffApp([tmp_path], Settings())


def shown(app: WirediffApp) -> list[str]:
    """Every line that the terminal gets, without the styles."""
    return [strip.text for strip in app.screen._compositor.render_strips(app.size)]


@pytest.mark.parametrize("size", [(80, 24), (130, 40)])
async def test_no_screen_lets_a_control_or_markup_through(app: WirediffApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        screens = [shown(app)]
        await pilot.press("enter")
        await settled(pilot)
        for key in ("n", "n", "n", "L", "escape", "R", "escape", "e", "escape", "v", "escape", "o", "escape", "!", "q"):
            await pilot.press(key)
            await settled(pilot)
            screens.append(shown(app))
        await pilot.press("a", *"note", "ctrl+s")
        await settled(pilot)
        await pilot.press("m")
        await settled(pilot)
        screens.append(shown(app))
    text = "\n".join("\n".join(screen) for screen in screens).replace("\n", "")
    assert not [char for char in text if unicodedata.category(char) in {"Cc", "Cs"} or char == "\u202e"]
    assert "[/b][red]y[@click=app.quit]z[/]" in text
    assert re.search("␛]0;owned␇", text)


async def test_wide_and_combining_characters_keep_the_columns_straight(app: WirediffApp) -> None:
    async with app.run_test(size=(101, 30)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        view = app.screen.query_one(CollationView)
        for y in range(view.size.height):
            strip = view.render_line(y)
            assert strip.cell_length == view.size.width == cell_len(strip.text)
