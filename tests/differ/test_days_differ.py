"""Dates that differ: what their reasons say."""

from tests.differ.conftest import Differ
from wirediff.kinds import Kind


def test_a_day_counted_from_what_is_told_is_a_date_and_no_figure(differ: Differ) -> None:
    (found,) = differ("Troops moved in the next day.", "Troops moved in two days later.")
    assert (found.kind, found.also) == (Kind.DATETIME, ())


def test_the_reason_names_a_month_or_a_year_and_invents_no_day(differ: Differ) -> None:
    (found,) = differ("The group rose in March 2014.", "The group rose in 1998.")
    assert found.why == "“March 2014” is in 2014-03, “1998” is in 1998"
