"""What scripts ask of whoever cuts text into words: signs that sit on letters, and words with no blanks between them.

Chinese, Japanese, Thai, Lao, Khmer and Burmese put no blanks between words, and telling words there takes a dictionary.
None is needed here. For marking differences the text is cut as finely as a reader would point: one ideograph, one kana,
one cluster of a consonant with its vowels and tones; katakana, which writes whole loanwords, stays in one piece. For
telling what two texts share, overlapping pairs of these pieces serve: as index terms they do about as well as words
(Nie, Gao, Zhang and Zhou 2000, for Chinese; Fujii and Croft 1993, for Japanese).
"""

import re

ON_LETTER = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0abc-\u0acd\u0b3c-\u0b4d\u0bbe-\u0bcd"
    "\u0c3e-\u0c4d\u0cbc-\u0ccd\u0d3e-\u0d4d\u0d81-\u0d83\u0dca-\u0ddf\u0f71-\u0f84\u0640\u00ad\u200b-\u200d\u2060\ufeff"
)
"""What stands on or inside a letter and is no letter to `re`, as the inside of a character class: accents written apart
(decomposed text), Hebrew and Arabic vowel points, Indic vowel signs, and the joiners and soft hyphens that cut no word
in two."""

_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_COMMON_PIECES = "\u3005-\u3007\u3021-\u3029\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_PIECES = f"{_COMMON_PIECES}\U00020000-\U0003ffff"
_CLUSTERS = "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1050-\u108f\u1780-\u17d3\u17dd"
COMMON_UNSPACED = _KATAKANA + _COMMON_PIECES + _CLUSTERS
"""UNSPACED without the letters beyond U+FFFF, which never stand alone in a text: `re` looks a class without them up in
a table, and one with them range by range."""

UNSPACED = _KATAKANA + _PIECES + _CLUSTERS
"""The letters of scripts without blanks between words, as the inside of a character class; their digits are none."""

CLUSTER = rf"""
    (?: [\u0e40-\u0e44]? [\u0e01-\u0e2e] [\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]* [\u0e30\u0e32\u0e33\u0e45]?
      | [\u0ec0-\u0ec4]? [\u0e81-\u0eae] [\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]* [\u0eb0\u0eb2\u0eb3\u0ebd]?
      | [\u1000-\u102a\u103f\u1050-\u108f] (?: [\u102b-\u1038\u103a-\u103e\u1056-\u1064\u1067-\u106d] | \u1039. )*
      | [\u1780-\u17b3] (?: [\u17b4-\u17d1\u17d3\u17dd] | \u17d2. )*
      | [{_PIECES}] [\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*
      | [{_CLUSTERS}] )
"""
"""One piece of unspaced text but katakana, as a part of a verbose pattern (for Thai, the character cluster of
Theeramunkong et al. 2000)."""

LOANWORD = rf"(?: [{_KATAKANA}] [{_KATAKANA}\u3099\u309a]* )"
"""A run of katakana, as a part of a verbose pattern."""

ARABIC_VARIANTS = str.maketrans("أإآٱىئیکؤةۀ", "اااايييكوهه")
"""Letters of Arabic that print writes with and without their hamza, dots or madda, each to its plainest form."""

_PIECE = re.compile(f"[{_PIECES}{_CLUSTERS}]")
_KANA = re.compile("[\u3041-\u309f]")


def is_piece(word: str) -> bool:
    """Whether a token is a piece of unspaced text and no word by itself; katakana, and what has blanks, is none."""
    return word[:1] >= "\u0e01" and _PIECE.match(word) is not None


def is_kana(word: str) -> bool:
    """Whether a piece is of the script that writes endings and particles in Japanese."""
    return _KANA.match(word) is not None
