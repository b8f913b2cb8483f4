"""Versions laid against each other, paragraph by paragraph."""

from collections.abc import Sequence, Sized
from itertools import combinations

from wirediff.align.constraints import Constraint, check, in_force
from wirediff.align.evidence import LONG, Rules
from wirediff.align.explain import rests_on
from wirediff.align.lexed import COARSE_CLAUSE, LEAST_CLAUSE, Lexed
from wirediff.align.links import Answer, answer
from wirediff.align.relation import relation_of
from wirediff.align.table import Fixed, TableRow, table
from wirediff.glossary import Glossary
from wirediff.model import Collation, Document, Row, RowRelation, RunnerUp


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
    fixed = [_placed(constraint, place) for constraint in in_force(constraints)]
    answers = _answers(texts, glossary, fixed)
    rows = table(answers, [len(each) for each in texts], fixed)
    rivals = _rivals(answers)
    made = [_row(row, texts, order, rivals) for row in rows]
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
                lexed[column, long] = Lexed(texts[column], glossary, COARSE_CLAUSE if long else LEAST_CLAUSE)
        answers[left, right] = answer(lexed[left, long], lexed[right, long], rules, pinned, long)
    return answers


_Rivals = dict[tuple[int, int], RunnerUp]


def _rivals(answers: dict[tuple[int, int], Answer]) -> _Rivals:
    """The best link not taken of each paragraph, by column and paragraph (from 0)."""
    best: _Rivals = {}
    for (left, right), found in answers.items():
        for (i, j), score in found.rivals:
            for item in ((left, i), (right, j)):
                if score > 0 and (item not in best or score > best[item].score):
                    best[item] = RunnerUp(left, i + 1, right, j + 1, score)
    return best


def _row(row: TableRow, texts: Sequence[Sequence[str]], order: Sequence[int], rivals: _Rivals) -> Row:
    """A row of the table in the columns that were given."""
    cells: list[tuple[int, ...]] = [()] * len(order)
    for column, cell in enumerate(row.cells):
        cells[order[column]] = tuple(n + 1 for n in cell)
    seconds = [
        rivals[item] for item in ((column, n) for column, cell in enumerate(row.cells) for n in cell) if item in rivals
    ]
    second = max(seconds, key=lambda each: each.score, default=None)
    runner_up = second and RunnerUp(
        order[second.version], second.paragraph, order[second.other_version], second.other_paragraph, second.score
    )
    if not row.links:
        return Row(tuple(cells), RowRelation.ONLY, runner_up=runner_up)
    first = row.links[0]
    sides = [
        [texts[column][n] for n in cell]
        for column, cell in ((first.left, first.block.left), (first.right, first.block.right))
    ]
    same = len({tuple(texts[column][n] for n in cell) for column, cell in enumerate(row.cells) if cell}) == 1
    score = 1.0 if same else sum(link.block.score for link in row.links) / len(row.links)
    relation = RowRelation.SAME if same else named(cells, any(link.block.partial for link in row.links))
    return Row(tuple(cells), relation, row.moved, round(score, 3), rests_on(first.block, sides[0], sides[1]), runner_up)


def named(cells: Sequence[Sized], partial: bool) -> RowRelation:
    """What a row with two cells or more that differ is called, seen from the first version that stands in it."""
    counts = [len(cell) for cell in cells if cell]
    if counts[0] == 1 and max(counts) > 1:
        return RowRelation.SPLIT
    if counts[0] > 1 and min(counts) < counts[0]:
        return RowRelation.MERGE
    return RowRelation.PARTIAL if partial else RowRelation.EDITED


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
