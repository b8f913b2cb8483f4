"""Many versions in one table: rows of two versions joined where they agree.

The versions come in an order of their own contents (see `collate`), so the table does not hang on the order in which
they were given. Rows of two are taken from the strongest down. A row joins those that hold the same paragraphs; two
joined rows become one if at least half of the pairs of versions between them are linked, or all of them where a link
is partial. A row of two that fits no joined row (a paragraph that conflates what others keep apart) stays a row of its
own, as does one by which paragraphs would meet that a person unlinked, or linked to others.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain
from typing import NamedTuple

from wirediff.align.backbone import Place, off_order
from wirediff.align.links import Answer, Block

Item = tuple[int, int]  # a version and a paragraph of it, both from 0

Fixed = tuple[str, int, tuple[int, ...], int, tuple[int, ...]]
"""A constraint: its kind, and the paragraphs (from 0) of two versions, the lower version first."""


_Ends = tuple[int, tuple[int, ...], int, tuple[int, ...]]


_Cells = Mapping[int, tuple[int, ...]]


class Link(NamedTuple):
    """A row of two versions, with the versions it stands in."""

    left: int
    right: int
    block: Block


class TableRow(NamedTuple):
    """A row: the paragraphs (from 0) of each version, and the links it rests on, the strongest first."""

    cells: tuple[tuple[int, ...], ...]
    links: tuple[Link, ...]
    moved: bool = False


class _Group:
    """A row in the making."""

    def __init__(self) -> None:
        self.cells: dict[int, tuple[int, ...]] = {}
        self.links: list[Link] = []


def table(
    answers: Mapping[tuple[int, int], Answer], lengths: Sequence[int], fixed: Sequence[Fixed] = ()
) -> list[TableRow]:
    """The rows for versions of `lengths` paragraphs, every paragraph in at least one, the moved ones marked.

    `answers` holds each pair of versions, the lower number first; `fixed` is what a person decided.
    """
    links = [Link(left, right, block) for (left, right), answer in answers.items() for block in answer.blocks]
    links.sort(key=lambda link: (not link.block.pinned, -link.block.score, -link.block.nats, link))
    known = {_ends(link) for link in links}
    home: dict[Item, _Group] = {}
    groups: list[_Group] = []
    alone = [link for link in links if not _join(link, home, groups, known, fixed)]
    rows = [group for group in groups if group.links]
    rows += _extra(alone)
    for version, length in enumerate(lengths):
        standing = {n for row in rows for n in row.cells.get(version, ())}
        for n in range(length):
            if n not in standing:
                only = _Group()
                only.cells[version] = (n,)
                rows.append(only)
    return _moved([_row(row, len(lengths)) for row in rows], len(lengths))


def _join(
    link: Link, home: dict[Item, _Group], groups: list[_Group], known: Set[_Ends], fixed: Sequence[Fixed]
) -> bool:
    """Put a link into the rows; False if it fits none."""
    sides = {link.left: link.block.left, link.right: link.block.right}
    found = _homes(sides, home)
    if found is None or not _fits(link, sides, found, known):
        return False
    if fixed and _breaks(dict(chain(sides.items(), *(group.cells.items() for group in found))), fixed):
        return False
    target = found[0] if found else _Group()
    if not found:
        groups.append(target)
    for other in found[1:]:
        target.cells.update(other.cells)
        target.links.extend(other.links)
        other.links.clear()
    target.cells.update(sides)
    target.links.append(link)
    for version, cell in target.cells.items():
        for n in cell:
            home[version, n] = target
    return True


def _homes(sides: Mapping[int, tuple[int, ...]], home: Mapping[Item, _Group]) -> list[_Group] | None:
    """The rows that the two sides of a link stand in already, at most one each; None where a row holds other cells."""
    found: list[_Group] = []
    for version, cell in sides.items():
        homes = {id(home[version, n]): home[version, n] for n in cell if (version, n) in home}
        if len(homes) > 1 or any(group.cells.get(version) != cell for group in homes.values()):
            return None
        found += [group for group in homes.values() if all(group is not other for other in found)]
    if len(found) == 1 and any(found[0].cells.get(version, cell) != cell for version, cell in sides.items()):
        return None
    return found


def _fits(link: Link, sides: Mapping[int, tuple[int, ...]], found: Sequence[_Group], known: Set[_Ends]) -> bool:
    """Whether what a link brings together answers each other well enough to be one row."""
    partial = link.block.partial or any(each.block.partial for group in found for each in group.links)
    if len(found) == 2:
        return _agree(found[0].cells, found[1].cells, known, partial)
    newcomer = {version: cell for version, cell in sides.items() if found and version not in found[0].cells}
    return not newcomer or _agree(found[0].cells, newcomer, known, partial)


def _breaks(cells: Mapping[int, tuple[int, ...]], fixed: Iterable[Fixed]) -> bool:
    """Whether a row of these cells would go against a decision."""
    for kind, left, one, right, two in fixed:
        here, there = cells.get(left, ()), cells.get(right, ())
        met = (not {*here}.isdisjoint(one), not {*there}.isdisjoint(two))
        if kind == "unlink" and all(met):
            return True
        if kind == "link" and any(met) and here and there and (here, there) != (one, two):
            return True
    return False


def _ends(link: Link) -> _Ends:
    return link.left, link.block.left, link.right, link.block.right


def _agree(one: _Cells, two: _Cells, known: Set[_Ends], partial: bool) -> bool:
    """Whether two rows hold different versions, half of the pairs between them linked, or all where a link is partial.

    What shares one statement with two paragraphs does not make these two answer each other.
    """
    if one.keys() & two.keys():
        return False
    linked = sum(
        (left, here, right, there) in known or (right, there, left, here) in known
        for left, here in one.items()
        for right, there in two.items()
    )
    pairs = len(one) * len(two)
    return linked == pairs if partial else 2 * linked >= pairs


def _extra(alone: Sequence[Link]) -> list[_Group]:
    extra = []
    for link in alone:
        group = _Group()
        group.cells = {link.left: link.block.left, link.right: link.block.right}
        group.links = [link]
        extra.append(group)
    return extra


def _row(group: _Group, versions: int) -> TableRow:
    return TableRow(tuple(group.cells.get(version, ()) for version in range(versions)), tuple(group.links))


def _moved(rows: list[TableRow], versions: int) -> list[TableRow]:
    """Mark the rows that are off the order of some two versions."""
    moved: set[int] = set()
    for left in range(versions):
        for right in range(left + 1, versions):
            both = [x for x, row in enumerate(rows) if row.cells[left] and row.cells[right]]
            places = [
                Place(rows[x].cells[left][0], rows[x].cells[right][0], max(link.block.score for link in rows[x].links))
                for x in both
            ]
            moved.update(both[x] for x in off_order(places))
    return [row._replace(moved=x in moved) for x, row in enumerate(rows)]
