"""The list of stories in the reader: sought, sorted, counted beside the screen, and quick with many entries."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from driving import WIDE, lines, said, settled, struck
from handmade import OpenReader, document, story_of

from wirediff import pipeline
from wirediff.app.app import WirediffApp
from wirediff.app.library import tallies
from wirediff.app.library.session import Library
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.found import NOT_FOUND
from wirediff.app.screens.stories import StoriesScreen
from wirediff.app.screens.words import Words
from wirediff.app.widgets.roll import Roll
from wirediff.app.widgets.sorting import SortHeader
from wirediff.model import Reading
from wirediff.pipeline import Settings


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> WirediffApp:
    """The reader on fifty thousand stories of two versions."""
    stories = tuple(
        story_of(
            *(document(f"{n}-{v}", "Text.", headline=f"Story {n:05} of the day", source="AFP") for v in range(2)),
            id=str(n),
        )
        for n in range(50_000)
    )
    (tmp_path / "one.txt").write_text("text")
    monkeypatch.setattr(pipeline, "read_paths", lambda *_: Reading(()))
    monkeypatch.setattr(pipeline, "find_stories", lambda *_: stories)
    monkeypatch.setattr(StoriesScreen, "_count", lambda _: None)
    return WirediffApp([tmp_path], Settings())


def headlines(app: WirediffApp) -> list[str]:
    return [story.headline for story in app.screen.listed]


async def test_words_leave_the_stories_that_have_them_and_escape_brings_all_back(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("/", *"alone")
        await pilot.pause()
        assert [story.id for story in app.screen.listed] == ["other"]
        assert "1 of 2 stories" in said(app, "#status")
        await pilot.press("enter")
        assert isinstance(app.focused, Roll)
        assert len(app.screen.listed) == 1
        await pilot.press("escape")
        assert len(app.screen.listed) == 2


async def test_keys_in_one_burst_go_to_the_words_and_after_enter_to_the_list(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        struck(app, "/", *"forces", "enter", "s")
        await settled(pilot)
        assert app.screen.query_one(Words).value == "forces"
        assert headlines(app) == ["Forces retake crossing"]
        assert "Headline ▲" in app.screen.query_one(SortHeader).render_line(0).text


async def test_the_list_opens_on_the_first_story_that_has_versions_to_compare(
    reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = [story_of(document(f"single-{n}", "A report."), id=f"single {n}") for n in range(2)]
    pair = story_of(document("a", "Text."), document("b", "Text."), id="pair")
    monkeypatch.setattr(pipeline, "find_stories", lambda *_: (*alone, pair))
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert app.screen.query_one(Roll).place == 2
        await pilot.press("k", "s", "s", "s", "s", "s", "s", "s")  # once round all orders
        assert app.screen.query_one(Roll).place == 1


async def test_a_long_story_is_counted_when_it_has_been_opened(
    reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tallies, "LONG", 1)
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert not app.stories.tallies
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        (tally,) = app.stories.tallies.values()
        assert tally is not None
        assert tally.total > 0


async def test_where_no_story_has_the_words_it_is_said_how_to_go_on(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("/", *"zzz")
        await pilot.pause()
        assert said(app, "#empty") == NOT_FOUND
        assert not app.screen.query_one("#desk").display
        await pilot.press("enter", "backspace")
        await pilot.pause()
        assert app.screen.query_one("#desk").display
        assert not app.screen.query_one("#empty").display


async def test_sorting_by_key_and_by_header_keeps_the_cursor_on_its_story(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert headlines(app) == ["Forces retake crossing", ""]
        await pilot.press("s", "-")
        assert "Headline ▼" in app.screen.query_one(SortHeader).render_line(0).text
        await pilot.press("j")
        header = app.screen.query_one(SortHeader).render_line(0).text
        await pilot.click(SortHeader, offset=(header.index("Versions") + 2, 0))
        await pilot.click(SortHeader, offset=(header.index("Versions") + 2, 0))
        await pilot.pause()
        assert [len(story.versions) for story in app.screen.listed] == [1, 2]
        assert app.screen.query_one(Roll).place == 0
        await pilot.press("enter")
        await settled(pilot)
        assert not isinstance(app.screen, CompareScreen)


async def test_counts_by_kind_come_when_all_has_been_read(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        shown = "\n".join(lines(app))
        assert "4: L1 E1 T1 W1" in shown
        assert "transliteration(1)" in said(app, "#story")
        assert len(app.screen.tallies) == 1  # a story of one version has no differences to count


async def test_a_story_that_cannot_be_counted_is_a_problem_and_the_list_goes_on(
    reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader()

    def broken(*_: object) -> object:
        raise RuntimeError("boom")

    monkeypatch.setattr(pipeline, "base_differences", broken)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert any("not counted (RuntimeError: boom)" in problem for problem in app.problems)
        assert "Forces retake crossing" in lines(app)[0]


async def test_open_notes_are_told_in_the_list(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("n", "a", *"one", "ctrl+s")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, StoriesScreen)
        assert "✎1" in lines(app)[0]
        assert "1 open note" in said(app, "#story")


async def test_the_next_story_is_the_next_in_the_list_as_it_is_seen(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("-", "g", "enter")
        await settled(pilot)
        first = app.screen
        assert not isinstance(first, CompareScreen)
        await pilot.press("J")
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)


async def test_stories_show_while_the_rest_is_still_being_read(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        stories = app.session.library.stories
        screen = app.screen
        app.session.library = Library(stories[:1], complete=False)
        screen.arrived(app.session.library)
        screen.progress("reading 3 of 9  four.txt")
        await pilot.pause()
        assert headlines(app) == ["Forces retake crossing"]
        assert "reading 3 of 9" in said(app, "#status")
        app.session.library = Library(stories, complete=True)
        screen.arrived(app.session.library)
        await settled(pilot)
        assert "2 stories" in said(app, "#status")


async def test_nothing_to_read_says_what_to_do(tmp_path: Path) -> None:
    async with (app := WirediffApp([tmp_path], Settings())).run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert "Start wirediff with files or folders" in said(app, "#empty")
        await pilot.press("enter", "space", "s", "j", "e")
        assert isinstance(app.screen, StoriesScreen)


async def test_fifty_thousand_stories_are_sought_and_only_those_in_view_are_drawn(
    many: WirediffApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: set[int] = set()
    entry = StoriesScreen._entry
    monkeypatch.setattr(StoriesScreen, "_entry", lambda self, at: (drawn.add(at), entry(self, at))[1])
    async with many.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("G")
        await pilot.pause()
        assert "Story 49999" in "\n".join(lines(many))
        await pilot.press("/", *"31415", "enter")
        await pilot.pause()
        assert headlines(many) == ["Story 31415 of the day"]
    assert len(drawn) < 200


async def test_escape_stops_at_once_though_the_work_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, grouping = threading.Event(), threading.Event()

    def find(documents, _, progress):
        progress(1, 4)
        grouping.set()
        go_on.wait(20)
        return tuple(story_of(item, id=item.id) for item in documents)

    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Report {number}\n\nSomething happened in town {number}.\n")
    monkeypatch.setattr(pipeline, "find_stories", find)
    async with (app := WirediffApp([tmp_path], Settings())).run_test(size=(100, 30)) as pilot:
        while not grouping.is_set():
            await pilot.pause()
        await pilot.pause()
        assert said(app, "#status") == "3 of 3 · grouping into stories… 25 % · Esc stops"
        await pilot.press("escape")
        assert app.session.library.complete
        go_on.set()
        await settled(pilot)
        assert app.session.library.stories == ()
        assert "wirediff folder/" in said(app, "#empty")


async def test_the_list_says_after_how_many_files_reading_was_stopped(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        app.session.library = replace(app.session.library, files=3000, read=336)
        app.stories.arrived(app.session.library)
        await pilot.pause()
        assert said(app, "#status").endswith("stopped, 336 of 3,000 read")
