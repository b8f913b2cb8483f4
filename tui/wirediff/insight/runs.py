"""Names that no glossary knows: runs of capitalised words, told from words that only open a sentence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wirediff.text import Token, TokenType, fold_name, sentences, tokens
from wirediff.text.lexicon import Lexicon, phrase

_LONGEST = 9
"""Words; what goes on longer is a list or a heading."""

_ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "at", "an", "az", "ed", "es", "ez", "ul"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "its", "their", "our", "every", "each", "'s"})
_OPENS_AFTER = frozenset("\"“„«‘':;–—(")


class Run(NamedTuple):
    """A name in a text, from `start` to `end` in code points, without titles and possessives.

    `person`: the words around it say that it is somebody. `thing`: a determiner before it says that it is not.
    `opens`: its first word begins a sentence.
    """

    start: int
    end: int
    person: bool = False
    thing: bool = False
    opens: bool = False


class Casing:
    """How words are written where case says something, which is not at the start of a sentence.

    Built once for all texts that are looked at; linear in their length.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._lower: Counter[str] = Counter()
        self._upper: Counter[str] = Counter()
        self._begins: set[str] = set()
        for text in texts:
            if headline_case(text):
                continue
            opening = _openings(text)
            for place, token in enumerate(found := tokens(text)):
                if token.type is not TokenType.WORD or _opens(found, place, opening):
                    continue
                (self._upper if token.text[0].isupper() else self._lower)[token.key] += 1
                if _capital(token) and not _capital(found[place - 1]):
                    self._begins.add(token.key)

    def is_name(self, key: str) -> bool:
        """Whether a capitalised word that opens a sentence belongs to a name: it is written so elsewhere too."""
        return self._upper[key] > self._lower[key]

    def is_unseen(self, key: str) -> bool:
        """Whether a word stands nowhere but at the start of sentences."""
        return not self._upper[key] and not self._lower[key]

    def begins_names(self, key: str) -> bool:
        """Whether names elsewhere begin with a word."""
        return key in self._begins


def runs(text: str, casing: Casing, lexicon: Lexicon) -> list[Run]:
    """The capitalised runs of `text` in order; linear in its length.

    Small words stand inside a run ("Ministry of Defence", "Staffan de Mistura"), weekdays and months do not. Titles
    are cut off, and of a compound ("SDF-led") only the name is taken. A text in title case or capitals has none.
    """
    if headline_case(text):
        return []
    opening = _openings(text)
    found = tokens(text)
    cut: list[Run] = []
    for first, last in _stretches(found, text, lexicon):
        opens = _opens(found, first, opening)
        if opens and not _goes_on(found, first, last, casing, lexicon):
            first += 1
            opens = False
        while first <= last and found[first].key in lexicon.function_words:
            first += 1
        cut += _without_titles(found, first, last, opens, lexicon)
    return sorted([*cut, *_in_compounds(found)])


def name_words(text: str) -> tuple[str, ...]:
    """A name's words for comparing: romanised, without case, accents, hyphens and the Arabic article.

    >>> name_words("Noman Abed al-Zobai")
    ('noman', 'abed', 'zobai')
    """
    found: list[str] = []
    for token in tokens(text):
        if token.type is TokenType.MARK:
            continue
        parts = [part for part in token.key.split("-") if part]
        if len(parts) > 1 and parts[0] in _ARTICLES:
            del parts[0]
        elif len(parts) == 1 and token.text in _ARTICLES:
            continue
        found += [word for part in parts if (word := fold_name(part))]
    return tuple(found)


def headline_case(text: str) -> bool:
    """Whether most words of a text that is no full sentence have capitals, so that a capital says nothing of them."""
    if text.rstrip(' "”’)').endswith(".") or not text.lstrip(' "“‘(')[:1].isupper():
        return False
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)


def _openings(text: str) -> frozenset[int]:
    return frozenset(span.start for span in sentences(text))


def _opens(found: Sequence[Token], place: int, opening: frozenset[int]) -> bool:
    """Whether a capital is owed to a token's place: it begins a sentence, or follows a mark that opens one."""
    return found[place].start in opening or place == 0 or found[place - 1].text in _OPENS_AFTER


def _stretches(found: Sequence[Token], text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """First and last place of every run of capitalised words."""
    place = 0
    while place < len(found):
        if not _capital(found[place]) or found[place].key in lexicon.calendar:
            place += 1
            continue
        last = place
        after = place + 1
        while after < len(found) and after - place < _LONGEST and _touches(found, after, text):
            token = found[after]
            if _capital(token) and token.key not in lexicon.calendar:
                last = after
            elif not (_small(token, lexicon) or _point(found, after)):
                break
            after += 1
        yield place, last
        place = last + 1


def _capital(token: Token) -> bool:
    """A word with a capital, also behind its article ("al-Qaim"); a compound such as "US-led" is none."""
    if token.type is not TokenType.WORD:
        return False
    parts = [part for part in token.text.replace("‑", "-").replace("‐", "-").split("-") if part]
    if len(parts) > 1 and parts[0].casefold() in _ARTICLES:
        del parts[0]
    return bool(parts) and parts[0][0].isupper() and all(part[0].isupper() or len(part) < 3 for part in parts)


def _small(token: Token, lexicon: Lexicon) -> bool:
    key = token.key
    return token.text.islower() and (
        key in {"of", "the"} or (key in lexicon.name_particles and key not in lexicon.function_words)
    )


def _point(found: Sequence[Token], place: int) -> bool:
    """The point after an initial: "George W. Bush"."""
    before = found[place - 1]
    return found[place].text == "." and len(before.text) == 1 and before.text.isupper() and before.text != "I"


def _touches(found: Sequence[Token], place: int, text: str) -> bool:
    between = text[found[place - 1].end : found[place].start]
    return not between.strip() and "\n" not in between


def _goes_on(found: Sequence[Token], first: int, last: int, casing: Casing, lexicon: Lexicon) -> bool:
    """Whether the word that opens a sentence is part of the name behind it."""
    token = found[first]
    if token.key in lexicon.function_words or token.key in lexicon.reporting_verbs:
        return len(token.text) > 1 and token.text.isupper()
    if casing.is_name(token.key) or (token.text.isupper() and len(token.text) > 1):
        return True
    if last == first or not casing.is_unseen(token.key) or token.key.endswith("ly"):
        return False
    return _capital(found[first + 1]) and not casing.begins_names(found[first + 1].key)


def _without_titles(found: Sequence[Token], first: int, last: int, opens: bool, lexicon: Lexicon) -> Iterator[Run]:
    """The names of a stretch: what stands before a title, and what stands behind it."""
    begin = place = first
    ahead = first - 2 if first > 1 and found[first - 1].text == "." else first - 1
    titled = ahead >= 0 and lexicon.is_title(found[ahead].key)
    while place <= last:
        length = _title(found, place, last, lexicon)
        if not length or (place + length > last and place > begin):  # at the end it is a name: "Larry King"
            place += 1
            continue
        if begin < place:
            yield _run(found, begin, place - 1, titled, opens and begin == first, lexicon)
        begin = place = place + length
        titled = True
    if begin <= last:
        yield _run(found, begin, last, titled, opens and begin == first, lexicon)


def _title(found: Sequence[Token], place: int, last: int, lexicon: Lexicon) -> int:
    for length in range(min(4, last - place + 1), 0, -1):
        if lexicon.is_title(phrase(" ".join(token.text for token in found[place : place + length]))):
            return length
    return 0


def _run(found: Sequence[Token], first: int, last: int, titled: bool, opens: bool, lexicon: Lexicon) -> Run:
    while last > first and not _capital(found[last]):
        last -= 1
    while first < last and not _capital(found[first]):
        first += 1
    around = [found[place].key for place in (first - 1, last + 1) if 0 <= place < len(found)]
    says = any(key in lexicon.reporting_verbs for key in around)
    thing = not titled and first > 0 and found[first - 1].key in _DETERMINERS
    return Run(found[first].start, found[last].end, titled or says, thing, opens)


def _in_compounds(found: Sequence[Token]) -> Iterator[Run]:
    """Acronyms before or behind a hyphen: "SDF-led", "anti-SDF"."""
    for token in found:
        if token.type is not TokenType.WORD or "-" not in token.text or _capital(token):
            continue
        at = token.start
        for part in token.text.split("-"):
            if len(part) > 1 and part.isupper():
                yield Run(at, at + len(part))
            at += len(part) + 1
