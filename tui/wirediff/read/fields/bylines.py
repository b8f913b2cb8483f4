"""Who wrote it: lines that say "By …", and lines that are nothing but a name."""

import re
from collections.abc import Set
from functools import cache

from wirediff.read.fields.dates import find_date
from wirediff.read.wordlists import agencies, key, words

LONGEST = 140
"""Characters; a longer line is no byline."""

_NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_JOINTS = re.compile(r"[-‐‑'’]")


@cache
def _by() -> re.Pattern[str]:
    openings = "|".join(re.escape(word) for word in sorted(words().by, key=len, reverse=True))
    return re.compile(rf"(?:{openings})\s*:?\s+(?=\S)", re.IGNORECASE)


def byline(text: str) -> str | None:
    """The writers in a line that says who wrote the report, None for any other line.

    >>> byline("By Katrina Barker and Ahmad al-Rubaye, Staff Writer | November 4, 2017")
    'Katrina Barker and Ahmad al-Rubaye, Staff Writer'
    >>> byline("By Friday the army had left.") is None
    True
    """
    if len(text) > LONGEST:
        return None
    match = _by().match(text)
    if match is None:
        return None
    rest = _without_date(text[match.end() :])
    if not rest or (rest.endswith((".", "!", "?")) and not re.search(r"\b[^\W\d_]\.$", rest)):
        return None
    if agencies().named(rest):
        return rest
    return rest if _is_names(rest) else None


def bare_name(text: str, common: Set[str]) -> bool:
    """Whether a line is a person's name: two to four capitalised words, none used in lower case by the report.

    `common` are the words that the report has in lower case: what stands there is a word and no name.
    """
    parts = text.split()
    if not 2 <= len(parts) <= 4 or not text[0].isalpha():
        return False
    joined = [part for part in parts if part.casefold() not in words().particles]
    capital = [part for part in joined if part != part.lower() and _capital(part) and _NAME_WORD.fullmatch(part)]
    if len(capital) < 2 or len(capital) != len(joined):
        return False
    return not any(part.strip(".").casefold() in common for part in joined)


def name_with_role(text: str) -> str | None:
    """The name in a line that has a job, an agency or a date beside it ("Katrina Barker, Reuters"), else None.

    A job or an agency belongs to what is given back, a date does not.
    """
    if len(text) > LONGEST or text.endswith((".", "!", "?")):
        return None
    bare = _without_date(text)
    head, mark, tail = _partition(bare)
    if not 2 <= len(head.split()) <= 4 or ":" in head or not _is_names(head):
        return None
    if not mark:
        return bare if bare != text.strip() and bare[0].isupper() else None
    role = key(tail)
    known = agencies().named(tail) is not None or role in words().jobs or role.rpartition(" ")[2] in words().jobs
    return bare if known else None


def agency_in(text: str) -> str | None:
    """The agency that a byline names, alone or beside a writer."""
    whole = agencies().named(text)
    if whole:
        return whole
    for part in re.split(r"\s*(?:[|/,;()\[\]•·]|\s[-–—]\s|\b(?:and|for|with|und|et|y)\b)\s*", text):
        if part and (code := agencies().named(part)):
            return code
    return None


def _partition(text: str) -> tuple[str, str, str]:
    match = re.search(r"\s*[,|/(]\s*|\s+[-–—]\s+", text)
    return (text[: match.start()], match.group(), text[match.end() :].rstrip(") ")) if match else (text, "", "")


def _without_date(text: str) -> str:
    """A byline's words before the date that some print in the same line."""
    found = find_date(text)
    kept = text[: found.start] if found and found.start > 0 else text
    return kept.strip().rstrip(" ,|•·–—-\t")


def _is_names(text: str) -> bool:
    """Whether all words are capitalised, small words of names and lists, or jobs; figures and verbs say no."""
    lowered = text.casefold()
    for job in words().jobs:
        lowered = re.sub(rf"\b{re.escape(job)}s?\b", " ", lowered)
    kept = set(re.findall(r"[\w'’.-]+", lowered))
    parts = [part.strip(",()|/&") for part in text.split()]
    names = [part for part in parts if part.casefold() in kept and part.casefold() not in words().particles]
    if not names or len(parts) > 16 or any(char.isdigit() for char in text):
        return False
    return all(_capital(part) or agencies().named(part) for part in names if part)


def _capital(word: str) -> bool:
    """Whether a word may be part of a name: one with a capital ("al-Rubaye" too), or of a script without capitals."""
    return any(part and not part[0].islower() for part in _JOINTS.split(word))
