"""What one reads stays where it is: under other widths and forms, wrapped or cut."""

from itertools import count

import pytest
from driving import collated
from handmade import OpenReader
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace
from test_page_layout import PASSAGES

from wirediff.app.layout.page import Page
from wirediff.app.layout.place import ReadingPlace
from wirediff.app.layout.sheet import Sheet, SheetRow, blanks
from wirediff.app.widgets.collation_view import CollationView


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    columns = draw(st.integers(1, 3))
    drawn = draw(st.lists(st.tuples(*[PASSAGES] * columns), min_size=1, max_size=8))
    number = count(1)
    rows = [
        SheetRow(
            tuple(
                tuple(replace(passage, version=column, paragraph=next(number)) for passage in cell)
                for column, cell in enumerate(cells)
            ),
            range(place, place + 1),
        )
        for place, cells in enumerate(drawn)
    ]
    return Sheet(tuple(rows), tuple((column,) for column in range(columns)))


@given(sheets(), st.integers(30, 90), st.integers(30, 90), st.data())
def test_the_words_at_the_top_are_found_again_under_another_width(
    sheet: Sheet, width: int, other: int, data: st.DataObject
) -> None:
    page, narrow = Page(sheet, width), Page(sheet, other)
    worded = [line for line in range(page.height) if next(page.spots(line), None)]
    assume(worded)
    first = data.draw(st.sampled_from(worded))
    far = page.row_at(first) == 0
    place = ReadingPlace.of(page, range(first, first + 5), len(sheet.rows) - 1 if far else 0, None)
    if place.passage is not None:
        assert place.line(page) == first
        assert place.passage in [cell.passage for cell in narrow.cells(place.line(narrow))]
    assert page.row_at(place.line(page) + place.y) == narrow.row_at(place.line(narrow) + place.y)


@given(sheets(), st.integers(30, 90))
def test_a_page_of_cut_lines_has_a_line_a_passage(sheet: Sheet, width: int) -> None:
    page = Page(sheet, width, wrapped=False)
    for index, row in enumerate(sheet.rows):
        most = max(len(cell) + blanks(cell) for cell in row.cells)
        assert page.bottom(index) - page.top(index) == most
        firsts = [cell.first for line in range(page.top(index), page.bottom(index)) for cell in page.cells(line)]
        assert sum(firsts) == sum(len(cell) for cell in row.cells)


@given(sheets(), st.integers(30, 90), st.integers(0, 60))
def test_lines_moved_sideways_stand_where_they_stood(sheet: Sheet, width: int, shift: int) -> None:
    page = Page(sheet, width, wrapped=False)
    moved = page.shifted(shift)
    assert moved.height == page.height
    assert moved.shift <= page.most_shift
    for line in range(page.height):
        assert [cell.passage for cell in moved.cells(line)] == [cell.passage for cell in page.cells(line)]


def first_words(view: CollationView) -> str:
    """The first line of text in view, as far as it goes in the first column."""
    return next(text for y in range(view.size.height) if (text := view.render_line(y).text[8:30].strip()))


@pytest.mark.parametrize("widths", [(60, 120), (100, 50, 140, 120), (45, 70, 120)])
async def test_resizing_to_and_fro_ends_where_it_began(reader: OpenReader, widths: tuple[int, ...]) -> None:
    async with (app := reader()).run_test(size=(120, 14)) as pilot:
        view = await collated(pilot)
        await pilot.press("j", "j", "j", "j")
        before = view.scroll_offset.y, first_words(view), view.cursor
        assert before[0]
        for width in widths:
            await pilot.resize_terminal(width, 14)
            await pilot.pause()
        assert app.size.width == 120
        assert (view.scroll_offset.y, first_words(view), view.cursor) == before


async def test_w_cuts_lines_goes_sideways_to_a_difference_and_is_remembered(reader: OpenReader, tmp_path) -> None:
    async with (app := reader(state=tmp_path)).run_test(size=(90, 24)) as pilot:
        view = await collated(pilot)
        await pilot.press("w")
        await pilot.pause()
        assert not view.page.wrapped
        assert any("…" in view.render_line(y).text for y in range(view.size.height))
        await pilot.press(">", ">")
        moved = view.page.shift
        assert 0 < moved <= view.page.most_shift
        await pilot.press("<", "<", "<")
        assert view.page.shift == 0
        await pilot.press("n", "n")
        shown = [view.render_line(y).text for y in range(view.size.height)]
        assert any("T›al-Abadi" in text and "T›al-Abbadi" in text for text in shown)
    async with (app := reader(state=tmp_path)).run_test(size=(90, 24)) as pilot:
        view = await collated(pilot)
        assert not view.page.wrapped
        await pilot.press("w")
        await pilot.pause()
        assert view.page.wrapped
    assert app.looks.preferences.wrapped
