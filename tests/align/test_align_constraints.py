"""What a person decides holds, and the rest is solved around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.align.seed_stories import document, seed

from wirediff.align import Cell, Constraint, collate, contradict, parse
from wirediff.errors import UsageError
from wirediff.glossary import Glossary, builtin
from wirediff.model import Row, RowRelation


def rows(*constraints: str) -> list[Row]:
    decided = [parse("unlink" if text.startswith("!") else "link", text.removeprefix("!")) for text in constraints]
    return list(collate([seed("001"), seed("002")], builtin(), decided).rows)


def cells(found: list[Row]) -> set[tuple[tuple[int, ...], ...]]:
    return {row.cells for row in found if row.relation is not RowRelation.ONLY}


def test_a_link_by_hand_stands_and_takes_its_paragraphs_out_of_other_rows() -> None:
    found = rows("0:7=1:5")
    assert ((7,), (5,)) in cells(found)
    assert ((7,), (7,)) not in cells(found)
    assert next(row for row in found if row.cells == ((7,), (5,))).rests_on.startswith("Linked by hand")


def test_an_unlinked_pair_shares_no_row_and_the_others_stay() -> None:
    before, after = cells(rows()), cells(rows("!0:2=1:2"))
    assert not any(2 in row[0] and 2 in row[1] for row in after)
    assert before - {((2,), (2,))} <= after


def test_a_link_of_one_to_several_is_a_split() -> None:
    found = rows("0:7=1:5+7")
    assert next(row for row in found if row.cells == ((7,), (5, 7))).relation is RowRelation.SPLIT


def test_a_link_of_several_to_one_is_a_merge() -> None:
    found = rows("0:6+7=1:12")
    assert next(row for row in found if row.cells == ((6, 7), (12,))).relation is RowRelation.MERGE


def test_a_link_between_paragraphs_with_nothing_in_common_still_stands() -> None:
    versions = [
        document("one", ["Snow fell.", "It thawed."]),
        document("two", ["Rates rose by a point.", "Banks shut."]),
    ]
    link = Constraint("link", Cell(0, (1,)), Cell(1, (2,)))
    assert ((1,), (2,)) in {row.cells for row in collate(versions, Glossary(), [link]).rows}


def test_constraints_hold_whichever_version_is_the_base() -> None:
    turned = collate([seed("002"), seed("001")], builtin(), [parse("link", "1:7=0:5")])
    assert ((5,), (7,)) in {row.cells for row in turned.rows}


@pytest.mark.parametrize("text", ["", "0:1", "0:1=1", "0:1=1:x", "0:1=1:2=2:3", "0:1+=1:2", "-1:1=0:1"])
def test_a_constraint_that_cannot_be_read_is_a_wrong_call(text: str) -> None:
    with pytest.raises(UsageError, match="version:paragraph"):
        parse("link", text)


@pytest.mark.parametrize("text", ["0:8=1:1", "0:1=1:13", "0:0=1:1", "2:1=0:1", "1:1=1:2"])
def test_a_constraint_on_what_is_not_there_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="version"):
        rows(text)


def test_unlinked_paragraphs_do_not_meet_by_way_of_a_third_version() -> None:
    one, two = seed("001"), seed("002")
    third = document("third", [f"{paragraph.text} More." for paragraph in two.paragraphs])
    assert ((2,), (2,), (2,)) in {row.cells for row in collate([one, two, third], builtin()).rows}
    found = collate([one, two, third], builtin(), [parse("unlink", "0:2=1:2")]).rows
    assert not any(2 in row.cells[0] and 2 in row.cells[1] for row in found)
    assert any(2 in row.cells[0] and 2 in row.cells[2] for row in found)


@pytest.mark.parametrize(
    ("first", "second"),
    [("0:7=1:5", "!0:7=1:5"), ("!0:7=1:5", "0:7=1:5"), ("0:7=1:5", "1:6=0:7"), ("0:6+7=1:5", "0:7=1:5")],
)
def test_of_two_decisions_that_contradict_each_other_the_later_holds(first: str, second: str) -> None:
    assert rows(first, second) == rows(second)
    assert rows(first) != rows(second)


def test_decisions_on_other_paragraphs_do_not_contradict_each_other() -> None:
    both = cells(rows("0:7=1:5", "0:6=1:12", "!0:7=1:7"))
    assert {((7,), (5,)), ((6,), (12,))} <= both


def test_a_number_too_long_for_any_story_is_a_wrong_call_too() -> None:
    with pytest.raises(UsageError, match="version:paragraph"):
        parse("link", f"0:{'9' * 5000}=1:1")


SAID = (
    "Troops entered the town at dawn.",
    "The mayor fled to Erbil.",
    "Nine bridges were mined.",
    "He left.",
    "He left.",
)
cells_of = st.integers(0, 2).flatmap(
    lambda version: st.builds(
        Cell,
        st.just(version),
        st.sets(st.integers(1, 5), min_size=1, max_size=2).map(lambda found: tuple(sorted(found))),
    )
)
decisions = st.builds(Constraint, st.sampled_from(["link", "unlink"]), cells_of, cells_of).filter(
    lambda made: made.left.version != made.right.version
)


def test_a_version_joins_no_row_with_a_paragraph_that_was_given_to_others_of_it() -> None:
    versions = [document(str(number), list(SAID)) for number in range(3)]
    made = [
        Constraint("link", Cell(0, (1, 5)), Cell(2, (5,))),
        Constraint("link", Cell(0, (1,)), Cell(1, (1, 2))),
    ]
    found = [row.cells for row in collate(versions, Glossary(), made).rows]
    assert [row for row in found if 1 in row[0]] == [((1,), (1, 2), ()), ((1, 5), (), (5,))]
    assert ((5,), (5,), ()) in found


@given(st.lists(st.permutations(SAID), min_size=3, max_size=3), st.lists(decisions, max_size=5))
def test_whatever_is_decided_holds_and_no_paragraph_is_lost(texts: list[list[str]], made: list[Constraint]) -> None:
    versions = [document(str(number), each) for number, each in enumerate(texts)]
    found = [row.cells for row in collate(versions, Glossary(), made).rows]
    for version in range(3):
        assert {n for row in found for n in row[version]} == {1, 2, 3, 4, 5}
    for place, decided in enumerate(made):
        if any(contradict(decided, later) for later in made[place + 1 :]):
            continue
        ends = (decided.left, decided.right)
        if decided.kind == "unlink":
            assert not any(all({*row[end.version]} & {*end.paragraphs} for end in ends) for row in found)
        else:
            beside = [
                tuple(row[end.version] for end in ends)
                for row in found
                if all(row[end.version] for end in ends)
                and any({*row[end.version]} & {*end.paragraphs} for end in ends)
            ]
            assert {*beside} == {tuple(end.paragraphs for end in ends)}
