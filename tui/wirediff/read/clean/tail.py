"""The end of a report: who wrote it, who they are, and the tags under it."""

from itertools import pairwise

from wirediff.read.clean.furniture import is_about, is_agency, says
from wirediff.read.clean.page import Page, Piece
from wirediff.read.contract import Role
from wirediff.read.fields.sources import source_line

LONGEST_BIOGRAPHY = 2
"""Pieces of running text about the writer that may follow "Written by" at the end."""

_SHORT = 2
"""Words: what a page leaves under a report in so few is a tag or a button."""


def credits(page: Page) -> dict[int, Role]:
    """Agency names standing alone, their boilerplate, source lines, and a box about the writer at the end."""
    order = page.open()
    found: dict[int, Role] = {index: "credit" for index in order if _signs(page.pieces[index])}
    box = _box(page, order)
    found.update(dict.fromkeys(box, "credit"))
    return found


def _signs(piece: Piece) -> bool:
    return is_agency(piece) or is_about(piece) or source_line(piece.text) is not None


def tags(page: Page) -> dict[int, Role]:
    """One or two words without a sentence's end after the last running text, where the report is running text.

    In the body such lines are crossheads and stay; at the very end there is nothing under them.
    """
    body = page.body()
    if body is None:
        return {}
    order = page.open()
    prose = [index for index in order if page.pieces[index].prose]
    if len(prose) < 3:
        return {}
    return {index: "label" for index in order if index > body[1] and _is_tag(page.pieces[index])}


def _box(page: Page, order: list[int]) -> list[int]:
    """The open pieces from a heading like "About the author" to the end, if that is where the report ends."""
    prose = [index for index in order if page.pieces[index].prose]
    reach = order[-3 * LONGEST_BIOGRAPHY - 1 :]
    for place in range(reach[0] if reach else 0, len(page.pieces)):
        piece = page.pieces[place]
        if piece.role not in (None, "credit") or not _opens_box(piece):
            continue
        after = [index for index in reach if index > place]
        told = sum(page.pieces[index].prose for index in after)
        if len(after) < len(reach) and told <= LONGEST_BIOGRAPHY and len(prose) - told >= max(2, told + 1):
            return after
    return []


def _opens_box(piece: Piece) -> bool:
    return piece.words <= 4 and not piece.ended and says(piece, "credit")


def _is_tag(piece: Piece) -> bool:
    text = piece.text
    return piece.words <= _SHORT and not piece.ended and not any(char.isdigit() for char in text) and len(text) <= 40


def signers(page: Page) -> list[Piece]:
    """The pieces beside "Written by" among the credits, the one after it first: one of them names who wrote it."""
    found = []
    for above, below in pairwise(page.having("credit")):
        if above.key in {"written by", "by", "author", "reported by", "posted by", "published by"}:
            found.append(below)
        if below.key in {"written by", "by", "author", "reported by", "posted by", "published by"}:
            found.append(above)
    return found
