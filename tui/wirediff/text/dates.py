"""Dates and times of day in news prose, each resolved against the day the report was published where that is known."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from wirediff.text.clock import minutes_of
from wirediff.text.date_words import (
    BEFORE_MONTH,
    BEFORE_NAMESAKE,
    COUNTED,
    COUNTING,
    DETERMINERS,
    NAMED_DAYS,
    NAMESAKES,
    WORD,
    Calendar,
    calendar,
)
from wirediff.text.days import Days, day_of, is_far_ahead, is_near, shifted, third_of, whole, years_near
from wirediff.text.number_words import number_words
from wirediff.text.tense import looks_ahead
from wirediff.text.tokens import LONG_CHUNK


class DateMention(NamedTuple):
    """A date or time in a text, `start` to `end` in code points, without the preposition before it.

    `first` and `last` are the days it covers, both included; None where it names no day by itself ("3 pm"), could be
    read two ways ("3/4/2017") or would need a publication day that is not known. `precision` is time (a part of a day),
    day, week, month, year or period (anything else: a weekend, a decade, "late June", "2014-16"). `says` is what it
    states whatever the year: month, day and last day, or "clock", minutes since midnight and time zone.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    precision: str
    text: str
    says: tuple[object, ...] = ()


def dates(text: str, published: date | None = None, language: str | None = None) -> list[DateMention]:
    """Every date and time of `text` in order, without overlaps; linear in the length of the text.

    `language` is an IETF tag; None and a language without a table of its own are read as English.
    With `published`, a weekday is the latest such day up to and including it (news looks back), "last Friday" the
    latest before it, and a day or month without a year the latest that lies at most a month ahead; but the next where
    the clause speaks of what is to come ("talks resume on Monday"). "Last week" and
    "three weeks ago" are calendar weeks from Monday; "early", "mid" and "late" name a third of what follows.

    >>> [(mention.text, mention.first.isoformat()) for mention in dates("on Friday (November 3rd)", date(2017, 11, 4))]
    [('Friday', '2017-11-03'), ('November 3rd', '2017-11-03')]
    """
    when = calendar(language)
    found: list[DateMention] = []
    place = 0
    for start in _beginnings(text, language):
        if start < place:
            continue
        match = when.forms.match(text, start)
        days = _RESOLVERS[match.lastgroup or ""](match, published, when) if match else None
        if match and days:
            place = match.end()
            found.append(DateMention(match.start(), place, *days[:3], match.group(), days.says))
    return found


def _beginnings(text: str, language: str | None) -> list[int]:
    """Where a date may begin."""
    ago = any(word in text.casefold() for word in ("ago", "later", "earlier"))
    found: list[int] = []
    place = 0
    for chunk in text.split(" "):
        for start, needs_ago in _known(chunk, language) if len(chunk) <= LONG_CHUNK else _in_chunk(chunk, language):
            if ago or not needs_ago:
                found.append(place + start)
        place += len(chunk) + 1
    return found


def _in_chunk(chunk: str, language: str | None) -> list[tuple[int, bool]]:
    """Where a date may begin in what stands between two blanks, and whether only where "ago" follows."""
    when = calendar(language)
    found: list[tuple[int, bool]] = []
    for match in WORD.finditer(chunk):
        word = match.group()
        key = word.casefold()
        if key in when.first_words or word[0] in "'’" or word[0].isdigit():
            found.append((match.start(), False))
        elif key in when.before_ago:
            found.append((match.start(), True))
    return found


@lru_cache(maxsize=1 << 16)  # as `tokens` remembers what it cut
def _known(chunk: str, language: str | None) -> list[tuple[int, bool]]:
    return _in_chunk(chunk, language)


def same_day(a: DateMention, b: DateMention) -> bool | None:
    """Whether two mentions cover the same days; None where that cannot be told.

    Where one of them is not resolved, month and day count, or the time of day.
    """
    if a.first is None or b.first is None:
        return a.says == b.says if a.says and b.says else None
    return (a.first, a.last) == (b.first, b.last)


# Resolvers: one a form, each from a match and the day of publication to days, or None where the match is no date.


def _iso(match: re.Match[str], _: date | None, __: Calendar) -> Days | None:
    day = day_of(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
    return Days(day, day, "time" if match["iso_time"] else "day") if day else None


def _figures(match: re.Match[str], _: date | None, when: Calendar) -> Days | None:
    """Points stand between day and month in that order; slashes leave open which comes first, in English."""
    one, two, year = int(match["fig_one"]), int(match["fig_two"]), int(match["fig_year"])
    day_first = day_of(year, two, one)
    month_first = day_of(year, one, two) if match["fig_mark"] == "/" and when.month_may_lead else None
    if day_first and month_first and day_first != month_first:
        return Days(None, None, "day")
    day = day_first or month_first
    return Days(day, day, "day") if day else None


def _month_day(match: re.Match[str], published: date | None, when: Calendar) -> Days | None:
    return _days_of_month(match, "md", published, when)


def _day_month(match: re.Match[str], published: date | None, when: Calendar) -> Days | None:
    return _days_of_month(match, "dm", published, when)


def _days_of_month(match: re.Match[str], form: str, published: date | None, when: Calendar) -> Days:
    name, day, last, year = (match[f"{form}_{part}"] for part in ("month", "day", "last", "year"))
    ahead = _ahead(match, when)
    month = when.months[_plain(name)]
    first_day, last_day = _leading_figure(day), _leading_figure(last or day)
    precision, says = "period" if last else "day", (month, first_day, last_day)
    for candidate in [int(year)] if year else years_near(published, ahead=ahead):
        first, end = day_of(candidate, month, first_day), day_of(candidate, month, last_day)
        if first and end and first <= end and (year or is_near(first, published, ahead=ahead)):
            return Days(first, end, precision, says)
    return Days(None, None, precision, says)


def _clock(match: re.Match[str], _: date | None, __: Calendar) -> Days:
    minutes = minutes_of(match.group())
    return Days(None, None, "time", ("clock", *minutes) if minutes else ())


def _weekday(match: re.Match[str], published: date | None, when: Calendar) -> Days | None:
    if _word_before(match) in NAMED_DAYS:
        return None
    precision = "time" if _said(match, "wd_part") or match["wd_daypart"] else "day"
    if published is None:
        return Days(None, None, precision)
    back = (published.weekday() - when.weekdays[match["wd_name"].casefold()]) % 7
    which = _said(match, "wd_which") or _said(match, "wd_after")
    if which in when.past:
        offset = -(back or 7)
    elif which in when.ahead or (not which and back and _ahead(match, when)):
        offset = 7 - back
    else:
        offset = (7 - back) % 7 if which == "this" else -back
    day = shifted(published, offset)
    return Days(day, day, precision)


def _ago(match: re.Match[str], published: date | None, _: Calendar) -> Days:
    unit = match["ago_unit"].casefold()
    precision = _PRECISIONS.get(unit, "period")
    count = _count(match["ago_count"].casefold())
    if published is None or count is None or precision in {"time", "period"}:
        return Days(None, None, precision)
    if unit == "day":
        day = shifted(published, -count)
        return Days(day, day, precision)
    return whole(unit, published, -count)


_PRECISIONS = {"minute": "time", "hour": "time", "day": "day", "week": "week", "month": "month", "year": "year"}


def _part_of_day(match: re.Match[str], published: date | None, when: Calendar) -> Days:
    which = match["pd_which"].casefold()
    day = shifted(published, -1 if which == "last" else when.relative.get(which, 0))
    return Days(day, day, "time")


def _relative(match: re.Match[str], published: date | None, when: Calendar) -> Days:
    word = match["rel_day"].casefold()
    day = shifted(published, when.relative[word])
    return Days(day, day, "time" if word == "tonight" or _said(match, "rel_part") else "day")


def _span(match: re.Match[str], published: date | None, when: Calendar) -> Days:
    which, unit = match["sp_which"].casefold(), match["sp_unit"].casefold()
    part = (match["sp_part"] or "").casefold()
    offset = -1 if which in when.past else 1 if which in when.ahead else 0
    if published is None or unit not in {"week", "month", "year", "weekend"}:
        return Days(None, None, "period" if part else _PRECISIONS.get(unit, "period"))
    days = whole("week" if unit == "weekend" else unit, published, offset)
    if unit == "weekend":
        return Days(shifted(days.last, -1), days.last, "period") if days.last else days
    if offset == 0 and part == "earlier":
        return days._replace(last=published)
    if offset == 0 and part == "later":
        return days._replace(first=published)
    return third_of(days, part)


def _vague(_: re.Match[str], __: date | None, ___: Calendar) -> Days:
    return Days(None, None, "period")


def _told_from(match: re.Match[str], _: date | None, __: Calendar) -> Days:
    """ "the next day", "two days later": counted from what is told, so that no day of the calendar is known."""
    return Days(None, None, _PRECISIONS.get((match["tf_unit"] or match["tf_counted"] or "").casefold(), "period"))


def _month(match: re.Match[str], published: date | None, when: Calendar) -> Days | None:
    name, year, which = match["mo_name"], match["mo_year"], _said(match, "mo_which")
    part = _said(match, "mo_part")
    if not (year or which or part) and not _stands_as_month(match, _plain(name), when):
        return None
    number = when.months[_plain(name)]
    if year:
        return third_of(whole("month", day_of(int(year), number, 1), 0), part)
    if published is None:
        return Days(None, None, "period" if part else "month")
    this_year = day_of(published.year, number, 1)
    ahead = not which and _ahead(match, when)
    if which == "last" or (not (which or ahead) and this_year and is_far_ahead(this_year, published)):
        step = 0 if number < published.month else -1
    else:
        step = 1 if number < published.month + (which == "next") and (ahead or which == "next") else 0
    return third_of(whole("month", day_of(published.year + step, number, 1), 0), part)


def _stands_as_month(match: re.Match[str], name: str, when: Calendar) -> bool:
    """Some months are also words and first names: alone they need a preposition before them."""
    if name.capitalize() in NAMESAKES and name not in when.sure_months:
        return _word_before(match) in BEFORE_NAMESAKE
    return name in when.sure_months or _word_before(match) in BEFORE_MONTH


def _year(match: re.Match[str], _: date | None, when: Calendar) -> Days | None:
    part = _said(match, "yr_part")
    decade, short = _said(match, "yr_decade"), _said(match, "yr_short")
    if decade or short:
        first = int(decade or "19" + short)
        return third_of(Days(day_of(first, 1, 1), day_of(first + 9, 12, 31), "period"), part)
    year = int(match["yr_year"])
    if match["yr_last"]:
        last = int(match["yr_last"]) if len(match["yr_last"]) == 4 else year // 100 * 100 + int(match["yr_last"])
        return Days(day_of(year, 1, 1), day_of(last, 12, 31), "period") if last > year else None
    if not part and (_word_before(match) not in when.before_year if when.before_year else _counts(match, year)):
        return None
    return third_of(whole("year", day_of(year, 1, 1), 0), part)


def _counts(match: re.Match[str], year: int) -> bool:
    """Whether a bare four-digit number counts things instead of naming a year.

    The word after it says so ("2000 people"), or the word before ("more than 2000"); before a plural ("2000 houses")
    round numbers count and others name a year, since agencies set a comma into what they count.
    """
    after = _WORD_AFTER.match(match.string, match.end())
    following = after[1] if after else ""
    before = _word_before(match)
    if before in COUNTING or not following:
        return before in COUNTING
    counted = following in COUNTED
    plural = following.islower() and following.endswith("s") and following not in {"was", "is", "has", "as"}
    determined = before in DETERMINERS or before.endswith(("'s", "’s", "s'", "s’"))
    is_round = year % 50 == 0
    return (counted and (is_round or not determined)) or (plural and is_round and not determined)


_WORD_AFTER = re.compile(r"\s([^\W\d_]+)")


def _word_before(match: re.Match[str]) -> str:
    """The word before a match in lower case, "" where a mark or the text's beginning stands there."""
    before = match.string[max(0, match.start() - 16) : match.start()]
    if not before or not (before[-1].isspace() or before[-1] == "-"):
        return ""
    words = before.rstrip(" -").split()
    return words[-1].casefold() if words else ""


_RESOLVERS: dict[str, Callable[[re.Match[str], date | None, Calendar], Days | None]] = {
    "iso": _iso,
    "figures": _figures,
    "month_day": _month_day,
    "day_month": _day_month,
    "clock": _clock,
    "weekday": _weekday,
    "ago": _ago,
    "part_of_day": _part_of_day,
    "relative": _relative,
    "span": _span,
    "vague": _vague,
    "told_from": _told_from,
    "month": _month,
    "year": _year,
}


def _ahead(match: re.Match[str], when: Calendar) -> bool:
    return when.has_tense and looks_ahead(match.string, *match.span())


def _plain(name: str) -> str:
    return name.rstrip(".").casefold()


def _said(match: re.Match[str], group: str) -> str:
    """What stands in a group without case, "" also where the forms of a language have no such group."""
    return (match.groupdict().get(group) or "").casefold()


def _leading_figure(day: str) -> int:
    return int("".join(char for char in day if char.isdigit()))


def _count(words: str) -> int | None:
    if words.isdecimal():
        return int(words)
    parts = words.replace("-", " ").split()
    numbers = number_words("en")
    small = {**numbers.units, **numbers.tens, "a": 1, "an": 1}
    if any(part not in small for part in parts):
        return {"a couple of": 2, "a dozen": 12}.get(" ".join(parts))
    return int(sum(small[part] for part in parts))
