"""Furniture known by its words: prompts, notices, credits; and outside the body also sections and navigation."""

from wirediff.model import Reason
from wirediff.read.clean.page import Page, Piece
from wirediff.read.contract import Block, Role
from wirediff.read.fields.datelines import dateline
from wirediff.read.wordlists import Phrases, agencies, furniture

LONGEST_LINE = 160
"""Characters; a longer line is no prompt, link or label."""

LONGEST_NOTICE = 700
"""Characters; copyright and syndication notices run to a paragraph."""

_ANYWHERE: tuple[Reason, ...] = ("prompt", "notice", "credit", "related")
_OUTSIDE: tuple[Reason, ...] = ("navigation", "label")
_BULLETS = " *•·»›→▶|#(["


def separators(page: Page) -> dict[int, Role]:
    """Lines without a letter or a figure: rules of dashes are separators, lines of invisible signs are empty."""
    found: dict[int, Role] = {}
    for index in page.open():
        text = page.pieces[index].text
        if not any(char.isalnum() for char in text[:200]) and not any(char.isalnum() for char in text):
            found[index] = "separator" if any(char.isprintable() and not char.isspace() for char in text) else "empty"
    return found


def phrases(page: Page) -> dict[int, Role]:
    """Lines that a report never has, wherever they stand; what follows a heading is for another pass to find."""
    found: dict[int, Role] = {}
    for index in page.open():
        piece = page.pieces[index]
        reason = next((reason for reason in _ANYWHERE if says(piece, reason)), None)
        if reason is not None and not is_heading(piece):
            found[index] = reason
    return found


def outskirts(page: Page) -> dict[int, Role]:
    """Section names and navigation before and after the running text; inside it they may be crossheads and stay."""
    body = page.body()
    if body is None:
        return {}
    first, last = body
    found: dict[int, Role] = {}
    for index in page.open():
        if first <= index <= last:
            continue
        for reason in _OUTSIDE:
            if says(page.pieces[index], reason):
                found[index] = reason
    return found


def says(piece: Piece, reason: Reason) -> bool:
    """Whether the word lists know a piece as furniture of this reason."""
    known = furniture()[reason]
    length = len(piece.text)
    if length > LONGEST_NOTICE:
        return False
    if any(phrase in piece.plain for phrase in known.contains):
        return True
    if length > LONGEST_LINE and reason != "notice":
        return False
    if reason != "related" and piece.key in known.wholes:
        return True
    return _opens(piece, known) or (known.pattern is not None and known.pattern.fullmatch(piece.key) is not None)


def known_as(text: str) -> Reason | None:
    """The reason under which the word lists know a text as furniture, wherever it stands; None for other text."""
    piece = Piece(Block(text))
    if is_heading(piece):
        return "related"
    return next((reason for reason in (*_ANYWHERE, *_OUTSIDE) if says(piece, reason)), None)


def is_heading(piece: Piece) -> bool:
    """Whether a piece is a heading over related reports ("You may also like:")."""
    return len(piece.text) <= LONGEST_LINE and piece.key in furniture()["related"].wholes


def is_agency(piece: Piece) -> bool:
    """Whether a line is nothing but the name of a news agency."""
    return len(piece.text) <= 60 and agencies().named(piece.text) is not None and dateline(piece.text + " -") is None


def is_about(piece: Piece) -> bool:
    """Whether a piece is an agency's boilerplate about itself."""
    return len(piece.text) <= LONGEST_NOTICE and any(phrase in piece.plain for phrase in agencies().about)


def _opens(piece: Piece, known: Phrases) -> bool:
    return any(
        opening.startswith(known.openings) and any(_bounded(opening, phrase) for phrase in known.openings)
        for opening in {piece.plain, piece.plain.lstrip(_BULLETS)}
    )


def _bounded(opening: str, phrase: str) -> bool:
    """Whether `opening` begins with the phrase as whole words."""
    if not opening.startswith(phrase):
        return False
    after = opening[len(phrase) : len(phrase) + 1]
    return not (after.isalnum() and phrase[-1].isalnum())
