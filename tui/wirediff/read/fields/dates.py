"""Dates as newsrooms print them, made ISO where day, month and year are plain.

Our own parser rather than dateparser: it must say no to a sentence that mentions a date, and cost nothing on a
thousand lines. "03/11/2017" is left unread, since nothing says which is the month.
"""

import datetime
import re
from functools import cache
from typing import NamedTuple

from wirediff.read.wordlists import dates

LONGEST_DATE_LINE = 120
"""Characters; what is longer is no date line."""

_ISO = r"(?P<iso>(?<!\d)(?:19|20)\d\d\s?-\s?\d\d\s?-\s?\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
_NUMERIC = (
    r"(?<!\d)(?P<one>\d{1,2})\s?(?P<sep>[./-])\s?(?P<two>\d{1,2})\s?(?P=sep)\s?(?P<numeric_year>(?:19|20)?\d\d)(?!\d)"
)
_CJK = r"(?P<cjk_year>(?:19|20)\d\d)\s?[年년]\s?(?P<cjk_month>\d{1,2})\s?[月월]\s?(?P<cjk_day>\d{1,2})\s?[日일]"
_TIME = re.compile(r"\d{1,2}\s?(?:[:.h]\s?\d{2}(?::\d{2})?\s?)?(?:a\.?m\.?|p\.?m\.?|uhr|h)?(?=\W|$)", re.IGNORECASE)
_OFFSET = re.compile(r"(?:gmt|utc)\s?[+-]\d{1,2}(?::?\d\d)?|[+-]\d{2}:?\d{2}", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,:;|@/()\[\]•·–—-]+")
_MARK = re.compile(r"[A-Z]{2,5}|\d+(?:[aApP][mM]?|h|hrs)?")
_EASTERN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


class Found(NamedTuple):
    """A date in a line: where it stands, and the day as ISO, None where the line does not settle it."""

    start: int
    end: int
    iso: str | None


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(dates().month_of, key=len, reverse=True)
    month = "|".join(map(re.escape, names))
    named = (
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:de\s+|of\s+)?(?P<month>{month})\b\.?,?"
        rf"(?:[\s-]*(?:de[l]?\s+)?(?P<year>(?:19|20)\d\d)(?!\d))?"
    )
    american = (
        rf"\b(?P<us_month>{month})\b\.?\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d),?"
        rf"(?:\s+(?P<us_year>(?:19|20)\d\d)(?!\d))?"
    )
    return re.compile("|".join((_ISO, _CJK, _NUMERIC, named, american)), re.IGNORECASE)


def find_date(text: str) -> Found | None:
    """The first date in `text`, with or without a year."""
    match = _pattern().search(text.translate(_EASTERN_DIGITS))
    return Found(match.start(), match.end(), _iso(match)) if match else None


def date_line(text: str) -> Found | None:
    """The date in a line that holds nothing else but a time and words like "Published on"; None for other lines.

    >>> date_line("Published: Sat 4 November 2017 17.42 GMT").iso
    '2017-11-04'
    >>> date_line("He was killed on November 4, 2017") is None
    True
    """
    if len(text) > LONGEST_DATE_LINE:
        return None
    found = find_date(text)
    if found is None:
        return None
    rest = (text[: found.start] + " " + text[found.end :]).translate(_EASTERN_DIGITS)
    while (more := find_date(rest)) is not None:
        rest = rest[: more.start] + " " + rest[more.end :]
    rest = _TIME.sub(" ", _OFFSET.sub(" ", rest))
    return found if _only_filler(rest) else None


def is_later(text: str) -> bool:
    """Whether a date line speaks of an update rather than of the first printing."""
    lowered = text.casefold()
    return any(word in lowered for word in dates().later)


def _only_filler(rest: str) -> bool:
    """Whether words around a date are those of a date line: known ones, times, short capitals like time zones."""
    remaining = [word.strip(".") for word in _BETWEEN.split(rest)]
    around = dates().around
    return all(not word or word.casefold() in around or _MARK.fullmatch(word) for word in remaining)


def _iso(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["iso"]:
        return _checked(*map(int, part["iso"].split("-")))
    if part["cjk_year"]:
        return _checked(int(part["cjk_year"]), int(part["cjk_month"]), int(part["cjk_day"]))
    if part["one"]:
        return _numeric(int(part["one"]), int(part["two"]), part["numeric_year"], part["sep"])
    year = part["year"] or part["us_year"]
    if not year:
        return None
    month = dates().month_of[(part["month"] or part["us_month"]).casefold()]
    return _checked(int(year), month, int(part["day"] or part["us_day"]))


def _numeric(one: int, two: int, digits: str, separator: str) -> str | None:
    if len(digits) < 4:  # a date, but of no century that is said
        return None
    year = int(digits)
    if separator == "." or one > 12:  # points are German and Russian, which put the day first
        return _checked(year, two, one)
    return _checked(year, one, two) if two > 12 or one == two else None


def _checked(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
