"""Sharing rows out among processes changes how long it takes and nothing else."""

import pytest

from tests.differ.cells import document
from wirediff.differ import parallel
from wirediff.differ.rows import differences_of_rows
from wirediff.glossary import builtin
from wirediff.model import Collation, Relation, Row, RowRelation


def test_processes_give_the_same_differences_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_ROWS_A_TASK", 20)  # so that few rows are several tasks, the last a short one
    left = document(*(f"Troops took {n} towns from IS on Friday." for n in range(1, 51)))
    right = document(*(f"Forces took {n + n % 3} towns from ISIS." for n in range(1, 51)))
    rows = tuple(Row(((n,), (n,)), RowRelation.EDITED) for n in range(1, 51))
    collation = Collation((left, right), Relation.SAME_REPORT, rows)
    assert parallel.in_processes(collation, builtin()) == differences_of_rows(collation, 0, len(rows), builtin())
