"""Which language a report is in, by its script and its small words."""

import re

from wirediff.read.wordlists import words

_SAMPLE = 5_000
_LEAST_SHARE = 0.12  # small words are a third of running text; names and figures alone stay far below
_LEAST_WORDS = 12
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("hiragana", re.compile(r"[\u3040-\u309f]")),
    ("katakana", re.compile(r"[\u30a0-\u30ff]")),
    ("hangul", re.compile(r"[\uac00-\ud7af]")),
    ("hebrew", re.compile(r"[\u0590-\u05ff]")),
    ("greek", re.compile(r"[\u0370-\u03ff]")),
    ("thai", re.compile(r"[\u0e00-\u0e7f]")),
    ("cjk", re.compile(r"[\u4e00-\u9fff]")),
    ("devanagari", re.compile(r"[\u0900-\u097f]")),
)
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARABIC_OF = (("ur", re.compile("[ےٹڈڑں]")), ("fa", re.compile("[پچژگیک]")))  # letters that Arabic does not have


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language, None where the text is too short or of no language known here.

    Only the first 5,000 characters count.
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample)) or 1
    for script, pattern in _SCRIPTS:
        if len(pattern.findall(sample)) > letters * (0.1 if script == "hiragana" else 0.5):
            return words().scripts[script]
    if len(_ARABIC.findall(sample)) > letters * 0.5:
        return next((code for code, pattern in _ARABIC_OF if len(pattern.findall(sample)) > letters * 0.01), "ar")
    found = [word.casefold() for word in _WORD.findall(sample)]
    if len(found) < _LEAST_WORDS:
        return None
    scores = {code: sum(word in small for word in found) for code, small in words().languages.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= len(found) * _LEAST_SHARE else None
