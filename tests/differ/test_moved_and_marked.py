"""Words that move to and from a sentence start, lists in another order, and terms and quotations in marks."""

import pytest

from tests.differ.cells import brief
from tests.differ.conftest import Differ


@pytest.mark.parametrize(
    ("left", "right", "mark", "other"),
    [
        ("Yesterday Mayor Okoro cut the rope.", "Mayor Okoro cut the rope yesterday.", "Yesterday", "yesterday"),
        ("In March troops left the valley.", "Troops left the valley in March.", "In March", "in March"),
        ("On Tuesday, a jury freed the man.", "A jury freed the man on Tuesday.", "On Tuesday,", "on Tuesday"),
    ],
)  # fmt: skip
def test_a_phrase_that_leaves_the_start_of_a_sentence_is_order_and_nothing_is_capitalisation(
    differ: Differ, left: str, right: str, mark: str, other: str
) -> None:
    for one, two, marks in ((left, right, (mark, other)), (right, left, (other, mark))):
        found = brief(differ(one, two))
        assert ("order", *marks) in found
        assert {kind for kind, _, _ in found} == {"order"}


def test_a_word_that_begins_the_sentence_once_others_are_dropped_is_no_difference_of_its_own(differ: Differ) -> None:
    assert brief(differ("However, ferries ran again.", "Ferries ran again.")) == [
        ("wording", "However, ferries", "Ferries")
    ]


def test_letters_in_another_case_within_the_sentence_are_still_capitalisation(differ: Differ) -> None:
    assert brief(differ("The State owns it.", "The state owns it.")) == [("capitalisation", "State", "state")]


@pytest.mark.parametrize(
    ("left", "right", "mark", "other"),
    [
        ("Barley, oats and rye grew.", "Oats, barley and rye grew.", "Barley, oats", "Oats, barley"),
        (
            "It sells lamps, tables and rugs there.",
            "It sells tables, rugs and lamps there.",
            "lamps, tables and rugs",
            "tables, rugs and lamps",
        ),
        ("It sells old lamps and rugs.", "It sells rugs and old lamps.", "old lamps and rugs", "rugs and old lamps"),
    ],
)
def test_a_list_in_another_order_is_one_difference(
    differ: Differ, left: str, right: str, mark: str, other: str
) -> None:
    assert brief(differ(left, right)) == [("order", mark, other)]


def test_clauses_between_commas_are_no_list(differ: Differ) -> None:
    found = brief(differ("On Tuesday, the jury freed a man.", "The jury freed, on Tuesday, a man."))
    assert ("order", "On Tuesday", "on Tuesday") in [(k, a.strip(" ,"), b.strip(" ,")) for k, a, b in found]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ('The council unveiled "improvements" in June.', "The council unveiled improvements in June.", "label"),
        ('She praised her "advisers" again.', "She praised her advisers again.", "label"),
        ('She praised her "tireless" advisers.', "She praised her tireless advisers.", "quote"),
        ('The council announced that "improvements" came.', "The council announced that improvements came.", "quote"),
        ('He told them she had praised the "advisers".', "He told them she had praised the advisers.", "quote"),
        ('The "clear failure" was noticed late, the bank said.', "The clear failure was noticed late, the bank said.",
         "quote"),
        ('The firm warned of "unrest".', "The firm warned of unrest.", "quote"),
    ],
)  # fmt: skip
def test_marks_around_a_thing_that_is_presented_are_the_outlets_own_and_around_what_is_said_they_quote(
    differ: Differ, left: str, right: str, kind: str
) -> None:
    assert [found for found, _, _ in brief(differ(left, right))] == [kind]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ('She told voters: "We did it."', "She told voters."),
        ('She told voters: "We did it, and we will do more of it."', "She told voters."),
        ('She shouted: "Enough!" Then she left.', "She shouted. Then she left."),
    ],
)
def test_a_quotation_that_one_side_alone_has_is_one_difference_with_the_colon_before_it(
    differ: Differ, left: str, right: str
) -> None:
    (difference,) = differ(left, right)
    assert difference.kind == "quote"
    assert difference.left is not None
    assert difference.left.text.startswith(":")
