"""Whether documents can be of one event's coverage, by the days they are of."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from statistics import median_low
from typing import NamedTuple

from wirediff.text import fold
from wirediff.text.dates import dates

_FRESH = 7
"""Days within which coverage is simply coverage."""
_HALVING = 30
"""Days in which the chance that a report is still about the event halves."""
_LEAST = 0.1
"""What stays however long the gap, since dates are misread and misprinted."""

_YEAR = 366
_LEAP = date(2000, 12, 31)
"""The end of a year that has every day of the calendar: "November 3rd" of that year stands for any November 3rd."""


class Days(NamedTuple):
    """When something is from: `day`, an ordinal of the Gregorian calendar, or else `yearless` days (1 to 366)."""

    day: int | None = None
    yearless: frozenset[int] = frozenset()


def days_of(published: str | None, opening: Iterable[str]) -> Days:
    """The day of publication (an ISO date), or else the days that the opening names without a year.

    Agencies leave the year out of the dates that are news and put it to those that are background.
    """
    if published:
        with suppress(ValueError):  # a date that is none says nothing
            return Days(date.fromisoformat(published[:10]).toordinal())
    named = (
        mention.first.timetuple().tm_yday
        for text in opening
        for mention in dates(fold(text), _LEAP)
        if mention.first and mention.first == mention.last and _is_month_and_day(mention.text)
    )
    return Days(None, frozenset(named))


def together(some: Iterable[Days]) -> Days:
    """When a group is from: the middle of the days that are known, or else every day one of them names."""
    listed = list(some)
    known = [one.day for one in listed if one.day is not None]
    if known:
        return Days(median_low(known))
    return Days(None, frozenset().union(*(one.yearless for one in listed)))


def agreement(a: Days, b: Days) -> float:
    """A factor (`_LEAST` to 1) on the likeness of what is from `a` and from `b`; 1 where one of them says nothing."""
    gap = _gap(a, b)
    return 1.0 if gap is None or gap <= _FRESH else max(_LEAST, 0.5 ** ((gap - _FRESH) / _HALVING))


def _gap(a: Days, b: Days) -> int | None:
    """Days between; without a year, round the calendar, between the closest two."""
    if a.day is not None and b.day is not None:
        return abs(a.day - b.day)
    gaps = (abs(one - other) for one in _in_year(a) for other in _in_year(b))
    return min((min(gap, _YEAR - gap) for gap in gaps), default=None)


def _in_year(some: Days) -> frozenset[int]:
    return some.yearless if some.day is None else frozenset({date.fromordinal(some.day).timetuple().tm_yday})


def _is_month_and_day(text: str) -> bool:
    """A day that needs no year to be a day: "November 3rd", not "Friday" and not "3 November 2017"."""
    figures = "".join(char if char.isdigit() else " " for char in text).split()
    return len(figures) == 1 and len(figures[0]) <= 2
