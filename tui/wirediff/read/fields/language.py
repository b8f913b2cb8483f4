"""Which language a report is in, by its script and its small words; a short one by all words and letters that tell."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from wirediff.read.wordlists import words
from wirediff.text.language import data_of

_SAMPLE = 5_000
_LEAST_SHARE = 0.12  # small words are a third of running text; names and figures alone stay far below
_LEAST_WORDS = 12
_SHORT = 60
"""Words; in a shorter text the few smallest words may be missing altogether, and more are asked about."""
_LEAST_FOUND = 2
_TELLING = ("function_words", "calendar", "hedges", "scope", "generic_nouns")
_FORMS = ("reporting_verbs", "offices")
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
    found = [word.lower() for word in _WORD.findall(sample)]  # not casefolded, which takes "ß" away
    if len(found) < _SHORT and (told := _leading(_out_of_names(_WORD.findall(sample)))):
        return told
    if len(found) < _LEAST_WORDS:
        return None
    scores = {code: sum(word in small for word in found) for code, small in words().languages.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= len(found) * _LEAST_SHARE else None


def of_story(told: Sequence[tuple[str | None, str]]) -> tuple[str | None, ...]:
    """The languages of versions of one story, each given as its language, None where it is not known, and its text.

    A version too short to tell its language (under a dozen words) is in that of the others, where they are at one.
    """
    sure = {code for code, text in told if code and len(_WORD.findall(text[:_SAMPLE])) >= _LEAST_WORDS}
    sure = sure or {code for code, _ in told if code}
    if len(sure) != 1:
        return tuple(code for code, _ in told)
    (story,) = sure
    short = (len(_WORD.findall(text[:_SAMPLE])) < _LEAST_WORDS for _, text in told)
    return tuple(story if is_short or not code else code for is_short, (code, _) in zip(short, told, strict=True))


def _out_of_names(written: Sequence[str]) -> list[str]:
    """Words in lower case, without the small ones inside names: "Rio de Janeiro" and "von der Leyen" tell nothing."""
    particles = _name_particles()
    kept: list[str] = []
    for place, word in enumerate(written):
        if word in particles and place and not (written[place - 1].islower() and written[place - 1] not in particles):
            following = next((later for later in written[place:] if later not in particles), "")
            if following[:1].isupper():
                continue
        kept.append(word.lower())
    return kept


@cache
def _name_particles() -> frozenset[str]:
    return frozenset(form for code in words().languages for form in data_of("words", code).get("name_particles", ()))


def _leading(found: Sequence[str]) -> str | None:
    """The language that speaks most for itself; None where two are level, or fewer than two of the words do so.

    A small word that is among the commonest of a language counts twice, a word with its letters once more.
    """
    small, longer = words().languages, _longer_lists()
    scores = {code: [(word in small[code]) + (word in longer[code]) for word in found] for code in small}
    foreign = [word for word in found if not word.isascii()]
    letters = {code: sum(set(word) <= own for word in foreign) for code, own in _letters().items()}
    ranked = sorted(((sum(each) + letters.get(code, 0), code) for code, each in scores.items()), reverse=True)
    (most, best), (next_most, _) = ranked[:2]
    telling = sum(map(bool, scores[best])) + letters.get(best, 0)
    return best if most > next_most and telling >= max(_LEAST_FOUND, len(found) * _LEAST_SHARE) else None


@cache
def _letters() -> Mapping[str, frozenset[str]]:
    """The letters of each language that is told from others by them."""
    return {code: frozenset("abcdefghijklmnopqrstuvwxyz" + own) for code, own in words().letters.items()}


@cache
def _longer_lists() -> Mapping[str, frozenset[str]]:
    """The small words, and where `data/words` has the language, what its reports are full of besides."""
    return {code: small | _listed(code) for code, small in words().languages.items()}


def _listed(code: str) -> frozenset[str]:
    table = data_of("words", code)
    phrases = [*table.get("numbers", {}).get("units", {}), *(form for name in _TELLING for form in table.get(name, ()))]
    for name in _FORMS:
        groups = table.get(name, {})
        phrases += [form for head, forms in groups.get("irregular", groups).items() for form in (head, *forms)]
    # "n'" and "teilte mit" as the words of a text are cut.
    return frozenset(word for form in phrases for word in _WORD.findall(form.lower()))
