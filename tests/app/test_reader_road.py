"""The reader driven by its keys, on stories made by hand."""

import json
from pathlib import Path

import pytest
from driving import compared, said, settled
from handmade import OpenReader, document
from textual.widgets import Input, RadioButton, TextArea

from wirediff.app.app import WirediffApp
from wirediff.app.screens.alone import AloneScreen
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.dialog import Dialog
from wirediff.app.screens.filter import FilterScreen
from wirediff.app.screens.help import HelpScreen
from wirediff.app.screens.review.note import NoteScreen
from wirediff.app.screens.review.notes import NotesScreen
from wirediff.app.screens.stories import StoriesScreen
from wirediff.app.widgets.collation_view import CollationView
from wirediff.kinds import Kind

WIDE = (120, 40)


def lines(app: WirediffApp) -> list[str]:
    """What the text's part of the screen shows."""
    view = app.screen.query_one(CollationView)
    return [view.render_line(y).text for y in range(view.size.height)]


async def test_open_walk_note_export_quit_and_the_note_is_there_again(
    reader: OpenReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "n")
        assert "transliteration" in said(app, "#said")
        await pilot.press("a", *"Ask the desk.", "ctrl+s")
        await settled(pilot)
        assert [note.text for note in screen.notes.differences[1]] == ["Ask the desk."]
        await pilot.press("e")
        await pilot.pause()
        app.screen.query_one(Input).value = "out.json"
        next(pick for pick in app.screen.query(RadioButton) if str(pick.label).startswith("json")).toggle()
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert app.screen is screen
        await pilot.press("q")
    assert app.return_code == 0
    exported = json.loads((tmp_path / "out.json").read_text())
    assert exported["schema"] == "wirediff/1"
    assert "Ask the desk." in (tmp_path / "out.json").read_text()
    async with (again := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "n")
        assert "Ask the desk." in said(again, "#said")
        (note,) = screen.notes.differences[1]
        assert note.kind is Kind.TRANSLITERATION
        assert (note.left.exact, note.right.exact) == ("al-Abadi", "al-Abbadi")


async def test_the_list_shows_stories_and_opens_a_single_version_alone(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert len(app.screen.listed) == 2
        assert "2 stories, 3 versions" in said(app, "#status")
        await pilot.press("j", "enter")
        await settled(pilot)
        assert isinstance(app.screen, AloneScreen)
        assert any("A single report." in line for line in lines(app))
        await pilot.press("escape")
        assert isinstance(app.screen, StoriesScreen)


async def test_read_alone_a_version_says_that_its_character_set_was_guessed(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        for encoding in (None, "Windows-1252"):
            app.push_screen(AloneScreen([document("old", "Text.", encoding=encoding)]))
            await settled(pilot)
            assert ("not UTF-8, read as Windows-1252" in said(app, "#who")) == bool(encoding)


async def test_differences_show_letters_on_both_sides(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        (line,) = [line for line in lines(app) if "Minister" in line]
        assert "T›al-Abadi" in line
        assert "T›al-Abbadi" in line
        assert "— not in Agency One" in "\n".join(lines(app))


async def test_n_and_its_like_visit_differences_and_stop_at_the_ends(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        view = app.screen.query_one(CollationView)
        visited = []
        for key in ("n", "]", "alt+down", "n", "n"):
            await pilot.press(key)
            visited.append(view.current)
        assert visited == [0, 1, 2, 3, 3]
        for key in ("N", "[", "alt+up", "N"):
            await pilot.press(key)
            visited.append(view.current)
        assert visited[5:] == [2, 1, 0, 0]


async def test_a_narrow_terminal_shows_one_column_and_s_changes_it(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(80, 24)) as pilot:
        await compared(pilot)
        page = app.screen.query_one(CollationView).page
        assert page.sheet.columns == 1
        await pilot.press("s")
        await pilot.pause()
        assert app.screen.query_one(CollationView).page.sheet.columns == 2


async def test_a_resize_lays_out_anew_and_keeps_the_cursor(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "n", "n")
        before = screen.at_cursor()
        await pilot.resize_terminal(70, 20)
        await pilot.pause()
        assert app.screen.query_one(CollationView).page.sheet.columns == 1
        assert screen.at_cursor() == before == (2, 2)


async def test_folding_and_unfolding_keeps_the_cursor_on_its_row(reader: OpenReader) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "n", "z")
        await pilot.pause()
        assert screen.at_cursor() == (1, 1)


async def test_rows_and_lines_are_moved_through_without_a_difference(reader: OpenReader) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        for key, row in (("}", 0), ("}", 1), ("{", 0), ("G", 4), ("g", None), ("j", 0), ("k", None)):
            await pilot.press(key)
            assert screen.at_cursor() == (row, None)


async def test_a_moved_row_is_followed_and_come_back_from(reader: OpenReader) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("}", "}", "}", "}", "f")
        assert screen.at_cursor()[0] == 0
        await pilot.press("f")
        assert screen.at_cursor()[0] == 3


async def test_a_click_on_a_mark_goes_to_its_difference(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        shown = lines(app)
        y = next(y for y, line in enumerate(shown) if "al-Abbadi" in line)
        await pilot.click(CollationView, offset=(shown[y].index("al-Abbadi") + 2, y))
        assert screen.at_cursor() == (1, 1)


async def test_a_note_is_changed_removed_and_brought_back(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "a", *"one", "ctrl+s")
        await settled(pilot)
        await pilot.press("a", *" two", "ctrl+s")
        await settled(pilot)
        assert [note.text for note in app.session.notes] == ["one two"]
        await pilot.press("d")
        await settled(pilot)
        assert not screen.notes.differences
        await pilot.press("u")
        await settled(pilot)
        assert [note.text for note in screen.notes.differences[0]] == ["one two"]
        await pilot.press("u")
        await settled(pilot)
        assert [note.text for note in app.session.notes] == ["one"]
        await pilot.press("ctrl+r")
        await settled(pilot)
        assert [note.text for note in app.session.notes] == ["one two"]


async def test_a_note_without_a_difference_belongs_to_its_row(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("}", "a", *"all fine", "ctrl+s")
        await settled(pilot)
        assert list(screen.notes.rows) == [0]
        assert "all fine" in said(app, "#said")
        assert "✎" in "\n".join(lines(app))


async def test_written_text_is_not_thrown_away_by_one_key(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "a", *"draft", "escape")
        assert isinstance(app.screen, NoteScreen)
        assert app.screen.query_one(TextArea).text == "draft"
        await pilot.press("escape")
        assert isinstance(app.screen, CompareScreen)
        assert app.session.notes == ()


async def test_an_empty_note_is_left_by_one_key_and_not_saved(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "a", "ctrl+s")
        assert isinstance(app.screen, NoteScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, CompareScreen)


async def test_a_verdict_alone_is_a_note(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "a", "tab", "down", "space", "ctrl+s")
        await settled(pilot)
        assert [(note.text, note.verdict) for note in app.session.notes] == [("", "error")]


async def test_the_list_of_notes_leads_to_their_places(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "n", "n", "a", *"here", "ctrl+s")
        await settled(pilot)
        await pilot.press("g", "m")
        await pilot.pause()
        assert isinstance(app.screen, NotesScreen)
        await pilot.press("enter")
        await settled(pilot)
        assert screen.at_cursor() == (2, 2)


async def test_a_filter_hides_kinds_and_is_told(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("o", "3")
        assert isinstance(app.screen, FilterScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert "T›" not in "\n".join(lines(app))
        assert "L›IS" in "\n".join(lines(app))
        assert "filtered" in said(app, "#status")


async def test_an_export_never_replaces_a_file_unasked(
    reader: OpenReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.md").write_text("mine")
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("e")
        await pilot.pause()
        app.screen.query_one(Input).value = "mine.md"
        await pilot.press("enter")
        await settled(pilot)
        assert (tmp_path / "mine.md").read_text() == "mine"
        assert "exists already" in said(app, "#remark")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        assert "al-Abbadi" in (tmp_path / "mine.md").read_text()


async def test_an_export_that_cannot_be_written_says_so_and_stays(
    reader: OpenReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("e")
        await pilot.pause()
        app.screen.query_one(Input).value = "no/such/folder/x.md"
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, Dialog)
        assert "no/such/folder" in said(app, "#remark")


async def test_help_shows_every_key_and_every_kind(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("?")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        text = said(app, "Static")
        assert "Go to the next difference" in text
        assert all(kind in text for kind in Kind)
        await pilot.press("q")
        assert isinstance(app.screen, CompareScreen)


async def test_the_palette_runs_actions_by_name(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        commands = {command.title: command for command in app.get_system_commands(app.screen)}
        assert "Undo" in commands
        await commands["Next"].callback()
        await pilot.pause()
        assert app.screen.query_one(CollationView).current == 0


async def test_marked_stories_are_laid_side_by_side(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("space", "space", "enter")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        assert [item.path for item in app.screen.story.documents] == ["one.txt", "two.txt", "alone.txt"]


async def test_reading_alone_shows_what_was_left_out_and_why(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("R")
        await pilot.pause()
        assert any("Connect with us  [navigation]" in line for line in lines(app))
        await pilot.press("l")
        await pilot.pause()
        assert any("al-Abbadi" in line for line in lines(app))
        await pilot.press("escape")
        assert isinstance(app.screen, CompareScreen)


async def test_keys_struck_twice_in_a_hurry_act_once(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        for key in ("enter", "enter", "enter"):
            app.simulate_key(key)
        await settled(pilot)
        assert [type(screen) for screen in app.screen_stack[1:]] == [StoriesScreen, CompareScreen]
        for key in ("escape", "escape", "escape"):
            app.simulate_key(key)
        await settled(pilot)
        assert [type(screen) for screen in app.screen_stack[1:]] == [StoriesScreen]
