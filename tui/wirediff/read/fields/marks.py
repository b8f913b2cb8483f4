"""Version marks: which take of a report this is ("UPDATE 2-", "1st Ld-Writethru", "CORRECTED-")."""

import re
from typing import NamedTuple

_MARK = (
    r"update(?:d|\s?\d+)?|upd\s?\d*|correct(?:ed|s|ion)(?:\s\([^)]*\))?|corrected-official|refile[sd]?|re-?casts?"
    r"|rpt|wrapup(?:\s?\d+)?|adds?|fixes|writethr[ou]u?gh|writethru|roundup(?:\s?\d+)?|urgent|flash|alert|breaking"
    r"|(?:\d+(?:st|nd|rd|th)|new)\s(?:ld|lead)(?:[- ]?writethru)?|lead(?:\s\d+)?|ld|writethru"
    r"|korrektur|berichtigung|eilmeldung|eil|zusammenfassung|actualisation|rectificatif|corrigé|actualización|corrección"
    r"|rettifica|aggiornamento|تصحيح|تحديث|عاجل"
)
# "UPDATE 2-", "CORRECTED:", "URGENT –"; a bare hyphen needs capitals, since "lead-free" and "alert-level" are words.
_LEADING = re.compile(
    rf"(?P<mark>(?:{_MARK})(?:[-/ ](?:{_MARK}))*)(?P<sep>\s?[:–—]\s*|\s-\s+|-(?=\S)|-\s+)", re.IGNORECASE
)
_TRAILING = re.compile(
    r"(?P<sep>\s*[,(\[–—-]\s*)(?P<mark>(?:\d+(?:st|nd|rd|th)|new)\s(?:ld|lead)(?:[- ]?writethru)?|writethru"
    r"|(?:update|take|lead)\s\d+|updated|corrected)[\])]?\s*$",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"[(\[]?(?P<mark>(?:{_MARK})(?:[-/, ]+(?:{_MARK}))*)[)\]]?[-:]?", re.IGNORECASE)
_IN_SLUG = re.compile(r"(?P<mark>\d+(?:st|nd|rd|th)\s(?:ld|lead)(?:[- ]?writethru)?)", re.IGNORECASE)


class Marked(NamedTuple):
    """A headline without its mark, and the mark."""

    text: str
    mark: str | None


def split_mark(headline: str) -> Marked:
    """A headline and the version mark it opens or ends with.

    >>> split_mark("UPDATE 2-Iraqi forces retake crossing")
    Marked(text='Iraqi forces retake crossing', mark='UPDATE 2')
    >>> split_mark("Lead-free petrol for all")
    Marked(text='Lead-free petrol for all', mark=None)
    """
    match = _LEADING.match(headline)
    if match and (match["sep"].strip() != "-" or match["mark"].isupper() or match["mark"][0].isdigit()):
        rest = headline[match.end() :].strip()
        if rest:
            return Marked(rest, match["mark"].strip())
    match = _TRAILING.search(headline)
    if match and headline[: match.start()].strip():
        return Marked(headline[: match.start()].strip(), match["mark"])
    return Marked(headline, None)


def lone_mark(line: str) -> str | None:
    """The mark in a line that is nothing else ("URGENT", "1st Ld-Writethru")."""
    match = _ALONE.fullmatch(line.strip()) if len(line) < 60 else None
    return match["mark"] if match else None


def mark_in_slug(line: str) -> str | None:
    """The mark inside a wire slug ("BC-ML--Iraq,2nd Ld-Writethru,0500")."""
    match = _IN_SLUG.search(line) if len(line) < 120 else None
    return match["mark"] if match else None
