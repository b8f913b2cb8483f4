"""The fields of a document, from what the format states and from the lines the cleaner recognised."""

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from wirediff.model import Reason
from wirediff.read.clean.page import Page, Piece
from wirediff.read.clean.tail import signers
from wirediff.read.contract import Block, Raw, Role
from wirediff.read.fields.bylines import agency_in, byline, name_with_role
from wirediff.read.fields.datelines import Dateline, dateline, leading_agency, lone_dateline
from wirediff.read.fields.dates import date_line, find_date, is_later
from wirediff.read.fields.language import language
from wirediff.read.fields.marks import lone_mark, mark_in_slug, split_mark
from wirediff.read.fields.sources import outlet_of_more, source_line
from wirediff.read.wordlists import agencies

_FIELDS = frozenset({"headline", "standfirst", "byline", "caption", "date", "dateline", "version"})
_SIGNATURE = re.compile(r"[(\[](?P<name>[^()\[\]]{2,30})[)\]]\.?$")
_LEAST_LEAD = 40  # characters after a bare place; a shorter line in capitals is a heading
_LEAD_PARAGRAPHS = 3  # a dateline stands in the first; an editor's note may come before it


class Fields(Struct, frozen=True):
    """`document` holds fields of a Document by name; `restated` the pieces that a field has in another form."""

    document: dict[str, Any]
    restated: dict[int, Reason]


def fields(raw: Raw, page: Page, body: Sequence[Block]) -> Fields:
    """The fields of the document that `raw` and its cleaned page give."""
    headline, mark = split_mark(raw.headline if raw.headline is not None else _first(page, "headline") or "")
    writer = _byline(page)
    printed = _dateline(page, body)
    agency = raw.agency or _agency(page, body, raw.byline or writer, printed)
    document = {
        "headline": headline,
        "byline": raw.byline or writer or _signer(page),
        "source": raw.source or _source(page),
        "agency": agency,
        "dateline": raw.dateline or (printed.text if printed else None) or _first(page, "dateline"),
        "published": raw.published or _published(page, printed),
        "language": raw.language or _language(body),
        "standfirst": raw.standfirst or _first(page, "standfirst"),
        "captions": _captions(raw, page),
        "version": raw.version or _version(page, mark),
    }
    return Fields(document, _restated(page, document))


def stated(raw: Raw, body: Sequence[Block]) -> Fields:
    """Only the fields that the format states, and the language: nothing is read out of the text."""
    names = ("headline", "byline", "source", "agency", "dateline", "published", "standfirst", "captions", "version")
    given = {name: value for name in names if (value := getattr(raw, name))}
    return Fields(given | {"language": raw.language or _language(body)}, {})


def _language(body: Sequence[Block]) -> str | None:
    return language(" ".join(block.text[:1000] for block in body[:20]))


def _restated(page: Page, document: dict[str, Any]) -> dict[int, Reason]:
    """The pieces that were found to be fields, but whose words no field holds as they stand."""
    held = {value for value in document.values() if isinstance(value, str)} | set(document["captions"])
    found: dict[int, Reason] = {}
    for index, piece in enumerate(page.pieces):
        if piece.role not in _FIELDS or piece.text in held:
            continue
        if piece.role == "headline" and split_mark(piece.text) == (document["headline"], document["version"]):
            continue  # nothing is lost: the mark has a field of its own
        found[index] = "credit" if piece.role == "byline" else "label"
    return found


def _first(page: Page, role: Role) -> str | None:
    return next((piece.text for piece in page.having(role)), None)


def _byline(page: Page) -> str | None:
    """The writers of the first byline; an agency alone gives way to a name."""
    lines = [piece.text for piece in page.having("byline")]
    if not lines:
        return None
    chosen = next((text for text in lines if not agencies().named(text)), lines[0])
    return byline(chosen) or name_with_role(chosen) or chosen


def _signer(page: Page) -> str | None:
    """The name beside "Written by" among the credits, an agency's if no writer's."""
    for piece in signers(page):
        if agencies().named(piece.text) or (piece.words <= 5 and not piece.ended):
            return piece.text
    return None


def _dateline(page: Page, body: Sequence[Block]) -> Dateline | None:
    for piece in page.having("dateline"):
        return lone_dateline(piece.text)
    for block in body[:_LEAD_PARAGRAPHS]:
        found = dateline(block.text)
        if found and (found.agency or found.day or len(block.text) > len(found.text) + _LEAST_LEAD):
            return found
    return None


def _agency(page: Page, body: Sequence[Block], writer: str | None, printed: Dateline | None) -> str | None:
    """The agency that the dateline, the byline, a credit, a notice or the last paragraph names, in this order."""
    if printed and printed.agency:
        return printed.agency
    if body and (code := leading_agency(body[0].text)):
        return code
    if writer and (code := agency_in(writer)):
        return code
    for piece in page.having("byline", "credit", "notice"):
        if code := _named_in_credit(piece):
            return code
    signature = _SIGNATURE.search(body[-1].text[-40:]) if body else None
    return agencies().named(signature["name"]) if signature else None


def _named_in_credit(piece: Piece) -> str | None:
    if code := agencies().named(piece.text):
        return code
    if source := source_line(piece.text):
        return agency_in(source)
    if piece.role == "notice" and len(piece.text) < 300:
        without_mark = re.sub(r"(?i)copyright|©|\(c\)|(?:19|20)\d\d|all rights reserved", "|", piece.text)
        return agency_in(without_mark.replace(".", "|"))
    return None


def _source(page: Page) -> str | None:
    """The outlet that a line of the page names ("Other reports by …", "Source: …"), unless that is an agency."""
    for piece in page.having("related", "credit"):
        name = outlet_of_more(piece.text) or source_line(piece.text)
        if name and not agency_in(name):
            return name
    return None


def _published(page: Page, printed: Dateline | None) -> str | None:
    """The day of the first printing, else of an update, else of the dateline if it has a year."""
    days: list[tuple[bool, str]] = []
    for piece in page.having("date", "byline"):
        found = date_line(piece.text) if piece.role == "date" else find_date(piece.text)
        if found and found.iso:
            days.append((is_later(piece.text), found.iso))
    if days:
        return min(days, key=lambda day: day[0])[1]
    return printed.day if printed else None


def _captions(raw: Raw, page: Page) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*raw.captions, *(piece.text for piece in page.having("caption")))))


def _version(page: Page, mark: str | None) -> str | None:
    if mark:
        return mark
    for piece in page.having("version"):
        return lone_mark(piece.text) or piece.text
    for piece in page.having("label", "navigation", "notice"):
        if found := mark_in_slug(piece.text):
            return found
    return None
