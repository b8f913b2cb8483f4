"""Which documents are the same, and what a story is called after."""

import hashlib
from collections.abc import Iterable

from wirediff.model import Document

_UNDATED = "9999"


def identity(document: Document) -> str:
    """64 hex digits that only copies of one report share, wherever they lie.

    A document's id is that of its file, and a file may hold several reports; so the text is part of it.
    """
    parts = (document.id, document.headline, *(paragraph.text for paragraph in document.paragraphs))
    digest = hashlib.sha256()
    for part in parts:
        code = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(code) + code)
    return digest.hexdigest()


def precedence(document: Document) -> tuple[str, str, str, str]:
    """The order among equals: by date, the undated last, then path; then whatever sets two documents apart at all."""
    return document.published or _UNDATED, document.path, identity(document), repr(document)


def story_id(documents: Iterable[Document]) -> str:
    """12 hex digits: the identity of the earliest document, by content where dates are equal.

    A version that comes in later leaves the id as it is, and so does moving files. An earlier version, a split or the
    loss of the earliest changes it; notes hold on to documents and are found all the same.
    """
    return min((document.published or _UNDATED, identity(document)) for document in documents)[1][:12]
