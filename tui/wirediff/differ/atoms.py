"""Atoms: stretches of a text that state one thing, such as a date, a figure, a rank, or who is speaking.

A rewritten clause often holds several. They are found on each side so that a clause is cut where one statement ends
and the next begins, and each part is compared with its like.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from wirediff.differ.passage import Passage, Spanned
from wirediff.differ.units import Unit
from wirediff.differ.words import CHARGED, DATE, DEFINITE, ENTITY, FIGURE, NOUN, QUOTATION, REPORT, TITLE


class Sort(Enum):
    """What an atom states. Where two overlap, the first sort listed here wins."""

    QUOTATION = auto()
    DATE = auto()
    REPORT = auto()
    TITLE = auto()
    QUANTITY = auto()
    PLACE = auto()
    ACTOR = auto()


class Atom(NamedTuple):
    """Units `start` to `end` (exclusive) of a side.

    `entity` is whom an ACTOR names, empty for a noun or pronoun; `charged` is true for one whom the version itself
    characterises; `figure` is that of a QUANTITY.
    """

    start: int
    end: int
    sort: Sort
    entity: str = ""
    figure: Unit | None = None
    charged: bool = False


_ADDRESSEES = frozenset({"reporters", "journalists", "him", "her", "them", "us", "me", "it"})
_AFTER_REPORT = frozenset({"that", "they", "he", "she", "it"})
LEADS_DATE = frozenset({"on", "in", "since", "by", "until", "from", "during", "early", "late", "earlier", "later"})
_LONGEST_PHRASE = 4
_LONGEST_LEAD = 6
_SHORT = 3


def atoms(passage: Passage, units: Sequence[Unit], first: int, last: int, *, answering: bool = False) -> list[Atom]:
    """The atoms among units `first` to `last` of a side, in order, none overlapping.

    With `answering` the other side characterises somebody: then "government troops" may be whom it speaks of.
    """
    if first == last:
        return []
    hints = passage.hints
    for index in range(first, last):
        hints |= units[index].hints
    taken: set[int] = set()
    found: list[Atom] = []
    for find, wanted in _FINDERS:
        for atom in find(passage, units, first, last) if hints & wanted else ():
            if taken.isdisjoint(range(atom.start, atom.end)):
                taken.update(range(atom.start, atom.end))
                found.append(atom)
    if answering:
        for atom in _bodies(passage, units, first, last):
            if taken.isdisjoint(range(atom.start, atom.end)):
                found.append(atom)
    return sorted(found)


def _covered(items: Sequence[Spanned], units: Sequence[Unit], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The unit ranges that lie wholly in items of the text."""
    begin, end = units[first].start, units[last - 1].end
    for item in items:
        if item.end <= begin or end <= item.start:
            continue
        inside = [i for i in range(first, last) if item.start <= units[i].start and units[i].end <= item.end]
        if inside:
            yield inside[0], inside[-1] + 1


def _quotations(_: Passage, units: Sequence[Unit], first: int, last: int) -> Iterator[Atom]:
    """Quotations that the other side lacks (see `quoted`)."""
    for index in range(first, last):
        if units[index].fact == "quotation":
            yield Atom(index, index + 1, Sort.QUOTATION)


def _dates(passage: Passage, units: Sequence[Unit], first: int, last: int) -> Iterator[Atom]:
    """Dates with the preposition before them; a date in brackets behind another belongs to it."""
    runs: list[tuple[int, int]] = []
    for start, end in _covered(passage.dates, units, first, last):
        while start > first and units[start - 1].key in LEADS_DATE:
            start -= 1
        if start > first and units[start - 1].text == "(" and end < last and units[end].text == ")":
            start, end = start - 1, end + 1
        if runs and runs[-1][1] == start:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    for start, end in runs:
        yield Atom(start, end, Sort.DATE)


def _reports(passage: Passage, units: Sequence[Unit], first: int, last: int) -> Iterator[Atom]:
    """Reporting verbs with whom they address; "according to" with the source that follows."""
    lists = passage.lexicon
    place = first
    while place < last:
        size = _phrase_length(units, place, last, lists.reporting_verbs.__contains__, REPORT)
        if not size:
            place += 1
            continue
        end = place + size
        if size > 1:
            while end < last and not units[end].is_mark:
                end += 1
        elif end < last and (units[end].key in _ADDRESSEES or units[end].entity in passage.agencies):
            end += 1
        if end < last and units[end].key in _AFTER_REPORT:
            end += 1
        yield Atom(place, end, Sort.REPORT)
        place = end


def _titles(passage: Passage, units: Sequence[Unit], first: int, last: int) -> Iterator[Atom]:
    known = passage.lexicon.is_rank_or_office
    place = first
    while place < last:
        end = place
        while size := _phrase_length(units, end, last, known, TITLE):
            end += size
            while end < last and units[end].text == ".":
                end += 1
        if end > place:
            yield Atom(place, end, Sort.TITLE)
        place = max(end, place + 1)


def _quantities(passage: Passage, units: Sequence[Unit], first: int, last: int) -> Iterator[Atom]:
    for start, end in _covered(passage.quantities, units, first, last):
        figure = next((unit for unit in units[start:end] if unit.fact == "figure"), None)
        yield Atom(start, end, Sort.QUANTITY, figure=figure)


def _places(passage: Passage, units: Sequence[Unit], first: int, last: int) -> Iterator[Atom]:
    """Known places with the words that lead them in ("towards the Syrian town of").

    In a longer stretch a bare place ("the Syria border") is no statement of its own.
    """
    lists = passage.lexicon
    for place in range(first, last):
        if units[place].entity not in passage.places:
            continue
        start = place
        for index in range(place - 1, max(first, place - _LONGEST_LEAD) - 1, -1):
            unit = units[index]
            if unit.key in lists.place_prepositions and unit.key not in lists.directions:
                start = index
                break
            if unit.is_mark or (unit.weight >= 1 and not unit.is_name and unit.key not in lists.generic_nouns):
                break
        if start < place or last - first <= _SHORT:
            yield Atom(start, place + 1, Sort.PLACE)


def _actors(passage: Passage, units: Sequence[Unit], first: int, last: int) -> Iterator[Atom]:
    """Who acts: a known group or person, a charged term, or a noun such as "the group", with its article."""
    charged = {i for start, end in _covered(passage.charged, units, first, last) for i in range(start, end)}
    nouns = passage.lexicon.generic_nouns - passage.lexicon.place_nouns
    place = first
    while place < last:
        definite = place > first and units[place - 1].key in DEFINITE
        end = place
        while end < last and (
            (units[end].entity and units[end].entity not in passage.places)
            or end in charged
            or (definite and units[end].key in nouns)
            or (end > place and units[end].text[0] in "'’")
        ):
            end += 1
        if end > place:
            entity = next((units[i].entity for i in range(place, end) if units[i].entity), "")
            labels = not charged.isdisjoint(range(place, end))
            labels = labels and not passage.quoted(units[place].start, units[end - 1].end)
            start = place - 1 if definite else _with_name_before(units, first, place) if labels else place
            yield Atom(start, end, Sort.ACTOR, entity, charged=labels)
        place = max(end, place + 1)


def _bodies(passage: Passage, units: Sequence[Unit], first: int, last: int) -> Iterator[Atom]:
    """Nouns of those who act, without an article: "government troops", "group's fighters"."""
    nouns = passage.lexicon.generic_nouns - passage.lexicon.place_nouns
    place = first
    while place < last:
        end = place
        while end < last and (units[end].key in nouns or (end > place and units[end].text[0] in "'’")):
            end += 1
        if end > place:
            yield Atom(_with_name_before(units, first, place), end, Sort.ACTOR)
        place = max(end, place + 1)


def _with_name_before(units: Sequence[Unit], first: int, place: int) -> int:
    """Where what stands before a noun begins: a name ("Syrian"), and an article before that."""
    if place > first and units[place - 1].is_name and not units[place - 1].fact:
        place -= 1
    return place - 1 if place > first and units[place - 1].key in DEFINITE else place


def _phrase_length(units: Sequence[Unit], place: int, last: int, known: Callable[[str], bool], hint: int) -> int:
    """How many units from `place` on make the longest phrase that a word list knows, points within passed over.

    `hint` is what the words have that begin a phrase of that list.
    """
    if place == last or not units[place].hints & hint:
        return 0
    best = 0
    words: list[str] = []
    for index in range(place, min(last, place + 2 * _LONGEST_PHRASE)):
        if units[index].text == "." and words:
            continue
        if units[index].is_mark or len(words) == _LONGEST_PHRASE:
            break
        words.append(units[index].key.rstrip("."))
        if known(" ".join(words)):
            best = index + 1 - place
    return best


# Where two atoms overlap, the first sort stays; each is looked for where the hints say that there may be one.
_FINDERS = (
    (_quotations, QUOTATION),
    (_dates, DATE),
    (_reports, REPORT),
    (_titles, TITLE),
    (_quantities, FIGURE),
    (_places, ENTITY),
    (_actors, ENTITY | NOUN | CHARGED),
)
