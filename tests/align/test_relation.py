"""How versions are related as wholes, and what links them where they share few words."""

from itertools import combinations

import pytest
from tests.differ.cells import document

from wirediff.align import collate
from wirediff.glossary import builtin
from wirediff.model import Document, Relation

KIRKUK = (
    "Kurdish fighters pulled out of Kirkuk early on Monday, residents said.",
    "Shops in the centre of Kirkuk stayed shut, and the bridge was blocked by burnt-out lorries.",
)
KIRKUK_OTHERWISE = (
    "The oil fields around Kirkuk pump a third of what the north exports.",
    "Engineers in Kirkuk had stopped two of the wells as a precaution, a ministry statement read.",
)
FALLUJAH = (
    "Engineers cleared mines in Fallujah, where thousands of families wait to go home.",
    "Aid groups in Fallujah ask for tents, blankets and clean water before the winter.",
)


def related(one: Document, other: Document) -> Relation:
    return collate([one, other], builtin()).relation


def test_reports_that_share_no_text_are_related_where_they_are_about_one_place() -> None:
    assert related(document(*KIRKUK), document(*KIRKUK_OTHERWISE)) is Relation.RELATED


def test_reports_about_two_places_tell_of_different_events() -> None:
    assert related(document(*KIRKUK), document(*FALLUJAH)) is Relation.DIFFERENT_EVENT


def test_reports_about_one_place_months_apart_tell_of_different_events() -> None:
    early, late = document(*KIRKUK, published="2017-06-18"), document(*KIRKUK_OTHERWISE, published="2017-11-04")
    assert related(early, late) is Relation.DIFFERENT_EVENT


def test_one_version_without_common_text_does_not_make_the_others_strangers() -> None:
    versions = [document(*KIRKUK), document(*KIRKUK), document(*KIRKUK_OTHERWISE)]
    assert collate(versions, builtin()).relation is Relation.RELATED


def test_paragraphs_that_count_the_same_things_to_the_same_figure_are_linked() -> None:
    one = document("He put those left in the valley at 2,350-2,800 gunmen, the lowest estimate this year.", *FALLUJAH)
    other = document("Some 2,350 gunmen remain, it added, although reinforcements may be on their way.", *KIRKUK)
    links = [row for row in collate([one, other], builtin()).rows if all(row.cells)]
    assert [row.cells for row in links] == [((1,), (1,))]
    assert "2,350" in links[0].rests_on


def test_the_same_figure_of_other_things_links_nothing() -> None:
    one = document("The factory made 2,350 tractors in a year, its owners said.", *FALLUJAH)
    other = document("Some 2,350 gunmen remain, it added, although reinforcements may be on their way.", *KIRKUK)
    assert not [row for row in collate([one, other], builtin()).rows if all(row.cells)]


def test_what_only_the_other_version_says_first_stands_behind_what_the_base_says_first() -> None:
    shared = "Troops seized the northern gate of the old citadel of Erbil after a night of heavy shelling, police said."
    base, other = document(KIRKUK[0], KIRKUK[1], shared), document(FALLUJAH[0], shared, FALLUJAH[1])
    cells = [row.cells for row in collate([base, other], builtin()).rows]
    assert cells == [((1,), ()), ((2,), ()), ((), (1,)), ((3,), (2,)), ((), (3,))]


FIRE = (
    "A fire at a textile warehouse in the port killed four workers on Tuesday, the governor's office said.",
    "The blaze broke out shortly after 3 a.m. on the second floor, where solvents were stored.",
    "Two of the dead were brothers from Manisa who had started work there last week, their uncle said.",
    "The company, a maker of towels, declined to comment on the cause.",
    "Unions have complained for years about locked emergency exits in the district's factories.",
    "Prosecutors opened an investigation and detained the warehouse manager.",
)


@pytest.mark.parametrize("here", range(6))
@pytest.mark.parametrize("there", range(6))
def test_wherever_one_paragraph_moves_to_a_row_that_crosses_another_is_marked(here: int, there: int) -> None:
    texts = list(FIRE)
    texts.insert(there, texts.pop(here))
    rows = [row for row in collate([document(*FIRE), document(*texts)], builtin()).rows if all(row.cells)]
    crossing = [
        (one, two)
        for one, two in combinations(rows, 2)
        if (one.cells[0] < two.cells[0]) != (one.cells[1] < two.cells[1])
    ]
    assert all(one.moved or two.moved for one, two in crossing)
    assert bool(crossing) == (here != there)


def test_two_paragraphs_do_not_answer_each_other_because_a_third_holds_both() -> None:
    versions = [document(FIRE[3]), document(f"{FIRE[3]} {FIRE[0]}"), document(FIRE[0])]
    cells = [row.cells for row in collate(versions, builtin()).rows]
    assert not any(row[0] and row[2] for row in cells)


@pytest.mark.parametrize(
    ("one", "other"),
    [("fifteen hundred", "1,500"), ("two dozen", "24"), ("1.5 million", "1,500,000"), ("1500", "around 1,500")],
)
def test_a_figure_in_words_links_with_the_same_figure_in_digits(one: str, other: str) -> None:
    left = document(f"In the valley there are {one} gunmen left, by the lowest estimate of the year.", *FALLUJAH)
    right = document(f"Reinforcements of {other} gunmen may be on their way, it added.", *KIRKUK)
    links = [row.cells for row in collate([left, right], builtin()).rows if all(row.cells)]
    assert links == [((1,), (1,))]
