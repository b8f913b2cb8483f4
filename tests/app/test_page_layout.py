from handmade import two_compared
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from wirediff.app.layout.collated import View, sheet_of
from wirediff.app.layout.page import Page
from wirediff.app.layout.sheet import Passage, Sheet, SheetRow, Tone
from wirediff.app.legible import legible
from wirediff.app.settings.themes import Shelf
from wirediff.app.widgets.paint import Painter

PALETTE = Shelf().read("dark").palette()
TEXTS = st.text("ab 日é\u0301👩\u200d", max_size=50).map(legible)
TONES = st.sampled_from([Tone.BODY, Tone.HEADLINE])
PASSAGES = st.lists(st.builds(lambda text, tone: Passage(text, tone=tone), TEXTS, TONES), max_size=3).map(tuple)


@st.composite
def pages(draw: st.DrawFn) -> Page:
    columns = draw(st.integers(1, 3))
    rows = draw(st.lists(st.tuples(*[PASSAGES] * columns), min_size=1, max_size=8))
    sheet = Sheet(tuple(SheetRow(cells, range(n, n + 1)) for n, cells in enumerate(rows)), ((0,),) * columns)
    return Page(sheet, draw(st.integers(1, 90)), wrapped=draw(st.booleans()))


@given(pages())
def test_every_line_belongs_to_a_row_and_every_row_has_its_lines(page: Page) -> None:
    by_row: dict[int, list[int]] = {}
    for line in range(page.height):
        by_row.setdefault(page.row_at(line), []).append(line)
    assert by_row == {row: list(range(page.top(row), page.bottom(row) + 1)) for row in range(len(page.sheet.rows))}


@given(pages(), st.integers(-3, 200))
def test_every_drawn_line_is_exactly_as_wide_as_the_page(page: Page, line: int) -> None:
    drawn = Painter(PALETTE).line(page, line, cursor=0, current=None)
    assert sum(cell_len(segment.text) for segment in drawn) == page.width


@given(pages())
def test_lines_off_the_page_belong_to_its_ends_and_show_nothing(page: Page) -> None:
    assert page.row_at(-5) == 0
    assert page.row_at(page.height + 5) == len(page.sheet.rows) - 1
    assert page.cells(page.height) == ()


@given(pages())
def test_the_last_line_of_a_row_is_blank(page: Page) -> None:
    for row in range(len(page.sheet.rows)):
        assert all(cell.passage is None for cell in page.cells(page.bottom(row)))


def compared_page(width: int, *, unified: bool = False) -> Page:
    comparison = two_compared()
    return Page(sheet_of(comparison, View((0, 1), frozenset(range(4)), unified)), width)


@given(st.integers(30, 160), st.booleans())
def test_the_line_of_a_difference_shows_its_mark(width: int, unified: bool) -> None:
    page = compared_page(width, unified=unified)
    for index, row in enumerate(page.sheet.rows):
        for which in row.differences:
            line = page.line_of(index, which)
            assert any(which in run.differences for cell in page.cells(line) for run in cell.line)


def test_what_is_drawn_at_a_place_is_what_a_click_there_finds() -> None:
    page = compared_page(90)
    for line in range(page.height):
        for column, cell in enumerate(page.cells(line)):
            place = page.column_start(column) + page.margin
            for run in cell.line:
                assert page.hit(place, line).differences == run.differences
                assert page.hit(place, line).column == column
                place += cell_len(run.text)


def test_a_click_beside_the_columns_finds_a_row_but_no_difference() -> None:
    page = compared_page(90)
    assert page.hit(0, 0) == (0, None, ())


def test_cells_of_a_row_stand_at_the_same_height() -> None:
    page = compared_page(60)
    for row, item in enumerate(page.sheet.rows):
        first = page.cells(page.top(row))
        assert [cell.passage for cell in first] == [cell[0] for cell in item.cells]


def test_a_very_narrow_page_is_cut_at_its_edge_and_not_refused() -> None:
    page = compared_page(5)
    drawn = Painter(PALETTE).line(page, 0, cursor=0, current=None)
    assert sum(cell_len(segment.text) for segment in drawn) == 5


def test_a_row_that_is_moved_and_has_a_note_shows_both_one_under_the_other() -> None:
    page = compared_page(90)
    place = next(index for index, row in enumerate(page.sheet.rows) if row.moved)
    painter = Painter(PALETTE, noted_rows=frozenset(page.sheet.rows[place].rows))
    flags = [painter.line(page, page.top(place) + down, cursor=0, current=None)[1].text for down in range(2)]
    assert flags == ["✎", "↕"]


def test_in_one_column_headlines_stand_together_and_paragraphs_apart() -> None:
    page = compared_page(80, unified=True)
    headlines = len(page.sheet.rows[0].cells[0])
    assert headlines > 1
    assert page.bottom(0) - page.top(0) == headlines
    row = next(n for n, each in enumerate(page.sheet.rows) if n and len(each.cells[0]) > 1)
    passages = [cells[0].passage for cells in map(page.cells, range(page.top(row), page.bottom(row)))]
    assert None in passages


@given(pages(), st.integers(0, 8), st.integers(1, 4))
def test_a_page_of_some_rows_only_shows_them_as_the_whole_page_does(page: Page, row: int, most: int) -> None:
    only = page.sheet.around(min(row, len(page.sheet.rows) - 1), most)
    part = Page(page.sheet, page.width, wrapped=page.wrapped, only=only)
    assert len(only) == min(most, len(page.sheet.rows))
    assert part.height == sum(page.top(n + 1) - page.top(n) for n in only)
    for line in range(part.height):
        shown = part.row_at(line)
        assert shown in only
        assert not part.lacks(shown)
        assert part.cells(line) == page.cells(line + page.top(only.start))
    assert [n for n in range(len(page.sheet.rows)) if part.lacks(n)] == [
        n for n in range(len(page.sheet.rows)) if n not in only
    ]
