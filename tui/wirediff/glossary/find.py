"""Names and charged terms found in text: a dictionary of word keys, longest match first.

Cost: linear in the words of the text times the length of the longest name, whatever the size of the glossary.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from wirediff.text import TokenType, fold, fold_name, tokens
from wirediff.text.lexicon import lexicon
from wirediff.text.tokens import LONG_CHUNK


class Mention(NamedTuple):
    """An entity named in a text.

    `alias` is the name it goes under there (an acronym, a long form), `form` the spelling that the glossary lists for
    what stands in the text: two mentions with one alias and two forms differ in romanisation only. The span leaves a
    possessive out, and may be a part of a compound ("IS" in "IS-held").
    """

    start: int
    end: int
    entity: str
    alias: str
    form: str


class ChargedUse(NamedTuple):
    """A charged term in a text; `term` is its headword, `says` what it implies."""

    start: int
    end: int
    term: str
    says: str


class Name(NamedTuple):
    """One name of an entity, with all its forms."""

    entity: str
    alias: str
    forms: tuple[str, ...]
    person: bool = False


class Term(NamedTuple):
    """A charged term with all its forms; as a part of a phrase in `unless` it is not charged."""

    term: str
    says: str
    forms: tuple[str, ...]
    unless: tuple[str, ...] = ()


class _Entry(NamedTuple):
    """What a form stands for.

    `form` is as the glossary lists it, or the earlier form from which it differs in case alone. `short`: it is
    words from the entity's whole name. No owner: it stands for nothing.
    """

    owner: str
    label: str
    form: str
    listed: str
    short: bool = False


class _Hit(NamedTuple):
    start: int
    end: int
    entry: _Entry


class Finder:
    """Looks glossary names and charged terms up in text. Built once a glossary."""

    def __init__(self, names: Iterable[Name], charged: Iterable[Term]) -> None:
        """Where two entities, or two terms, claim one form, the first keeps it."""
        self._names = _Table()
        self._charged = _Table()
        for name in names:
            short = _is_shortened(name)
            for form in name.forms:
                self._names.add(_Entry(name.entity, name.alias, form, form, short))
        for term in charged:
            for form in term.forms:
                self._charged.add(_Entry(term.term, term.says, form, form))
            for phrase in term.unless:
                self._charged.add(_Entry("", "", phrase, phrase))

    def mentions(self, text: str) -> list[Mention]:
        """Where entities are named in `text`, longest names first, none overlapping."""
        return [
            Mention(start, end, entry.owner, entry.label, entry.form) for start, end, entry in self._names.hits(text)
        ]

    def charged_in(self, text: str) -> list[ChargedUse]:
        """Where charged terms stand in `text`; a word inside an entity's name is part of the name, and no charge."""
        found = self._charged.hits(text)
        named = self._names.hits(text) if found else []
        return [
            ChargedUse(start, end, entry.owner, entry.label)
            for start, end, entry in found
            if not any(other.start <= start and end <= other.end for other in named)
        ]


class _Table:
    """Forms by the keys of their pieces; under one key the candidates keep the order in which they came."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, ...], list[_Entry]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}

    def add(self, entry: _Entry) -> None:
        keys = _keys(entry.listed)
        if not keys:
            return
        entries = self._entries.setdefault(keys, [])
        for earlier in entries:
            if earlier[:2] == entry[:2] and earlier.form.casefold() == entry.form.casefold():
                entry = entry._replace(form=earlier.form)
        entries.append(entry)
        lengths = self._lengths.get(keys[0], ())
        if len(keys) not in lengths:
            self._lengths[keys[0]] = tuple(sorted((*lengths, len(keys)), reverse=True))

    def hits(self, text: str) -> list[_Hit]:
        """The longest forms in `text`, from its start on, none overlapping."""
        lengths, entries = self._lengths, self._entries
        keys = _keys_in(text)
        found: list[_Hit] = []
        free = 0
        for place in [place for place, key in enumerate(keys) if key in lengths]:
            for length in lengths[keys[place]] if place >= free else ():
                candidates = entries.get(keys[place : place + length])
                if candidates is None or place + length > len(keys):
                    continue
                pieces = _pieces(text)
                start, end = pieces[place][0], pieces[place + length - 1][1]
                entry = _choice(text[start:end], candidates)
                if entry is None or _is_shouted_word(entry.listed, text):
                    continue
                if entry.owner and not _is_somebody_else(entry, text, keys, place):
                    found.append(_Hit(start, end, entry))
                free = place + length
                break
        return found


def _choice(piece: str, entries: Sequence[_Entry]) -> _Entry | None:
    """The candidate for a piece of text: the one written so to the letter, or else the nearest of the first owner."""
    fitting = [entry for entry in entries if _case_fits(piece, entry.listed)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    folded = fold(piece)
    own = [entry for entry in fitting if entry.owner == fitting[0].owner]
    to_the_letter = (entry for entry in fitting if fold(entry.listed) == folded)
    but_for_case = (entry for entry in own if fold(entry.listed).casefold() == folded.casefold())
    return next(to_the_letter, None) or next(but_for_case, own[0])


def _case_fits(piece: str, form: str) -> bool:
    """Case does not count, but an acronym is never matched otherwise cased, nor a proper name all in lower case.

    The points of an acronym are typography: "U.S." is "US".
    """
    if _is_acronym(form):
        return fold(piece).replace(".", "") == fold(form).replace(".", "")
    return form == form.lower() or piece != piece.lower()


def _is_acronym(form: str) -> bool:
    """Capitals only ("IS", "U.S."), or a short word with a capital inside it ("LeT")."""
    return form.isupper() or (len(form) < 5 and form.isalpha() and form[1:] != form[1:].lower())


def _is_shouted_word(form: str, text: str) -> bool:
    """Whether an acronym that is also a little word ("IS", "US", "WHO") stands in a text all in capitals."""
    return _is_acronym(form) and form.casefold() in lexicon().function_words and _is_in_capitals(text)


def _is_somebody_else(entry: _Entry, text: str, keys: Sequence[str], place: int) -> bool:
    """Whether the words before a name make it a part of another: "Abdel Fatah", and "Maher al-Assad" for "Assad".

    A surname is somebody else's after a word that is taken for a first name: one with a capital, where the text is no
    headline in capitals, and neither a title nor a word that opens a sentence or reports.
    """
    words = lexicon()
    before = _touching(text, place)
    if before is None or (not entry.short and keys[before] not in words.kinship_particles):
        return False
    if keys[before] in words.kinship_particles:
        return True
    while before is not None and keys[before] in words.name_particles:
        before = _touching(text, before)
    if before is None:
        return False
    key = keys[before]
    first = text[slice(*_pieces(text)[before])]
    if not first[0].isupper() or first.isupper() or words.is_title(key):
        return False
    if key in words.function_words or key in words.reporting_verbs or key in words.calendar:
        return False
    return not _is_title_case(text)


def _touching(text: str, place: int) -> int | None:
    """The piece before a place if nothing but blanks or a hyphen stands between."""
    pieces = _pieces(text)
    if place and not text[pieces[place - 1][1] : pieces[place][0]].strip(" -\N{NO-BREAK SPACE}\N{HYPHEN}"):
        return place - 1
    return None


@lru_cache(maxsize=64)  # asked once a name, so that a long text full of names would take quadratic time without it
def _is_in_capitals(text: str) -> bool:
    longer = [word for word in text.split() if len(word) > 3 and word.isalpha()]
    return bool(longer) and all(word.isupper() for word in longer)


@lru_cache(maxsize=64)  # as above
def _is_title_case(text: str) -> bool:
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)


def _is_shortened(name: Name) -> bool:
    """Whether an alias is words from the entity's own name: a person's surname, or a later word of another's."""
    whole, alias = _keys(name.entity), _keys(name.alias)
    if name.person:
        return len(alias) < len(whole) and whole[-len(alias) :] == alias
    return len(alias) == 1 and alias[0] in whole[1:]


@lru_cache(maxsize=8)  # while the finder is built, an entity's name is asked for again with each of its aliases
def _keys(form: str) -> tuple[str, ...]:
    return _keys_in(form)


# To look-up, hyphens and blanks are one: a piece is a word, a mark, or what stands between the hyphens of a word.
_Piece = tuple[str, int, int]
"""The key of a piece, and where it starts and ends."""


@lru_cache(maxsize=64)  # a paragraph is searched for names and for charged terms
def _keys_in(text: str) -> tuple[str, ...]:
    """The keys of the pieces of a text."""
    chunks = text.split(" ")
    return tuple(
        [key for chunk in chunks for key, _, _ in (_known(chunk) if len(chunk) <= LONG_CHUNK else _cut(chunk))]
    )


@lru_cache(maxsize=64)  # asked once a name
def _pieces(text: str) -> list[tuple[int, int]]:
    """Where the pieces of a text start and end: asked for only where a name may stand."""
    found: list[tuple[int, int]] = []
    place = 0
    for chunk in text.split(" "):
        for _, start, end in _known(chunk) if len(chunk) <= LONG_CHUNK else _cut(chunk):
            found.append((place + start, place + end))
        place += len(chunk) + 1
    return found


@lru_cache(maxsize=1 << 16)  # as `tokens` remembers what it cut
def _known(chunk: str) -> tuple[_Piece, ...]:
    return _cut(chunk)


def _cut(chunk: str) -> tuple[_Piece, ...]:
    found: list[_Piece] = []
    for token in tokens(chunk):
        if token.type is TokenType.WORD and not token.text.isalpha():
            found += ((key, token.start + at, token.start + end) for at, end, key in _parts(token.text))
        else:
            found.append((fold_name(token.text) or token.key, token.start, token.end))
    return tuple(found)


def _parts(word: str) -> tuple[tuple[int, int, str], ...]:
    """The parts of a word between its hyphens, each with its range and its key."""
    parts: list[tuple[int, int, str]] = []
    at = 0
    for part in fold(word).split("-") if len(fold(word)) == len(word) else [word]:
        parts.append((at, at + len(part), fold_name(part) or part.casefold()))
        at += len(part) + 1
    return tuple(parts)
