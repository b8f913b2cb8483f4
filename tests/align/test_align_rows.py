"""Which paragraphs of several versions make a row, and what is said of it."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from tests.align.seed_stories import document, seed
from tests.align.test_align_properties import bodies, lay

from wirediff.align import Meetings, collate, parse
from wirediff.align.cover import Strength, cover
from wirediff.glossary import builtin
from wirediff.model import Collation, Relation, RowRelation

FIRE = "A fire at a textile warehouse in the port of Izmir killed four workers on Tuesday, the governor's office said."
FLOOR = "The blaze broke out shortly after 3 a.m. on the second floor, where solvents were stored, the fire chief said."
BROTHERS = "Two of the dead were brothers from Manisa who had started work there last week, their uncle said."
FIRM = "The company, Ege Tekstil, declined to comment."
EXITS = "Unions have complained for years about locked emergency exits in the district's factories."


def cells(collation: Collation) -> list[list[list[int]]]:
    return [[list(cell) for cell in row.cells] for row in collation.rows]


def test_a_merge_is_no_merge_beside_a_version_that_holds_one_part() -> None:
    found = lay([FIRE, BROTHERS, EXITS], [FIRE], [f"{FIRE} {BROTHERS}"])
    assert cells(found) == [[[1], [1], [1]], [[2], [], [1]], [[3], [], []]]


def test_a_merge_that_all_other_versions_share_is_one_row() -> None:
    found = lay([FIRE, BROTHERS], [f"{FIRE} {BROTHERS}"], [f"{FIRE} {BROTHERS}"])
    assert cells(found) == [[[1, 2], [1], [1]]]
    assert found.rows[0].relation is RowRelation.MERGE


def test_paragraphs_conflated_crosswise_are_four_partial_rows() -> None:
    found = lay([f"{FIRE} {BROTHERS}", f"{FLOOR} {EXITS}"], [f"{FIRE} {FLOOR}", f"{BROTHERS} {EXITS}"])
    assert sorted(cells(found)) == [[[1], [1]], [[1], [2]], [[2], [1]], [[2], [2]]]
    assert {row.relation for row in found.rows} == {RowRelation.PARTIAL}


def test_one_sentence_taken_over_word_for_word_links_its_paragraphs() -> None:
    found = lay([f"{FIRM} {EXITS}", "A ferry capsized on Lake Victoria."], [f"{FIRE} {FIRM}", BROTHERS])
    assert [[1], [1]] in cells(found)


def test_a_sentence_that_a_link_accounts_for_makes_no_further_link() -> None:
    found = lay([FIRE, f"{BROTHERS} {FIRM}", FIRM], [FIRE, f"{BROTHERS} {FIRM}"])
    assert [[2], [2]] in cells(found)
    assert [[1], [2]] not in cells(found)


def test_copies_of_one_paragraph_meet_in_order_and_the_one_too_many_stands_alone() -> None:
    found = lay([FIRE, FLOOR, FIRE, BROTHERS, FIRE], [FIRE, BROTHERS, FIRE])
    assert cells(found) == [[[1], []], [[2], []], [[3], [1]], [[4], [2]], [[5], [3]]]
    assert not any(row.moved for row in found.rows)


@given(bodies, bodies, bodies)
@settings(max_examples=60)
def test_no_two_paragraphs_meet_in_two_rows(one: list[str], two: list[str], three: list[str]) -> None:
    met: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    for row in lay(one, two, three).rows:
        items = [(version, n) for version, cell in enumerate(row.cells) for n in cell]
        pairs = {pair for pair in combinations(items, 2) if pair[0][0] != pair[1][0]}
        assert met.isdisjoint(pairs)
        met |= pairs


A, B, C = (0, (0,)), (1, (0,)), (2, (0,))


def test_strangers_meet_in_no_row_though_both_answer_a_third() -> None:
    half = Strength(pinned=False, score=1.0, nats=9.0, whole=False)
    links = {(A, B): half, (B, C): half}
    assert cover(links, set()) == [(A, B), (B, C)]


def test_those_that_answer_a_third_as_a_whole_meet_unless_a_person_decided_otherwise() -> None:
    whole = Strength(pinned=False, score=0.9, nats=9.0, whole=True)
    links = {(A, B): whole, (B, C): whole}
    assert cover(links, set()) == [(A, B, C)]
    assert cover(links, {((0, 0), 2)}) == [(A, B), (B, C)]


WORDS = re.compile("“([^”]+)”")


@given(bodies, bodies, bodies)
@settings(max_examples=40)
def test_words_that_a_row_is_said_to_rest_on_stand_in_all_its_versions(
    one: list[str], two: list[str], three: list[str]
) -> None:
    said_of_all(lay(one, two, three))


@pytest.mark.parametrize("names", [("001", "002"), ("001", "004"), ("002", "004"), ("001", "002", "004")])
def test_what_rows_of_the_sample_stories_rest_on_stands_in_all_their_versions(names: tuple[str, ...]) -> None:
    said_of_all(collate([seed(name) for name in names], builtin()))


def said_of_all(found: Collation) -> None:
    for row in found.rows:
        assert row.rests_on.endswith(".")
        if not row.rests_on.startswith(("Both", "All")):
            continue
        texts = [
            " ".join(version.paragraphs[n - 1].text for n in cell).casefold()
            for version, cell in zip(found.versions, row.cells, strict=True)
            if cell
        ]
        for words in WORDS.findall(row.rests_on):
            forms = words.casefold().split(" / ")
            assert all(any(form in text for form in forms) for text in texts) or " " in words


def test_paragraphs_that_share_another_statement_two_by_two_make_no_row_of_three() -> None:
    found = lay([f"{FIRE} {EXITS}"], [f"{FIRE} {BROTHERS}"], [f"{BROTHERS} {EXITS}"])
    assert sorted(cells(found)) == [[[], [1], [1]], [[1], [], [1]], [[1], [1], []]]


def test_a_row_cites_whole_names_as_they_stand_there() -> None:
    found = collate(
        [
            document("a", ["Haider al-Abadi met envoys in Basra.", FIRE]),
            document("b", [FIRE, "Envoys met Haider al-Abbadi in Basra."]),
        ],
        builtin(),
    )
    (row,) = [row for row in found.rows if row.cells[0] == (1,)]
    assert "Haider al-Abadi / Haider al-Abbadi" in row.rests_on


def test_a_paragraph_that_answers_none_names_the_one_most_like_it() -> None:
    found = lay([FIRE, EXITS], [FIRE, "Rice has become dearer in the district."])
    alone = [row for row in found.rows if row.relation is RowRelation.ONLY]
    assert alone
    assert all(row.runner_up and "nearest is V" in row.rests_on for row in alone)


def test_a_day_of_the_week_is_no_name() -> None:
    found = lay(["Police in Izmir said on Tuesday divers had left.", FIRM], [FIRM, "On Tuesday divers left Izmir."])
    (row,) = [row for row in found.rows if row.cells[0] == (1,)]
    assert row.cells[1] == (2,)
    assert "the name Izmir and" in row.rests_on


def test_a_paragraph_in_several_rows_is_answered_elsewhere_where_a_row_has_no_answer() -> None:
    rows = sorted(lay([f"{FIRE} {BROTHERS}"], [FIRE], [BROTHERS]).rows, key=lambda row: row.cells, reverse=True)
    meetings = Meetings(rows)
    assert {row.cells for row in rows} == {((1,), (1,), ()), ((1,), (), (1,))}
    assert (meetings.elsewhere(0, 1, 1), meetings.elsewhere(0, 1, 2)) == ((1,), (1,))
    assert meetings.elsewhere(0, 1, 1, here=(1,)) == ()
    assert [meetings.is_first(0, 1, index) for index in range(2)] == [True, False]
    assert meetings.told_elsewhere(rows[1], (0, 1))
    assert not meetings.told_elsewhere(rows[1], (0, 2))


NOTE = "The ministry declined to comment on the report."
RAIN = "Rain closed two roads in the hills above Rize before dawn."
EDITED_RAIN = "Heavy rain closed two roads in the hills above Rize early on Monday."


def test_a_copy_meets_the_one_between_the_same_paragraphs_though_these_were_edited() -> None:
    found = lay([NOTE, BROTHERS, NOTE, RAIN], [BROTHERS.replace("last week", "in May"), NOTE, EDITED_RAIN])
    assert cells(found) == [[[1], []], [[2], [1]], [[3], [2]], [[4], [3]]]
    assert not any(row.moved for row in found.rows)
    assert found.rows[0].rests_on == "Its text stands also in P3 of V1."


def test_short_copies_out_of_order_meet_as_moved() -> None:
    found = lay(["Oil fell.", "Gas rose.", "Oil fell."], ["Oil fell.", "Oil fell.", "Gas rose."])
    assert all(all(row.cells) for row in found.rows)


BOMB = [
    "A car bomb exploded near a crowded market in the Sadr City district of Baghdad on Sunday, killing at least 12.",
    "Ambulances rushed to the scene as black smoke rose over the capital, a reporter for the agency said.",
    "Prime Minister Abadi condemned the attack in Baghdad and vowed to hunt down those behind it.",
    "Police cordoned off the roads that lead to Sadr City, in the east of Baghdad.",
]
BLAST = [
    "A suicide car bomb exploded outside a police station in the west of Kabul on Tuesday, killing at least 21.",
    "Ambulances rushed to the scene as thick smoke rose over the city, a witness said.",
    "In a statement President Ghani condemned the attack in Kabul and vowed to punish the Taliban.",
    "Police in Kabul cordoned off the roads around Dasht-e-Barchi and the Pul-e-Sokhta bridge.",
]


def test_two_events_told_in_the_same_words_share_no_paragraph() -> None:
    found = lay(BOMB, BLAST)
    assert not [row for row in found.rows if all(row.cells)]
    assert found.relation is Relation.DIFFERENT_EVENT


def test_one_event_told_with_other_figures_is_still_one() -> None:
    later = [text.replace("12", "19").replace("Sunday", "the day") for text in BOMB]
    assert all(all(row.cells) for row in lay(BOMB, later).rows)


def test_a_row_says_that_it_was_made_or_parted_by_hand() -> None:
    documents = [document("a", [FIRE, EXITS]), document("b", [FIRE, BROTHERS])]
    joined = collate(documents, builtin(), [parse("link", "0:2=1:2")])
    (row,) = [row for row in joined.rows if row.cells == ((2,), (2,))]
    assert row.by_hand
    assert row.rests_on.startswith("Linked by hand")
    parted = collate(documents, builtin(), [parse("unlink", "0:1=1:1")])
    (row,) = [row for row in parted.rows if row.cells == ((1,), ())]
    assert row.rests_on == "Kept apart by hand from V2 P1."
    assert row.runner_up
    assert row.runner_up.score > 0.9


def test_a_merge_by_hand_takes_what_answers_its_parts_in_a_third_version() -> None:
    documents = [document("a", [FIRE, EXITS, BROTHERS]), document("b", [BROTHERS, FIRE]), document("c", [FIRE, RAIN])]
    found = collate(documents, builtin(), [parse("link", "0:1+3=2:1")])
    assert [row.cells for row in found.rows if row.by_hand] == [((1, 3), (1, 2), (1,))]
    assert sum(1 in row.cells[0] for row in found.rows) == 1
