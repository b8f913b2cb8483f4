"""Foldings: what counts as equal before anything is compared. Nothing here is ever stored in place of the text."""

import re
import unicodedata
from functools import lru_cache

from wirediff.text.scripts import ARABIC_VARIANTS

_GLYPHS = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("      　", " "),
    **dict.fromkeys("­\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c", ""),
    **dict(zip("٪٫٬،؛؟", "%.,,;?", strict=True)),
    "…": "...",
}

# Arabic vowel signs, the tatweel that only lengthens a word, Hebrew points: print leaves them out or not, as it likes.
_POINTS = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0591-\u05bd\u05bf-\u05c7]"
)

# Letters that a keyboard without them writes as two.
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj", "ð": "dh"})


@lru_cache(maxsize=4096)
def fold_char(char: str) -> str:
    """One character without its typography: straight quotes, plain dashes and spaces, NFKC for the rest.

    Digits of every script become 0 to 9. May give none (a soft hyphen, an Arabic vowel sign) or several characters (a
    ligature). Case stays.
    """
    if char in _GLYPHS:
        return _GLYPHS[char]
    folded = _POINTS.sub("", unicodedata.normalize("NFKC", char))
    return "".join(_GLYPHS.get(part, part if part.isascii() else _digit(part)) for part in folded)


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


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

    plain = anyascii(fold(word).translate(ARABIC_VARIANTS)) if not word.isascii() else word
    return "".join(char for char in plain.casefold() if char.isalnum())


def spelt_out(word: str) -> str:
    """As `fold_name`, but with two letters for one where print without accents has two.

    >>> spelt_out("Müller"), spelt_out("Đoković")
    ('mueller', 'djokovic')
    """
    return fold_name(fold(word).casefold().translate(_SPELT_OUT))
