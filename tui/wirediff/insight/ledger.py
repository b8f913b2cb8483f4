"""Substitutions that recur: what one version says where another says something else, with counts and places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from wirediff.insight.exchange import Exchange, exchange
from wirediff.insight.places import Place, begins
from wirediff.insight.runs import headline_case
from wirediff.kinds import Kind
from wirediff.model import Comparison, Difference, Document
from wirediff.text.lexicon import FALLBACK, lexicon

By = Literal["outlet", "pair"]


class Substitution(Struct, frozen=True):
    """What some versions say where others say something else; `places` pairs the two sides, in order."""

    one: str
    other: str
    kind: Kind
    places: tuple[tuple[Place, Place], ...]

    @property
    def count(self) -> int:
        """How often it stands."""
        return len(self.places)

    @property
    def one_paths(self) -> tuple[str, ...]:
        """The versions that say `one`."""
        return tuple(sorted({ours.path for ours, _ in self.places}))

    @property
    def other_paths(self) -> tuple[str, ...]:
        """The versions that say `other`."""
        return tuple(sorted({theirs.path for _, theirs in self.places}))


class Ledger(Struct, frozen=True):
    """The substitutions between the versions of two outlets, or between two documents, which `between` names."""

    between: tuple[str, ...]
    substitutions: tuple[Substitution, ...]


class _Use(NamedTuple):
    """One substitution in one place, from the document that is named first; `rank` is that document's place."""

    rank: int
    places: tuple[Place, Place]
    one: str
    other: str
    kind: Kind
    documents: tuple[Document, Document]


def ledger(comparisons: Iterable[Comparison], order: Sequence[str] = ()) -> tuple[Substitution, ...]:
    """The substitutions in some comparisons, the most frequent first.

    A substitution has no direction of its own. It is shown from the form that the earliest document has, by the place
    of its path in `order`, else by the path. Linear in the differences.
    """
    return _grouped(_uses(comparisons, order))


def ledgers(comparisons: Iterable[Comparison], by: By, order: Sequence[str] = ()) -> tuple[Ledger, ...]:
    """A ledger for every two outlets, or every two documents ("pair"), that are compared."""
    parts: dict[tuple[str, ...], list[_Use]] = defaultdict(list)
    for use in _uses(comparisons, order):
        between = tuple(outlet(document) if by == "outlet" else document.path for document in use.documents)
        if by == "pair" or between[0] <= between[1]:
            parts[between].append(use)
        else:
            places, documents = use.places[::-1], use.documents[::-1]
            parts[between[::-1]].append(_Use(use.rank, places, use.other, use.one, use.kind, documents))
    return tuple(Ledger(between, _grouped(uses)) for between, uses in sorted(parts.items()))


def standing(part: Ledger, times: int) -> Ledger:
    """A ledger with those substitutions only that stand `times` times or more."""
    return Ledger(part.between, tuple(each for each in part.substitutions if each.count >= times))


def outlet(document: Document) -> str:
    """Who brought a document out: its source, else its agency, else its path, as nobody can tell."""
    return document.source or document.agency or document.path


def _uses(comparisons: Iterable[Comparison], order: Sequence[str]) -> Iterator[_Use]:
    ranks = {path: rank for rank, path in enumerate(order)}
    for comparison in comparisons:
        versions = comparison.collation.versions
        for difference in comparison.differences:
            found = exchange(difference)
            if found is None or difference.left is None or difference.right is None:
                continue
            if not _tells(found, versions[difference.left.version], versions[difference.right.version], difference):
                continue
            ends = []
            for side, words in ((difference.left, found.left), (difference.right, found.right)):
                document = versions[side.version]
                place = Place(document.path, side.paragraph, words.start, words.end)
                ends.append((ranks.get(document.path, len(ranks)), place, words.text, document))
            first, second = sorted(ends, key=lambda end: end[:2])
            yield _Use(first[0], (first[1], second[1]), first[2], second[2], found.kind, (first[3], second[3]))


def _tells(found: Exchange, left: Document, right: Document, difference: Difference) -> bool:
    """Whether an exchange says something of a habit: none between little words, nor capitals that their place owes."""
    little = lexicon(left.language or FALLBACK).function_words
    ours, theirs = found.left, found.right
    for words in (ours, theirs):
        if all(word.casefold() in little and not (word.isupper() and len(word) > 1) for word in words.text.split()):
            return False
    if found.kind is not Kind.CAPITALISATION or difference.left is None or difference.right is None:
        return True
    texts = left.text_of(difference.left.paragraph), right.text_of(difference.right.paragraph)
    if any(headline_case(text) for text in texts):
        return False
    return begins(texts[0], ours.start) == begins(texts[1], theirs.start)


def _grouped(uses: Iterable[_Use]) -> tuple[Substitution, ...]:
    found: dict[tuple[frozenset[str], Kind], list[_Use]] = defaultdict(list)
    for use in uses:
        found[frozenset({use.one, use.other}), use.kind].append(use)
    substitutions = []
    for (_, kind), group in found.items():
        first = min(group, key=lambda use: use[:2])
        places = sorted(use.places if use.one == first.one else use.places[::-1] for use in group)
        substitutions.append(Substitution(first.one, first.other, kind, tuple(places)))
    return tuple(sorted(substitutions, key=lambda each: (-each.count, each.one, each.other, each.kind)))
