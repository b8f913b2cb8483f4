"""Every place where something is named, and whom each place means: by the glossary, by the document, or by itself."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from wirediff.glossary import Glossary
from wirediff.insight.places import Place, begins, passages, plain
from wirediff.insight.runs import Casing, Run, name_words, runs
from wirediff.model import Document
from wirediff.text import Span
from wirediff.text.acronyms import Definition, definitions, initials, is_acronym, letters_of
from wirediff.text.lexicon import FALLBACK, lexicon

_LETTERS = 3
"""Letters; a shorter acronym is learnt from parentheses only."""


class Bearer(NamedTuple):
    """Who bears a name: an entity of the glossary, or whoever goes under some words."""

    entity: str
    words: tuple[str, ...] = ()


class Sighting(Struct, frozen=True):
    """A name in a text. `text` is without typography; `alias` and `form` are the glossary's, empty where it has none.

    `shortened` is the full name where the text has only the end of it, `learnt` says where an acronym is explained.
    """

    place: Place
    document: int
    text: str
    words: tuple[str, ...]
    bearer: Bearer
    alias: str = ""
    form: str = ""
    person: bool = False
    thing: bool = False
    opens: bool = False
    shortened: str = ""
    learnt: str = ""

    @property
    def acronym(self) -> bool:
        """Whether the name is written as an acronym."""
        return is_acronym(self.text)


class Expansion(NamedTuple):
    """An acronym explained by a document: its letters, the long name as it stands, who bears that, and where."""

    letters: str
    long: str
    bearer: Bearer
    document: int
    place: Place
    stated: bool


class Seen(NamedTuple):
    """All sightings, in order of document and place, and all acronyms explained."""

    sightings: tuple[Sighting, ...]
    expansions: tuple[Expansion, ...]


def look(documents: Sequence[Document], glossary: Glossary) -> Seen:
    """The names in some documents. Linear in their length."""
    casing = Casing(text for document in documents for _, text in passages(document))
    sightings: list[Sighting] = []
    expansions: list[Expansion] = []
    for index, document in enumerate(documents):
        found: list[Sighting] = []
        stated: list[tuple[Definition, Place, str]] = []
        for number, text in passages(document):
            named = _by_glossary(index, document, number, text, glossary)
            defined = definitions(text)
            found += named
            found += _unknown(index, document, number, text, named, defined, casing)
            stated += [(each, Place(document.path, number, each.start, each.end), text) for each in defined]
        explained = [*_stated(index, stated, found), *_by_initials(index, found, stated)]
        sightings += _people(found)
        expansions += explained
    return Seen(tuple(_told(sightings, expansions)), tuple(expansions))


def _by_glossary(index: int, document: Document, number: int, text: str, glossary: Glossary) -> list[Sighting]:
    return [
        Sighting(
            place=Place(document.path, number, mention.start, mention.end),
            document=index,
            text=plain(text[mention.start : mention.end]),
            words=name_words(text[mention.start : mention.end]),
            bearer=Bearer(mention.entity),
            alias=mention.alias,
            form=mention.form,
            opens=begins(text, mention.start),
        )
        for mention in glossary.mentions(text)
    ]


def _unknown(
    index: int,
    document: Document,
    number: int,
    text: str,
    named: Sequence[Sighting],
    defined: Sequence[Definition],
    casing: Casing,
) -> list[Sighting]:
    """Names that the glossary lacks. One that only holds or touches a known name stays; one inside such a name goes."""
    known = [Span(sighting.place.start, sighting.place.end) for sighting in named]
    explained = sorted({Span(each.start, each.end) for each in defined})
    found = [run for run in runs(text, casing, lexicon(document.language or FALLBACK)) if not _hit(run, explained)]
    found += [Run(*span, thing=True) for span in explained]  # names, whatever the capitals made of them
    sightings = []
    for run in sorted(found):
        words = name_words(text[run.start : run.end])
        hit = _hit(run, known)
        if words and not (hit and hit.start <= run.start and run.end <= hit.end):
            sightings.append(
                Sighting(
                    place=Place(document.path, number, run.start, run.end),
                    document=index,
                    text=plain(text[run.start : run.end]),
                    words=words,
                    bearer=Bearer("", words),
                    person=run.person,
                    thing=run.thing,
                    opens=run.opens,
                )
            )
    return sightings


def _hit(run: Run, spans: Sequence[Span]) -> Span | None:
    """The last of some spans, which are in order, that a run overlaps."""
    place = bisect_left(spans, run.end, key=lambda span: span.start)
    return spans[place - 1] if place and spans[place - 1].end > run.start else None


def _stated(
    index: int, stated: Iterable[tuple[Definition, Place, str]], found: Sequence[Sighting]
) -> Iterable[Expansion]:
    """Acronyms that the document explains in parentheses."""
    at = {sighting.place: sighting.bearer for sighting in found}
    for definition, place, text in stated:
        long = plain(text[definition.start : definition.end])
        bearer = at.get(place) or Bearer("", name_words(long))
        yield Expansion(letters_of(definition.acronym), long, bearer, index, place, True)


def _by_initials(
    index: int, found: Sequence[Sighting], stated: Iterable[tuple[Definition, Place, str]]
) -> Iterable[Expansion]:
    """Acronyms that a document uses and that are the initials of exactly one name in it."""
    done = {letters_of(definition.acronym) for definition, _, _ in stated}
    wanted = {letters_of(sighting.text) for sighting in found if sighting.acronym and not sighting.bearer.entity}
    longs: dict[str, dict[Bearer, Sighting]] = defaultdict(dict)
    for sighting in found:
        if len(sighting.words) >= _LETTERS and not sighting.acronym:
            for letters in initials(sighting.words) & wanted - done:
                longs[letters].setdefault(sighting.bearer, sighting)
    for letters, bearers in sorted(longs.items()):
        if len(letters) >= _LETTERS and len(bearers) == 1:
            bearer, sighting = next(iter(bearers.items()))
            yield Expansion(letters, sighting.text, bearer, index, sighting.place, False)


def _people(found: Sequence[Sighting]) -> list[Sighting]:
    """One document's sightings, with those that are the surname of somebody named in full before given to them.

    Somebody is a name of two to four words that stands behind a title or beside a reporting verb, it or its surname,
    and never behind an article. A surname that two people of the document share stays with neither.
    """
    full: dict[tuple[str, ...], Sighting] = {}
    somebody = {sighting.words for sighting in found if sighting.person}
    things = {sighting.words for sighting in found if sighting.thing}
    for sighting in found:
        words = sighting.words
        if sighting.bearer.entity or not 2 <= len(words) <= 4 or words in things or words[-1:] in things:
            continue
        if words in somebody or words[-1:] in somebody:
            full.setdefault(words, sighting)
    owners: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in full:
        owners[words[-1]].append(words)
    told = []
    for sighting in found:
        if len(sighting.words) == 1 and not sighting.bearer.entity:
            own = owners.get(sighting.words[0], [])
            if len(own) == 1:
                whole = full[own[0]]
                sighting = _given(sighting, whole.bearer, shortened=whole.text)
        told.append(sighting)
    return told


def _told(sightings: Iterable[Sighting], expansions: Sequence[Expansion]) -> Iterable[Sighting]:
    """Acronyms given to those who bear their long names: as the document says, else as all documents agree."""
    own = {(expansion.document, expansion.letters): expansion for expansion in reversed(expansions)}
    everywhere: dict[str, dict[Bearer, Expansion]] = defaultdict(dict)
    for expansion in expansions:
        everywhere[expansion.letters].setdefault(expansion.bearer, expansion)
    for sighting in sightings:
        if not sighting.acronym:
            yield sighting
            continue
        letters = letters_of(sighting.text)
        told = own.get((sighting.document, letters))
        agreed = tuple(everywhere[letters].values()) if letters in everywhere else ()
        if told is None and len(agreed) == 1 and not sighting.bearer.entity:
            told = agreed[0]
        if told is None or told.bearer == sighting.bearer:
            yield sighting
        else:
            yield _given(sighting, told.bearer, learnt=_explained(sighting.text, told))


def _explained(acronym: str, expansion: Expansion) -> str:
    if expansion.stated:
        return f"{expansion.place.cited} explains {acronym} as {expansion.long}"
    return f"{acronym} has the initials of {expansion.long}, which {expansion.place.cited} names"


def _given(sighting: Sighting, bearer: Bearer, *, shortened: str = "", learnt: str = "") -> Sighting:
    return replace(sighting, bearer=bearer, alias="", form="", shortened=shortened, learnt=learnt)
