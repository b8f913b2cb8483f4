"""What a page states about its report: JSON-LD, meta elements, and marked-up bylines and times."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from wirediff.read.fields.bylines import byline
from wirediff.read.fields.dates import find_date

_ARTICLE = re.compile(r"article|posting|report|review|webpage|liveblog|story", re.IGNORECASE)
_TITLE_END = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
_TAGS = re.compile(r"<[^>]{1,200}>")
_BLANKS = re.compile(r"\s+")
_TIMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date",
    "dc.date.issued", "dcterms.created", "article.published", "cxenseparse:recs:publishtime", "originalpublicationdate",
)  # fmt: skip
_WRITERS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "byline",
    "cxenseparse:author",
)
_BYLINE_AT = (
    "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .byline, .author-name, .article__byline"
)
_ACCOUNTS = frozenset({"admin", "administrator", "editor", "webmaster", "guest", "staff"})  # who posted, not who wrote
_LONGEST_NAME = 120


class Stated(Struct, frozen=True, kw_only=True):
    """A page's own words about its report; None for what it does not say. `body` is the JSON-LD `articleBody`."""

    headline: str | None = None
    byline: str | None = None
    source: str | None = None
    published: str | None = None
    language: str | None = None
    description: str | None = None
    body: str | None = None


def stated(tree: Any) -> Stated:
    """What the page of a selectolax tree states about itself."""
    articles = sorted(_articles(tree), key=lambda found: "articleBody" not in found)
    article = articles[0] if articles else {}
    meta = _meta(tree)
    source = _outlet(_first(meta, "og:site_name", "application-name") or _name(article.get("publisher")))
    writers = _writers(tree, meta, article)
    return Stated(
        headline=_headline(tree, meta, article),
        byline=writers if writers and _plain(writers) != _plain(source or "") else None,
        source=source,
        published=_published(tree, meta, article),
        language=_language(tree, article),
        description=_text(article.get("description")) or _first(meta, "og:description", "description"),
        body=_body(article),
    )


def _outlet(name: str | None) -> str | None:
    """The outlet's name without the slogan that some sites add after a bar."""
    return re.split(r"\s+[|»]\s+|\s+[–—-]\s+", name)[0].removeprefix("@") if name else None


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that describe an article, however deep a list or graph holds them."""
    for script in tree.css("script[type='application/ld+json']"):
        try:
            waiting = [json.loads(_cleared(script.text()), strict=False)]
        except (ValueError, RecursionError):
            continue  # a page whose JSON-LD is broken still has its text
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(reversed(value))
            elif isinstance(value, dict):
                kind = value.get("@type")
                names = kind if isinstance(kind, list) else [kind]
                if any(isinstance(name, str) and _ARTICLE.search(name) for name in names):
                    yield value
                waiting.extend(value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value)


def _cleared(text: str) -> str:
    return (
        text.strip()
        .removeprefix("<!--")
        .removesuffix("-->")
        .removeprefix("//<![CDATA[")
        .removesuffix("//]]>")
        .strip(" \n;")
    )


def _meta(tree: Any) -> dict[str, str]:
    """Meta elements by name in lower case; the first of each counts."""
    found: dict[str, str] = {}
    for element in tree.css("meta[content]"):
        attributes = element.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = (attributes.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _headline(tree: Any, meta: dict[str, str], article: dict[str, Any]) -> str | None:
    """The title, in the wording of the page's own main heading where that agrees with what it states elsewhere."""
    title = tree.css_first("title")
    page_title = _text(title.text()) if title is not None else None
    claims = [
        claim
        for claim in (_text(article.get("headline")), _first(meta, "og:title", "twitter:title"), page_title)
        if claim
    ]
    headings = [text for text in (_text(node.text()) for node in tree.css("h1")) if text]
    plain_claims = [_plain(claim) for claim in claims]
    for heading in headings:
        plain = _plain(heading)
        if plain and any(plain in claim or claim in plain for claim in plain_claims):
            return heading
    if len(headings) == 1 and (not claims or _shared(headings[0], claims) >= 0.5):
        return headings[0]
    if not claims:
        return headings[0] if headings else None
    return claims[0] if claims[0] != page_title else _TITLE_END.sub("", claims[0])


def _shared(heading: str, claims: list[str]) -> float:
    words = set(heading.casefold().split())
    return max(len(words & set(claim.casefold().split())) / max(1, len(words)) for claim in claims)


def _writers(tree: Any, meta: dict[str, str], article: dict[str, Any]) -> str | None:
    authors = article.get("author") or article.get("creator")
    names = [_name(author) for author in (authors if isinstance(authors, list) else [authors])]
    candidates = [", ".join(dict.fromkeys(filter(None, names))), *(meta.get(name) for name in _WRITERS)]
    candidates += [_text(node.text()) for node in tree.css(_BYLINE_AT)[:3]]
    for candidate in candidates:
        if (
            candidate
            and (text := _text(candidate))
            and len(text) <= _LONGEST_NAME
            and not re.search(r"https?:|@|/{2}", text)
        ):
            bare = byline(text) or text
            return None if bare.casefold() in _ACCOUNTS else bare
    return None


def _published(tree: Any, meta: dict[str, str], article: dict[str, Any]) -> str | None:
    candidates = [article.get("datePublished"), article.get("dateCreated"), *(meta.get(name) for name in _TIMES)]
    for node in tree.css(
        "[itemprop=datePublished], time[pubdate], article time[datetime], header time[datetime], time[datetime]"
    )[:3]:
        candidates += [node.attributes.get("datetime"), node.attributes.get("content"), node.text()]
    for candidate in candidates:
        if isinstance(candidate, str) and (found := find_date(candidate[:100])) and found.iso:
            return found.iso
    return None


def _language(tree: Any, article: dict[str, Any]) -> str | None:
    root = tree.css_first("html")
    code = _text(article.get("inLanguage")) or (root.attributes.get("lang") if root is not None else None) or ""
    match = re.match(r"[a-z]{2}(?=$|[-_])", code.lower())
    return match.group() if match else None


def _body(article: dict[str, Any]) -> str | None:
    body = article.get("articleBody")
    if isinstance(body, list):
        body = "\n".join(part for part in body if isinstance(part, str))
    if not isinstance(body, str):
        return None
    return _TAGS.sub("\n", html.unescape(body)).strip() or None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return _text(value)


def _text(value: Any) -> str | None:
    """A string on one line, without markup and entities; None for anything else."""
    if not isinstance(value, str):
        return None
    return _BLANKS.sub(" ", _TAGS.sub(" ", html.unescape(value))).strip() or None


def _first(meta: dict[str, str], *names: str) -> str | None:
    return next((text for name in names if (text := _text(meta.get(name)))), None)


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
