"""Small changes of words that change what is said, and those that do not: what a reader's eye must be led to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.differ.cells import brief, document, one_row
from tests.differ.conftest import Differ
from wirediff.differ import differences
from wirediff.glossary import builtin
from wirediff.kinds import Kind, Severity

CLAIMS = [
    ("The talks went on because of the fighting.", "The talks went on despite the fighting."),
    ("The court sentenced him to death on Monday.", "The court sentenced him to life imprisonment on Monday."),
    ("The two men were released on Friday.", "The two men were remanded on Friday."),
    ("It posted a profit missing forecasts.", "It posted a profit beating forecasts."),
    ("The index gained 2 percent.", "The index shed 2 percent."),
    ("He was convicted of manslaughter in May.", "He was convicted of murder in May."),
    ("He was charged with murder.", "He was charged with attempted murder."),
    ("His sister was in the car.", "His brother was in the car."),
]


@pytest.mark.parametrize(("left", "right"), CLAIMS)
def test_words_that_exclude_each_other_are_a_serious_claim(differ: Differ, left: str, right: str) -> None:
    (difference,) = differ(left, right)
    assert (difference.kind, difference.severity) == (Kind.CLAIM, Severity.SERIOUS)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Troops seized the town.", "Troops captured the town."),
        ("It was a bastion of the group.", "It was a stronghold of the group."),
        ("The army began an offensive there.", "The army began an operation there."),
        ("He said the army has entered the town.", "He said the army had entered the town."),
        ("It was the Iran deal.", "It was the Iranian deal."),
        ("The town is approximately empty.", "The town is about empty."),
    ],
)
def test_true_paraphrase_stays_cosmetic(differ: Differ, left: str, right: str) -> None:
    assert {difference.severity for difference in differ(left, right)} == {Severity.COSMETIC}


_WORDS = ["wheat", "steel", "paper", "cotton", "copper", "sugar", "timber", "coffee", "rubber", "granite"]


@given(st.permutations(_WORDS))
def test_an_unknown_swap_of_informative_words_is_never_cosmetic(words: list[str]) -> None:
    left, right = (document(f"The ship carried {word} to the port.") for word in words[:2])
    (difference,) = differences(one_row(left, right), builtin())
    assert difference.severity is not Severity.COSMETIC
    assert "not known as synonyms" in difference.why


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("India said Pakistan had violated the truce.", "Pakistan said India had violated the truce."),
        ("Turkey was attacked by Syria on Monday.", "Syria was attacked by Turkey on Monday."),
        (
            "Russia accused Ukraine of a raid, while Ukraine blamed Russia.",
            "Ukraine accused Russia of a raid, while Russia blamed Ukraine.",
        ),
        (
            "The Turkish army shelled Kurdish positions near Afrin.",
            "Kurdish forces shelled Turkish army positions near Afrin.",
        ),
        ("Then Kovari outfoxed Petrov at noon.", "Then Petrov outfoxed Kovari at noon."),
    ],
)
def test_names_that_swap_places_around_any_verb_reverse_who_does_what(differ: Differ, left: str, right: str) -> None:
    reversed_ = [difference for difference in differ(left, right) if "reversed" in difference.why]
    assert reversed_
    assert {(d.kind, d.severity) for d in reversed_} == {(Kind.CLAIM, Severity.SERIOUS)}


def test_names_in_another_order_in_a_list_are_no_claim(differ: Differ) -> None:
    found = brief(differ("Turkey and Syria signed it.", "Syria and Turkey signed it."))
    assert found == [("order", "Turkey and Syria", "Syria and Turkey")]


def test_active_and_passive_of_one_statement_reverse_nothing(differ: Differ) -> None:
    found = differ("Israel attacked Iran at dawn.", "Iran was attacked by Israel at dawn.")
    assert not any("reversed" in difference.why for difference in found)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("They stormed it, witnesses told AFP.", "They stormed it."),
        ("They stormed it.", "They stormed it, according to a source who spoke on condition of anonymity."),
        ("He told reporters the plan had failed.", "He told the BBC the plan had failed."),
        ("BAGHDAD (Reuters) - Troops entered.", "BAGHDAD (Bloomberg) - Troops entered."),
        ("The SDF said it took the town.", "The army said it took the town."),
    ],
)
def test_another_source_or_addressee_is_attribution(differ: Differ, left: str, right: str) -> None:
    (difference,) = differ(left, right)
    assert (difference.kind, difference.severity) == (Kind.ATTRIBUTION, Severity.SERIOUS)


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Three died, officials said.", "Three died, an official said.", "wording"),
        ("The minister said it was over.", "The minister siad it was over.", "spelling"),
        ("He did not recieve it.", "He did not receive it.", "spelling"),
        ("Finance Minister Karim Daoud left.", "Prime Minister Karim Daoud left.", "title"),
        ("Defence Minister Karim Daoud left.", "Interior Minister Karim Daoud left.", "title"),
        ("It hit the Donetsk region on Friday.", "It hit the Luhansk region on Friday.", "place"),
        ("They met in Marrakech on Friday.", "They met in Marrakesh on Friday.", "transliteration"),
        ("Then Katherine Jones left.", "Then Catherine Jones left.", "transliteration"),
        ("Then Stephen Jones left.", "Then Steven Jones left.", "transliteration"),
        ("Then Li Keqiang spoke.", "Then Li Qiang spoke.", "naming"),
        ("Then Iraqi forces left.", "Then government forces left.", "naming"),
        ("It was told by the daily Kurier.", "It was told by the weekly Anzeiger.", "naming"),
        ("There are approximately 1,500 left.", "There are around 1,500 left.", "wording"),
        ("He left after Hussein came.", "He left after Hassan came.", "naming"),
    ],
)
def test_a_narrow_difference_is_of_its_own_kind_and_no_other(differ: Differ, left: str, right: str, kind: str) -> None:
    assert {found for found, _, _ in brief(differ(left, right))} == {kind}


def test_a_title_before_the_name_and_behind_it_is_one_title_in_another_order(differ: Differ) -> None:
    (difference,) = differ(
        "Ukrainian President Karim Daoud met him.", "Karim Daoud, the president of Ukraine, met him."
    )
    assert (difference.kind, difference.also) == (Kind.TITLE, (Kind.ORDER,))


def test_a_short_quotation_behind_a_verb_that_says_or_calls_is_no_scare_quote(differ: Differ) -> None:
    for left in ('He said the talks were "constructive" and long.', 'He called it a "massacre" then.'):
        (difference,) = differ(left, left.replace('"', ""))
        assert (difference.kind, difference.also) == (Kind.QUOTE, ())


def test_both_marks_of_a_long_quotation_are_one_difference(differ: Differ) -> None:
    words = "the representatives of the free world and of all the peoples of the east and of the west"
    assert len(differ(f'They met "{words}" there.', f"They met {words} there.")) == 1


def test_a_block_is_as_grave_as_what_it_carries(differ: Differ) -> None:
    (difference,) = differ("They left.", "They left behind the ruined barns some 40 burned tractors.")
    assert difference.kind is Kind.CONTENT
    assert Kind.NUMBER in difference.also
    assert difference.severity is Severity.SERIOUS


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Neither side said whether it agreed.", "The ministry said whether it agreed.", Kind.CLAIM),
        ("Everyone said it was good.", "Nobody said it was good.", Kind.CLAIM),
        ("The army said it was over.", "Two security sources said it was over.", Kind.ATTRIBUTION),
        ("Two officials said it was over.", "Three officials said it was over.", Kind.NUMBER),
        ("The minister said he would go.", "The minister said she would go.", Kind.NAMING),
        ("She told reporters the plan.", "He told reporters the plan.", Kind.NAMING),
    ],
)
def test_how_many_say_it_and_which_pronoun_names_no_new_source(
    differ: Differ, left: str, right: str, kind: Kind
) -> None:
    (difference,) = differ(left, right)
    assert (difference.kind, difference.severity) == (kind, Severity.SERIOUS)
