"""Days of the calendar, None beyond its ends, and which of them a date without a year may be."""

from datetime import date, timedelta
from typing import NamedTuple


class Days(NamedTuple):
    """The days that a date covers, both included, how exact it is, and what it says of any year."""

    first: date | None
    last: date | None
    precision: str
    says: tuple[object, ...] = ()


def day_of(year: int, month: int, day: int) -> date | None:
    """The day of a year and month, None where there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date | None, days: int) -> date | None:
    """The day so many days later."""
    try:
        return day + timedelta(days) if day else None
    except OverflowError:
        return None


def whole(unit: str, day: date | None, offset: int) -> Days:
    """The calendar week (from Monday), month or year that lies `offset` of them from the one of `day`."""
    if day is None:
        return Days(None, None, unit)
    if unit == "week":
        first = shifted(day, 7 * offset - day.weekday())
        last = shifted(first, 6)
    elif unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + offset, 12)
        first = day_of(year, month + 1, 1)
        last = next((day for size in (31, 30, 29, 28) if (day := day_of(year, month + 1, size))), None)
    else:
        first, last = day_of(day.year + offset, 1, 1), day_of(day.year + offset, 12, 31)
    return Days(first, last, unit) if first and last else Days(None, None, unit)


def third_of(days: Days, part: str) -> Days:
    """The early, middle or late third of `days`; all of them without a part."""
    if not part:
        return days
    if days.first is None or days.last is None:
        return days._replace(precision="period")
    step = ((days.last - days.first).days + 1) // 3
    first, last = days.first, days.last
    if part != "early":
        first = last - timedelta(step - 1) if part == "late" else first + timedelta(step)
    if part in {"early", "mid"}:
        last = days.first + timedelta(step * (1 if part == "early" else 2) - 1)
    return Days(first, last, "period")


def years_near(published: date | None, *, ahead: bool) -> range:
    """The years a date without one may lie in, the likeliest first; far enough for the 29th of February."""
    if published is None:
        return range(0)
    return range(published.year, published.year + 9) if ahead else range(published.year + 1, published.year - 9, -1)


def is_near(day: date, published: date | None, *, ahead: bool) -> bool:
    """Whether a day without a year may be meant: none before the publication where the clause looks ahead."""
    return published is not None and (day >= published if ahead else not is_far_ahead(day, published))


def is_far_ahead(day: date, published: date | None) -> bool:
    """Whether a day lies more than a month after the publication."""
    return published is not None and (day - published).days > 31
