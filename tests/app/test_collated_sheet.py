from dataclasses import replace as replaced

from handmade import difference, document, side, two_compared
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wirediff.app.layout.alone import alone
from wirediff.app.layout.collated import View, sheet_of
from wirediff.app.layout.moves import Orders, off_the_order, origin
from wirediff.app.layout.sheet import Passage, Sheet, Tone
from wirediff.kinds import Kind
from wirediff.model import Collation, Comparison, Relation, Row, RowRelation

EVERY = View((0, 1), frozenset(range(4)))


def texts(sheet: Sheet) -> list[list[list[str]]]:
    return [[[passage.text for passage in cell] for cell in row.cells] for row in sheet.rows]


def test_side_by_side_each_version_has_a_column_and_the_headlines_come_first() -> None:
    sheet = sheet_of(two_compared(), EVERY)
    assert sheet.versions == ((0,), (1,))
    assert texts(sheet)[0] == [["Forces retake crossing"], ["Forces seize crossing"]]
    assert texts(sheet)[2][1] == ["Prime Minister Haider al-Abbadi released a statement."]


def test_every_paragraph_of_every_version_is_on_the_sheet() -> None:
    comparison = two_compared()
    for view in (EVERY, replaced(EVERY, unified=True)):
        shown = {passage.text for row in sheet_of(comparison, view).rows for cell in row.cells for passage in cell}
        for version in comparison.collation.versions:
            assert {paragraph.text for paragraph in version.paragraphs} <= shown


def test_a_missing_paragraph_says_in_which_version_it_is_missing() -> None:
    last = sheet_of(two_compared(), EVERY).rows[-1]
    assert last.cells[0] == (Passage("— not in Agency One", tone=Tone.ABSENT),)


def test_marks_are_put_on_the_side_that_they_belong_to() -> None:
    row = sheet_of(two_compared(), EVERY).rows[2]
    assert [[(mark.letter, mark.difference) for mark in cell[0].marks] for cell in row.cells] == [
        [("T", 1)],
        [("T", 1)],
    ]
    assert row.differences == (1,)


def test_a_difference_that_is_filtered_out_leaves_no_mark() -> None:
    sheet = sheet_of(two_compared(), View((0, 1), frozenset({0})))
    assert {
        mark.difference for row in sheet.rows for cell in row.cells for passage in cell for mark in passage.marks
    } == {0}


def test_in_one_column_equal_paragraphs_stand_once_and_others_under_their_tags() -> None:
    sheet = sheet_of(two_compared(), replaced(EVERY, unified=True))
    assert sheet.versions == ((0, 1),)
    same, edited = sheet.rows[1].cells[0], sheet.rows[2].cells[0]
    assert [passage.label for passage in same] == ["1"]
    assert [passage.label for passage in edited] == ["V1 2", "V2 3"]


def test_in_one_column_the_marks_of_versions_that_agree_are_all_kept() -> None:
    base, two, three = (document(name, text) for name, text in (("a", "the IS"), ("b", "the ISIS"), ("c", "the ISIS")))
    every = (base, two, three)
    differences = tuple(
        difference(0, Kind.NAMING, side(0, every, 1, "IS"), side(other, every, 1, "ISIS"), other) for other in (1, 2)
    )
    collation = Collation(every, Relation.SAME_REPORT, (Row(((1,), (1,), (1,)), RowRelation.EDITED),))
    row = sheet_of(Comparison(collation, differences), View((0, 1, 2), frozenset({0, 1}), unified=True)).rows[1]
    assert [passage.label for passage in row.cells[0]] == ["V1 1", "V2,V3 1"]
    assert {mark.difference for mark in row.cells[0][1].marks} == {0, 1}


def test_a_moved_row_says_on_both_sides_where_it_comes_from_in_the_numbers_of_the_base() -> None:
    moved = sheet_of(two_compared(), EVERY).rows[4]
    assert moved.moved
    assert [cell[0] for cell in moved.cells] == [Passage("↕ from ¶4, in V2 after ¶1", tone=Tone.CAPTION)] * 2
    (stacked,) = sheet_of(two_compared(), replaced(EVERY, unified=True)).rows[4].cells
    assert [passage.text for passage in stacked] == ["↕ from ¶4, in V2 after ¶1", "The desert is wide."]


def test_a_place_that_the_base_has_no_number_for_is_named_by_that_of_the_version() -> None:
    rows = (
        Row(((1,), (3,)), RowRelation.SAME),
        Row(((), (1,)), RowRelation.ONLY),
        Row(((2,), (2,)), RowRelation.SAME, moved=True),
        Row(((), (4,)), RowRelation.ONLY, moved=True),
    )
    assert Orders(rows).said(0, (0, 1)) == "↕ from ¶1, in V2 after ¶2"
    assert Orders(rows).said(3, (0, 1)) == "↕ in V2 after ¶1"


def test_a_moved_row_leads_to_the_row_it_stands_behind() -> None:
    rows = two_compared().collation.rows
    place = origin(rows, 3)
    assert place is not None
    assert place.row == 0
    assert origin(rows, 1) is None


def test_a_paragraph_at_the_beginning_of_its_version_is_placed_before_the_next() -> None:
    rows = (Row(((1,), (2,)), RowRelation.SAME), Row(((2,), (1,)), RowRelation.SAME, moved=True))
    assert Orders(rows).standing(1, 1) == (0, False)
    assert Orders(rows).said(1, (0, 1)) == "↕ from ¶2, in V2 before ¶1"


def quiet_comparison() -> Comparison:
    paragraphs = [f"Paragraph {n}." for n in range(1, 8)]
    documents = (document("one", *paragraphs), document("two", *paragraphs[:3], "Another.", *paragraphs[4:]))
    rows = tuple(
        Row(((n,), (n,)), RowRelation.EDITED if n == 4 else RowRelation.SAME) for n in range(1, len(paragraphs) + 1)
    )
    found = difference(3, Kind.WORDING, side(0, documents, 4, "Paragraph 4"), side(1, documents, 4, "Another"))
    return Comparison(Collation(documents, Relation.SAME_REPORT, rows), (found,))


def test_folding_puts_runs_of_equal_rows_into_one_and_keeps_the_rest() -> None:
    sheet = sheet_of(quiet_comparison(), View((0, 1), frozenset({0}), folded=True))
    assert [row.folded for row in sheet.rows] == [False, True, False, True]
    assert sheet.rows[1].cells[0][0].text == "⋯ 3 paragraphs the same"
    assert [list(row.rows) for row in sheet.rows] == [[], [0, 1, 2], [3], [4, 5, 6]]


def test_a_run_that_is_quiet_only_by_the_filter_is_not_called_the_same() -> None:
    sheet = sheet_of(quiet_comparison(), View((0, 1), frozenset(), folded=True))
    assert sheet.rows[1].cells[0][0].text == "⋯ 7 paragraphs without a difference shown"


def test_rows_of_the_collation_are_found_on_a_folded_sheet() -> None:
    sheet = sheet_of(quiet_comparison(), View((0, 1), frozenset({0}), folded=True))
    assert [sheet.row_of(row) for row in (None, 0, 2, 3, 4, 6)] == [0, 1, 1, 2, 3, 3]


def test_a_row_without_any_of_the_versions_in_view_is_left_out() -> None:
    documents = tuple(document(name, "Text.") for name in "abc")
    rows = (Row(((1,), (1,), ()), RowRelation.SAME), Row(((), (), (1,)), RowRelation.ONLY))
    sheet = sheet_of(Comparison(Collation(documents, Relation.RELATED, rows), ()), View((0, 1), frozenset()))
    assert [list(row.rows) for row in sheet.rows] == [[], [0]]
    assert sheet.row_of(1) == 1


def test_controls_and_markup_in_a_story_are_shown_and_not_obeyed() -> None:
    evil = document("evil", "a\x1b[31mb [bold]c[/bold] \u202ed", headline="\x07bell")
    comparison = Comparison(Collation((evil, evil), Relation.SAME_REPORT, (Row(((1,), (1,)), RowRelation.SAME),)), ())
    shown = "".join(
        text for row in texts(sheet_of(comparison, View((0, 1), frozenset()))) for cell in row for text in cell
    )
    assert shown.isprintable()
    assert "[bold]c[/bold]" in shown


def test_read_alone_what_was_left_out_stands_in_its_place_with_the_reason() -> None:
    one = two_compared().collation.versions[0]
    rows = alone(one).rows
    assert rows[0].cells[0][0].tone is Tone.HEADLINE
    assert rows[1].cells[0][0] == Passage("Connect with us  [navigation]", "–", Tone.LEFT_OUT)
    assert [row.cells[0][0].paragraph for row in rows[2:]] == [1, 2, 3, 4]


def test_left_out_text_without_a_line_follows_the_story() -> None:
    one = two_compared().collation.versions[0]
    pieces = tuple(replace(piece, line=None) for piece in one.left_out)
    assert alone(replace(one, left_out=pieces)).rows[-1].cells[0][0].tone is Tone.LEFT_OUT


def test_in_one_column_the_versions_without_a_paragraph_are_named_in_one_line() -> None:
    documents = tuple(document(name, *text) for name, text in (("a", ()), ("b", ("Text.",)), ("c", ())))
    rows = (Row(((), (1,), ()), RowRelation.ONLY),)
    comparison = Comparison(Collation(documents, Relation.RELATED, rows), ())
    row = sheet_of(comparison, View((0, 1, 2), frozenset(), unified=True)).rows[1]
    assert [passage.text for passage in row.cells[0]] == ["Text.", "— not in V1 a.txt, V3 c.txt"]


def test_a_move_that_only_a_version_out_of_view_shows_is_not_flagged() -> None:
    documents = tuple(document(name, "One.", "Two.") for name in "abc")
    rows = (
        Row(((1,), (1,), (2,)), RowRelation.SAME, moved=True),
        Row(((2,), (2,), (1,)), RowRelation.SAME, moved=True),
    )
    comparison = Comparison(Collation(documents, Relation.SAME_REPORT, rows), ())
    assert [row.moved for row in sheet_of(comparison, View((0, 1), frozenset())).rows] == [False] * 3
    assert any(row.moved for row in sheet_of(comparison, View((0, 1, 2), frozenset())).rows)


def moved_together() -> Comparison:
    """Two rows that the other version has one after the other, at another place."""
    paragraphs = [f"Paragraph {n}." for n in range(1, 6)]
    documents = (document("one", *paragraphs), document("two", *(paragraphs[n - 1] for n in (3, 4, 1, 2, 5))))
    places = {1: 3, 2: 4, 3: 1, 4: 2, 5: 5}
    rows = tuple(Row(((n,), (places[n],)), RowRelation.SAME, moved=n in (3, 4)) for n in places)
    return Comparison(Collation(documents, Relation.SAME_REPORT, rows), ())


def test_of_rows_that_moved_together_each_is_flagged_and_the_first_says_where_they_stand() -> None:
    comparison = moved_together()
    rows = sheet_of(comparison, View((0, 1), frozenset())).rows[1:]
    assert [row.moved for row in rows] == [False, False, True, True, False]
    assert [row.cells[1][0].tone is Tone.CAPTION for row in rows] == [False, False, True, False, False]
    assert origin(comparison.collation.rows, 3) == origin(comparison.collation.rows, 2) is not None


@given(st.permutations(range(1, 8)))
def test_a_row_is_off_the_order_where_another_stands_on_the_wrong_side_of_it(order: list[int]) -> None:
    rows = [Row(((n,), (place,)), RowRelation.SAME, moved=True) for n, place in enumerate(order, 1)]
    crossed = {
        index
        for index, place in enumerate(order)
        for other in range(7)
        if (index < other) != (place < order[other])
        if index != other
    }
    assert off_the_order(rows, (0, 1)) == crossed
    assert off_the_order(rows, (0,)) == frozenset()


@given(st.booleans(), st.booleans(), st.sets(st.integers(0, 3)))
def test_what_a_sheet_knows_without_making_rows_is_what_its_rows_say(
    unified: bool, folded: bool, shown: set[int]
) -> None:
    comparison = two_compared()
    sheet = sheet_of(comparison, View((0, 1), frozenset(shown), unified, folded))
    made = Sheet(tuple(sheet.rows), sheet.versions)
    assert list(sheet.stops) == made.stops
    assert sheet.label_width == made.label_width
    assert list(reversed(sheet.rows)) == list(sheet.rows)[::-1] == sheet.rows[::-1]
    gravest = [
        max((comparison.differences[index].severity.rank + 1 for index in row.differences), default=0)
        for row in sheet.rows
    ]
    assert list(sheet.weights) == gravest


def test_in_one_column_a_version_that_has_it_elsewhere_says_where() -> None:
    documents = (document("a", "One. Two."), document("b", "One."), document("c", "Two.", "One. Two."))
    rows = (
        Row(((1,), (1,), ()), RowRelation.PARTIAL),
        Row(((1,), (), (2,)), RowRelation.SAME),
        Row(((), (), (1,)), RowRelation.ONLY),
    )
    comparison = Comparison(Collation(documents, Relation.RELATED, rows), ())
    cells = [row.cells[0] for row in sheet_of(comparison, View((0, 1, 2), frozenset(), unified=True)).rows[1:]]
    assert [cell[-1].text for cell in cells] == [
        "— see ¶2 of V3 c.txt",
        "— see ¶1 of V2 b.txt",
        "— not in V1 a.txt, V2 b.txt",
    ]
