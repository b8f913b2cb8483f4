"""Selecting and copying: what is copied is what the file says, from one column, and harmless to whoever pastes it."""

from driving import collated
from handmade import OpenReader, document, two_compared, two_versions
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from test_page_layout import compared_page, pages

from wirediff.app.layout.lights import Light, Span, lit, over
from wirediff.app.layout.page import Page
from wirediff.app.layout.selection import Selection
from wirediff.app.layout.sheet import Passage, Sheet, SheetRow
from wirediff.app.layout.typeset import Run
from wirediff.app.screens.text import copying


@given(pages(), st.data())
def test_a_selection_stays_in_its_column_and_comes_out_in_reading_order(page: Page, data: st.DataObject) -> None:
    column = data.draw(st.integers(0, page.columns - 1))
    places = st.tuples(st.integers(-2, page.width + 2), st.integers(-2, page.height + 2))
    spots = [page.spot(*data.draw(places), column) for _ in range(2)]
    if None in spots:
        return
    parts = list(Selection(*spots).parts(page.sheet))
    assert {part.key[1] for part in parts} <= {column}
    assert [part.key for part in parts] == sorted({part.key for part in parts})
    assert all(0 <= part.start <= part.end <= len(part.passage.text) for part in parts)
    assert parts == list(Selection(*reversed(spots)).parts(page.sheet))


@given(pages(), st.data())
def test_the_place_under_a_cell_is_the_place_that_is_drawn_there(page: Page, data: st.DataObject) -> None:
    line = data.draw(st.integers(0, page.height - 1))
    for column, part in enumerate(page.cells(line)):
        if part.passage is None:
            continue
        cell = page.column_start(column) + page.margin
        for run in part.line:
            spot = page.spot(cell, line, column)
            assert spot is not None
            assert spot.passage == part.number
            assert cell_len(part.passage.text[run.at : spot.at]) == 0  # an accent without its letter takes no cell
            cell += cell_len(run.text)


def test_from_the_top_to_the_bottom_all_of_a_column_is_selected() -> None:
    one, two = two_versions()
    page = compared_page(90)
    for column, each in enumerate((one, two)):
        spots = page.spot(0, 0, column), page.spot(page.width, page.height, column)
        texts = [
            part.passage.text[part.start : part.end]
            for part in Selection(*spots).parts(page.sheet)
            if part.passage.paragraph is not None
        ]
        order = [p for row in two_compared().collation.rows for p in row.cells[column]]
        assert texts == [each.headline, *(each.text_of(number) for number in order)]


def test_copied_text_is_that_of_the_file_without_marks_and_with_its_escapes_disarmed() -> None:
    version = document("a", "He said \x1b]52;c;eA==\x07 \u200dtwice.")
    passage = Passage("He said ␛]52;c;eA==␇ \u2060twice.", "1", version=0, paragraph=1)
    sheet = Sheet((SheetRow(((passage,),), range(1)),), ((0,),))
    page = Page(sheet, 14)
    spots = page.spot(0, 0, 0), page.spot(99, 99, 0)
    copied = copying.selection(tuple(Selection(*spots).parts(sheet)), [version])
    assert copied.text == "He said ␛]52;c;eA==␇ \u200dtwice."


@given(st.text("ab", max_size=20), st.integers(0, 9), st.lists(st.integers(0, 30), max_size=6, unique=True))
def test_a_lit_run_keeps_its_text(text: str, at: int, ends: list[int]) -> None:
    ends = sorted(ends)[: len(ends) // 2 * 2]
    spans = [Span(start, end, Light.MATCH) for start, end in zip(ends[::2], ends[1::2], strict=True)]
    pieces = list(lit(Run(text, at=at), spans))
    assert "".join(piece for piece, _ in pieces) == text
    place = at
    for piece, light in pieces:
        for offset in range(place, place + len(piece)):
            assert (light is Light.MATCH) == any(span.start <= offset < span.end for span in spans)
        place += len(piece)


def test_a_selection_is_seen_over_a_match() -> None:
    match = Span(2, 8, Light.MATCH)
    chosen = Span(4, 6, Light.SELECTED)
    assert over([match], chosen) == (Span(2, 4, Light.MATCH), chosen, Span(6, 8, Light.MATCH))


async def test_dragging_selects_in_one_column_and_y_copies_it(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 40)) as pilot:
        view = await collated(pilot)
        page = view.page
        start = page.column_start(1) + page.margin
        (line,) = [n for n in range(page.height) if any(run.text == "al-Abbadi" for run in page.cells(n)[1].line)]
        words = "".join(run.text for run in page.cells(line)[1].line)
        letter = cell_len(words[: words.index("T›")])
        await pilot.mouse_down(view, offset=(start + letter, line))
        await pilot.hover(view, offset=(start + letter + 11, line))
        await pilot.hover(view, offset=(3, line))  # over the other column
        assert [part.key[1] for part in view.selected] == [1]
        await pilot.hover(view, offset=(start + letter + 11, line))
        await pilot.mouse_up(view, offset=(start + letter + 11, line))
        await pilot.press("y")
        assert app.clipboard == "al-Abbadi"
        assert any(segment.style.reverse for segment in view.render_line(line) if "Abbadi" in segment.text)
        await pilot.click(view, offset=(3, 0))
        assert view.selected == ()


async def test_y_copies_the_difference_then_the_paragraph_of_the_side(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 40)) as pilot:
        await collated(pilot)
        await pilot.press("n", "n", "y")
        assert app.clipboard == "al-Abadi → al-Abbadi"
        await pilot.press("y")
        assert app.clipboard == "Prime Minister Haider al-Abadi released a statement."
        await pilot.press("l", "y", "y")
        assert app.clipboard == "Prime Minister Haider al-Abbadi released a statement."
        await pilot.press("g", "y")
        assert app.clipboard == "Forces seize crossing"


async def test_read_alone_y_copies_the_paragraph(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 40)) as pilot:
        await collated(pilot)
        await pilot.press("R", "}", "}", "y")
        assert app.clipboard == "Forces retook the crossing on Friday."
