"""Versions laid against each other, paragraph by paragraph."""

from collections import Counter
from collections.abc import Sequence
from math import log

from wirediff.glossary import Glossary
from wirediff.model import Collation, Document, Relation, Row, RowRelation
from wirediff.text import words

LEAST = 0.3
"""Weighted word overlap below which two paragraphs do not answer each other."""


def collate(versions: Sequence[Document], glossary: Glossary, constraints: Sequence[object] = ()) -> Collation:  # noqa: ARG001
    """Lay `versions` against the first. Raises ValueError for fewer than two."""
    if len(versions) < 2:
        raise ValueError("a collation needs two versions or more")
    bags = [[_bag(paragraph.text, glossary) for paragraph in version.paragraphs] for version in versions]
    every = [bag for version in bags for bag in version]
    spread = Counter(term for bag in every for term in bag)
    weight = {term: log(1 + len(every) / count) for term, count in spread.items()}
    cells: dict[int, list[tuple[int, ...]]] = {n: [(n,)] for n in range(1, len(bags[0]) + 1)}
    scores = dict.fromkeys(cells, 0.0)
    for other in bags[1:]:
        found = _mutual(bags[0], other, weight)
        for n, row in cells.items():
            row.append((found[n][0],) if n in found else ())
            scores[n] = max(scores[n], found[n][1] if n in found else 0.0)
    rows = [_row(versions, tuple(cells[n]), scores[n]) for n in cells]
    for index, version in enumerate(versions[1:], 1):
        taken = {n for row in rows for n in row.cells[index]}
        for paragraph in version.paragraphs:
            if paragraph.n not in taken:
                own = tuple((paragraph.n,) if place == index else () for place in range(len(versions)))
                rows.append(Row(own, RowRelation.ONLY))
    linked = sum(row.relation is not RowRelation.ONLY for row in rows)
    relation = Relation.SAME_REPORT if linked > len(rows) / 2 else Relation.RELATED
    return Collation(tuple(versions), relation if linked else Relation.DIFFERENT_EVENT, tuple(rows))


def _bag(text: str, glossary: Glossary) -> set[str]:
    named = {f"entity {mention.entity}" for mention in glossary.mentions(text)}
    return named | {word.key for word in words(text)}


def _mutual(left: list[set[str]], right: list[set[str]], weight: dict[str, float]) -> dict[int, tuple[int, float]]:
    """Pairs that are each other's best, by paragraph number of the left side, with their overlap."""

    def overlap(one: set[str], two: set[str]) -> float:
        either = sum(weight[term] for term in one | two)
        return sum(weight[term] for term in one & two) / either if either else 0.0

    table = [[overlap(one, two) for two in right] for one in left]
    found: dict[int, tuple[int, float]] = {}
    for i, scores in enumerate(table):
        best = max(range(len(scores)), key=scores.__getitem__, default=None)
        if best is None or scores[best] < LEAST or scores[best] < max(other[best] for other in table):
            continue
        found[i + 1] = (best + 1, scores[best])
    return found


def _row(versions: Sequence[Document], cells: tuple[tuple[int, ...], ...], score: float) -> Row:
    texts = {versions[index].text_of(n) for index, cell in enumerate(cells) for n in cell}
    filled = sum(map(bool, cells))
    relation = RowRelation.ONLY if filled < 2 else RowRelation.SAME if len(texts) == 1 else RowRelation.EDITED
    return Row(cells, relation, score=round(score, 3), rests_on="shared words" if filled > 1 else "")
