"""Days without a year, which way their clause looks, and times of day."""

from datetime import date

import pytest

from wirediff.text import dates, same_day

SATURDAY = date(2017, 11, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks resume on Monday, officials said.", "2017-11-06"),
        ("The curfew will continue until Sunday.", "2017-11-05"),
        ("On Monday, talks will resume in Geneva.", "2017-11-06"),
        ("The trial will be held on December 20.", "2017-12-20"),
        ("Fighting continued until Sunday.", "2017-10-29"),
        ("He was arrested on Monday.", "2017-10-30"),
        ("The minister, who will visit Paris, said on Monday", "2017-10-30"),
        ("The army said on Monday it will advance.", "2017-10-30"),
    ],
)
def test_a_day_is_to_come_where_its_clause_says_so(text: str, day: str) -> None:
    assert [mention.first.isoformat() for mention in dates(text, SATURDAY) if mention.first] == [day]


@pytest.mark.parametrize(("one", "other"), [("3 pm", "15:00"), ("10:30 p.m.", "22:30"), ("noon", "12:00")])
def test_one_time_of_day_is_the_same_on_either_clock(one: str, other: str) -> None:
    (ours,), (theirs,) = dates(f"at {one} there"), dates(f"at {other} there")
    assert same_day(ours, theirs) is True


def test_days_without_a_year_are_compared_by_month_and_day() -> None:
    (ours,), (theirs,), (third,) = dates("on October 7"), dates("on 7 Oct."), dates("on October 8")
    assert (same_day(ours, theirs), same_day(ours, third)) == (True, False)
