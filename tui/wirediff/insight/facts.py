"""One row a fact over all versions of a story: figures with what they count, days, and words with who said them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from wirediff.glossary import Glossary
from wirediff.insight.dated import day_nearness, days, holds, quote_nearness, said
from wirediff.insight.figures import figures, nearness
from wirediff.insight.places import Place, passages
from wirediff.insight.statements import FactKind, Statement, grouped
from wirediff.model import Comparison, Document
from wirediff.text.lexicon import FALLBACK, lexicon

_NEAR: Mapping[FactKind, float] = {"figure": 1.5, "date": 0.5, "quotation": 0.6}
_NEARNESS = {"figure": nearness, "date": day_nearness, "quotation": quote_nearness}


class Value(Struct, frozen=True, order=True):
    """What one document states, and where."""

    place: Place
    text: str


class Fact(Struct, frozen=True):
    """A fact with what each version states of it, by path and place. `agree`: all state the same.

    `about` is in words of one of the versions, the shortest.
    """

    about: str
    kind: FactKind
    values: tuple[Value, ...]
    agree: bool


def facts(
    documents: Sequence[Document],
    glossary: Glossary,
    comparison: Comparison | None = None,
    *,
    everything: bool = False,
) -> tuple[Fact, ...]:
    """The facts that versions of a story state more than once: figures, dates, quotations, by first place.

    `comparison` says which paragraphs answer each other. A version without a date of its own is read as of the story's
    first. With `everything` facts stated once are there too. The order
    of the documents does not matter. Linear in the text, quadratic in the figures that count one thing.
    """
    rows = _rows(comparison)
    by_kind: dict[FactKind, list[Statement]] = defaultdict(list)
    published = min((document.published for document in documents if document.published), default=None)
    for document in sorted(documents, key=lambda document: (document.path, document.id)):
        for statement in _statements(document, document.published or published, glossary):
            at = rows.get((statement.place.path, statement.place.paragraph), frozenset())
            by_kind[statement.kind].append(replace(statement, rows=at))
    found = [
        _fact(group)
        for kind, statements in by_kind.items()
        for group in grouped(statements, _NEARNESS[kind], _NEAR[kind])
        if len(group) > 1 or everything
    ]
    kinds = list(_NEAR)
    return tuple(sorted(found, key=lambda fact: (kinds.index(fact.kind), fact.values, fact.about)))


def _rows(comparison: Comparison | None) -> dict[tuple[str, int], frozenset[int]]:
    """The rows in which each paragraph stands."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    if comparison is not None:
        for index, row in enumerate(comparison.collation.rows):
            for document, cell in zip(comparison.collation.versions, row.cells, strict=True):
                for number in cell:
                    found[document.path, number].add(index)
    return {place: frozenset(rows) for place, rows in found.items()}


def _statements(document: Document, published: str | None, glossary: Glossary) -> Iterator[Statement]:
    words = lexicon(document.language or FALLBACK)
    for number, text in passages(document):
        yield from figures(document.path, number, text, glossary, words)
        yield from days(document.path, number, text, published, words)
        yield from said(document.path, number, text, glossary, words)


def _fact(group: Iterable[Statement]) -> Fact:
    statements = list(group)
    about = min((statement.about for statement in statements if statement.about), key=_brevity, default="")
    values = sorted({Value(statement.place, statement.text) for statement in statements})
    return Fact(about, statements[0].kind, tuple(values), _agree(statements))


def _agree(statements: Sequence[Statement]) -> bool:
    """One value throughout, or the words of one quotation, of which others may have a part."""
    if statements[0].kind == "quotation":
        whole = max(statements, key=lambda statement: len(statement.value))
        return all(holds(whole, statement) for statement in statements)
    return len({statement.value for statement in statements}) == 1


def _brevity(about: str) -> tuple[int, int, str]:
    return len(about.split()), len(about), about
