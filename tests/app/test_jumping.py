"""Letters on whatever can be gone to."""

from driving import settled
from handmade import OpenReader
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Static

from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.text.jump import JumpScreen, labels
from wirediff.app.widgets.collation_view import CollationView


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
