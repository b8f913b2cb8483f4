"""Words of languages that write small words in one with others, cut down to what carries the meaning.

Stems are for counting, like terms: "and with the government" and "government" are one, and that two other words now
and then come out alike does little harm.
"""

import re

from wirediff.text.scripts import ARABIC_VARIANTS

_SHORTEST = 3
"""Letters that are left of a word at least."""

_CUT_TO = 6
"""Letters kept where nothing else is known of a language: cutting words off serves inflected languages about as well
as stemming by rules does (McNamee and Mayfield 2004), and asks for no list of rules for each."""

_ARABIC_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_ARABIC = re.compile("[\u0620-\u06ff]")
_HEBREW = re.compile("[\u05d0-\u05ea]")


def stem(word: str) -> str:
    """The stem of a folded word.

    >>> stem("recaptured"), stem("والحكومة") == stem("حكومة"), stem("ובממשלה") == stem("הממשלה")
    ('recapt', True, True)
    """
    if word.isascii():
        return word[:_CUT_TO]
    if _ARABIC.match(word):
        return _arabic(word)
    if _HEBREW.match(word):
        return _without_first(word, "והבלמשכ", "")[:_CUT_TO]
    return word[:_CUT_TO]


def _arabic(word: str) -> str:
    """Light stemming after Larkey, Ballesteros and Connell (2002): one form of alef, ya and final ta; no article, no
    one-letter words before it, no ending of number and person."""
    plain = _without_first(word.translate(ARABIC_VARIANTS), "وفبكل", "ال")
    for ending in _ARABIC_ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            plain = plain[: -len(ending)]
    return plain


def _without_first(word: str, letters: str, article: str) -> str:
    """A word without any of the `letters` and the article before it.

    Cut as long as it goes, so that a word comes out the same with and without them, also where it begins with one.
    """
    while True:
        if article and word.startswith(article) and len(word) - len(article) >= _SHORTEST:
            word = word[len(article) :]
        elif word[0] in letters and len(word) > _SHORTEST:
            word = word[1:]
        else:
            return word
