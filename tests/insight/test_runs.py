import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.insight.runs import Casing, name_words, runs
from wirediff.text.lexicon import lexicon

ENGLISH = lexicon("en")


def named(text: str, *others: str) -> list[str]:
    return [text[run.start : run.end] for run in runs(text, Casing([text, *others]), ENGLISH)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Jane Doe of the Red Cross in Springfield.", ["Jane Doe of the Red Cross", "Springfield"]),
        ("Troops entered Springfield on Friday.", ["Springfield"]),
        ("It said Maj. Gen. John Roe and Prime Minister Ada Poe met.", ["John Roe", "Ada Poe"]),
        ("They left the towns of al-Foo, Bar and el-Baz.", ["al-Foo", "Bar", "el-Baz"]),
        ("the envoy Stefan de Mistra said", ["Stefan de Mistra"]),
        ("a man called George W. Shrub left", ["George W. Shrub"]),
        ("an ABC-led and anti-XYZ force, US-backed", ["ABC", "XYZ", "US"]),
        ("the Springfield's Road Works office", ["Springfield", "Road Works"]),
        ("the novelist Larry King wrote", ["Larry King"]),
        ("on Monday in May the Monday Club met", ["Club"]),
    ],
)
def test_names_are_runs_of_capitalised_words(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_a_word_that_only_opens_sentences_is_no_name_unless_others_write_it_so() -> None:
    assert named("Rebels entered. Springfield fell.", "the rebels saw Springfield") == ["Springfield"]
    assert named("Springfield fell.") == []


def test_capitals_say_nothing_in_a_headline_in_title_case() -> None:
    assert named("Troops Enter Eastern Springfield After Heavy Fighting") == []


def test_a_title_or_a_reporting_verb_speaks_for_a_person_and_an_article_against() -> None:
    text = "the spokesman John Roe left, Ada Poe said, and the Road Board agreed"
    found = runs(text, Casing([text]), ENGLISH)
    assert [(text[run.start : run.end], run.person, run.thing) for run in found] == [
        ("John Roe", True, False),
        ("Ada Poe", True, False),
        ("Road Board", True, True),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("al-Foo", "Foo"), ("Nu'man", "Numan"), ("José", "JOSE"), ("Ain al-Arab", "Ain Arab"), ("el Baz", "Baz")],
)
def test_articles_accents_and_case_do_not_count_in_names(one: str, other: str) -> None:
    assert name_words(one) == name_words(other)


@given(st.text(alphabet="Aab .,-'’“”:\n123é", max_size=120))
def test_runs_are_trimmed_in_order_and_hold_a_capital(text: str) -> None:
    found = runs(text, Casing([text]), ENGLISH)
    assert found == sorted(found)
    for run in found:
        assert text[run.start : run.end] == text[run.start : run.end].strip() != ""
        assert any(char.isupper() for char in text[run.start : run.end])
