import pytest
from handmade import two_compared, two_versions
from hypothesis import given
from hypothesis import strategies as st

from wirediff.app.reading.places import Bookmark
from wirediff.app.review.links import Join, certainty, decided_in, join_of, least_certain, margin
from wirediff.model import Row, RowRelation, RunnerUp
from wirediff.notes import Correction, decision


def row(score: float, second: float | None = None, relation: RowRelation = RowRelation.EDITED) -> Row:
    runner_up = None if second is None else RunnerUp(0, 1, 1, 2, second)
    return Row(((1,), (1,)), relation, score=score, runner_up=runner_up)


def test_a_close_runner_up_makes_a_strong_link_less_certain_than_a_weak_one() -> None:
    assert certainty(row(0.9, 0.85)) < certainty(row(0.3))


def test_how_far_a_link_is_ahead_or_behind_is_said_without_a_sign() -> None:
    assert margin(row(0.9)) == ""
    assert margin(row(0.5, 0.67)) == ", 0.17 behind the best alternative"
    assert margin(row(0.9, 0.5)) == ", 0.40 ahead of the best alternative"
    assert margin(row(0.5, 0.498)) == ", level with the best alternative"


def test_the_least_certain_stand_first_and_what_is_no_link_is_left_out() -> None:
    rows = [row(0.8), row(0.9, 0.85), row(0.0, relation=RowRelation.ONLY), row(1.0, relation=RowRelation.SAME)]
    assert least_certain(rows) == (1, 0)


def test_equal_paragraphs_that_have_a_rival_can_be_doubted() -> None:
    assert least_certain([row(1.0, 1.0, RowRelation.SAME)]) == (0,)


@pytest.mark.parametrize(
    ("one", "other", "act"), [((1,), (2,), "link"), ((1,), (2, 3), "split"), ((1, 2), (3,), "merge")]
)
def test_what_is_linked_with_what_has_a_name(one: tuple[int, ...], other: tuple[int, ...], act: str) -> None:
    assert Join(0, 1, one, other).act == act


def test_a_correction_is_found_in_the_rows_of_its_paragraphs_the_last_first() -> None:
    versions, rows = two_versions(), two_compared().collation.rows
    joins = [Join(0, 1, (2,), (3,)), Join(0, 1, (2,), (4,)), Join(0, 1, (1,), (1,))]
    kept = [
        Correction(str(place), decision(join.decided("link"), versions), "2026-11-20T16:20:00Z")
        for place, join in enumerate(joins)
    ]
    found = decided_in(kept, versions, rows[1])
    assert [(correction.id, constraint) for correction, constraint in found] == [
        ("1", joins[1].decided("link")),
        ("0", joins[0].decided("link")),
    ]
    assert join_of(rows[1], 0, 1) == joins[0]


@given(st.integers(0, 4), st.randoms(use_true_random=False))
def test_a_bookmark_finds_its_row_whatever_the_order_of_the_rows(place: int, random: object) -> None:
    from msgspec.structs import replace

    comparison = two_compared()
    rows = list(comparison.collation.rows)
    random.shuffle(rows)  # type: ignore[attr-defined]
    other = replace(comparison, collation=replace(comparison.collation, rows=tuple(rows)), differences=())
    found, difference = Bookmark.of(comparison, place, None).place(other)
    assert found is not None
    assert rows[found] == comparison.collation.rows[place]
    assert difference is None


def test_a_bookmark_finds_its_difference_also_where_another_version_is_the_base() -> None:
    from msgspec.structs import replace

    comparison = two_compared()
    turned = tuple(
        replace(
            found,
            left=found.right and replace(found.right, version=0),
            right=found.left and replace(found.left, version=1),
        )
        for found in comparison.differences[::-1]
    )
    versions = comparison.collation.versions[::-1]
    rows = tuple(replace(each, cells=each.cells[::-1]) for each in comparison.collation.rows)
    other = replace(comparison, collation=replace(comparison.collation, versions=versions, rows=rows))
    other = replace(other, differences=turned)
    for index in range(4):
        mark = Bookmark.of(comparison, comparison.differences[index].row, index)
        assert mark.place(other) == (comparison.differences[index].row, 3 - index)


def test_a_bookmark_of_the_headlines_stays_with_them() -> None:
    comparison = two_compared()
    assert Bookmark.of(comparison, None, None).place(comparison) == (None, None)


@pytest.mark.parametrize(
    ("there", "other", "two"),
    [((0, 1, 2), 2, (0, 2)), ((0, 2), 1, (0, 2)), ((0,), 2, (0, 2)), ((2,), 1, (0, 2)), ((1, 2), 1, (1, 2))],
)
def test_a_correction_begins_with_versions_that_stand_in_the_row(
    there: tuple[int, ...], other: int, two: tuple[int, int]
) -> None:
    from wirediff.app.screens.review.correct import _two

    cells = tuple((1,) if version in there else () for version in range(3))
    assert _two(Row(cells, RowRelation.EDITED), other) == two
