"""What a block beside the body is, by where on the page it stands."""

import re
from collections.abc import Sequence

from wirediff.model import Reason
from wirediff.read.clean.captions import is_credit
from wirediff.read.clean.furniture import known_as
from wirediff.read.contract import Role
from wirediff.read.fields.bylines import byline
from wirediff.read.fields.dates import date_line
from wirediff.read.web.blocks import WebBlock
from wirediff.read.web.stated import Stated

# The first that fits; words of class names and ids as sites use them.
_REGIONS: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    ("notice", re.compile(r"copyright|legal|disclaimer|cookie|consent|gdpr")),
    ("prompt", re.compile(r"share|sharing|social|newsletter|subscri|sign-?up|paywall|\bform\b|login|donat|follow")),
    (
        "related",
        re.compile(
            r"related|recommend|more-|popular|trending|most-|teaser|promo|outbrain|taboola|also|comment|sidebar"
        ),
    ),
    ("related", re.compile(r"\baside\b|recirc|latest|carousel|playlist|sponsor|\bad(?:s|vert\w*)?\b|widget")),
    ("credit", re.compile(r"byline|author|\bbio\b|credit")),
    (
        "label",
        re.compile(
            r"\btags?\b|topics?|keyword|categor|section-?(?:name|label)|kicker|eyebrow|breadcrumb|\btime\b|date"
        ),
    ),
    ("navigation", re.compile(r"\bnav|menu|\bheader\b|\bfooter\b|skip|toolbar|masthead|banner")),
)
_CAPTION = re.compile(r"figcaption|caption\b|captions?[-_ ]text")
_SUBTITLE = re.compile(r"standfirst|sub-?title|sub-?head(?:line)?\b|\bdek\b|\bdeck\b|\bchapo\b|alternativeheadline")
_STANDFIRST = re.compile(rf"{_SUBTITLE.pattern}|article-?_*(?:summary|intro|lead|teaser)")
_SHORT = 60  # characters; longer unmarked text beside the body is a teaser rather than a label


def roles(blocks: Sequence[WebBlock], body: Sequence[int], stated: Stated, headline: str) -> list[Role | None]:
    """The role of every block: none for those of the body, which the cleaner looks through, and one for all others."""
    held = set(body)
    first, last = (body[0], body[-1]) if body else (len(blocks), len(blocks))
    found: list[Role | None] = []
    titled = False
    for index, block in enumerate(blocks):
        role: Role | None
        if index in held:
            role = "standfirst" if index == first and len(body) > 1 and _SUBTITLE.search(block.region) else None
        elif _plain(block.text) == _plain(headline):
            role = "repeat" if titled else "headline"
            titled = True
        elif index <= last and _CAPTION.search(block.region) and len(block.text) > 3:
            role = "credit" if is_credit(block.text) else "caption"
        elif index < first and "standfirst" not in found and _is_standfirst(block, stated):
            role = "standfirst"
        else:
            role = _formal(block, index < first) or _reason(block, after=index > first)
        found.append(role)
    return found


def _formal(block: WebBlock, before: bool) -> Role | None:
    """A byline or date line near the head."""
    if before and len(block.text) <= 160:
        if byline(block.text) or re.search(r"byline", block.region[-80:]):
            return "byline"
        if date_line(block.text):
            return "date"
    return None


def _reason(block: WebBlock, *, after: bool) -> Reason:
    if not any(map(str.isalnum, block.text)):
        return "separator"
    if reason := known_as(block.text):
        return reason
    for reason, pattern in _REGIONS:
        if pattern.search(block.region):
            return reason
    if after and (block.linked > 0.5 or len(block.text) > _SHORT):
        return "related"
    return "navigation" if block.linked > 0.5 else "label"


def _is_standfirst(block: WebBlock, stated: Stated) -> bool:
    text = _plain(block.text)
    if len(block.text) < 30 or block.linked > 0.5:
        return False
    described = stated.description and text == _plain(stated.description)
    return bool(described) or _STANDFIRST.search(block.region) is not None


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
