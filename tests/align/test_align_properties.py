"""What holds for any versions whatever."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.align.seed_stories import document, seed

from wirediff.align import collate
from wirediff.glossary import Glossary, builtin
from wirediff.model import Collation, Document, Relation, Row, RowRelation

STATEMENTS = [
    "A freighter ran aground off the northern cape before dawn, the coastguard said.",
    "All nineteen sailors were lifted to safety by two helicopters; three had broken bones.",
    "“We heard the keel tear open like paper,” the cook told reporters at the hospital.",
    "Divers will inspect the hull on Tuesday, weather permitting.",
    "The owner, a firm in Piraeus, declined to comment.",
    "Fishing within nine miles of the wreck is banned until the fuel has been pumped out.",
    "It was the fourth stranding on that shoal in six years.",
    "Environment inspectors found no oil on the beaches, but the smell of diesel hung over the village.",
    "",
    "—",
]
bodies = st.lists(
    st.lists(st.sampled_from(STATEMENTS), min_size=1, max_size=2).map(" ".join) | st.text(max_size=40), max_size=7
)
one_each = st.permutations(STATEMENTS[:8]).flatmap(lambda s: st.integers(1, 8).map(lambda n: list(s[:n])))


def lay(*bodies: list[str]) -> Collation:
    return collate([document(f"v{n}", body) for n, body in enumerate(bodies)], Glossary())


def table(collation: Collation, order: tuple[int, ...]) -> set[tuple[tuple[tuple[int, ...], ...], bool, float]]:
    """The rows with their columns put back into the order of the names, without what depends on the base."""
    return {
        (tuple(row.cells[order.index(n)] for n in range(len(order))), row.moved, row.score) for row in collation.rows
    }


@given(st.lists(bodies, min_size=2, max_size=4))
@settings(max_examples=60)
def test_every_paragraph_of_every_version_stands_in_the_table(versions: list[list[str]]) -> None:
    rows = lay(*versions).rows
    for version, body in enumerate(versions):
        assert {n for row in rows for n in row.cells[version]} == set(range(1, len(body) + 1))


@given(st.lists(bodies, min_size=3, max_size=3))
@settings(max_examples=30)
def test_any_order_of_the_versions_gives_the_same_table(versions: list[list[str]]) -> None:
    documents = [document(f"v{n}", body) for n, body in enumerate(versions)]
    tables = [table(collate([documents[n] for n in order], Glossary()), order) for order in permutations(range(3))]
    assert all(each == tables[0] for each in tables)


def test_any_order_of_the_sample_stories_gives_the_same_table() -> None:
    names = ("001", "002", "004")
    tables = [table(collate([seed(names[n]) for n in order], builtin()), order) for order in permutations(range(3))]
    assert all(each == tables[0] for each in tables)


MIRRORED = {RowRelation.SPLIT: RowRelation.MERGE, RowRelation.MERGE: RowRelation.SPLIT}


@given(bodies, bodies)
@settings(max_examples=60)
def test_changing_sides_mirrors_the_rows(one: list[str], two: list[str]) -> None:
    def facts(row: Row) -> tuple[object, ...]:
        return row.moved, row.score, row.rests_on == "The text is the same."

    there, back = document("one", one), document("two", two)
    forth = {(row.cells, row.relation, facts(row)) for row in collate([there, back], Glossary()).rows}
    mirrored = {
        (row.cells[::-1], MIRRORED.get(row.relation, row.relation), facts(row))
        for row in collate([back, there], Glossary()).rows
    }
    assert forth == mirrored


@given(st.lists(bodies, min_size=2, max_size=3))
@settings(max_examples=20)
def test_the_same_versions_give_an_equal_collation(versions: list[list[str]]) -> None:
    assert lay(*versions) == lay(*versions)


@given(one_each)
@settings(max_examples=40)
def test_a_version_laid_against_itself_is_the_same_throughout(body: list[str]) -> None:
    collation = lay(body, body)
    assert [row.cells for row in collation.rows] == [((n,), (n,)) for n in range(1, len(body) + 1)]
    assert all(row.relation is RowRelation.SAME and not row.moved and row.score == 1 for row in collation.rows)


@given(st.lists(st.sampled_from([*STATEMENTS[:3], "", "—", "* * *", "No."]), max_size=9))
@settings(max_examples=60)
def test_a_version_with_repeats_laid_against_itself_is_the_same_throughout(body: list[str]) -> None:
    assert [row.cells for row in lay(body, body).rows] == [((n,), (n,)) for n in range(1, len(body) + 1)]


@given(st.permutations(STATEMENTS[:8]))
@settings(max_examples=40)
def test_shuffled_paragraphs_find_their_own_text(shuffled: list[str]) -> None:
    rows = lay(STATEMENTS[:8], shuffled).rows
    assert {row.cells for row in rows} == {((n + 1,), (shuffled.index(s) + 1,)) for n, s in enumerate(STATEMENTS[:8])}


@given(st.lists(bodies, min_size=2, max_size=3))
@settings(max_examples=40)
def test_base_paragraphs_come_in_their_order(versions: list[list[str]]) -> None:
    firsts = [row.cells[0] for row in lay(*versions).rows if row.cells[0]]
    assert firsts == sorted(firsts)


def test_one_version_is_no_collation() -> None:
    with pytest.raises(ValueError, match="two versions"):
        collate([document("alone", ["A"])], Glossary())


def test_versions_without_paragraphs_make_an_empty_table() -> None:
    collation = lay([], [])
    assert collation.rows == ()
    assert collation.relation is Relation.DIFFERENT_EVENT


def test_one_paragraph_moved_is_the_one_marked() -> None:
    base = STATEMENTS[:8]
    moved = [*base[1:6], base[0], *base[6:]]
    assert [row.cells for row in lay(base, moved).rows if row.moved] == [((1,), (6,))]


def test_new_paragraphs_in_between_move_nothing() -> None:
    longer = [*STATEMENTS[:2], "The mayor praised the pilots.", "Schools stayed open.", *STATEMENTS[2:8]]
    assert not any(row.moved for row in lay(STATEMENTS[:8], longer).rows)


def test_a_row_of_others_only_follows_the_row_of_the_paragraph_before_it() -> None:
    added = "Pumps borrowed from a salvage yard in Bergen arrived overnight."
    rows = lay(STATEMENTS[:4], [*STATEMENTS[:2], added, *STATEMENTS[2:4]]).rows
    assert [row.cells for row in rows] == [((1,), (1,)), ((2,), (2,)), ((), (3,)), ((3,), (4,)), ((4,), (5,))]


def test_statements_joined_into_one_paragraph_are_a_merge() -> None:
    rows = lay(STATEMENTS[:5], [STATEMENTS[0], " ".join(STATEMENTS[1:3]), *STATEMENTS[3:5]]).rows
    assert ((2, 3), (2,)) in [row.cells for row in rows if row.relation is RowRelation.MERGE]


def test_names_that_the_glossary_knows_count_as_equal() -> None:
    from wirediff.glossary import Entity

    known = Glossary(entities=(Entity("Northern Shipping Line", aliases=("Arktis Rederi",)),))
    one = ["Arktis Rederi denied it.", *STATEMENTS[:3]]
    two = ["The Northern Shipping Line denied it.", *STATEMENTS[:3]]

    def first(rules: Glossary) -> Row:
        versions: list[Document] = [document("one", one), document("two", two)]
        return collate(versions, rules).rows[0]

    assert first(known).cells == ((1,), (1,))
    assert first(known).score > first(Glossary()).score


def test_a_paragraph_of_thousands_of_words_said_over_and_over_is_aligned() -> None:
    for times in (100, 2_000):
        one, other = "goal " * times + "scored", "goal " * (times - 5) + "own"
        (row,) = collate([document("a", [one]), document("b", [other])], Glossary()).rows
        assert row.cells == ((1,), (1,))
