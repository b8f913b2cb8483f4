"""The language of a report: what a sentence or two are told by, and what the other versions of a story settle."""

import pytest

from wirediff.read.fields.language import language, of_story

LONG = "Les forces irakiennes ont annoncé vendredi avoir repris le poste-frontière avec la Syrie aux jihadistes."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le maire a refusé de partir.", "fr"),
        ("Quatre blessés dans un incendie à Nantes.", "fr"),
        ("El alcalde llegó el viernes a Sevilla.", "es"),
        ("La policía detuvo a dos hombres.", "es"),
        ("Vier Verletzte bei Brand in Köln.", "de"),
        ("Viele Helfer wurden verletzt.", "de"),
        ("زار الوزير المدينة يوم الخميس.", "ar"),
        ("The mayor of Lyon resigned on Friday.", "en"),
        ("Il presidente ha detto che non si dimette.", "it"),
        ("O presidente disse que não vai sair.", "pt"),
    ],
)
def test_a_single_sentence_tells_its_language(text: str, code: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Arsenal 2-1 Chelsea",
        "Deby, Suarez, Merkel",
        "Córdoba 1-0 Málaga",
        "Lima",
        "Ursula von der Leyen met Zelensky",
        "Von der Leyen visits Kyiv",
        "Rio de Janeiro votes",
    ],
)
def test_names_and_figures_alone_tell_no_language(text: str) -> None:
    assert language(text) is None


def test_a_version_of_unknown_language_is_in_that_of_its_story() -> None:
    assert of_story([("fr", LONG), (None, "Dupont 2, Durand 1")]) == ("fr", "fr")


def test_a_few_words_that_tell_another_language_yield_to_a_version_that_is_long_enough_to_be_sure() -> None:
    assert of_story([("es", "La mesa"), ("fr", LONG)]) == ("fr", "fr")


def test_versions_that_are_long_in_two_languages_keep_both() -> None:
    german = "Die Armee ist nach eigenen Angaben in die Stadt vorgerückt, und das sei ein Erfolg, sagte der Sprecher."
    assert of_story([("de", german), ("fr", LONG), (None, "Lima")]) == ("de", "fr", None)
