"""Text made inert for Markdown: whatever stands in a story comes out as just these characters."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

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


def marked(before: str, span: str, after: str, lost: bool = False) -> str:
    """Three pieces of text in a row as Markdown, the middle one in italics, wherever it begins and ends.

    Bold is for what is `lost`: words that a person has to look for.
    """
    sign, element = ("**", "b") if lost else ("*", "i")
    left, core, right = _blanks(span)
    head, middle, tail = plain(before + left), plain(core), plain(right + after)
    if not core:
        return head + tail
    if _opens(head[-1:], middle[:1]) and _opens(tail[:1], middle[-1:]):
        return f"{head}{sign}{middle}{sign}{tail}"
    return f"{head}<{element}>{middle}</{element}>{tail}"


def _blanks(span: str) -> tuple[str, str, str]:
    core = span.strip()
    start = span.index(core)
    return span[:start], core, span[start + len(core) :]


def _opens(outside: str, inside: str) -> bool:
    """CommonMark's rule for where asterisks make bold, read from outside to inside at either end."""
    return not _marks(inside) or not outside or outside.isspace() or _marks(outside)


def _marks(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] in "PS"


def item(lines: Sequence[str], indent: str) -> str:
    r"""Lines of a person as an item of a list: each on a line of its own, an empty one between paragraphs.

    >>> item(["one", "two", "", "three"], "  ")
    '- one\\\n  two\n\n  three'
    """
    said = f"- {plain(lines[0])}"
    for before, line in pairwise(lines):
        if line:
            said += f"\\\n{indent}{plain(line)}" if before else f"\n\n{indent}{plain(line)}"
    return said
