from dataclasses import replace

import pytest
from handmade import two_compared
from hypothesis import given
from hypothesis import strategies as st

from wirediff.app.reading.desk import Filter
from wirediff.app.review.sought import Judged, Order, Sides, Sought, following, sought
from wirediff.kinds import Kind, Severity

COMPARISON = two_compared()
EVERY = tuple(range(len(COMPARISON.differences)))
SOUGHT = st.builds(
    Sought,
    filter=st.builds(Filter, st.frozensets(st.sampled_from(Kind)), st.sampled_from(Severity)),
    words=st.sampled_from(["", "IS", "abadi", "nowhere"]),
    sides=st.sampled_from(Sides),
    judged=st.sampled_from(Judged),
    order=st.sampled_from(Order),
    backwards=st.booleans(),
)


def found(**wanted: object) -> tuple[int, ...]:
    return sought(COMPARISON, EVERY, Sought(**wanted), judged={1})  # type: ignore[arg-type]


def test_everything_is_listed_in_its_place() -> None:
    assert found() == EVERY


def test_words_are_looked_for_on_both_sides_whatever_their_case() -> None:
    assert found(words="AL-AB") == (1,)
    assert found(words="isis") == (2,)
    assert found(words="stormed") == (3,)


@pytest.mark.parametrize(("sides", "indexes"), [(Sides.BOTH, (0, 1, 2)), (Sides.RIGHT, (3,)), (Sides.LEFT, ())])
def test_a_side_that_has_nothing_is_told_apart(sides: Sides, indexes: tuple[int, ...]) -> None:
    assert found(sides=sides) == indexes


def test_the_judged_and_the_unjudged_share_the_list_out() -> None:
    assert found(judged=Judged.YES) == (1,)
    assert found(judged=Judged.NO) == (0, 2, 3)


def test_kinds_and_severities_are_left_out() -> None:
    assert found(filter=Filter(frozenset({Kind.WORDING}), Severity.NOTABLE)) == (1, 2, 3)


def test_the_gravest_come_first_and_equals_keep_their_place() -> None:
    assert found(order=Order.SEVERITY) == (2, 1, 3, 0)
    assert found(order=Order.KIND) == (3, 2, 1, 0)
    assert found(order=Order.TEXT) == (3, 1, 2, 0)


@given(SOUGHT)
def test_no_order_loses_or_invents_a_difference(wanted: Sought) -> None:
    in_place = sought(COMPARISON, EVERY, replace(wanted, order=Order.PLACE, backwards=False), {1})
    assert sorted(sought(COMPARISON, EVERY, wanted, {1})) == list(in_place)


@given(SOUGHT)
def test_all_that_is_left_out_is_said(wanted: Sought) -> None:
    if sought(COMPARISON, EVERY, wanted, {1}) != EVERY:
        assert wanted.named()
    assert sorted(sought(COMPARISON, EVERY, wanted.everything, {1})) == list(EVERY)


def test_choices_follow_each_other_round_and_round() -> None:
    choice = Sides.ANY
    for _ in Sides:
        choice = following(choice)
    assert choice is Sides.ANY
