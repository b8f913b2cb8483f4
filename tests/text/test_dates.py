from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.text import dates, same_day

SATURDAY = date(2017, 11, 4)


def words(table: str) -> list[str]:
    return table.split()


def found(text: str, published: date | None = SATURDAY) -> list[str]:
    return [mention.text for mention in dates(text, published)]


def days(text: str, published: date | None = SATURDAY) -> tuple[str, str] | None:
    (mention,) = dates(text, published)
    if mention.first is None or mention.last is None:
        return None
    return mention.first.isoformat(), mention.last.isoformat()


def precision(text: str) -> str:
    (mention,) = dates(text, SATURDAY)
    return mention.precision


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Friday", "2017-11-03"),
        ("on Saturday", "2017-11-04"),
        ("on Sunday", "2017-10-29"),
        ("last Saturday", "2017-10-28"),
        ("next Saturday", "2017-11-11"),
        ("next Monday", "2017-11-06"),
        ("this Sunday", "2017-11-05"),
        ("Early Friday morning", "2017-11-03"),
        ("Saturday’s push", "2017-11-04"),
        ("(November 3rd)", "2017-11-03"),
        ("3 November 2017", "2017-11-03"),
        ("18 June, 2017", "2017-06-18"),
        ("Nov. 3", "2017-11-03"),
        ("NOV 3 (Reuters)", "2017-11-03"),
        ("since June 6", "2017-06-06"),
        ("the 3rd of November", "2017-11-03"),
        ("Sunday, Nov. 5", "2017-11-05"),
        ("on November 30", "2017-11-30"),
        ("on December 24", "2016-12-24"),
        ("on February 29", "2016-02-29"),
        ("March 4", "2017-03-04"),
        ("July 4, 1776", "1776-07-04"),
        ("2017-11-03", "2017-11-03"),
        ("2017-11-03T10:00:00Z", "2017-11-03"),
        ("3.11.2017", "2017-11-03"),
        ("25/12/2016", "2016-12-25"),
        ("12/25/2016", "2016-12-25"),
        ("today", "2017-11-04"),
        ("yesterday morning", "2017-11-03"),
        ("last night", "2017-11-03"),
        ("tomorrow", "2017-11-05"),
        ("two days ago", "2017-11-02"),
        ("twenty-one days ago", "2017-10-14"),
        ("a day ago", "2017-11-03"),
    ],
)
def test_a_day_is_resolved_against_the_day_of_publication(text: str, day: str) -> None:
    assert days(text) == (day, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("last week", "2017-10-23", "2017-10-29"),
        ("this week", "2017-10-30", "2017-11-05"),
        ("three weeks ago", "2017-10-09", "2017-10-15"),
        ("last weekend", "2017-10-28", "2017-10-29"),
        ("last month", "2017-10-01", "2017-10-31"),
        ("earlier this month", "2017-11-01", "2017-11-04"),
        ("later this month", "2017-11-04", "2017-11-30"),
        ("13 months ago", "2016-10-01", "2016-10-31"),
        ("last year", "2016-01-01", "2016-12-31"),
        ("in June 2014", "2014-06-01", "2014-06-30"),
        ("in September", "2017-09-01", "2017-09-30"),
        ("in February 2016", "2016-02-01", "2016-02-29"),
        ("last May", "2017-05-01", "2017-05-31"),
        ("last November", "2016-11-01", "2016-11-30"),
        ("next January", "2018-01-01", "2018-01-31"),
        ("mid-June", "2017-06-11", "2017-06-20"),
        ("June 14-16, 2014", "2014-06-14", "2014-06-16"),
        ("3–5 November", "2017-11-03", "2017-11-05"),
        ("since 2014", "2014-01-01", "2014-12-31"),
        ("2014-16", "2014-01-01", "2016-12-31"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("the '90s", "1990-01-01", "1999-12-31"),
    ],
)
def test_longer_stretches_cover_their_first_to_their_last_day(text: str, first: str, last: str) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    "text", ["3 pm", "15:30", "0900 GMT", "3/4/2017", "several weeks ago", "recent months", "last summer", "noon"]
)
def test_what_names_no_day_is_found_but_not_resolved(text: str) -> None:
    assert found(text) == [text]
    assert days(text) is None


@pytest.mark.parametrize("text", ["Friday", "November 3rd", "in September", "yesterday", "last week", "two days ago"])
def test_nothing_relative_is_resolved_without_a_day_of_publication(text: str) -> None:
    assert days(text, None) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Friday (November 3rd)", ["Friday", "November 3rd"]),
        ("on Friday, November 3, 2017, he said", ["Friday, November 3, 2017"]),
        ("from October 30-November 3", ["October 30", "November 3"]),
        ("at 3:30 p.m. local time (1230 GMT) on Friday", ["3:30 p.m. local time", "1230 GMT", "Friday"]),
        ("The 2014 war, and pre-1967 borders.", ["2014", "1967"]),
        ("It ended in September. Then", ["September"]),
        ("It began on Nov. 3. Then", ["Nov. 3"]),
    ],
)
def test_spans_leave_out_prepositions_and_marks(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may march under the sun and sat down",
        "May said that Theresa May would stay",
        "June Smith met April Jones",
        "the Good Friday Agreement and Black Friday",
        "The Sunday Times said",
        "killed 2000 people and more than 2000 fighters",
        "burned 2000 houses",
        "$2014 or 2014% or 2,014 or 2014.5",
        "Fridays are quiet",
        "a ratio of 2:1, version 1.2.3",
        "I am here, at 3",
        "Flight 302",
    ],
)
def test_words_and_figures_that_only_look_like_dates_are_none(text: str) -> None:
    assert found(text) == []


def test_an_impossible_day_stays_unresolved() -> None:
    assert days("on February 30") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday", "day"),
        ("Friday morning", "time"),
        ("3 pm", "time"),
        ("last week", "week"),
        ("in June 2014", "month"),
        ("in 2014", "year"),
        ("late June", "period"),
        ("last weekend", "period"),
    ],
)
def test_precision_says_how_narrow_a_mention_is(text: str, expected: str) -> None:
    assert precision(text) == expected


def test_same_day_compares_what_is_resolved() -> None:
    friday, november, thursday, clock = dates("Friday (November 3rd), not Thursday at 3 pm", SATURDAY)
    assert same_day(friday, november) is True
    assert same_day(friday, thursday) is False
    assert same_day(friday, clock) is None


datelike = st.lists(
    st.sampled_from(
        words(
            "on Friday May 31 31st November 2014 , - – . ago last next early weeks two 3 pm 15:30 earlier "
            "this month '90s thİs mİnute 2017-11-03 99/99/2017 29 February 9999 of ( 0900 GMT a"
        )
    )
).map(" ".join)
any_day = st.dates()


@given(datelike | st.text(max_size=80), st.none() | any_day)
def test_mentions_are_in_order_apart_and_give_their_own_text(text: str, published: date | None) -> None:
    place = 0
    for mention in dates(text, published):
        assert place <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert (mention.first is None) == (mention.last is None)
        assert mention.first is None or mention.last is None or mention.first <= mention.last
        assert mention.precision in {"time", "day", "week", "month", "year", "period"}
        place = mention.end


@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_a_weekday_lies_within_the_week_before_publication(published: date, back: int) -> None:
    day = published - timedelta(back)
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    assert days(f"on {names[day.weekday()]}", published) == (day.isoformat(), day.isoformat())


@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)), st.integers(-31, 330))
def test_a_day_without_a_year_is_found_again_from_close_by(published: date, back: int) -> None:
    day = published - timedelta(back)
    months = words("January February March April May June July August September October November December")
    if (day.month, day.day) != (2, 29):
        assert days(f"on {months[day.month - 1]} {day.day}", published) == (day.isoformat(), day.isoformat())
