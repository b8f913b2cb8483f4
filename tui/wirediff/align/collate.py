"""Versions laid against each other, paragraph by paragraph."""

from collections.abc import Sequence
from itertools import combinations

from wirediff.align.constraints import Constraint, check, in_force
from wirediff.align.evidence import LONG, Rules
from wirediff.align.lexed import COARSE_CLAUSE, LEAST_CLAUSE, Lexed
from wirediff.align.links import Answer, answer
from wirediff.align.relation import relation_of
from wirediff.align.rows import Writer
from wirediff.align.table import Fixed, table
from wirediff.glossary import Glossary
from wirediff.model import Collation, Document, Row


def collate(versions: Sequence[Document], glossary: Glossary, constraints: Sequence[Constraint] = ()) -> Collation:
    """Lay versions against each other; the first is the base.

    Every two versions are aligned (`links.answer`) and the results joined into one table (`table.table`). All of
    that sees the versions in an order of their own contents, so it comes out the same whatever order they are given
    in; the order given decides the columns, the order of the rows and the names `split` and `merge`. `constraints`
    are what a person decided; the rest is solved around them, and where two contradict each other the later holds.

    Pure: the same versions, glossary and constraints give an equal collation. Raises ValueError for fewer than two
    versions, and for a constraint on a version or paragraph that is not there. Cost: for each pair of versions,
    linear in their words; two books of 31,000 paragraphs take under a minute.
    """
    if len(versions) < 2:
        raise ValueError("a collation needs two versions or more")
    check(constraints, versions)
    order = sorted(range(len(versions)), key=lambda v: (_content(versions[v]), versions[v].id, versions[v].path))
    place = {version: column for column, version in enumerate(order)}
    texts = [[paragraph.text for paragraph in versions[version].paragraphs] for version in order]
    standing = in_force(constraints)
    fixed = [_placed(constraint, place) for constraint in standing]
    answers = _answers(texts, [versions[version].language for version in order], glossary, fixed)
    rows = table(answers, [len(each) for each in texts], fixed)
    writer = Writer(versions, order, answers, glossary, standing)
    made = [writer.row(row) for row in rows]
    return Collation(
        tuple(versions),
        relation_of(answers, [versions[v] for v in order], glossary),
        tuple(_in_reading_order(made, len(versions))),
    )


def _content(version: Document) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in version.paragraphs)


def _placed(constraint: Constraint, place: dict[int, int]) -> Fixed:
    """A constraint in the columns and paragraph numbers (from 0) of the table, the lower column first."""
    sides = sorted(
        (place[cell.version], tuple(number - 1 for number in cell.paragraphs))
        for cell in (constraint.left, constraint.right)
    )
    return constraint.kind, *sides[0], *sides[1]


def _answers(
    texts: Sequence[Sequence[str]],
    languages: Sequence[str | None],
    glossary: Glossary,
    fixed: Sequence[Fixed],
) -> dict[tuple[int, int], Answer]:
    lexed: dict[tuple[int, bool], Lexed] = {}
    length = [sum(map(len, each)) for each in texts]
    answers = {}
    for left, right in combinations(range(len(texts)), 2):
        mine = [(kind, one, two) for kind, a, one, b, two in fixed if (a, b) == (left, right)]
        pinned = [(one, two) for kind, one, two in mine if kind == "link"]
        barred = frozenset((i, j) for kind, one, two in mine if kind == "unlink" for i in one for j in two)
        rules = Rules(frozenset((i, j) for one, two in pinned for i in one for j in two), barred)
        long = length[left] + length[right] > LONG
        for column in (left, right):
            if (column, long) not in lexed:
                least = COARSE_CLAUSE if long else LEAST_CLAUSE
                lexed[column, long] = Lexed(texts[column], glossary, least, languages[column])
        answers[left, right] = answer(lexed[left, long], lexed[right, long], rules, long)
    return answers


def _in_reading_order(rows: Sequence[Row], versions: int) -> list[Row]:
    """Rows in the order of the base; a row without the base follows the row of the paragraph before it.

    What a version says before anything that the base has too stands before the row of that, behind what the base
    says before it. A version that has nothing in common with the base comes last.
    """
    based = sorted((row for row in rows if row.cells[0]), key=lambda row: row.cells)
    row_of: dict[tuple[int, int], Row] = {}
    for row in based:
        _settle(row, row_of)
    loose = sorted(
        (row for row in rows if not row.cells[0]), key=lambda row: tuple((not cell, cell) for cell in row.cells)
    )
    following: dict[int, list[Row]] = {}
    leading: dict[int, list[Row]] = {}
    for row in loose:
        version = next(v for v in range(versions) if row.cells[v])
        first = row.cells[version][0]
        before = row_of.get((version, first - 1))
        if before is not None:
            following.setdefault(id(before), []).append(row)
        else:
            ahead = min((n for v, n in row_of if v == version and n > first and row_of[v, n].cells[0]), default=None)
            leading.setdefault(id(row_of[version, ahead]) if ahead else _LAST, []).append(row)
        _settle(row, row_of)
    ordered: list[Row] = []
    todo = [*reversed(leading.get(_LAST, []))]
    for row in reversed(based):
        todo += [row, *reversed(leading.get(id(row), []))]
    while todo:
        row = todo.pop()
        ordered.append(row)
        todo.extend(reversed(following.get(id(row), [])))
    return ordered


_LAST = 0  # no row has this identity


def _settle(row: Row, row_of: dict[tuple[int, int], Row]) -> None:
    for version, cell in enumerate(row.cells):
        for n in cell:
            row_of.setdefault((version, n), row)
