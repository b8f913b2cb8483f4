"""The addresses under which a saved page stood on the web, as it tells them itself."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

_BEGINNING = 200_000
"""Bytes of a page that are looked at; a page tells its address in its head."""

_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(\S{1,2000}) -->")
_TAG = re.compile(r"<(?:link|meta)\b[^<>]{1,2000}>", re.IGNORECASE)
_TELLS = re.compile(r"""\b(?:rel\s*=\s*["']?canonical|property\s*=\s*["']?og:url)\b""", re.IGNORECASE)
_VALUE = re.compile(r"""\b(?:href|content)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_PAGES = {".html", ".htm", ".xhtml", ".mhtml"}


def addresses(path: str) -> set[str]:
    """What a page calls its own address, each as `bare` gives it; nothing for other files. Looks at its beginning."""
    if Path(path).suffix.lower() not in _PAGES:
        return set()
    try:
        with Path(path).open("rb") as file:
            beginning = file.read(_BEGINNING).decode("utf-8", "replace")
    except (OSError, ValueError):
        return set()
    told = _SAVED.findall(beginning)
    for tag in _TAG.findall(beginning):
        if _TELLS.search(tag) and (value := _VALUE.search(tag)):
            told.append(unescape(next(filter(None, value.groups()), "")))
    return {bare(each) for each in told} - {""}


def bare(address: str) -> str:
    """An address on the web without what may differ for one page: scheme, `www.`, fragment, a slash at the end."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https"):
        return ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{query}"
