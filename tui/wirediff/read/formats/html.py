"""Saved web pages: the report a page shows, with the page's own statements about it."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from wirediff.errors import ReadError
from wirediff.read.contract import Block, Raw, Reader
from wirediff.read.decode import decode, guessed
from wirediff.read.source import what_binary

if TYPE_CHECKING:
    from wirediff.read.web.stated import Stated

DEEPEST = 3_000
"""Elements inside each other; parsers take quadratic time on more, and no page of a newsroom has a hundredth."""

_HEAD = 4_096  # bytes; where HTML has a page name its character set
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w:.-]{2,40})", re.I
)
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.I | re.S
)
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|article|table|ul|ol|dl|blockquote|a|b|i|em|strong|font|center|form|main|aside|u|s|small|big|tt|q)\b",
    re.I,
)


def read(data: bytes, path: Path) -> tuple[Raw]:
    """The report of one page. Raises ReadError for what is no page, or a page without text."""
    from selectolax.lexbor import LexborHTMLParser

    from wirediff.read.web.blocks import drop_popups, visible_blocks
    from wirediff.read.web.body import find_body
    from wirediff.read.web.regions import roles
    from wirediff.read.web.stated import stated

    if what := what_binary(data):
        raise ReadError(str(path), f"{path}: is {what}, not HTML", "save the page as HTML or text")
    charset = _charset(data)
    markup = decode(data, charset)
    if _depth(markup) > DEEPEST:
        raise ReadError(str(path), f"{path}: elements nest more than {DEEPEST} deep", "save the report as text")
    tree = LexborHTMLParser(markup)
    about = stated(tree)
    if drop_popups(tree):
        markup = tree.html or markup
    blocks = visible_blocks(tree.body) if tree.body is not None else []
    headline = about.headline or ""
    body = find_body(blocks, markup, about.body, headline)
    found = [
        Block(block.text, role=role)
        for block, role in zip(blocks, roles(blocks, body.blocks, about, headline), strict=True)
    ]
    return (replace(_raw(found, body.texts, about, headline), encoding=guessed(data, charset)),)


def _raw(found: list[Block], texts: list[str], about: "Stated", headline: str) -> Raw:
    """The page as the cleaner takes it; `texts` is the body where the page's blocks do not hold it."""
    if texts:
        whole = "".join(texts)
        found = [Block(text) for text in texts] + [block for block in found if block.role and block.text not in whole]
    return Raw(
        blocks=tuple(found),
        headline=headline,
        byline=about.byline,
        source=about.source,
        published=about.published,
        language=about.language,
        marked_up=True,
    )


def _charset(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_HEAD])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def _depth(markup: str) -> int:
    """How deep elements nest at most, counting only those that must be closed."""
    deepest = depth = 0
    for match in _NESTING.finditer(markup):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


READER = Reader("html", (".html", ".htm", ".xhtml"), read, lambda data: _OPENING.match(data[:_HEAD]) is not None)
