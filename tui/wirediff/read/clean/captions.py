"""Captions: lines that end in, or are, the credit of a picture."""

import re

from wirediff.read.clean.page import Page
from wirediff.read.contract import Role
from wirediff.read.wordlists import agencies
from wirediff.text import fold

LONGEST = 500
"""Characters; a caption of AP describes at length and still stays under it."""

_BRACKET = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,90})[)\]]\.?$")
_COPYRIGHT = re.compile(r"(?:©|- ?copyright)\s*(?P<credit>[^.©]{2,60})$", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:photo|photograph|photo credit|image|image credit|image source|picture|pic|credit|foto|bild|photographie|crédit"
    r"|imagen|صورة|الصورة)s?\s?(?:by|courtesy|:|©|/)\s*(?P<credit>.{2,80})$",
    re.IGNORECASE,
)


_TITLED = re.compile(r"(?:image|photo|picture) caption:?\s", re.IGNORECASE)


def captions(page: Page) -> dict[int, Role]:
    """Captions wherever a picture's credit shows them, and before the body also where only an agency does.

    In the body an agency in brackets at the end of a paragraph signs the report, so there it takes the name of a
    photographer or of a picture service as well. No caption is found where nothing else would be left.
    """
    found: dict[int, Role] = {}
    opened = False
    order = page.open()
    for index in order:
        piece = page.pieces[index]
        if len(piece.text) > LONGEST:
            opened = True
        elif _is_caption(piece.text, loose=not opened):
            found[index] = "caption"
        elif piece.lead:
            opened = True
    return found if any(page.pieces[index].prose for index in order if index not in found) else {}


def is_credit(text: str) -> bool:
    """Whether a line is a picture's credit and nothing else ("Katrina Barker/AFP", "Getty Images")."""
    return len(text.split()) <= 8 and ". " not in text and text[-1] not in ".!?" and _credits_picture(text, loose=True)


def _is_caption(text: str, *, loose: bool) -> bool:
    if _TITLED.match(text):
        return True
    bracket = _BRACKET.search(text)
    if bracket and bracket.start() > 0 and _credits_picture(bracket["credit"], loose=loose):
        return True
    mark = _COPYRIGHT.search(text)
    if mark and mark.start() > 0:
        return _credits_picture(mark["credit"], loose=True) or not text[: mark.start()].rstrip().endswith(
            (".", "!", "?")
        )
    labelled = _LABELLED.match(text) or (_LABELLED.search(text) if loose and not text.endswith(".") else None)
    return labelled is not None and len(labelled["credit"].split()) <= 8 and not labelled["credit"].endswith(".")


def _credits_picture(credit: str, *, loose: bool) -> bool:
    """Whether a credit names a photographer with an agency ("Name/AFP"), or a picture service."""
    plain = fold(credit).casefold()
    if any(re.search(rf"\b{re.escape(word)}\b", plain) for word in agencies().picture):
        return True
    parts = [part for part in re.split(r"\s*/\s*|\s+via\s+", credit.strip()) if part]
    signed = any(agencies().named(part) for part in parts)
    return signed and (loose or len(parts) > 1)
