"""Figures and dates as French, German, Spanish and Arabic reports write them."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.text import TokenType, dates, quantities, quotations, tokens
from wirediff.text.lexicon import lexicon
from wirediff.text.number_words import number_words

PUBLISHED = date(2017, 11, 4)  # a Saturday
INF = math.inf


@pytest.mark.parametrize(
    ("language", "text", "span", "low", "high", "unit"),
    [
        ("fr", "quelque 1 500 combattants", "quelque 1 500", 1350, 1650, ""),
        ("fr", "soit 35 % des sièges", "35 %", 35, 35, "%"),
        ("fr", "soit 2,5 millions de dollars", "2,5 millions", 2.5e6, 2.5e6, ""),
        ("fr", "quatre-vingt-dix-sept morts", "quatre-vingt-dix-sept", 97, 97, ""),
        ("fr", "soixante et onze blessés", "soixante et onze", 71, 71, ""),
        ("fr", "vingt et un soldats", "vingt et un", 21, 21, ""),
        ("fr", "plus de deux mille familles", "plus de deux mille", 2000, INF, ""),
        ("fr", "des dizaines de milliers de civils", "des dizaines de milliers", 20_000, 99_999, ""),
        ("de", "rund 1.500 Kämpfer", "rund 1.500", 1350, 1650, ""),
        ("de", "Fünfzehnhundert Kämpfer", "Fünfzehnhundert", 1500, 1500, ""),
        ("de", "dreihundertfünfundsechzig Tage", "dreihundertfünfundsechzig", 365, 365, ""),
        ("de", "2,5 Millionen Euro", "2,5 Millionen Euro", 2.5e6, 2.5e6, "€"),
        ("de", "zwischen 5 und 10 Prozent", "zwischen 5 und 10 Prozent", 5, 10, "%"),
        ("de", "zwei Dutzend Häuser", "zwei Dutzend", 24, 24, ""),
        ("es", "unos 1.500 combatientes", "unos 1.500", 1350, 1650, ""),
        ("es", "treinta y cinco muertos", "treinta y cinco", 35, 35, ""),
        ("es", "dos mil quinientos soldados", "dos mil quinientos", 2500, 2500, ""),
        ("es", "mil millones de euros", "mil millones", 1e9, 1e9, ""),
        ("es", "el 35,5 por ciento", "35,5 por ciento", 35.5, 35.5, "%"),
        ("es", "decenas de miles de personas", "decenas de miles", 20_000, 99_999, ""),
        ("ar", "نحو ١٬٥٠٠ مسلح", "نحو ١٬٥٠٠", 1350, 1650, ""),
        ("ar", "خمسة وعشرون جنديا", "خمسة وعشرون", 25, 25, ""),
        ("ar", "٣٥٪ من السكان", "٣٥٪", 35, 35, "%"),
        ("ar", "أكثر من ثلاثة آلاف شخص", "أكثر من ثلاثة آلاف", 3000, INF, ""),
        ("el", "περίπου 1.500 μαχητές", "1.500", 1500, 1500, ""),
        ("zh", "約1500名士兵", "1500", 1500, 1500, ""),
        ("ko", "약 1500명", "1500", 1500, 1500, ""),
        ("hi", "लगभग १५०० लोग", "१५००", 1500, 1500, ""),
        ("ja", "１，５００人", "１，５００", 1500, 1500, ""),
        ("pt-BR", "1.500 pessoas", "1.500", 1500, 1500, ""),
        ("tlh", "1,500 people", "1,500", 1500, 1500, ""),
    ],
)
def test_a_figure_is_read_as_its_language_writes_it(
    language: str, text: str, span: str, low: float, high: float, unit: str
) -> None:
    (quantity,) = quantities(text, language=language)
    assert quantity.text == span
    assert (quantity.low, quantity.high, quantity.unit) == (pytest.approx(low), pytest.approx(high), unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "une ville en un jour"), ("de", "eine Stadt, ein Dorf, Achtung"), ("es", "una ciudad y un río")],
)
def test_an_article_counts_nothing(language: str, text: str) -> None:
    assert quantities(text, language=language) == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "vendredi 3 novembre 2017", [("vendredi 3 novembre 2017", "2017-11-03")]),
        ("fr", "le 1er mars, depuis hier", [("1er mars", "2017-03-01"), ("hier", "2017-11-03")]),
        ("fr", "vendredi dernier à 14h30", [("vendredi dernier", "2017-11-03"), ("14h30", None)]),
        ("fr", "sept hommes en 2015", [("2015", "2015-01-01")]),
        ("de", "am Freitag, dem 3. November", [("Freitag, dem 3. November", "2017-11-03")]),
        ("de", "Freitagabend um 14.30 Uhr", [("Freitagabend", "2017-11-03"), ("14.30 Uhr", None)]),
        ("de", "am 3.11.2017 und gestern", [("3.11.2017", "2017-11-03"), ("gestern", "2017-11-03")]),
        ("de", "im Jahr 2015 kamen 2000 Menschen", [("2015", "2015-01-01")]),
        ("es", "el viernes 3 de noviembre de 2017", [("viernes 3 de noviembre de 2017", "2017-11-03")]),
        ("es", "el viernes pasado y ayer", [("viernes pasado", "2017-11-03"), ("ayer", "2017-11-03")]),
        ("es", "el 3/11/2017", [("3/11/2017", "2017-11-03")]),
        ("ar", "يوم الجمعة ٣ نوفمبر ٢٠١٧", [("الجمعة ٣ نوفمبر ٢٠١٧", "2017-11-03")]),
        ("ar", "في تشرين الثاني", [("تشرين الثاني", "2017-11-01")]),
    ],
)
def test_a_date_is_read_as_its_language_writes_it(
    language: str, text: str, found: list[tuple[str, str | None]]
) -> None:
    made = [(mention.text, mention.first and mention.first.isoformat()) for mention in dates(text, PUBLISHED, language)]
    assert made == found


@given(st.sampled_from(["fr", "de", "es", "ar"]), st.integers(1, 10**9))
def test_thousands_are_read_with_and_without_their_marks(language: str, number: int) -> None:
    mark = "." if language != "ar" else "٬"
    (plain,) = quantities(f": {number}\u00a0", language=language)
    (grouped,) = quantities(f": {number:,}".replace(",", mark), language=language)
    assert plain.low == grouped.low == number


@given(st.text("zweihundertundfünfzig tausend, 1.500 %deux centsvingt-quatre mil ومئةألف", max_size=60))
def test_in_every_language_quantities_are_in_order_and_give_their_own_text(text: str) -> None:
    for language in ("de", "fr", "es", "ar"):
        place = 0
        for quantity in quantities(text, language=language):
            assert place <= quantity.start < quantity.end
            assert text[quantity.start : quantity.end] == quantity.text
            assert quantity.low <= quantity.high
            place = quantity.end


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "ar"])
def test_every_language_that_has_word_lists_has_numbers_and_dates_too(language: str) -> None:
    lists, numbers = lexicon(language), number_words(language)
    assert lists.language == language
    assert lists.function_words
    assert lists.reporting_verbs
    assert numbers.units
    assert numbers.scales
    assert [mention.precision for mention in dates("2017-11-03", None, language)] == ["day"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("l'Irak d’hier qu'il", ["l'", "Irak", "d’", "hier", "qu'", "il"]),
        ("aujourd'hui à N'Djamena, O'Brien", ["aujourd'hui", "à", "N'Djamena", "O'Brien"]),
        ("dell'esercito, l'altra; y'all're", ["dell'", "esercito", "l'", "altra", "y'all", "'re"]),
        ("don't she'd d'", ["don", "'t", "she", "'d", "d"]),
    ],
)
def test_an_article_that_lost_its_vowel_is_a_word_of_its_own(text: str, cut: list[str]) -> None:
    assert [token.text for token in tokens(text) if token.type is not TokenType.MARK] == cut


@pytest.mark.parametrize(
    "text",
    ["« la dernière grande bataille »", "„die letzte große Schlacht“", "«la última gran batalla»", "「最後の戦い」"],
)
def test_quotation_marks_of_other_languages_quote(text: str) -> None:
    (quotation,) = quotations(f"{text}, x")
    assert text[quotation.inner_start : quotation.inner_end].strip(" \u00a0") == text[1:-1].strip(" \u00a0")
