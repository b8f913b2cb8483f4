"""Letters on whatever can be gone to."""

from driving import settled
from handmade import OpenReader, document, story_of
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Static

from wirediff.app.library.session import Library
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.jump import JumpScreen, labels
from wirediff.app.widgets.collation_view import CollationView
from wirediff.app.widgets.roll import Roll


@given(st.integers(1, 800))
def test_labels_differ_and_none_begins_another(number: int) -> None:
    given_out = labels(number)
    assert len(set(given_out)) == number
    assert len({len(label) for label in given_out}) == 1


async def jumping(pilot: Pilot[None]) -> tuple[CompareScreen, JumpScreen]:
    await settled(pilot)
    await pilot.press("enter")
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    await pilot.press("ctrl+o")
    await pilot.pause()
    assert isinstance(pilot.app.screen, JumpScreen)
    return screen, pilot.app.screen


async def test_the_letters_on_a_difference_go_there(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 40)) as pilot:
        screen, jump = await jumping(pilot)
        view = screen.query_one(CollationView)
        page = view.page
        (line,) = [n for n in range(page.height) if any(run.text == "T›" for run in page.cells(n)[1].line)]
        cells = [label for label in jump.query(Static) if label.region.y == view.region.y + line]
        assert len(cells) == 3  # the row, and the mark in both columns
        last = max(cells, key=lambda label: label.region.x)
        drawn = "".join(segment.text for segment in view.render_line(line))
        assert drawn[last.region.x - view.region.x :].startswith("T›al-Abbadi")
        await pilot.press(*str(last.visual))
        await pilot.pause()
        assert app.screen is screen
        assert screen.at_cursor() == (1, 1)


async def test_a_version_is_gone_to_by_its_head_and_escape_stays(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 40)) as pilot:
        screen, _ = await jumping(pilot)
        before = screen.at_cursor()
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen
        assert screen.at_cursor() == before
        await pilot.press("ctrl+o")
        await pilot.pause()
        heads = [
            label for label in app.screen.query(Static) if label.region.y < screen.query_one(CollationView).region.y
        ]
        await pilot.press(*str(heads[-1].visual))
        await pilot.pause()
        assert screen.desk.side == 1


async def test_in_a_list_the_letters_stand_on_its_entries(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        stories = app.screen.query_one(Roll)
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert [label.region.y for label in app.screen.query(Static)] == [stories.region.y, stories.region.y + 2]
        await pilot.press("s")
        await pilot.pause()
        assert app.screen is app.stories
        assert stories.place == 1


async def test_a_jump_in_the_list_of_differences_goes_to_the_one_with_the_letter(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("L", "ctrl+o")
        await pilot.pause()
        assert len(app.screen.query(Static)) == 4
        await pilot.press("f", "enter")
        await pilot.pause()
        assert app.screen.query_one(CollationView).current == 3


async def test_the_letters_stand_on_both_lists_of_names_and_give_the_keys_to_the_one(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("S")
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        found, places = app.screen.query_one("#found", Roll), app.screen.query_one("#places", Roll)
        await pilot.press("ctrl+o")
        await pilot.pause()
        last = max(app.screen.query(Static), key=lambda label: (label.region.x, label.region.y))
        assert last.region.x == places.region.x
        await pilot.press(*str(last.visual))
        await pilot.pause()
        assert places.has_focus
        assert not found.has_focus


async def test_entries_cut_off_at_the_top_of_a_long_list_get_no_letters(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        roll = app.screen.query_one(Roll)
        stories = tuple(story_of(document(f"s{n}", "Text."), id=f"s{n}") for n in range(1000))
        app.stories.arrived(Library(stories, complete=True))
        await pilot.press("G")
        roll.scroll_to(y=1001, animate=False)
        await pilot.pause()
        targets = roll.targets()
        assert targets[0].y == roll.region.y + 1
        targets[0].go()
        assert roll.place == 501
        assert all(roll.region.y <= target.y < roll.region.bottom for target in targets)
