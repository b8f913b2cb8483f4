"""Differences in scripts and languages other than English: marks stay tight, figures and dates are told as such."""

import pytest

from tests.differ.cells import brief, document, one_row
from tests.differ.conftest import Differ
from wirediff.differ import differences
from wirediff.glossary import builtin
from wirediff.model import Document


def in_language(language: str, text: str) -> Document:
    from msgspec.structs import replace

    return replace(document(text), language=language)


def compared(language: str, one: str, other: str) -> list[tuple[str, str, str]]:
    return brief(differences(one_row(in_language(language, one), in_language(language, other)), builtin()))


def test_a_changed_character_is_marked_alone() -> None:
    found = compared("zh", "政府军已收复边境附近的卡伊姆镇。", "政府军收复边境附近的卡伊姆市。")
    assert [(left, right) for _, left, right in found] == [("已", ""), ("镇", "市")]


def test_a_loanword_is_marked_whole_and_told_as_another_romanisation_would_be() -> None:
    ((_, left, right),) = compared("ja", "アバディ首相は発表した。", "アバーディ首相は発表した。")
    assert (left, right) == ("アバディ", "アバーディ")


@pytest.mark.parametrize(
    ("language", "one", "other", "marks"),
    [
        ("zh", "约1500名武装分子被俘。", "约2000名武装分子被俘。", ("1500", "2000")),
        ("fr", "quelque 1.500 combattants", "quelque 2.000 combattants", ("1.500", "2.000")),
        ("de", "Mindestens 35 Prozent flohen", "Mindestens 40 Prozent flohen", ("35", "40")),
        ("ar", "قتل ١٥٠٠ مسلح", "قتل ٢٠٠٠ مسلح", ("١٥٠٠", "٢٠٠٠")),
    ],
)
def test_a_changed_figure_is_a_number_in_every_language(
    language: str, one: str, other: str, marks: tuple[str, str]
) -> None:
    ((kind, left, right),) = compared(language, one, other)
    assert kind == "number"
    assert (left, right) == marks


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "Ils sont mille cinq cents.", "Ils sont 1.500."),
        ("de", "Es sind fünfzehnhundert.", "Es sind 1.500."),
        ("en", "Some fifteen hundred men left; two dozen stayed.", "Some 1,500 men left; 24 stayed."),
    ],
)
def test_one_figure_in_words_and_in_digits_is_no_other_number(language: str, one: str, other: str) -> None:
    assert {kind for kind, _, _ in compared(language, one, other)} <= {"spelling"}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("fr", "vendredi", "samedi"), ("de", "am Freitag", "am Samstag"), ("es", "el viernes", "el sábado")],
)
def test_another_weekday_is_another_date(language: str, one: str, other: str) -> None:
    ((kind, *_),) = compared(language, f"X {one}.", f"X {other}.")
    assert kind == "datetime"


@pytest.mark.parametrize(
    ("one", "other"),
    [("الحكومة", "الحـكومة"), ("أعلنَ الجيش", "أعلن الجيش"), ("١٥٠٠ مسلح", "1500 مسلح"), ("１５００人", "1500人")],
)
def test_points_tatweel_and_digits_of_another_script_are_typography(one: str, other: str) -> None:
    assert {kind for kind, _, _ in compared("ar", one, other)} == {"typography"}


def test_a_point_of_an_abbreviation_begins_no_sentence(differ: Differ) -> None:
    (inside,) = differ("They met Maj. Orne there.", "They met Maj. orne there.")
    assert "start of a sentence" not in inside.why


@pytest.mark.parametrize(("one", "other"), [("أعلن أحمد", "أعلن احمد"), ("إلى القائم", "الى القائم")])
def test_an_alef_without_its_hamza_is_spelling(one: str, other: str) -> None:
    assert {kind for kind, _, _ in compared("ar", one, other)} == {"spelling"}


def test_ideographs_that_sound_alike_are_no_spelling_of_each_other() -> None:
    assert {kind for kind, _, _ in compared("zh", "他说", "她说")} == {"wording"}
