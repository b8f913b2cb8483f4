"""Bytes become text without loss: byte order mark, declaration, UTF-8, then the Western code pages."""

import codecs
import re
from functools import lru_cache
from pathlib import Path

from wirediff.errors import ReadError
from wirediff.read.source import what_binary

MOST_LINES = 200_000
"""A whole Bible has 31,000 verses."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_DETECTOR_SAMPLE = 200_000


def text_of(data: bytes, path: Path) -> str:
    """The text of a plain file. Raises ReadError where the bytes are no text, or more lines than any report has."""
    if what := what_binary(data):
        raise ReadError(str(path), f"{path}: is {what}, not text", "save the report as text or HTML")
    text = decode(data)
    if max(text.count("\n"), text.count("\r")) > MOST_LINES:
        raise ReadError(str(path), f"{path}: more than {MOST_LINES} lines, no single report", "split it into reports")
    return text


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`, without a byte order mark; never fails and never drops a byte."""
    return _decoded(data, declared)[0]


def guessed(data: bytes, declared: str | None = None) -> str | None:
    """The character set that `decode` takes without being told, as "Windows-1252"; None where nothing was guessed."""
    return _decoded(data, declared)[1]


def _decoded(data: bytes, declared: str | None) -> tuple[str, str | None]:
    """The text, and the name of the character set if it was guessed.

    `declared` is the character set the document names itself: used where the bytes fit it. Bytes that are no UTF-8
    are taken as cp1252, or latin-1 where cp1252 has gaps. Only where most letters lie above ASCII, which no Western
    text has, is charset-normalizer asked: it was wrong on every wire it was tried on.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), None
    for name in filter(None, ("utf-8", _known(declared))):
        try:
            return data.decode(name), None
        except (UnicodeDecodeError, LookupError):
            continue
    name = _detected(data) or _western(data)
    return data.decode(name), _called(name)


def _called(name: str) -> str:
    """A character set under the name that people know."""
    if name == "latin-1":
        return "ISO-8859-1"
    return re.sub(r"(?i)^cp(125\d)$", r"Windows-\1", name.replace("_", "-").upper())


def _known(declared: str | None) -> str | None:
    """A declared character set as Python calls it; latin-1 means cp1252, as browsers have it."""
    if not declared:
        return None
    try:
        info = codecs.lookup(declared.strip())
    except (LookupError, ValueError):
        return None
    if not info._is_text_encoding or info.name.startswith(("utf-16", "utf-32", "unicode", "raw", "idna", "punycode")):
        return None  # a document that could be read so far was not in one of these
    return "cp1252" if info.name in {"iso8859-1", "ascii"} else info.name


def _western(data: bytes) -> str:
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"


def _detected(data: bytes) -> str | None:
    name = _likely(data[:_DETECTOR_SAMPLE])
    try:
        data.decode(name or "ascii")
    except UnicodeDecodeError:
        return None
    return name


@lru_cache(maxsize=1)  # a document is asked about twice: for its text, and for whether that was a guess
def _likely(sample: bytes) -> str | None:
    letters = b"".join(_WORD.findall(sample))
    high = sum(byte >= 0x80 for byte in letters)
    if len(letters) < 40 or high * 2 < len(letters):
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else None
