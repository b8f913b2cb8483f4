"""Many versions in one table of rows.

The versions come in an order of their own contents (see `collate`), so the table does not hang on the order in which
they were given. Rows of one paragraph a version (`cover.cover`) come first; then those are joined in which one version
says in several paragraphs what each of the others says in the same ones (a split or merge), and those that a person
wants as one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from wirediff.align.backbone import Place, off_order
from wirediff.align.cover import Edge, Item, Strength, cover
from wirediff.align.links import PARTIAL, Answer

Fixed = tuple[str, int, tuple[int, ...], int, tuple[int, ...]]
"""A constraint: its kind, and the paragraphs (from 0) of two versions, the lower version first."""

WHOLE = 0.6
"""A link that holds this part of both sides' weight answers each as a whole."""

_Cells = dict[int, tuple[int, ...]]


class Tie(NamedTuple):
    """What links the cells of two versions in a row. `score` is the part of the lighter side that the other holds."""

    left: int
    right: int
    score: float
    nats: float
    partial: bool
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
    links = {
        ((left, i), (right, j)): Strength(link.pinned, found.weights.contained((i, j), link.nats), link.nats, whole)
        for (left, right), found in answers.items()
        for (i, j), link in found.links.items()
        for whole in [link.nats >= WHOLE * found.weights.heavier((i, j))]
    }
    alone = {edge for edge in links if answers[edge[0][0], edge[1][0]].links[edge[0][1], edge[1][1]].alone}
    by_hand = [
        {left: one, right: two} for kind, left, one, right, two in fixed if kind == "link" and len(one) * len(two) > 1
    ]
    settled = {edge for row in by_hand for edge in _pairs(row)}
    free = {edge: strength for edge, strength in links.items() if edge not in settled}
    rows = _with(by_hand, _gathered(cover(free, _closed(fixed)), alone))
    made = [_row(cells, answers, len(lengths)) for cells in rows]
    for version, length in enumerate(lengths):
        standing = {n for cells in rows for n in cells.get(version, ())}
        made += [
            TableRow(tuple((n,) if v == version else () for v in range(len(lengths))))
            for n in range(length)
            if n not in standing
        ]
    return _moved(made, len(lengths))


def _closed(fixed: Iterable[Fixed]) -> set[tuple[Item, int]]:
    """The items that a person decided about, each with the version that the decision is about."""
    return {
        (item, version)
        for _, left, one, right, two in fixed
        for item, version in (*(((left, i), right) for i in one), *(((right, j), left) for j in two))
    }


def _gathered(rows: Sequence[tuple[Item, ...]], alone: set[Edge]) -> list[_Cells]:
    """Rows that differ in one version only, joined where what differs stands in no other row.

    Paragraphs that each stand in several rows conflate what others keep apart; their rows stay as they are, and so do
    rows of `alone` links.
    """
    stands: defaultdict[Item, int] = defaultdict(int)
    for row in rows:
        for item in row:
            stands[item] += 1
    joined: defaultdict[tuple[int, tuple[Item, ...]], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if len(row) == 2 and (row[0], row[1]) in alone:
            continue
        for item in row:
            if stands[item] == 1:
                joined[item[0], tuple(other for other in row if other != item)].append(number)
    first: dict[int, int] = {}
    for numbers in joined.values():
        if len(numbers) > 1 and not any(number in first for number in numbers):
            first.update(dict.fromkeys(numbers, numbers[0]))
    cells: defaultdict[int, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, row in enumerate(rows):
        for version, n in row:
            cells[first.get(number, number)][version].add(n)
    return [{version: tuple(sorted(found)) for version, found in each.items()} for each in cells.values()]


def _with(by_hand: Sequence[_Cells], rows: list[_Cells]) -> list[_Cells]:
    """Rows of several paragraphs that a person linked, put to the others; what answers both sides joins them."""
    for hand in by_hand:
        whole = dict(hand)
        for version in {version for row in rows for version in row} - whole.keys():
            sides = [
                [row for row in rows if len(row) == 2 and version in row and row.get(side) == cell]
                for side, cell in whole.items()
            ]
            if all(len(side) == 1 for side in sides) and len({side[0][version] for side in sides}) == 1:
                whole[version] = sides[0][0][version]
                rows = [row for row in rows if all(row is not side[0] for side in sides)]
        rows.append(whole)
    return rows


def _pairs(row: _Cells) -> set[Edge]:
    return {
        ((left, i), (right, j)) for left, right in combinations(sorted(row), 2) for i in row[left] for j in row[right]
    }


def _row(cells: _Cells, answers: Mapping[tuple[int, int], Answer], versions: int) -> TableRow:
    ties = []
    for left, right in combinations(sorted(cells), 2):
        found = answers[left, right]
        links = [found.links[i, j] for i in cells[left] for j in cells[right] if (i, j) in found.links]
        if not links:
            continue
        nats = sum(link.nats for link in links)
        sides = found.weights.of(cells[left], cells[right])
        terms = dict.fromkeys(term for link in links for term in link.terms)
        ties.append(
            Tie(
                left,
                right,
                min(1.0, nats / max(1e-9, min(sides))),
                nats,
                nats < PARTIAL * max(sides),
                any(link.pinned for link in links),
                tuple(terms),
            )
        )
    ties.sort(key=lambda tie: (not tie.pinned, -tie.score, -tie.nats, tie.left, tie.right))
    return TableRow(tuple(cells.get(version, ()) for version in range(versions)), tuple(ties))


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
