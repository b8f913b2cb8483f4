"""The dateline that opens a wire report: place, often a day, often the agency."""

import re
from functools import cache
from typing import NamedTuple

from wirediff.read.fields.dates import find_date
from wirediff.read.fields.marks import lone_mark
from wirediff.read.wordlists import agencies, dates, furniture, key, words

LONGEST = 90
"""Characters up to the dash."""

# A dash with blanks, or the colon of some desks; the agency in brackets or slashes may come before or after the day.
_OPENING = re.compile(
    r"(?P<head>[^\W\d_][^\n]{0,88}?)"
    r"(?P<dash>\s?(?:[-‐‑‒–—―−]{1,3}|\.\s?[-–—]|:)(?=\s|$)|(?<=[^\W\d_])[–—](?=\w)|(?<=\))\s*[-–—]+|(?<=/)\s*[-–—.]*(?=\s|$))"
)
_AGENCY = re.compile(r"[(\[/]\s*(?P<name>[^()\[\]/\n]{2,40}?)\s*[)\]/]")
_PLACE = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’ -])*(?:[,/]\s?[^\W\d_](?:[^\W\d_]|[.'’ -])*){0,3}")
_LONGEST_PLACE = 4  # words, as in "NEW YORK CITY"; what is longer is a heading
_LED_BY_AGENCY = re.compile(r"\(?(?P<agency>[\w.]{2,12})\)?\s?[-–—]{1,2}\s")


class Dateline(NamedTuple):
    """A dateline: its words as printed, up to the dash; the agency's code; the day as ISO where it has a year."""

    text: str
    agency: str | None
    day: str | None


def dateline(paragraph: str) -> Dateline | None:
    """The dateline a paragraph opens with, None for a paragraph without one.

    A dateline is a place in capitals ("MOSUL, Iraq"), or a place with an agency in brackets or with a day; the
    brackets must name a known agency or be one short word in capitals.

    >>> dateline("BAGHDAD, Nov 3 (AFP) - Iraqi forces said").text
    'BAGHDAD, Nov 3 (AFP)'
    """
    opening = _OPENING.match(paragraph[: LONGEST + 10])
    if opening is None:
        return None
    text = opening["head"].rstrip()
    bracket = _AGENCY.search(text)
    code = _code(bracket["name"]) if bracket else None
    rest = text.replace(bracket.group(), " ") if bracket and code else text
    found = find_date(rest)
    place = (rest[: found.start] + rest[found.end :] if found else rest).strip(" ,.;")
    if found and (rest[found.end :].strip(" ,.;") or not (code or rest[: found.start].strip(" ,.;"))):
        return None  # the day comes last, after the place
    if not place:
        return Dateline(text, code, found.iso if found else None) if code and found else None
    if not _is_place(place, sure=bool(code or found), colon=opening["dash"].strip() == ":"):
        return None
    return Dateline(text, code, found.iso if found else None)


def lone_dateline(line: str) -> Dateline | None:
    """The dateline in a line of its own; it must have an agency or a day, since a name in capitals may be anything."""
    parts = line.split("|")
    code = next((code for part in parts if (code := agencies().named(part))), None)
    if code and len(parts) > 2:  # "Baghdad, Iraq | AFP | Friday 3 November 2017 | 254 words"
        day = find_date(line)
        return Dateline(line.strip(), code, day.iso if day else None)
    found = dateline(line.rstrip(" -–—") + " - ")
    return found if found and (found.agency or find_date(found.text)) else None


def leading_agency(paragraph: str) -> str | None:
    """The agency of a paragraph that opens with nothing but its name and a dash ("AFP - Iraqi forces …")."""
    match = _LED_BY_AGENCY.match(paragraph)
    return agencies().named(match["agency"]) if match else None


def _code(name: str) -> str | None:
    known = agencies().named(name)
    if known:
        return known
    for part in re.split(r"\s*[/,]\s*|\s+-\s+", name):
        if named := agencies().named(part):
            return named
    return name if name.isupper() and name.isalpha() and 2 <= len(name) <= 8 else None


@cache
def _openers() -> frozenset[str]:
    """Small words that open sentences and no place ("A FIRE - …"); articles of place names ("LA PAZ") are none."""
    return words().languages["en"] - words().particles | {"a"}


def _is_heading(place: str) -> bool:
    """Whether capitals before a colon are a heading of the desk ("UPDATE:", "WORLD:") and no place."""
    return lone_mark(place) is not None or key(place) in furniture()["label"].wholes


def _is_place(place: str, *, sure: bool, colon: bool) -> bool:
    first = re.split("[,/]", place, maxsplit=1)[0].split()
    if not _PLACE.fullmatch(place) or len(first) > _LONGEST_PLACE or agencies().named(place):
        return False
    if first[0].casefold() in dates().around or first[0].casefold() in _openers():
        return False
    name = "".join(first)
    if name.isupper() and len(name) > 2:
        return sure or not (colon and _is_heading(place))
    return sure and all(word[0].isupper() or len(word) <= 3 or not word.isascii() for word in first)
