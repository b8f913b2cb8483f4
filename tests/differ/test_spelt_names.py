"""Names with and without their accents and special letters, and what looks like them."""

import msgspec
import pytest

from tests.differ.cells import brief, document, one_row
from tests.differ.conftest import Differ
from wirediff.differ import differences
from wirediff.glossary import builtin


@pytest.mark.parametrize(
    ("plain", "own"),
    [
        ("Perez", "Pérez"),
        ("Dorde", "Đorđe"),
        ("Djordjevic", "Đorđević"),
        ("Kilicdaroglu", "Kılıçdaroğlu"),
        ("Ilker", "İlker"),
        ("Soerensen", "Sørensen"),
        ("Groenemeyer", "Grönemeyer"),
        ("Walesa", "Wałęsa"),
        ("Weissmann", "Weißmann"),
        ("Masoud", "Mas'oud"),
        ("Kim Jong-il", "Kim Jong Il"),
    ],
)
def test_one_name_with_its_own_letters_and_in_plain_ones_is_a_transliteration(
    differ: Differ, plain: str, own: str
) -> None:
    (difference,) = differ(f"They saw {plain} there.", f"They saw {own} there.")
    assert difference.kind.value == "transliteration"
    assert not difference.also


def test_a_place_with_its_own_letters_is_no_other_place(differ: Differ) -> None:
    assert brief(differ("He was born in Plzen.", "He was born in Plzeň.")) == [("transliteration", "Plzen", "Plzeň")]


@pytest.mark.parametrize(("one", "other"), [("État", "Etat"), ("À", "A"), ("Öl", "Ol")], ids=["État", "À", "Öl"])
def test_an_accent_on_the_capital_that_begins_a_sentence_is_a_matter_of_spelling(
    differ: Differ, one: str, other: str
) -> None:
    ((kind, left, right),) = brief(differ(f"{one} was the word.", f"{other} was the word."))
    assert (kind, left, right) == ("spelling", one, other)


def test_two_letters_for_a_special_one_are_no_change_of_case(differ: Differ) -> None:
    assert brief(differ("Er sagte, daß sie geht.", "Er sagte, dass sie geht.")) == [("spelling", "daß", "dass")]
    assert brief(differ("They read STRASSE there.", "They read Straße there."))[0][0] == "capitalisation"


def test_the_two_print_forms_of_a_german_noun_are_a_matter_of_spelling() -> None:
    left, right = (
        msgspec.structs.replace(document(text), language="de")
        for text in ("Die Großbank ist pleite.", "Die Grossbank ist pleite.")
    )
    assert brief(differences(one_row(left, right), builtin())) == [("spelling", "Großbank", "Grossbank")]


def test_another_name_stays_another_name(differ: Differ) -> None:
    assert brief(differ("They saw Marek there.", "They saw Tomáš there."))[0][0] == "naming"
