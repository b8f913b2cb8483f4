"""Teasers of other reports: what follows a heading like "You may also like", until the body goes on."""

from collections.abc import Sequence, Set

from wirediff.read.clean.furniture import is_heading
from wirediff.read.clean.page import LONG, Page, Piece
from wirediff.read.contract import Role

RESUMES = 3
"""Pieces of running text in a row that are the body again; teasers alternate with titles and section names."""

_KINSHIP = 0.25  # share of words known from the body before, for one piece to go on with it
_KINSHIP_OF_TWO = 0.12  # for two in a row, which teasers seldom are
_FEWEST_WORDS = 6
_LONGEST_TEASER = 300  # characters
_BEGUN = 2  # paragraphs from which a body has begun; a heading before that stands over the report, not in it


def related(page: Page) -> dict[int, Role]:
    """The headings, and the teasers under them.

    Under a heading everything is a teaser until running text comes that is plainly the report going on: three pieces
    of it in a row, or fewer that speak of the same things. What is left in by mistake can be seen; what would be
    taken out of the body would be missed.
    """
    order = page.open()
    pieces = [page.pieces[index] for index in order]
    known: set[str] = set()
    found: dict[int, Role] = {}
    place = paragraphs = 0
    while place < len(pieces):
        piece = pieces[place]
        if is_heading(piece):
            end = _resumes(pieces, place, known if paragraphs >= _BEGUN else frozenset())
            found.update(dict.fromkeys(order[place:end], "related"))
            place = end
            continue
        if piece.prose:
            known.update(piece.vocabulary)
            paragraphs += piece.lead and len(piece.text) > LONG
        place += 1
    return found


def _resumes(pieces: Sequence[Piece], heading: int, known: Set[str]) -> int:
    """Where the body, whose words so far are `known`, goes on after a heading; past the end if it does not."""
    for place in range(heading + 1, len(pieces)):
        run = 0
        while place + run < len(pieces) and pieces[place + run].prose and run < RESUMES:
            run += 1
        piece = pieces[place]
        if run == 0 or not piece.stopped:
            continue
        if run == RESUMES or len(piece.text) > _LONGEST_TEASER or (not known and piece.lead and len(piece.text) > LONG):
            return place
        titled = place > heading + 1 and len(pieces[place - 1].text) <= LONG
        if _goes_on(pieces[place : place + run], known, titled=titled):
            return place
    return len(pieces)


def _goes_on(run: Sequence[Piece], known: Set[str], *, titled: bool) -> bool:
    """Whether one or two pieces of running text speak of what the body spoke of before the heading.

    `titled`: a short piece stands above them, which may be their title; then one alone is a teaser.
    """
    words = frozenset().union(*(piece.vocabulary for piece in run))
    kinship = len(words & known) / len(words) if len(words) >= _FEWEST_WORDS else 0.0
    if len(run) > 1:
        return kinship >= _KINSHIP_OF_TWO and all(len(piece.text) > LONG for piece in run)
    return kinship >= _KINSHIP and not titled and len(run[0].text) > LONG
