"""Paragraphs and runs of a word processor, with the direction and the language of what they say."""

import unicodedata

from wirediff.export.xmltext import element, text

_RIGHT_TO_LEFT = {"R", "AL"}
_STRONG = {"L", *_RIGHT_TO_LEFT}


def leftward(content: str) -> bool:
    """Whether a text runs from right to left: as its first letter with a direction does (UAX #9, rule P2)."""
    return next((kind for kind in map(unicodedata.bidirectional, content) if kind in _STRONG), "L") != "L"


def run(content: str, name: str = "w:t", language: str = "") -> str:
    """A run of text, its blanks kept; `name` is `w:delText` for what is deleted. `language` is a tag or ""."""
    back = leftward(content)
    spoken = element("w:lang", **{"w_bidi" if back else "w_val": language}) if language else ""
    said = (element("w:rtl") if back else "") + spoken
    properties = element("w:rPr", said) if said else ""
    return element("w:r", f'{properties}<{name} xml:space="preserve">{text(content)}</{name}>')


def paragraph(runs: str, style: str = "", mark: str = "", back: bool = False) -> str:
    """A paragraph; `mark` is the change of its end, and `back` that it runs from right to left."""
    said = (element("w:pStyle", w_val=style) if style else "") + (element("w:bidi") if back else "") + mark
    return element("w:p", (element("w:pPr", said) if said else "") + runs)


def plain(content: str, style: str = "") -> str:
    """A paragraph of one run."""
    return paragraph(run(content), style, back=leftward(content))
