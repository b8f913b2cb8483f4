"""Many versions in one table of rows.

The versions come in an order of their own contents (see `collate`), so the table does not hang on the order in which
they were given. Paragraphs of one version that answer the very same ones make one cell first (a split or merge);
then cells that answer each other are gathered into rows (`cover.cover`); what a person linked stays as it was put.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations, permutations
from typing import NamedTuple

from wirediff.align.backbone import Place, off_order
from wirediff.align.cover import Edge, Item, Strength, cover
from wirediff.align.links import PARTIAL, Answer

Fixed = tuple[str, int, tuple[int, ...], int, tuple[int, ...]]
"""A constraint: its kind, and the paragraphs (from 0) of two versions, the lower version first."""

WHOLE = 0.6
"""A link that holds this part of both sides' weight answers each as a whole."""

Paragraph = tuple[int, int]
"""A version and a paragraph of it, both from 0."""

_Cells = dict[int, tuple[int, ...]]
_Meeting = tuple[Paragraph, int]  # a paragraph, and another version in whose row it stands


class Tie(NamedTuple):
    """What links the cells of two versions in a row. `score` is the part of the lighter side that the other holds."""

    left: int
    right: int
    score: float
    nats: float
    partial: bool
    whole: bool
    pinned: bool
    terms: tuple[str, ...]


class TableRow(NamedTuple):
    """A row: the paragraphs (from 0) of each version, and what ties them, the strongest first."""

    cells: tuple[tuple[int, ...], ...]
    ties: tuple[Tie, ...] = ()
    moved: bool = False


def table(
    answers: Mapping[tuple[int, int], Answer], lengths: Sequence[int], fixed: Sequence[Fixed] = ()
) -> list[TableRow]:
    """The rows for versions of `lengths` paragraphs, every paragraph in at least one, the moved ones marked.

    `answers` holds each pair of versions, the lower number first; `fixed` is what a person decided.
    """
    by_hand = [
        {left: one, right: two} for kind, left, one, right, two in fixed if kind == "link" and len(one) * len(two) > 1
    ]
    settled = {pair for row in by_hand for pair in _pairs(row)}
    pairs = {
        ((left, i), (right, j))
        for (left, right), found in answers.items()
        for i, j in found.links
        if ((left, i), (right, j)) not in settled
    }
    closed = _closed(fixed)
    rows = [dict(row) for row in cover(_cells(pairs, answers), closed)]
    rows = _with(by_hand, rows, closed)
    shared = _shared(rows)
    made = [_row(cells, answers, len(lengths), shared) for cells in rows]
    for version, length in enumerate(lengths):
        standing = {n for cells in rows for n in cells.get(version, ())}
        made += [
            TableRow(tuple((n,) if v == version else () for v in range(len(lengths))))
            for n in range(length)
            if n not in standing
        ]
    return _moved(made, len(lengths))


def _closed(fixed: Iterable[Fixed]) -> set[tuple[Paragraph, int]]:
    """The paragraphs that a person decided about, each with the version that the decision is about."""
    return {
        (item, version)
        for _, left, one, right, two in fixed
        for item, version in (*(((left, i), right) for i in one), *(((right, j), left) for j in two))
    }


def _cells(
    pairs: Iterable[tuple[Paragraph, Paragraph]], answers: Mapping[tuple[int, int], Answer]
) -> dict[Edge, Strength]:
    """The links between cells: paragraphs of one version that answer the very same ones, one a version, are one cell.

    Paragraphs that each answer several of a version conflate what others keep apart, and stay cells of their own; so
    do those of links that stand alone.
    """
    beside: defaultdict[Paragraph, set[Paragraph]] = defaultdict(set)
    alone: set[Paragraph] = set()
    for one, two in pairs:
        beside[one].add(two)
        beside[two].add(one)
        if answers[one[0], two[0]].links[one[1], two[1]].alone:
            alone |= {one, two}
    alike: defaultdict[tuple[int, frozenset[Paragraph]], list[int]] = defaultdict(list)
    for (version, n), others in beside.items():
        single = (version, n) not in alone and len({other for other, _ in others}) == len(others)
        alike[version, frozenset(others) if single else frozenset({(version, n)})].append(n)
    cell_of = {(version, n): (version, tuple(sorted(cell))) for (version, _), cell in alike.items() for n in cell}
    edges = {(cell_of[one], cell_of[two]) for one, two in pairs}
    return {edge: _strength(_tie(*edge, answers)) for edge in edges}


def _strength(tie: "Tie | None") -> Strength:
    assert tie is not None
    return Strength(tie.pinned, tie.score, tie.nats, tie.whole, frozenset(tie.terms))


def _with(by_hand: Sequence[_Cells], rows: list[_Cells], closed: Set[tuple[Paragraph, int]]) -> list[_Cells]:
    """Rows of several paragraphs that a person linked, put to the others.

    A further version joins such a row with all that answers parts of it, if that answers nothing else and no decision
    is about it.
    """
    for hand in by_hand:
        whole = dict(hand)
        members = {(version, n) for version, cell in hand.items() for n in cell}
        for version in sorted({version for row in rows for version in row} - whole.keys()):
            beside = [row for row in rows if version in row and members & _items(row)]
            joining = {(version, n) for row in beside for n in row[version]}
            others = {item for row in rows if joining & _items(row) for item in _items(row)} - joining
            decided = any((item, far) in closed for item in joining for far in hand)
            decided |= any((member, version) in closed for member in members)
            if joining and others <= members and not decided:
                whole[version] = tuple(sorted(n for _, n in joining))
                rows = [row for row in rows if not joining & _items(row)]
        rows.append(whole)
    return rows


def _items(row: _Cells) -> set[Paragraph]:
    return {(version, n) for version, cell in row.items() for n in cell}


def _pairs(row: _Cells) -> set[tuple[Paragraph, Paragraph]]:
    return {
        ((left, i), (right, j)) for left, right in combinations(sorted(row), 2) for i in row[left] for j in row[right]
    }


def _tie(one: Item, two: Item, answers: Mapping[tuple[int, int], Answer]) -> "Tie | None":
    (left, lefts), (right, rights) = one, two
    found = answers[left, right]
    links = [found.links[i, j] for i in lefts for j in rights if (i, j) in found.links]
    if not links:
        return None
    nats = sum(link.nats for link in links)
    lighter, heavier = sorted(found.weights.of(lefts, rights))
    return Tie(
        left,
        right,
        min(1.0, nats / max(1e-9, lighter)),
        nats,
        nats < PARTIAL * heavier,
        nats >= WHOLE * heavier,
        any(link.pinned for link in links),
        tuple(dict.fromkeys(term for link in links for term in link.terms)),
    )


def _row(cells: _Cells, answers: Mapping[tuple[int, int], Answer], versions: int, shared: Set[_Meeting]) -> TableRow:
    """The row of some cells; `shared` are the paragraphs that stand in several rows with one other version."""
    ties = []
    for one, two in combinations(sorted(cells.items()), 2):
        tie = _tie(one, two, answers)
        if tie:
            meetings = {*_meetings(one, two[0]), *_meetings(two, one[0])}
            ties.append(tie._replace(partial=tie.partial or not meetings.isdisjoint(shared)))
    ties.sort(key=lambda tie: (not tie.pinned, -tie.score, -tie.nats, tie.left, tie.right))
    return TableRow(tuple(cells.get(version, ()) for version in range(versions)), tuple(ties))


def _shared(rows: Iterable[_Cells]) -> set[_Meeting]:
    met = Counter(
        meeting for row in rows for one, two in permutations(row.items(), 2) for meeting in _meetings(one, two[0])
    )
    return {meeting for meeting, times in met.items() if times > 1}


def _meetings(item: Item, version: int) -> Iterator[_Meeting]:
    return (((item[0], n), version) for n in item[1])


def _moved(rows: list[TableRow], versions: int) -> list[TableRow]:
    """Mark the rows that are off the order of some two versions."""
    moved: set[int] = set()
    for left, right in combinations(range(versions), 2):
        both = [x for x, row in enumerate(rows) if row.cells[left] and row.cells[right]]
        places = [
            Place(rows[x].cells[left][0], rows[x].cells[right][0], max(tie.score for tie in rows[x].ties)) for x in both
        ]
        moved.update(both[x] for x in off_order(places))
    return [row._replace(moved=x in moved) for x, row in enumerate(rows)]
