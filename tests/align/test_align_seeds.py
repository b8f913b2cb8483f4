"""Which paragraph answers which in the sample stories, as a person reads them."""

import pytest
from tests.align.seed_stories import seed

from wirediff.align import collate
from wirediff.glossary import builtin
from wirediff.model import Collation, Relation, Row, RowRelation


def lay(*numbers: str) -> Collation:
    return collate([seed(number) for number in numbers], builtin())


def links(collation: Collation) -> set[tuple[tuple[int, ...], ...]]:
    return {row.cells for row in collation.rows if row.relation is not RowRelation.ONLY}


def row(collation: Collation, *cells: tuple[int, ...]) -> Row:
    return next(row for row in collation.rows if row.cells == cells)


def test_the_two_printings_of_one_take_are_linked_paragraph_by_paragraph() -> None:
    collation = lay("001", "002")
    assert links(collation) == {((n,), (n,)) for n in (1, 2, 3, 4, 7)} | {((5,), (11,)), ((6,), (12,))}
    assert collation.relation is Relation.SAME_REPORT


def test_the_last_paragraphs_of_002_are_shown_as_moved() -> None:
    collation = lay("001", "002")
    assert {row.cells for row in collation.rows if row.moved} == {((5,), (11,)), ((6,), (12,))}


def test_a_paragraph_that_conflates_takes_stands_in_the_rows_of_both() -> None:
    pairs = links(lay("001", "002")), links(lay("002", "004"))
    assert ((4,), (4,)) in pairs[0]
    assert ((4,), (11,)) in pairs[1]


def test_two_paragraphs_printed_as_one_are_a_merge_or_a_split_by_the_base() -> None:
    assert row(lay("004", "002"), (1, 2), (8,)).relation is RowRelation.MERGE
    assert row(lay("002", "004"), (8,), (1, 2)).relation is RowRelation.SPLIT


def test_a_report_that_uses_another_take_keeps_its_links() -> None:
    assert {((8,), (1, 2)), ((9,), (3,)), ((11,), (8,)), ((12,), (7,)), ((4,), (11,))} <= links(lay("002", "004"))
    assert {((5,), (8,)), ((6,), (7,))} <= links(lay("001", "004"))


@pytest.mark.parametrize("other", ["000", "001", "002", "004"])
def test_another_event_told_in_the_same_words_is_linked_to_nothing(other: str) -> None:
    collation = lay(other, "003")
    assert links(collation) == set()
    assert collation.relation is Relation.DIFFERENT_EVENT


def test_a_row_says_what_it_rests_on() -> None:
    assert "regained full control" in row(lay("001", "002"), (2,), (2,)).rests_on
    assert "Haider al-Abadi" in row(lay("001", "002"), (3,), (3,)).rests_on


def test_a_row_names_the_link_its_paragraphs_could_have_had_instead() -> None:
    second = row(lay("001", "004"), (6,), (7,)).runner_up
    assert second is not None
    assert {(second.version, second.paragraph), (second.other_version, second.other_paragraph)} == {(0, 6), (1, 2)}
    assert 0 < second.score < row(lay("001", "004"), (6,), (7,)).score


def test_three_versions_share_one_row_where_all_three_tell_it() -> None:
    found = links(lay("001", "002", "004"))
    assert {((5,), (11,), (8,)), ((6,), (12,), (7,)), ((), (8,), (1, 2))} <= found
