"""What no narrower kind explains, and where a date ends and what it stands in begins."""

import pytest

from tests.differ.cells import brief
from tests.differ.conftest import Differ
from wirediff.kinds import Kind, Severity


@pytest.mark.parametrize(
    ("left", "right", "mark", "other"),
    [
        ("The lorry skidded off the bridge.", "The lorry slid off the bridge.", "skidded", "slid"),
        ("The firm makes saddles there.", "The firm makes tents there.", "saddles", "tents"),
        ("Dockers downed tools in June.", "Dockers walked away in June.", "downed tools", "walked away"),
        ("Sales plummeted in spring.", "Sales nosedived in spring.", "plummeted", "nosedived"),
    ],
)
def test_words_in_the_place_of_others_not_known_as_synonyms_are_wording_that_may_be_content(
    differ: Differ, left: str, right: str, mark: str, other: str
) -> None:
    (difference,) = differ(left, right)
    assert brief((difference,)) == [("wording", mark, other)]
    assert difference.also == (Kind.CONTENT,)
    assert difference.severity is Severity.NOTABLE
    assert "synonym" in difference.why


def test_words_known_as_synonyms_are_cosmetic_wording_and_no_content(differ: Differ) -> None:
    (difference,) = differ("They called off the race.", "They cancelled the race.")
    assert (difference.kind, difference.also, difference.severity) == (Kind.WORDING, (), Severity.COSMETIC)


def test_a_whole_phrase_against_a_word_says_more_and_stays_content(differ: Differ) -> None:
    (difference,) = differ("The barn burnt in the blaze that began in the stables.", "The barn burnt quickly.")
    assert (difference.kind, difference.also) == (Kind.CONTENT, ())


def test_other_words_with_other_facts_in_them_are_content(differ: Differ) -> None:
    (difference,) = differ("The team warmed up near Iraq then.", "The team trained behind closed doors then.")
    assert difference.kind is Kind.CONTENT
    assert difference.also == (Kind.PLACE,)


@pytest.mark.parametrize(
    ("left", "right", "mark", "other"),
    [
        ("A court threw out the appeal.", "A court rejected the appeal.", "threw out", "rejected"),
        ("The league put off the final.", "The league postponed the final.", "put off", "postponed"),
        ("The firm turned down the offer.", "The firm rejected the offer.", "turned down", "rejected"),
    ],
)
def test_a_lone_verb_that_may_report_answers_the_verb_in_its_place(
    differ: Differ, left: str, right: str, mark: str, other: str
) -> None:
    assert brief(differ(left, right)) == [("wording", mark, other)]


def test_turning_down_in_two_words_is_the_contrary_of_letting_pass(differ: Differ) -> None:
    (difference,) = differ("The court threw out the appeal.", "The court heard the appeal.")
    assert difference.kind is Kind.CLAIM


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The judge, who was appointed in 2014, stepped aside.", "The judge stepped aside."),
        ("The mill that opened in 1987 was sold.", "The mill was sold."),
        ("Shops shut after the flood on Sunday.", "Shops shut."),
    ],
)
def test_a_clause_with_a_date_in_it_is_content_that_carries_the_date(differ: Differ, left: str, right: str) -> None:
    (difference,) = differ(left, right)
    assert difference.kind is Kind.CONTENT
    assert Kind.DATETIME in difference.also


@pytest.mark.parametrize(
    ("left", "right", "mark", "other"),
    [
        ("It snowed in the morning there.", "It snowed in the evening there.", "morning", "evening"),
        ("It snowed in the afternoon there.", "It snowed at night there.", "in the afternoon", "at night"),
        ("The boats left at dawn.", "The boats left at dusk.", "dawn", "dusk"),
        ("The boats left early on Thursday.", "The boats left on Thursday.", "early on Thursday", "on Thursday"),
        ("The boats left on Friday.", "The boats left yesterday.", "on Friday", "yesterday"),
        ("The boats left, late on Thursday.", "The boats left.", ", late on Thursday", ""),
    ],
)
def test_a_part_of_the_day_is_a_time_and_a_date_is_marked_with_the_words_that_lead_it_in(
    differ: Differ, left: str, right: str, mark: str, other: str
) -> None:
    assert brief(differ(left, right)) == [("datetime", mark, other)]


def test_a_part_of_the_day_among_other_words_is_no_time_by_itself(differ: Differ) -> None:
    assert "datetime" not in {kind for kind, _, _ in brief(differ("It was a long night.", "It was a long wait."))}
