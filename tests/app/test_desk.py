from dataclasses import replace

import pytest
from handmade import difference, document, side, two_compared

from wirediff.app.reading.desk import COLUMN, Desk, Filter, Form
from wirediff.kinds import Kind, Severity
from wirediff.model import Collation, Comparison, Relation, Row, RowRelation


def many(count: int) -> Desk:
    documents = tuple(document(f"d{n}", f"IS{n}") for n in range(count))
    cells = ((1,),) * count
    found = tuple(
        difference(0, Kind.NAMING, side(0, documents, 1, "IS0"), side(n, documents, 1, f"IS{n}"), n)
        for n in range(1, count)
    )
    return Desk.of(Comparison(Collation(documents, Relation.SAME_REPORT, (Row(cells, RowRelation.EDITED),)), found))


def test_stepping_visits_every_difference_once_and_stops_at_both_ends() -> None:
    desk = Desk.of(two_compared())
    forward, current = [], None
    while (current := desk.step(1, None, current)) is not None:
        forward.append(current)
    assert forward == [0, 1, 2, 3]
    backward, current = [3], 3
    while (current := desk.step(-1, None, current)) is not None:
        backward.append(current)
    assert backward == [3, 2, 1, 0]


@pytest.mark.parametrize(
    ("row", "direction", "found"),
    [(None, 1, 0), (0, 1, 1), (1, 1, 1), (3, 1, 3), (3, -1, 2), (1, -1, 0), (None, -1, None)],
)
def test_without_a_current_difference_stepping_counts_from_the_row(
    row: int | None, direction: int, found: int | None
) -> None:
    assert Desk.of(two_compared()).step(direction, row, None) == found


def test_a_filter_takes_differences_out_of_the_way() -> None:
    desk = replace(Desk.of(two_compared()), filter=Filter(frozenset({Kind.WORDING}), Severity.SERIOUS))
    assert desk.seen == (2,)
    assert desk.step(1, None, None) == 2
    assert desk.step(1, None, 2) is None
    assert desk.position(2) == "1/1"
    assert desk.position(0) == ""


def test_the_differences_of_a_row_are_found() -> None:
    desk = Desk.of(two_compared())
    assert [list(desk.in_row(row)) for row in (None, 0, 1, 4)] == [[0], [], [1], [3]]


def test_a_narrow_terminal_gets_one_column_unless_asked_otherwise() -> None:
    desk = Desk.of(two_compared())
    assert desk.view(80).unified
    assert not desk.view(100).unified
    assert not replace(desk, form=Form.SPLIT).view(64).unified
    assert replace(desk, form=Form.UNIFIED).view(200).unified


def test_forms_follow_each_other_round_and_round() -> None:
    assert Form.AUTO.following().following().following() is Form.AUTO


def test_where_not_all_versions_fit_those_around_the_side_in_use_are_shown() -> None:
    desk = many(6)
    width = 3 * COLUMN
    assert desk.view(width).versions == (0, 1, 2)
    assert replace(desk, side=3).view(width).versions == (0, 3, 4)
    assert replace(desk, side=5).view(width).versions == (0, 4, 5)
    assert desk.view(6 * COLUMN).versions == (0, 1, 2, 3, 4, 5)


def test_every_side_can_be_reached_and_is_then_in_view() -> None:
    desk = many(5)
    reached = set()
    for _ in range(5):
        desk = desk.turned(1)
        reached.add(desk.side)
        assert desk.side in desk.view(2 * COLUMN).versions
    assert reached == set(range(5))


def test_a_version_that_is_hidden_takes_its_differences_with_it() -> None:
    desk = replace(many(4), others=(1, 3))
    assert [desk.comparison.differences[index].against for index in desk.seen] == [1, 3]


def test_another_form_keeps_the_version_of_the_current_difference_in_view() -> None:
    desk = replace(many(5), form=Form.UNIFIED)
    last = desk.seen[-1]
    shown = replace(desk, form=Form.AUTO).reformed(last).view(3 * COLUMN)
    assert desk.comparison.differences[last].against in shown.versions
    assert len(shown.versions) < 5
    assert desk.reformed(None).side == desk.side
