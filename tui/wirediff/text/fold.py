"""Foldings: what counts as equal before anything is compared. Nothing here is ever stored in place of the text."""

import unicodedata
from functools import lru_cache

_GLYPHS = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("      　", " "),
    **dict.fromkeys("­\u200b\u200c\u200d\ufeff", ""),
    "…": "...",
}


@lru_cache(maxsize=4096)
def fold_char(char: str) -> str:
    """One character without its typography: straight quotes, plain dashes and spaces, NFKC for the rest.

    May give none (a soft hyphen) or several characters (a ligature). Case stays.
    """
    if char in _GLYPHS:
        return _GLYPHS[char]
    folded = unicodedata.normalize("NFKC", char)
    return "".join(_GLYPHS.get(part, part) for part in folded)


def fold(text: str) -> str:
    """`text` without typography; case stays. Idempotent; not length-preserving.

    >>> fold("“It’s” 5–6")
    '"It\\'s" 5-6'
    """
    if text.isascii():
        return text.replace("`", "'")
    return "".join(map(fold_char, unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=65536)
def fold_name(word: str) -> str:
    """A word for comparing names: romanised, without accents, apostrophes, hyphens and case.

    >>> fold_name("al-Ka‘im"), fold_name("Zürich")
    ('alkaim', 'zurich')
    """
    from anyascii import anyascii

    plain = anyascii(fold(word)) if not word.isascii() else word
    return "".join(char for char in plain.casefold() if char.isalnum())
