"""What reader, command line and exports call things alike: versions, days, and what is not there."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import count
from pathlib import PurePath

from wirediff.model import Document

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""What a language is called in files: https://www.rfc-editor.org/info/bcp47, as far as outlets go."""

MOVED = "↕"
"""The sign of a row that is off the order of the others."""


def tag(version: int) -> str:
    """A version's tag, counted from 1.

    >>> tag(0)
    'V1'
    """
    return f"V{version + 1}"


def nothing_in(version: int) -> str:
    """What is said of the side that a difference does not have.

    >>> nothing_in(1)
    'nothing in V2'
    """
    return f"nothing in {tag(version)}"


def day(published: str | None) -> str:
    """A date as people write it; what is no ISO date stays as it is, and nothing stays nothing.

    >>> day("2017-11-04")
    '4 Nov 2017'
    """
    if not published:
        return ""
    try:
        found = date.fromisoformat(published[:10])
    except ValueError:
        return published
    return f"{found.day} {found:%b %Y}"


def outlet(document: Document) -> str:
    """Who printed it: the source, else the agency, else the file's name; with the take mark where there is one."""
    name = document.source or document.agency or PurePath(document.path).name
    return f"{name} {document.version}" if document.version else name


def language(document: Document) -> str:
    """The language of a document as XML and HTML name it; "" where it is not known or no such name."""
    named = document.language or ""
    return named if _LANGUAGE.fullmatch(named) else ""


def recoded(document: Document) -> str:
    """What is said of a document whose character set had to be guessed; "" where it was plain.

    >>> recoded(Document(path="x.txt", id="0", reader="text", encoding="Windows-1252"))
    'x.txt is not UTF-8; read as Windows-1252'
    """
    return f"{document.path} is not UTF-8; read as {document.encoding}" if document.encoding else ""


def version_names(documents: Sequence[Document]) -> tuple[str, ...]:
    """A name for each version of a story, no two alike: the outlet, as far as that tells them apart.

    Versions of one outlet get the day they were printed, or where that does not tell them apart their file's name; if
    need be they are numbered. The names are as the documents have them, so not yet safe for a terminal. The order of
    the documents matters to the numbers only. Linear in the documents.
    """
    names = [outlet(document) for document in documents]
    shared = Counter(names)
    for name in [name for name, times in shared.items() if times > 1]:
        places = [place for place, other in enumerate(names) if other == name]
        for place, told in zip(places, _told_apart([documents[place] for place in places]), strict=True):
            names[place] = f"{name} ({told})"
    return _numbered(names)


def _told_apart(documents: Sequence[Document]) -> list[str]:
    """What to add to the name that these documents share."""
    days = [day(document.published) for document in documents]
    if all(days) and len(set(days)) == len(days):
        return days
    paths = [PurePath(document.path) for document in documents]
    for told in ([path.stem for path in paths], list(map(str, paths))):
        if len(set(told)) == len(told):
            return told
    return [str(number) for number in range(1, len(documents) + 1)]


def _numbered(names: Sequence[str]) -> tuple[str, ...]:
    taken = set(names)
    seen: set[str] = set()
    unique: list[str] = []
    for name in names:
        free = name
        if name in seen:
            free = next(other for number in count(2) if (other := f"{name} ({number})") not in taken)
        taken.add(free)
        seen.add(name)
        unique.append(free)
    return tuple(unique)
