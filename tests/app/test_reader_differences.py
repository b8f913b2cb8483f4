"""The list of differences."""

from driving import WIDE, compared, listed, said, settled
from handmade import OpenReader
from rich.text import Text
from textual.app import App, ComposeResult
from textual.widgets import Input

from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.review.differences import DifferencesScreen
from wirediff.app.widgets.roll import Roll


async def test_the_list_begins_at_the_difference_of_the_cursor_and_leads_to_others(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "n", "L")
        await settled(pilot)
        assert isinstance(app.screen, DifferencesScreen)
        assert [line[0] for line in listed(app)] == [" ", "▌", " ", " "]
        await pilot.press("j", "enter")
        await settled(pilot)
        assert screen.at_cursor() == (2, 2)


async def test_words_narrow_the_list_as_they_are_typed_and_stay_for_the_next_time(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("L", "/", *"sis")
        await settled(pilot)
        assert len(listed(app)) == 1
        assert "1 difference of 4" in said(app, "#remark")
        assert "“sis”" in said(app, "#remark")
        await pilot.press("escape")
        assert isinstance(app.screen, DifferencesScreen)
        assert app.screen.query_one(Roll).has_focus
        await pilot.press("enter")
        await settled(pilot)
        assert screen.at_cursor() == (2, 2)
        await pilot.press("L")
        await settled(pilot)
        assert app.screen.query_one(Input).value == "sis"
        await pilot.press("backspace")
        await settled(pilot)
        assert len(listed(app)) == 4


async def test_the_list_is_sorted_and_turned_round(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("L", "s", "s")
        await settled(pilot)
        assert [line[3] for line in listed(app)] == ["L", "T", "E", "W"]
        await pilot.press("S")
        await settled(pilot)
        assert [line[3] for line in listed(app)] == ["W", "E", "T", "L"]


async def test_a_kind_that_is_hidden_in_the_text_can_be_listed_and_gone_to(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("o", "3", "escape", "L")
        await settled(pilot)
        assert len(listed(app)) == 1
        await pilot.press("o", "1", "escape", "g", "enter")
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        assert screen.at_cursor() == (None, 0)
        assert 0 in screen.desk.seen


async def test_an_empty_list_says_how_to_see_all_again_and_leads_nowhere(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("L", "v", "v", "enter")
        await settled(pilot)
        assert isinstance(app.screen, DifferencesScreen)
        assert listed(app) == []
        assert "Backspace shows all" in said(app, "#remark")


class Long(App[None]):
    """A list of very many entries."""

    def __init__(self) -> None:
        super().__init__()
        self.made: set[int] = set()

    def compose(self) -> ComposeResult:
        yield Roll()

    def entry(self, place: int) -> Text:
        self.made.add(place)
        return Text(f"entry {place} [/b] " + "日本" * 40)


async def test_only_entries_in_view_are_made_and_hostile_ones_are_cut_not_obeyed() -> None:
    from wirediff.app.settings.themes import DEFAULT, Shelf

    app = Long()
    app.palette = Shelf().read(DEFAULT).palette()
    async with app.run_test(size=(40, 10)) as pilot:
        roll = app.query_one(Roll)
        roll.fill(1_000_000, app.entry, 500_000)
        await pilot.pause()
        assert roll.place == 500_000
        await pilot.press("G", "k", "pageup")
        await pilot.pause()
        assert roll.place == 999_998 - 9
        assert len(app.made) < 100
        assert all(roll.render_line(y).cell_length == roll.scrollable_content_region.width for y in range(10))
        assert any("[/b]" in roll.render_line(y).text for y in range(10))
