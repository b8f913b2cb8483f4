"""What goes wrong is said, and the reader goes on."""

import functools
from pathlib import Path

import pytest
from driving import said, settled
from handmade import OpenReader

from wirediff import pipeline
from wirediff.app import run_app
from wirediff.app.app import WirediffApp
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.found import NOTHING
from wirediff.app.screens.problems import ProblemsScreen
from wirediff.app.screens.stories import StoriesScreen
from wirediff.app.settings.preferences import Preferences, recall, remember
from wirediff.errors import GlossaryError
from wirediff.pipeline import Settings


def told(app: WirediffApp) -> str:
    return "\n".join(notice.message for notice in app._notifications)


def drawn(app: WirediffApp) -> str:
    """What is on the screen, its lines put in one."""
    return " ".join(" ".join(strip.text for strip in app.screen._compositor.render_strips(app.size)).split())


async def test_inputs_that_cannot_be_read_are_counted_and_listed(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A report\n\nSomething happened in the town on Friday morning.\n")
    app = WirediffApp([tmp_path / "one.txt", tmp_path / "gone.txt"], Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("!")
        await pilot.pause()
        assert isinstance(app.screen, ProblemsScreen)
        assert "gone.txt" in said(app, "Static")


async def test_nothing_to_read_says_what_was_found_and_what_to_do(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.PDF", "[red]", ".hidden"):
        (tmp_path / name).write_bytes(b"")
    app = WirediffApp([tmp_path], Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, StoriesScreen)
        assert said(app, "#empty").startswith(f"{tmp_path}: of 3 files in it none can be read: 2 .pdf, 1 without an ")
        assert said(app, "#empty").endswith(NOTHING)
        await pilot.press("enter", "e", "space", "j")
        assert isinstance(app.screen, StoriesScreen)


async def test_a_folder_without_stories_beside_others_is_not_counted_as_unread(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A report\n\nSomething happened in the town on Friday morning.\n")
    (tmp_path / "bare").mkdir()
    app = WirediffApp([tmp_path / "one.txt", tmp_path / "bare"], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert said(app, "#status") == "1 story, 1 version · 1 folder without stories: ! says which"
        await pilot.press("!")
        await pilot.pause()
        assert "bare" in said(app, "Static")


async def test_a_glossary_that_cannot_be_used_is_told_and_not_fatal(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A report\n\nSomething happened in the town on Friday morning.\n")
    app = WirediffApp([tmp_path / "one.txt"], Settings(glossary=tmp_path / "gone.yaml"))
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "gone.yaml" in told(app)


async def test_a_comparison_that_fails_is_told_and_the_list_is_still_there(
    reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise GlossaryError("rules.yaml: line 3: no such severity")

    monkeypatch.setattr(pipeline, "compare", fail)
    async with (app := reader()).run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "rules.yaml: line 3" in told(app)
        await pilot.press("n", "a", "s", "f", "L", "o", "v", "u", "escape")
        assert isinstance(app.screen, StoriesScreen)


async def test_a_broken_theme_is_reported_and_the_usual_one_worn(reader: OpenReader, tmp_path: Path) -> None:
    themes = tmp_path / "config" / "themes"
    themes.mkdir(parents=True)
    (themes / "mine.yaml").write_text("name: mine\ntitle: Mine\ncolours: red\n")
    remember(tmp_path / "state", Preferences(theme="mine"))
    app = reader(config=tmp_path / "config", state=tmp_path / "state")
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        assert "mine.yaml:3: colours: a theme has colours here, one a line" in told(app)
        assert "dark is worn instead" in told(app)
        assert app.looks.worn == "dark"
        await pilot.press("t", "G")
        await pilot.pause()
        assert "mine broken" in drawn(app)
        assert "mine.yaml" in said(app, "#fault")
        await pilot.press("enter")
        await pilot.pause()
        assert app.looks.preferences.theme == "mine"
        await pilot.press("escape")
        assert app.looks.worn == "dark"


async def test_a_theme_is_tried_on_kept_and_remembered(reader: OpenReader, tmp_path: Path) -> None:
    app = reader(state=tmp_path / "state")
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("t", "j")
        await pilot.pause()
        worn = app.looks.worn
        assert worn != "dark"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
    assert recall(tmp_path / "state").theme == worn
    assert reader(state=tmp_path / "state").looks.worn == worn


async def test_the_hint_goes_once_it_has_been_followed_and_does_not_come_back(
    reader: OpenReader, tmp_path: Path
) -> None:
    async with (app := reader(state=tmp_path / "state")).run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen.query("#hint")
        await pilot.press("n")
        await pilot.pause()
        assert not app.screen.query("#hint")
    assert recall(tmp_path / "state").hinted


async def test_a_note_that_cannot_be_stored_is_told(reader: OpenReader, tmp_path: Path) -> None:
    (tmp_path / "stories" / ".wirediff").write_text("a file where the folder should be")
    async with (app := reader()).run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert "notes on" in told(app)


@pytest.mark.parametrize("size", [(20, 8), (40, 12), (80, 24), (200, 50)])
async def test_the_reader_works_at_any_size(reader: OpenReader, size: tuple[int, int]) -> None:
    async with (app := reader()).run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("n", "s", "n", "s", "n", "z", "R", "escape", "?", "escape", "e", "escape", "a", "escape")
        assert isinstance(app.screen, CompareScreen)


def test_a_fault_in_the_reader_is_handed_to_the_caller_and_not_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(app: WirediffApp) -> None:
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr(WirediffApp, "on_mount", fail)
    monkeypatch.setattr(WirediffApp, "run", functools.partialmethod(WirediffApp.run, headless=True))
    with pytest.raises(ZeroDivisionError):
        run_app([tmp_path], Settings())
    assert "Traceback" not in "".join(capfd.readouterr())
