"""Figures: what is the same value in other words, and what is not, however alike it looks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.differ.conftest import Differ
from wirediff.kinds import Kind, Severity
from wirediff.text import Quantity, quantities
from wirediff.text.measures import likeness


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Shares moved -0.5 percent.", "Shares moved 0.5 percent."),
        ("It was −12 C in Oslo.", "It was 12 C in Oslo."),
        ("She won 5-7, 6-3, 6-2.", "She won 7-5, 6-3, 6-2."),
        ("The Senate voted 52-48 to pass it.", "The Senate voted 48-52 to pass it."),
        ("Exports more than doubled last year.", "Exports nearly tripled last year."),
        ("Few residents fled the town.", "No residents fled the town."),
        ("The town is 72 kilometres from the border.", "The town is 60 miles from the border."),
    ],
)
def test_another_value_is_one_serious_number_difference(differ: Differ, left: str, right: str) -> None:
    (found,) = differ(left, right)
    assert (found.kind, found.severity) == (Kind.NUMBER, Severity.SERIOUS)
    assert "one side only" not in found.why


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("About half of the voters stayed home.", "About 50 percent of the voters stayed home."),
        ("Two in five of the voters stayed home.", "40 percent of the voters stayed home."),
        ("It ended a two-decade ban.", "It ended a 20-year ban."),
        ("A couple of soldiers were killed.", "Two soldiers were killed."),
        ("Sales rose in the first three months.", "Sales rose in the first quarter."),
        ("The driver, 36, was arrested.", "The 36-year-old driver was arrested."),
        ("It lasted two weeks.", "It lasted 14 days."),
    ],
)
def test_equal_values_are_spelling_and_say_so(differ: Differ, left: str, right: str) -> None:
    found = differ(left, right)
    assert found
    assert {each.kind for each in found} == {Kind.SPELLING}
    assert all("the same value" in each.why for each in found)


def test_a_figure_that_stands_elsewhere_in_other_words_is_not_missing(differ: Differ) -> None:
    found = differ("The nine-month battle for Mosul ended.", "The battle for Mosul, which lasted nine months, ended.")
    assert all(Kind.NUMBER not in {each.kind, *each.also} for each in found)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The town is 72 kilometres from the border.", "The town is 45 miles from the border."),
        ("It reached 40 Celsius in the city.", "It reached 104 Fahrenheit in the city."),
        ("It burnt 2,500 hectares (6,200 acres) of forest.", "It burnt 25 square kilometres of forest."),
        ("It lies 18.5 km from the border.", "It lies 11.5 miles from the border."),
        ("It burnt 2,500 hectares (6,200 acres) of forest.", "It burnt 2,500 hectares of forest."),
    ],
)
def test_a_converted_measure_is_notable_wording(differ: Differ, left: str, right: str) -> None:
    (found,) = differ(left, right)
    assert (found.kind, found.severity) == (Kind.WORDING, Severity.NOTABLE)


def test_a_sum_answers_the_sum_in_the_same_currency(differ: Differ) -> None:
    found = differ("It is worth 4.2 trillion yen ($28 billion).", "It is worth 4.2 billion yen ($28 million).")
    assert [each.why for each in found] == [
        "“4.2 trillion yen” against “4.2 billion yen”",
        "“$28 billion” against “$28 million”",
    ]


def test_what_it_rose_by_and_what_it_rose_to_are_two_figures() -> None:
    assert [each.text for each in quantities("Oil rose 45 cents to $83.20 a barrel.")] == ["45 cents", "$83.20"]
    assert [each.text for each in quantities("It rose 5 percent to 45 percent.")] == ["5 percent", "45 percent"]


figures = st.builds(
    lambda number, unit: quantities(f"{number} {unit}")[0],
    st.integers(1, 1_700),
    st.sampled_from(
        ["km", "miles", "hectares", "acres", "kg", "pounds", "days", "weeks", "months", "years", "percent"]
    ),
)


@given(figures, figures)
def test_whether_values_are_alike_does_not_hang_on_their_order(one: Quantity, other: Quantity) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == "same"
