"""Two versions shown in one place in turn: only the words change, nothing moves."""

from driving import collated, said, settled
from handmade import OpenReader, two_compared
from test_page_layout import compared_page

from wirediff.app.layout.page import Page
from wirediff.app.reading.desk import Desk, Form
from wirediff.app.screens.compare.blinking import swapped
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.widgets.collation_view import CollationView


def shown(view: CollationView, column: int) -> list[str]:
    start = view.page.column_start(column) + view.page.margin
    return [view.render_line(y).text[start : start + view.page.text_width] for y in range(view.size.height)]


def test_another_face_moves_no_row() -> None:
    page = compared_page(90)
    turned = page.facing((0, 0))
    assert [turned.top(row) for row in range(len(page.sheet.rows))] == [
        page.top(row) for row in range(len(page.sheet.rows))
    ]
    assert turned.versions == ((0,), (0,))


def test_swapping_twice_is_as_before() -> None:
    page = compared_page(90)
    for side in (0, 1):
        once = page.facing(swapped(page, side))
        assert once.faces != tuple(range(once.columns))
        assert swapped(once, side) == page.faces
    single = Page(page.sheet, 90, faces=(0,))
    assert swapped(single, 0) == (1,)


def test_sixty_cells_are_one_column_whatever_was_chosen() -> None:
    for form in Form:
        assert Desk(two_compared(), (1,), form).view(60).unified
    assert not Desk(two_compared(), (1,), Form.SPLIT).view(80).unified


async def test_b_shows_the_base_in_the_place_of_the_other_and_back(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 20)) as pilot:
        view = await collated(pilot)
        await pilot.press("n", "n")
        place, left, right = view.scroll_offset.y, shown(view, 0), shown(view, 1)
        assert left != right
        await pilot.press("b")
        assert shown(view, 1) == shown(view, 0) == left
        assert (view.scroll_offset.y, view.current) == (place, 1)
        await pilot.press("b")
        assert shown(view, 1) == right
        await pilot.press("b", "escape")
        assert (shown(view, 0), shown(view, 1)) == (left, right)
        assert isinstance(app.screen, CompareScreen)


async def test_in_one_column_b_shows_one_version_at_a_time(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(60, 24)) as pilot:
        view = await collated(pilot)
        await pilot.press("b")
        await pilot.pause()
        base = shown(view, 0)
        tops = [view.page.top(row) for row in range(len(view.page.sheet.rows))]
        await pilot.press("b")
        assert any("al-Abadi" in line for line in base)
        assert any("al-Abbadi" in line for line in shown(view, 0))
        assert [view.page.top(row) for row in range(len(view.page.sheet.rows))] == tops
        await pilot.press("escape")
        await pilot.pause()
        assert view.page.sheet.columns == 1
        assert isinstance(app.screen, CompareScreen)


async def test_while_two_versions_blink_a_line_says_so_and_the_next_esc_only_ends_it(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 20)) as pilot:
        await collated(pilot)
        await pilot.press("b", "b")
        assert said(app, "#status") == "blinking V1/V2 · b flips · Esc ends"
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        assert "blinking" not in said(app, "#status")
        await pilot.press("escape")
        assert app.screen is app.stories
