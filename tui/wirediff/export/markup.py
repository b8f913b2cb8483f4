"""Text made inert for Markdown: whatever stands in a story comes out as just these characters."""

import re
import unicodedata

from wirediff.printable import inert

# Besides CommonMark's own: | in tables and ~ and $ (mathematics) as GitHub reads them.
_SPECIAL = re.compile(r"[\\`*_\[\]|~$]")
_LINK = re.compile(r"(?i)(?<=:)(?=//)|(?<=www)(?=\.)")
_BLOCK = re.compile(r"([#+=-]|\d{1,9}(?=[.)]))")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain(text: str) -> str:
    r"""`text` as Markdown that shows these characters and nothing else: no markup, no HTML, no link, no control.

    >>> plain("1. [bold] <b>")
    '1\\. \\[bold\\] &lt;b&gt;'
    """
    safe = _SPECIAL.sub(lambda found: "\\" + found[0], inert(text)).translate(_ENTITIES)
    safe = _LINK.sub(r"\\", safe)
    opening = _BLOCK.match(safe)
    if opening:
        cut = opening.end() if opening[0][0].isdigit() else 0
        safe = f"{safe[:cut]}\\{safe[cut:]}"
    return safe


def strong(before: str, span: str, after: str) -> str:
    """Three pieces of text in a row as Markdown, the middle one bold, wherever it begins and ends."""
    left, core, right = _blanks(span)
    head, middle, tail = plain(before + left), plain(core), plain(right + after)
    if not core:
        return head + tail
    if _opens(head[-1:], middle[:1]) and _opens(tail[:1], middle[-1:]):
        return f"{head}**{middle}**{tail}"
    return f"{head}<b>{middle}</b>{tail}"


def _blanks(span: str) -> tuple[str, str, str]:
    core = span.strip()
    start = span.index(core)
    return span[:start], core, span[start + len(core) :]


def _opens(outside: str, inside: str) -> bool:
    """CommonMark's rule for where asterisks make bold, read from outside to inside at either end."""
    return not _marks(inside) or not outside or outside.isspace() or _marks(outside)


def _marks(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] in "PS"
