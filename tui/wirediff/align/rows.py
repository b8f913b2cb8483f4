"""Rows of the table as the model has them: columns as they were given, what a row is called, what it rests on."""

from collections.abc import Iterator, Mapping, Sequence, Sized

from wirediff.align.constraints import Cell as Cited
from wirediff.align.constraints import Constraint
from wirediff.align.explain import Shared, rests_on, stands_alone
from wirediff.align.links import Answer
from wirediff.align.table import TableRow
from wirediff.glossary import Glossary
from wirediff.model import Document, Row, RowRelation, RunnerUp
from wirediff.naming import tag


class Writer:
    """Rows of the table in the columns that were given."""

    def __init__(
        self,
        versions: Sequence[Document],
        order: Sequence[int],
        answers: Mapping[tuple[int, int], Answer],
        glossary: Glossary,
        constraints: Sequence[Constraint] = (),
    ) -> None:
        self._texts = [[paragraph.text for paragraph in version.paragraphs] for version in versions]
        self._order, self._glossary = order, glossary
        self._rivals = _rivals(answers)
        self._parted = [each for each in constraints if each.kind == "unlink"]
        self._nouns = any((version.language or "").startswith("de") for version in versions)

    def row(self, row: TableRow) -> Row:
        """A row of the table as the model has it."""
        cells: list[tuple[int, ...]] = [()] * len(self._order)
        for column, cell in enumerate(row.cells):
            cells[self._order[column]] = tuple(n + 1 for n in cell)
        runner_up = self._runner_up(row)
        if not row.ties:
            return Row(tuple(cells), RowRelation.ONLY, rests_on=self._alone(cells, runner_up), runner_up=runner_up)
        texts = {v: [self._texts[v][n - 1] for n in cell] for v, cell in enumerate(cells) if cell}
        by_hand = any(tie.pinned for tie in row.ties)
        same = len({tuple(each) for each in texts.values()}) == 1
        if same:
            return Row(tuple(cells), RowRelation.SAME, row.moved, 1.0, "The text is the same.", runner_up, by_hand)
        shared = [Shared(self._order[tie.left], self._order[tie.right], tie.terms, tie.pinned) for tie in row.ties]
        return Row(
            tuple(cells),
            named(cells, any(tie.partial for tie in row.ties)),
            row.moved,
            round(sum(tie.score for tie in row.ties) / len(row.ties), 3),
            rests_on(shared, {v: " ".join(each) for v, each in texts.items()}, self._glossary, self._nouns),
            runner_up,
            by_hand,
        )

    def _alone(self, cells: Sequence[tuple[int, ...]], rival: RunnerUp | None) -> str:
        """Why a paragraph answers none."""
        ((version, n),) = [(version, n) for version, cell in enumerate(cells) for n in cell]
        parted = dict.fromkeys(
            f"{tag(far.version)} P{other}" for far in self._apart(version, n) for other in far.paragraphs
        )
        if parted:
            return f"Kept apart by hand from {', '.join(parted)}."
        texts = self._texts[version]
        before = next((other for other, text in enumerate(texts, 1) if other != n and text == texts[n - 1]), None)
        if before is not None:
            return f"Its text stands also in P{before} of {tag(version)}."
        if rival is None:
            return stands_alone("", 0.0)
        ends = f"{tag(rival.version)} P{rival.paragraph} with {tag(rival.other_version)} P{rival.other_paragraph}"
        return stands_alone(ends, rival.score)

    def _apart(self, version: int, n: int) -> Iterator[Cited]:
        """What a person keeps apart from a paragraph."""
        for each in self._parted:
            for near, far in ((each.left, each.right), (each.right, each.left)):
                if near.version == version and n in near.paragraphs:
                    yield far

    def _runner_up(self, row: TableRow) -> RunnerUp | None:
        items = [(column, n) for column, cell in enumerate(row.cells) for n in cell]
        seconds = [self._rivals[item] for item in items if item in self._rivals]
        if not seconds:
            return None
        best = max(seconds, key=lambda each: each.score)
        return RunnerUp(
            self._order[best.version], best.paragraph, self._order[best.other_version], best.other_paragraph, best.score
        )


def named(cells: Sequence[Sized], partial: bool) -> RowRelation:
    """What a row with two cells or more that differ is called, seen from the first version that stands in it."""
    counts = [len(cell) for cell in cells if cell]
    if counts[0] == 1 and max(counts) > 1:
        return RowRelation.SPLIT
    if counts[0] > 1 and min(counts) < counts[0]:
        return RowRelation.MERGE
    return RowRelation.PARTIAL if partial else RowRelation.EDITED


_Rivals = dict[tuple[int, int], RunnerUp]  # by column and paragraph from 0


def _rivals(answers: Mapping[tuple[int, int], Answer]) -> _Rivals:
    """The best link not taken of each paragraph, by column and paragraph (from 0)."""
    best: _Rivals = {}
    for (left, right), found in answers.items():
        for (i, j), score in found.rivals.items():
            for item in ((left, i), (right, j)):
                if score > 0 and (item not in best or score > best[item].score):
                    best[item] = RunnerUp(left, i + 1, right, j + 1, score)
    return best
