"""Teasers of other reports: what follows a heading like "You may also like", until the body goes on."""

from wirediff.read.clean.furniture import is_heading, says
from wirediff.read.clean.page import LONG, Page
from wirediff.read.contract import Role

RESUMES = 3
"""Pieces of running text in a row that are the body again; teasers alternate with titles and section names."""

_KINSHIP = 0.25
"""Share of words known from the body before: the least for two pieces in a row, or one long one, to go on with it."""


def related(page: Page) -> dict[int, Role]:
    """The headings, and the teasers under them.

    Under a heading everything is a teaser until running text comes that is plainly the report going on: three pieces
    of it in a row, or fewer that speak of the same things. What is left in by mistake can be seen; what would be
    taken out of the body would be missed.
    """
    order = page.open()
    found: dict[int, Role] = {}
    place = 0
    while place < len(order):
        if not is_heading(page.pieces[order[place]]):
            place += 1
            continue
        end = _resumes(page, order, place)
        found.update(dict.fromkeys(order[place:end], "related"))
        place = end
    return found


def _resumes(page: Page, order: list[int], heading: int) -> int:
    """The place after a heading where the body goes on; past the end where it does not."""
    pieces = [page.pieces[index] for index in order]
    before = [piece for piece in pieces[:heading] if piece.prose]
    known = frozenset().union(*(piece.vocabulary for piece in before))
    for place in range(heading + 1, len(pieces)):
        run = 0
        while place + run < len(pieces) and pieces[place + run].prose and run < RESUMES:
            run += 1
        if run == 0 or says(pieces[place], "credit"):
            continue
        if run == RESUMES or (not before and pieces[place].lead):
            return place
        words = frozenset().union(*(piece.vocabulary for piece in pieces[place : place + run]))
        kin = len(words & known) >= _KINSHIP * len(words) and len(words) >= 6
        if (
            kin
            and (run > 1 or len(pieces[place].text) > 1.5 * LONG)
            and _untitled(pieces[place - 1].text, heading, place)
        ):
            return place
    return len(pieces)


def _untitled(above: str, heading: int, place: int) -> bool:
    """Whether the piece above is no title or section name to this one: then this one is a teaser's text."""
    return place == heading + 1 or len(above) > LONG
