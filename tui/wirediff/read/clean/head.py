"""The head of a report: headline, standfirst, byline, date, and the labels above them.

The head is what stands before the running text. Its lines are told apart by their form (a date, "By …", a name) and
the headline by its words: of the lines above the body it is the first that shares its words with the body.
"""

import re
from collections.abc import Sequence

from wirediff.read.clean.furniture import is_agency, says
from wirediff.read.clean.page import LONG, Page, Piece
from wirediff.read.contract import Role
from wirediff.read.fields.bylines import bare_name, byline, name_with_role
from wirediff.read.fields.datelines import lone_dateline
from wirediff.read.fields.dates import date_line
from wirediff.read.fields.marks import lone_mark

LONGEST_HEADLINE = 300
"""Characters."""

_LONGEST_DATELINE = 16  # words
_REACH = 8  # pieces; a byline or date line further down than this is not the head's
_STANDFIRSTS = 2  # sentences that may stand between headline and byline
_BODY_SAMPLE = 12  # pieces of the body that a headline sums up
_NEARLY = 0.4  # of the best kinship; a standfirst has more words to share than the headline over it
_LOWER_CASE = re.compile(r"\b[^\W\d_]+\b")


def head(page: Page) -> dict[int, Role]:
    """Roles of the pieces before the body. Whatever is not surely something else stays, and so becomes body."""
    body = page.body()
    order = page.open()
    if not order:
        return {}
    start = body[0] if body else order[-1]
    start = max(start, _marked_end(page, order, start))
    zone = [index for index in order if index < start]
    running = [page.pieces[index] for index in order if index >= start]
    found = _formal(page, zone)
    title = _headline(page, [index for index in zone if index not in found], running)
    if title is None:
        return found
    found[title] = "headline"
    found.update(_above(page, [index for index in zone if index < title and index not in found]))
    if body:  # without a sentence's end in the whole text, nothing tells a standfirst from a paragraph
        found.update(_below(page, [index for index in zone if index > title and index not in found], found, running))
    return found


def head_lines(page: Page) -> dict[int, Role]:
    """Bylines, dates and labels before the body, for pages that mark their headline: no other head line is guessed."""
    body = page.body()
    return _formal(page, [index for index in page.open() if index < body[0]]) if body else {}


def _marked_end(page: Page, order: Sequence[int], start: int) -> int:
    """Where the head ends if a byline or date line follows what looks like text: a standfirst, then; 0 for none."""
    prose = 0
    end = 0
    for place, index in enumerate(order[:_REACH]):
        piece = page.pieces[index]
        if index >= start and (byline(piece.text) or date_line(piece.text)) and place > 0:
            end = index + 1
        prose += piece.prose
        if prose > _STANDFIRSTS:
            break
    return end


def _formal(page: Page, zone: Sequence[int]) -> dict[int, Role]:
    """Lines of the head that their form gives away."""
    found: dict[int, Role] = {}
    for index in zone:
        piece = page.pieces[index]
        if date_line(piece.text):
            found[index] = "date"
        elif byline(piece.text) or name_with_role(piece.text) or is_agency(piece):
            found[index] = "byline"
        elif lone_mark(piece.text):
            found[index] = "version"
        elif says(piece, "label"):
            found[index] = "label"
        elif not piece.ended and piece.words <= _LONGEST_DATELINE and lone_dateline(piece.text):
            found[index] = "dateline"
    return found


def _headline(page: Page, candidates: Sequence[int], running: Sequence[Piece]) -> int | None:
    """The first of the candidates that speaks of what the body speaks of, nearly as much as the best of them does."""
    fitting = [index for index in candidates if len(page.pieces[index].text) <= LONGEST_HEADLINE]
    known = frozenset().union(*(piece.vocabulary for piece in running[:_BODY_SAMPLE]))
    kinship = {index: _kinship(page.pieces[index], known) for index in fitting}
    best = max(kinship.values(), default=0.0)
    if best > 0:
        return next(index for index in fitting if kinship[index] >= best * _NEARLY)
    for least in (4, 2, 1):
        for index in fitting:
            piece = page.pieces[index]
            if piece.words >= least and not (least == 4 and piece.stopped):
                return index
    return None


def _kinship(piece: Piece, known: frozenset[str]) -> float:
    """How much a line shares with the body (0 to 1): of its longer words, and up to four of them, how many."""
    longer = {word for word in piece.vocabulary if len(word) > 4}
    shared = len(longer & known)
    return shared / len(longer) * min(shared, 4) / 4 if longer and piece.words >= 3 else 0.0


def _above(page: Page, above: Sequence[int]) -> dict[int, Role]:
    """Section names and navigation over the headline; a sentence there is no such thing and stays."""
    found: dict[int, Role] = {}
    for index in above:
        piece = page.pieces[index]
        if piece.words <= 3 and not piece.ended:
            found[index] = "label"
        elif not piece.stopped and len(piece.text) <= LONG:
            found[index] = "navigation"
    return found


def _below(page: Page, below: Sequence[int], formal: dict[int, Role], running: Sequence[Piece]) -> dict[int, Role]:
    """Standfirst, a name without "By", and single words between the headline and the body.

    What is printed again below is the lead shown twice: its first printing is the body's.
    """
    found: dict[int, Role] = {}
    common = _lower_case_words(running)
    signed = "byline" in formal.values()
    title = next((index for index, role in formal.items() if role == "headline"), 0)
    again = {piece.key for piece in page.having("repeat")}
    for index in below:
        piece = page.pieces[index]
        if piece.key == page.pieces[title].key:
            found[index] = "repeat"
        elif not signed and bare_name(piece.text, common):
            found[index] = "byline"
            signed = True
        elif piece.words == 1 and not piece.ended:
            found[index] = "label"
        elif "standfirst" not in found.values() and piece.key not in again and _is_standfirst(piece, index, formal):
            found[index] = "standfirst"
    return found


def _is_standfirst(piece: Piece, index: int, formal: dict[int, Role]) -> bool:
    """A line of some length without a full stop, or a sentence that stands before the byline or the date."""
    if not piece.ended:
        return piece.words >= 5
    return any(later > index and role in {"byline", "date"} for later, role in formal.items())


def _lower_case_words(running: Sequence[Piece]) -> frozenset[str]:
    return frozenset(word for piece in running for word in _LOWER_CASE.findall(piece.text) if word.islower())
