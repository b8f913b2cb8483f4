"""A story of thousands of paragraphs: laid out in the background, and walked through like any other."""

import threading

import pytest
from driving import settled
from handmade import difference, document, side, story_of
from textual.widgets import Static

from wirediff import pipeline
from wirediff.app.app import WirediffApp
from wirediff.app.layout.page import Page
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.compare.showing import LARGE
from wirediff.app.widgets import page_view
from wirediff.app.widgets.collation_view import CollationView
from wirediff.app.widgets.roll import Roll
from wirediff.kinds import Kind
from wirediff.model import Collation, Comparison, Reading, Relation, Row, RowRelation
from wirediff.pipeline import Settings

PARAGRAPHS = LARGE + 1000


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, tmp_path) -> WirediffApp:
    documents = tuple(
        document(name, *(f"Paragraph {n} says {word}." for n in range(PARAGRAPHS)), headline=name)
        for name, word in (("one", "IS"), ("two", "ISIS"))
    )
    rows = tuple(Row(((n,), (n,)), RowRelation.EDITED) for n in range(1, PARAGRAPHS + 1))
    found = tuple(
        difference(n, Kind.NAMING, side(0, documents, n + 1, "IS"), side(1, documents, n + 1, "ISIS"))
        for n in range(PARAGRAPHS)
    )
    comparison = Comparison(Collation(documents, Relation.SAME_REPORT, rows), found)
    monkeypatch.setattr(pipeline, "read_paths", lambda *_: Reading(documents))
    monkeypatch.setattr(pipeline, "find_stories", lambda *_: (story_of(*documents),))
    monkeypatch.setattr(pipeline, "compare", lambda *_: comparison)
    (tmp_path / "one.txt").write_text("text")
    return WirediffApp([tmp_path], Settings())


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """No whole page is laid out before this is set."""
    waited = threading.Event()

    def page(*given, only=None, **named):
        if only is None:
            waited.wait(20)
        return Page(*given, only=only, **named)

    monkeypatch.setattr(page_view, "Page", page)
    return waited


async def test_rows_around_the_place_show_before_all_are_laid_out_and_what_is_done_meanwhile_holds(
    app: WirediffApp, go_on: threading.Event
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        while not (isinstance(app.screen, CompareScreen) and app.screen.query_one(CollationView).page):
            await pilot.pause()
        view = app.screen.query_one(CollationView)
        assert view.page.only == range(page_view.NEAR)
        await pilot.press("n")
        assert app.screen.at_cursor() == (0, 0)
        before = [view.render_line(y).text for y in range(view.size.height)]
        go_on.set()
        await settled(pilot)
        assert view.page.only is None
        assert [view.render_line(y).text for y in range(view.size.height)] == before


async def test_whoever_goes_to_rows_without_lines_is_there_when_they_have_them(
    app: WirediffApp, go_on: threading.Event
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        while not (isinstance(app.screen, CompareScreen) and app.screen.query_one(CollationView).page):
            await pilot.pause()
        view = app.screen.query_one(CollationView)
        await pilot.press("G", "n")
        assert app.screen.at_cursor() == (PARAGRAPHS - 1, PARAGRAPHS - 1)
        go_on.set()
        await settled(pilot)
        assert any(f"Paragraph {PARAGRAPHS - 1}" in view.render_line(y).text for y in range(view.size.height))


async def test_it_opens_walks_resizes_and_lists(app: WirediffApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        view = screen.query_one(CollationView)
        assert len(view.page.sheet.rows) == PARAGRAPHS + 1
        await pilot.press("G", "n")
        assert screen.at_cursor() == (PARAGRAPHS - 1, PARAGRAPHS - 1)
        await pilot.resize_terminal(90, 30)
        await settled(pilot)
        assert view.page.width == view.size.width == 89
        assert screen.at_cursor() == (PARAGRAPHS - 1, PARAGRAPHS - 1)
        assert any("›ISIS" in view.render_line(y).text for y in range(view.size.height))
        await pilot.press("L")
        await pilot.pause()
        assert app.screen.query_one(Roll).place == PARAGRAPHS - 1
        assert f"{PARAGRAPHS:,} differences" in str(app.screen.query_one("#remark", Static).visual)
        await pilot.press("k", "enter")
        await pilot.pause()
        assert screen.at_cursor() == (PARAGRAPHS - 2, PARAGRAPHS - 2)
