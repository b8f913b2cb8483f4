"""Times of day, however they are written: "3 pm", "15:00", "1500 GMT", "noon"."""

import re

_TIME = re.compile(
    r"(?P<hour>\d{1,2}) (?: [:.]?\s? (?P<minute>\d\d) (?: :\d\d )? )? \s?"
    r"(?: (?P<half>[ap])\.?\s?m\b\.? | hrs\b | hours\b | o['’]clock\b )? \s* (?P<zone>.*)",
    re.VERBOSE | re.IGNORECASE,
)
_NAMED = {"noon": 720, "midday": 720, "midnight": 0}


def minutes_of(text: str) -> tuple[int, str] | None:
    """The minutes since midnight and the time zone ("" where none stands); None for what is no time of day.

    >>> minutes_of("10:30 p.m."), minutes_of("2230"), minutes_of("1500 GMT"), minutes_of("noon")
    ((1350, ''), (1350, ''), (900, 'gmt'), (720, ''))
    """
    word, _, rest = text.partition(" ")
    if word.casefold() in _NAMED:
        return _NAMED[word.casefold()], rest.casefold()
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour % 24 * 60 + minute, "utc" if match["zone"] == "Z" else match["zone"].casefold()
