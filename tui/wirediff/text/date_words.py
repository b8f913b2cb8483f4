"""The words of dates and the forms dates take in a language, as one pattern.

English forms are written out here, with all their ways of saying when. Other languages share plainer forms, and their
words are in `data/words`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from wirediff.text.language import code_of, data_of
from wirediff.text.number_words import number_words


def listed(words: str) -> list[str]:
    """The words of a table's entry: `words` between blanks."""
    return words.split()


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ),
        1,
    )
    for name in names.split()
}
SURE_MONTHS = frozenset(listed("January February July September October November December"))
# Words besides: a month only with a day, a year, "last" or "early" ..., or behind a word that leads in no person.
NAMESAKES = frozenset({"May", "March", "Mar"})
BEFORE_NAMESAKE = frozenset(listed("in since until till during"))
BEFORE_MONTH = frozenset(listed("in since until till during by from to through between before after for of mid"))
WEEKDAYS = {
    name: number for number, name in enumerate(listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"))
}
_SHORT_WEEKDAYS = "Mon Tues Tue Wed Thurs Thur Thu Fri Sat Sun"
# Weekdays that date nothing: "Good Friday Agreement", "The Sunday Times".
NAMED_DAYS = frozenset(listed("good black bloody super cyber sheffield"))
_TITLES = "Times Telegraph Mirror Mail Express Herald Tribune Agreement"
PAST = frozenset({"last", "past", "previous"})
AHEAD = frozenset({"next", "coming"})
RELATIVE_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_HOURS = "noon midday midnight"
_ZONES = "GMT UTC BST CET CEST EET EST EDT ET CST CDT CT PST PDT PT IST JST MSK"
# Beside a bare four-digit number: it counts, and is no year.
COUNTING = frozenset(listed("than least most nearly almost some over estimated exactly only another"))
COUNTED = frozenset(
    listed(
        "people persons men women children troops police personnel dead staff feet dollars euros pounds "
        "yen percent per million billion km kilometres kilometers miles metres meters tonnes tons years "
        "days hours GMT hrs"
    )
)
DETERMINERS = frozenset(listed("the a an its his her their this that last each"))


def _either_case(names: str) -> str:
    return "|".join(part for name in names.split() for part in (name, name.upper()))


_FULL_MONTHS = " ".join(name for name in MONTHS if len(name) > 4 or name in {"May", "June", "July"})
_SHORT_MONTHS = " ".join(name for name in MONTHS if name not in _FULL_MONTHS.split())
_MONTH = rf"(?:(?:{_either_case(_FULL_MONTHS)})\b|(?:{_either_case(_SHORT_MONTHS)})\b\.?)"
_WEEKDAY = rf"(?:{_either_case(' '.join(WEEKDAYS))})\b"
_ANY_WEEKDAY = rf"(?:{_WEEKDAY}|(?:{_either_case(_SHORT_WEEKDAYS)})\b\.?)"
_NOT_COUNTING = r"(?![\w%]|[.,:]\d|-[a-z]|\s+(?:percent|per\s+cent|people|million|billion)\b)"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?{_NOT_COUNTING}"
_YEAR = r"(?:1[89]|20)\d\d(?!\w|[.,]\d|\s?%)"
_DATED_YEAR = r"(?:1\d|20)\d\d(?!\w|[.,]\d|\s?%)"  # beside a month
_DAYPART = r"(?:morning|afternoon|evening|night|lunchtime|noon|midday|dawn|dusk)\b"
_COUNT = r"(?:(?:SMALL)(?:[\s-](?:SMALL))?|\d{1,4}|an?(?:\s+(?:few|couple\s+of|dozen))?|several|many)"
_CLOCK_TAIL = rf"(?:\s(?:{'|'.join(_ZONES.split())}|local\s+time)\b)"
_HALF_DAY = r"(?:\s?(?:[AaPp]\.\s?[Mm]\.|[AaPp][Mm]\b))"

# One alternation, so that the longest and surest form at a place wins; the outer group's name picks the resolver.
_FORMS = rf"""(?<![\w.,/$€£-]) (?P<iso> (?P<iso_year> \d{{4}} ) (?P<iso_mark> [-/] ) (?P<iso_month> \d\d ) (?P=iso_mark)
            (?P<iso_day> \d\d )
            (?P<iso_time> [T\s]\d\d:\d\d (?: :\d\d(?:\.\d+)? )? (?: Z | [+-]\d\d:?\d\d )? )? (?!\d) )
    | (?<![\w.,/$€£-]) (?P<figures> (?P<fig_one> \d{{1,2}} ) (?P<fig_mark> [./] ) (?P<fig_two> \d{{1,2}} ) (?P=fig_mark)
            (?P<fig_year> (?:1[89]|20)\d\d ) (?!\w|[./]\d) )
    | (?<!\w) (?P<month_day> (?: {_ANY_WEEKDAY} ,?\s+ (?:the\s+)? )? (?P<md_month> {_MONTH} ) \s* (?P<md_day> {_DAY} )
            (?: (?: \s?[-–]\s? | \s+to\s+ ) (?P<md_last> {_DAY} ) )? (?: ,?\s+ (?P<md_year> {_DATED_YEAR} ) )? )
    | (?<![\w.,/$€£]) (?P<day_month> (?: {_ANY_WEEKDAY} ,?\s+ (?:the\s+)? )? (?P<dm_day> {_DAY} ) \.?
            (?: (?: \s?[-–]\s? | \s+to\s+ ) (?P<dm_last> {_DAY} ) )? (?: \s+of )? \s+ (?P<dm_month> {_MONTH} )
            (?: ,?\s+ (?P<dm_year> {_DATED_YEAR} ) )? )
    | (?<!\w) (?P<clock> (?: [01]?\d | 2[0-3] )
            (?: :[0-5]\d (?: :[0-5]\d )? (?![\w:] | [.,]\d) {_HALF_DAY}? {_CLOCK_TAIL}?
                | :\s?[0-5]\d {_HALF_DAY} {_CLOCK_TAIL}? | \.[0-5]\d (?: {_HALF_DAY} {_CLOCK_TAIL}? | {_CLOCK_TAIL} )
                | {_HALF_DAY} {_CLOCK_TAIL}? | \s?o['’]clock\b )
            | (?<=\bat\s) (?: [01]\d | 2[0-3] ) [0-5]\d (?= \s*[,.;)] | \s+on\b | \s*$ )
            | (?: [01]\d | 2[0-3] ) [0-5]\d (?: \s?(?:hrs\b|Z\b) | (?<=0\d\d\d)\s?hours\b | {_CLOCK_TAIL} )
            | (?: {"|".join(_HOURS.split())} )\b {_CLOCK_TAIL}? )
    | (?<!\w) (?P<weekday> (?: (?P<wd_part> [Ee]arly | [Ll]ate ) \s+ (?:on\s+)? )?
            (?: (?P<wd_which> [Ll]ast | [Nn]ext | [Tt]his | [Pp]ast | [Cc]oming ) \s+ )?
            (?P<wd_name> {_WEEKDAY} ) (?! \s+ (?: {_TITLES.replace(" ", "|")} )\b )
            (?P<wd_daypart> \s+ {_DAYPART} )? )
    | (?<!\w) (?P<ago> (?i: (?P<ago_count> {_COUNT} ) \s+ (?P<ago_unit> minute|hour|day|week|month|year|decade )s?
            \s+ ago \b ) )
    | (?<!\w) (?P<told_from> (?i: (?:the\s+)? (?: next|following|same|previous ) \s+
                (?P<tf_unit> day|morning|evening|night )\b
            | the \s+ (?: following|previous|same ) \s+ (?: week|month|year )\b
            | {_COUNT} \s+ (?P<tf_counted> minute|hour|day|week|month|year|decade )s? \s+ (?: later|earlier )\b ) )
    | (?<!\w) (?P<part_of_day> (?i: (?P<pd_which> this|last|yesterday|tomorrow|today ) \s+ {_DAYPART} ) )
    | (?<!\w) (?P<relative> (?i: (?P<rel_day> today|tonight|yesterday|tomorrow ) \b ) )
    | (?<!\w) (?P<span> (?i: (?: (?P<sp_part> earlier|later|early|late ) \s+ )?
            (?P<sp_which> last|this|next|past|previous|coming ) \s+
            (?P<sp_unit> weekend|week|month|year|decade|spring|summer|autumn|fall|winter ) \b ) )
    | (?<!\w) (?P<vague> (?i: (?: recent|coming ) \s+ (?: days|weeks|months|years|decades ) \b ) )
    | (?<!\w) (?P<month> (?: (?P<mo_part> [Ee]arly | [Ll]ate | [Mm]id ) (?: \s+ | - ) )?
            (?: (?P<mo_which> [Ll]ast | [Nn]ext | [Tt]his ) \s+ )? (?P<mo_name> {_MONTH} )
            (?: (?: ,?\s+ | \s+of\s+ ) (?P<mo_year> {_DATED_YEAR} ) )? (?!\w) )
    | (?: (?<![\w$€£#.,/-]) | (?<=\b[Pp]re-) | (?<=\b[Pp]ost-) )
            (?P<year> (?: (?P<yr_part> [Ee]arly | [Ll]ate | [Mm]id ) (?: \s+ | - ) )?
            (?: (?P<yr_decade> (?:1[89]|20)\d0 ) ['’]?s\b | ['’](?P<yr_short> \d0 ) s\b
              | (?P<yr_year> {_YEAR} ) (?: [-–] (?P<yr_last> {_YEAR} | \d\d (?![\w%]|[.,]\d) ) )? (?! [-–/]\d ) ) )
    """


class Calendar(Struct, frozen=True, kw_only=True):
    """The dates of one language: its words, without case, and its forms as one pattern, one group a form.

    Few words can begin a date; trying the pattern at `first_words` and figures only is several times as fast as
    searching for it everywhere. Words in `before_ago` begin one only where "ago" or "later" ends it. `has_tense`:
    `tense` can read it. A bare figure is a year
    behind `before_year`; where that is empty, the words around the figure say whether it counts.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    relative: Mapping[str, int]
    past: frozenset[str]
    ahead: frozenset[str]
    before_year: frozenset[str]
    sure_months: frozenset[str]
    month_may_lead: bool
    has_tense: bool
    forms: re.Pattern[str]
    first_words: frozenset[str]
    before_ago: frozenset[str]


def calendar(language: str | None) -> Calendar:
    """The calendar of a language (an IETF tag), the English one where it has none."""
    return _calendar(code_of(language) or "en")


@cache  # compiled on first use: that takes longer than all else here
def _calendar(code: str) -> Calendar:
    data = data_of("words", code).get("dates")
    return _plain(data) if data else _english()


def _english() -> Calendar:
    numbers = number_words("en")
    small = [*numbers.tens, *sorted(numbers.units, key=len, reverse=True)]
    first = [*MONTHS, *WEEKDAYS, *_SHORT_WEEKDAYS.split(), *_HOURS.split(), *RELATIVE_DAYS, *PAST, *AHEAD]
    first += listed("the same following this early earlier late later mid recent")
    return Calendar(
        months=_without_case(MONTHS),
        weekdays=_without_case(WEEKDAYS),
        relative=RELATIVE_DAYS,
        past=PAST,
        ahead=AHEAD,
        before_year=frozenset(),
        sure_months=frozenset(name.casefold() for name in SURE_MONTHS),
        month_may_lead=True,
        has_tense=True,
        forms=re.compile(_FORMS.replace("SMALL", "|".join(small)), re.VERBOSE),
        first_words=frozenset(word.casefold() for word in first),
        before_ago=frozenset([*small, *listed("a an several many")]),
    )


def _without_case(names: Mapping[str, int]) -> dict[str, int]:
    return {name.casefold(): number for name, number in names.items()}


WORD = re.compile(r"['’]?[^\W_]+")


# The forms that languages share which put the day before the month; the words come from their tables.
_PLAIN_FORMS = r"""(?<![\w.,/$€£-]) (?P<iso> (?P<iso_year> \d{4} ) (?P<iso_mark> [-/] ) (?P<iso_month> \d\d )
            (?P=iso_mark) (?P<iso_day> \d\d )
            (?P<iso_time> [T\s]\d\d:\d\d (?: :\d\d(?:\.\d+)? )? (?: Z | [+-]\d\d:?\d\d )? )? (?!\d) )
    | (?<![\w.,/$€£-]) (?P<figures> (?P<fig_one> \d{1,2} ) (?P<fig_mark> [./] ) (?P<fig_two> \d{1,2} )
            (?P=fig_mark) (?P<fig_year> YEAR ) (?!\w|[./]\d) )
    | (?<![\w.,/$€£]) (?P<day_month> (?: (?:WEEKDAYS) ,?\s+ (?: (?:LINKS) \s+ )? )?
            (?P<dm_day> \d{1,2} ) (?: ENDS )?
            (?: (?: \s?[-–]\s? | \s+ (?:UNTIL) \s+ ) (?P<dm_last> \d{1,2} ) (?: ENDS )? )?
            \s+ (?: (?:LINKS) \s+ )? (?P<dm_month> MONTHS ) \b \.?
            (?: ,?\s+ (?: (?:LINKS) \s+ )? (?P<dm_year> YEAR (?!\w|[.,]\d) ) )? )
    | (?<!\w) (?P<clock> (?: [01]?\d | 2[0-3] ) (?: :[0-5]\d (?! [\w:] ) | CLOCK ) )
    | (?<!\w) (?P<weekday> (?: (?P<wd_which> PAST|AHEAD ) \s+ )? (?P<wd_name> WEEKDAYS ) (?P<wd_daypart> DAYPART )?
            (?: \s+ (?P<wd_after> PAST|AHEAD ) \b )? (?!\w) )
    | (?<!\w) (?P<relative> (?P<rel_day> RELATIVE ) (?P<rel_part> DAYPART )? (?!\w) )
    | (?<!\w) (?P<month> (?P<mo_name> MONTHS ) \b (?: \s+ (?: (?:LINKS) \s+ )? (?P<mo_year> YEAR
            (?!\w|[.,]\d) ) )? (?!\w) )
    | (?<! [\w$€£#.,/-] ) (?P<year> (?P<yr_year> YEAR (?!\w|[.,]\d|\s?%) )
            (?: [-–] (?P<yr_last> YEAR | \d\d (?![\w%]|[.,]\d) ) )? (?! [-–/]\d ) )
    """


def _plain(data: Mapping[str, Any]) -> Calendar:
    months = {name: number for number, names in enumerate(data["months"], 1) for name in names}
    weekdays = {name: number for number, names in enumerate(data["weekdays"]) for name in names}
    relative = {word: int(days) for word, days in data["relative"].items()}
    past, ahead, dayparts = (data.get(name, ()) for name in ("past", "ahead", "dayparts"))
    namesakes = frozenset(data.get("namesakes", ()))
    words = {
        "YEAR": r"(?:1[89]|20|١[٨٩]|٢٠)\d\d",
        "MONTHS": _alternatives(months, namesakes),
        "WEEKDAYS": _alternatives(weekdays, namesakes),
        "RELATIVE": _alternatives(relative, namesakes),
        "PAST": _alternatives(past, namesakes),
        "AHEAD": _alternatives(ahead, namesakes),
        "DAYPART": rf"\s? (?:{_alternatives(dayparts, frozenset())}) \b",
        "LINKS": _alternatives(data.get("links", ()), namesakes),
        "UNTIL": _alternatives(data.get("until", ()), namesakes),
        "ENDS": "|".join(map(re.escape, data.get("ends", ()))) or _NEVER,
        "CLOCK": data.get("clock", _NEVER),
    }
    forms = re.sub("|".join(rf"\b{word}\b" for word in words), lambda match: words[match.group()], _PLAIN_FORMS)
    first = [*months, *weekdays, *relative, *past, *ahead, *(day + part for day in weekdays for part in dayparts)]
    return Calendar(
        months=months,
        weekdays=weekdays,
        relative=relative,
        past=frozenset(past),
        ahead=frozenset(ahead),
        before_year=frozenset(data["before_year"]),
        sure_months=frozenset(name for names in data["months"] for name in names if not _shortens(name, names[0])),
        month_may_lead=False,
        has_tense=False,
        forms=re.compile(forms, re.VERBOSE),
        before_ago=frozenset(),
        first_words=frozenset(match.group() for word in first if (match := WORD.match(word.casefold()))),
    )


def _shortens(name: str, whole: str) -> bool:
    """Whether a name of a month is cut short, and then a month beside a day only ("sept" is seven in French)."""
    return name != whole and whole.startswith(name)


_NEVER = "(?!)"


def _alternatives(words: Iterable[str], namesakes: frozenset[str]) -> str:
    """Words as a pattern, the longest first, as they are and with a capital; not so those that are then other words."""
    written = {
        form for word in words for form in ((word,) if word in namesakes else (word, word[:1].upper() + word[1:]))
    }
    return (
        "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(written, key=lambda w: (-len(w), w)))
        or _NEVER
    )
