"""The dialog in which a note is written."""

import pytest
from driving import WIDE, compared, said, settled, struck
from handmade import OpenReader
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input, TextArea

from wirediff.app.screens.review.note import NoteScreen, Tags, tags_in
from wirediff.kinds import Severity


async def test_verdict_severity_and_tags_are_kept_with_the_text_and_come_back(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(80, 24)) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "n", "a", "x", "tab", "down", "space", "tab", "down", "space", "tab")
        app.screen.query_one(Input).value = "names, desk"
        await pilot.press("ctrl+s")
        await settled(pilot)
        (note,) = screen.notes.differences[1]
        kept = (note.text, note.verdict, note.severity, note.tags)
        assert kept == ("x", "error", Severity.COSMETIC, ("names", "desk"))
        await pilot.press("a", "escape")
        await settled(pilot)
        assert app.screen is screen
        assert app.session.notes == (note,)


async def test_without_a_choice_a_note_has_the_severity_of_its_difference(reader: OpenReader) -> None:
    async with reader().run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "n", "a", "x", "ctrl+s")
        await settled(pilot)
        assert [note.severity for note in screen.notes.differences[1]] == [Severity.NOTABLE]


async def test_a_tag_in_use_is_completed_and_tags_alone_are_kept(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "a", "tab", "tab", "tab", *"rom", "ctrl+s")
        await settled(pilot)
        await pilot.press("n", "a", "tab", "tab", "tab", *"x,r")
        await settled(pilot)
        assert app.screen.query_one(Input).has_focus
        await pilot.press("right", "ctrl+s")
        await settled(pilot)
        assert app.session.notes[1].tags == ("x", "rom")


async def test_a_burst_of_keys_is_typed_into_the_field_that_it_goes_to(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "a")
        await settled(pilot)
        struck(app, "x", "tab", "tab", "tab", *"na")
        await settled(pilot)
        assert app.screen.query_one(Input).value == "na"
        assert app.screen.query_one(TextArea).text == "x"
        struck(app, "shift+tab", "shift+tab", "shift+tab", "y")
        await settled(pilot)
        assert app.screen.query_one(TextArea).text == "xy"


async def test_tags_are_not_thrown_away_by_one_key(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "a", "tab", "tab", "tab", "x", "escape")
        await settled(pilot)
        assert isinstance(app.screen, NoteScreen)
        assert "Not saved" in said(app, "#remark")


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("na", "names"),
        ("desk, na", "desk, names"),
        ("names, na", "names, nation"),
        ("names", None),
        ("", None),
        ("q", None),
    ],
)
async def test_the_last_tag_is_completed_by_one_that_is_not_there_yet(typed: str, completed: str | None) -> None:
    assert await Tags(["names", "nation"]).get_suggestion(typed) == completed


@given(st.lists(st.text(st.characters(exclude_characters=","), min_size=1).map(str.strip).filter(bool), unique=True))
def test_tags_are_read_as_they_are_written(tags: list[str]) -> None:
    assert tags_in(", ".join(tags)) == tuple(tags)
