"""How long a text is, in words."""

import re

from wirediff.model import Document
from wirediff.text.scripts import UNSPACED
from wirediff.text.tokens import words

_UNSPACED = re.compile(f"[{UNSPACED}]")


def word_count(document: Document) -> int:
    """How many words the body of a document has: what stands between blanks, as everybody counts.

    In scripts without blanks between words it is their pieces that are counted, as word processors do: an ideograph or
    a kana, a cluster of Thai letters. Linear in the text.
    """
    return sum(_words(paragraph.text) for paragraph in document.paragraphs)


def _words(text: str) -> int:
    chunks = text.split()
    if text.isascii() or not _UNSPACED.search(text):
        return len(chunks)
    return sum(len(words(chunk)) if _UNSPACED.search(chunk) else 1 for chunk in chunks)
