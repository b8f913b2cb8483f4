"""The cleaner: tells a report's head, body and furniture apart, and loses nothing."""

from collections.abc import Callable
from typing import get_args

from wirediff.model import Document, LeftOut, Paragraph, Reason
from wirediff.read.clean.captions import captions
from wirediff.read.clean.fields import fields, stated
from wirediff.read.clean.furniture import outskirts, phrases, separators
from wirediff.read.clean.head import head, head_lines
from wirediff.read.clean.page import Page, Piece
from wirediff.read.clean.related import related
from wirediff.read.clean.repeats import repeats
from wirediff.read.clean.tail import credits, tags
from wirediff.read.contract import Raw, Role

Pass = Callable[[Page], dict[int, Role]]

_ALWAYS: tuple[Pass, ...] = (separators, phrases, repeats, related, credits, captions, outskirts)
_MARKED_UP: tuple[Pass, ...] = (*_ALWAYS, head_lines)
_PLAIN: tuple[Pass, ...] = (*_ALWAYS, head, tags)
"""Sure signs first: each pass sees only what the ones before it left open."""

_REASONS: tuple[Reason, ...] = get_args(Reason)


def clean(raw: Raw, *, path: str, identity: str, reader: str) -> Document:
    """The Document of one report; every block is a field, a paragraph or left out with a reason.

    Passes over the page say what each block is, the sure ones first; what none of them claims is body. A block whose
    words reach a field only in another form (a date made ISO, "By" taken off a byline) is left out as well, so that
    the page can be put together again from the document.
    """
    page = Page(tuple(Piece(block, "paragraph" if raw.as_is else block.role) for block in raw.blocks))
    for found in () if raw.as_is else _MARKED_UP if raw.marked_up else _PLAIN:
        page = page.with_roles(found(page))
    body = [piece.block for piece in page.pieces if piece.role in (None, "paragraph")]
    values = stated(raw, body) if raw.as_is else fields(raw, page, body)
    return Document(
        path=path,
        id=identity,
        reader=reader,
        paragraphs=tuple(Paragraph(n, block.text, block.line) for n, block in enumerate(body, 1)),
        left_out=_left_out(page, values.restated),
        encoding=raw.encoding,
        **values.document,
    )


def _left_out(page: Page, restated: dict[int, Reason]) -> tuple[LeftOut, ...]:
    found = []
    for index, piece in enumerate(page.pieces):
        reason = restated.get(index) or (piece.role if piece.role in _REASONS else None)
        if reason is not None:
            found.append(LeftOut(piece.text, piece.block.line, reason))
    return tuple(found)
