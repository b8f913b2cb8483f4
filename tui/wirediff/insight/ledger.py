"""Substitutions that recur: what one version says where another says something else, with counts and places."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from wirediff.insight.exchange import Exchange, exchange
from wirediff.insight.nouns import facing, recurring
from wirediff.insight.places import Place, begins
from wirediff.insight.runs import headline_case
from wirediff.kinds import Kind
from wirediff.model import Comparison, Difference, Document, Side
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
    forms: tuple[str, str] | None = None
    """The plain forms, of words that face each other within a longer difference."""

    @property
    def mirrored(self) -> "_Use":
        """The same use with its sides swapped; the rank stays."""
        forms = (self.forms[1], self.forms[0]) if self.forms else None
        places, documents = (self.places[1], self.places[0]), (self.documents[1], self.documents[0])
        return _Use(self.rank, places, self.other, self.one, self.kind, documents, forms)


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
            parts[between[::-1]].append(use.mirrored)
    return tuple(Ledger(between, _grouped(uses)) for between, uses in sorted(parts.items()))


def standing(part: Ledger, times: int) -> Ledger:
    """A ledger with those substitutions only that stand `times` times or more."""
    return Ledger(part.between, tuple(each for each in part.substitutions if each.count >= times))


def outlet(document: Document) -> str:
    """Who brought a document out: its source, else its agency, else its path, as nobody can tell."""
    return document.source or document.agency or document.path


def _uses(comparisons: Iterable[Comparison], order: Sequence[str]) -> Iterator[_Use]:
    """What is exchanged as a whole, and the words within that face each other again and again."""
    ranks = {path: rank for rank, path in enumerate(order)}
    words: list[_Use] = []
    for comparison in comparisons:
        versions = comparison.collation.versions
        for difference in comparison.differences:
            if difference.left is None or difference.right is None:
                continue
            documents = versions[difference.left.version], versions[difference.right.version]
            found = exchange(difference)
            if found is not None and _tells(found, *documents, difference):
                yield _use(found, difference.left, difference.right, documents, ranks)
            for each in facing(difference, (documents[0].language, documents[1].language)):
                whole = Exchange(each.left, each.right, difference.kind)
                words.append(_use(whole, difference.left, difference.right, documents, ranks, each.forms))
    kept = recurring((two, use.forms) for use in words if use.forms for two in _between(use.documents))
    yield from (use for use in words if use.forms and frozenset(use.forms) in kept)


def _between(documents: tuple[Document, Document]) -> Iterator[tuple[str, str]]:
    """The two documents, and the two outlets where they say who they are."""
    yield documents[0].path, documents[1].path
    outlets = outlet(documents[0]), outlet(documents[1])
    if outlets != (documents[0].path, documents[1].path):
        yield outlets


def _use(
    found: Exchange,
    left: Side,
    right: Side,
    documents: tuple[Document, Document],
    ranks: Mapping[str, int],
    forms: tuple[str, str] | None = None,
) -> _Use:
    """A use from the document that is named first."""
    ends = [
        (
            ranks.get(document.path, len(ranks)),
            Place(document.path, side.paragraph, words.start, words.end),
            words.text,
            document,
            form,
        )
        for side, words, document, form in zip(
            (left, right), (found.left, found.right), documents, forms or ("", ""), strict=True
        )
    ]
    first, second = sorted(ends, key=lambda end: end[:2])
    return _Use(
        first[0],
        (first[1], second[1]),
        first[2],
        second[2],
        found.kind,
        (first[3], second[3]),
        (first[4], second[4]) if forms else None,
    )


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
    """One substitution for all uses of the same two sides; words that recur take their uses as a whole along."""
    every = list(uses)
    within = {use.places for use in every if use.forms}
    found: dict[object, list[_Use]] = defaultdict(list)
    for use in every:
        if use.forms:
            found[frozenset(use.forms)].append(use)
        elif use.places not in within:
            found[frozenset({use.one, use.other}), use.kind].append(use)
    substitutions = [_substitution(group) for group in found.values()]
    return tuple(sorted(substitutions, key=lambda each: (-each.count, each.one, each.other, each.kind)))


def _substitution(group: Sequence[_Use]) -> Substitution:
    """What a group of uses comes to; of words in several forms or kinds, under those that stand most often."""
    first = min(group, key=lambda use: use[:2])
    ahead = first.forms[0] if first.forms else first.one
    turned = [use if (use.forms[0] if use.forms else use.one) == ahead else use.mirrored for use in group]
    one, other, kind = (_most(values) for values in zip(*((u.one, u.other, u.kind) for u in turned), strict=True))
    return Substitution(one, other, Kind(kind), tuple(sorted(use.places for use in turned)))


def _most(values: Sequence[str]) -> str:
    """The most frequent value, of equals the first in the alphabet."""
    return min(Counter(values).items(), key=lambda item: (-item[1], item[0]))[0]
