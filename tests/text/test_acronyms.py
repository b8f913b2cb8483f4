import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.text.acronyms import definitions, initials, is_acronym, letters_of


def learnt(text: str) -> list[tuple[str, str]]:
    return [(found.acronym, text[found.start : found.end]) for found in definitions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Syrian Democratic Forces (SDF) said", [("SDF", "Syrian Democratic Forces")]),
        ("the SDF (Syrian Democratic Forces) said", [("SDF", "Syrian Democratic Forces")]),
        ("the Ministry of Defence (MoD) said", [("MoD", "Ministry of Defence")]),
        (
            "the “Popular Front for the Liberation of Oman” (PFLO)",
            [("PFLO", "Popular Front for the Liberation of Oman")],
        ),
        ("a Counter-Terrorism Service (CTS) unit", [("CTS", "Counter-Terrorism Service")]),
        ("the Hayat Tahrir al-Sham (HTS) group", [("HTS", "Hayat Tahrir al-Sham")]),
        ("Médecins Sans Frontières (MSF)", [("MSF", "Médecins Sans Frontières")]),
        (
            "U.S. forces of the North Atlantic Treaty Organisation [NATO]",
            [("NATO", "North Atlantic Treaty Organisation")],
        ),
        (
            "The Long Name Board (LNB) and the Other Name Council (ONC)",
            [("LNB", "Long Name Board"), ("ONC", "Other Name Council")],
        ),
    ],
)
def test_an_acronym_in_parentheses_is_learnt_with_its_long_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert learnt(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel (CDU) spoke",
        "The town fell. Syrian Defence (SDF)",
        "some small democratic forces (SDF)",
        "in the north (AFP)",
        "Ryan (R) and Berthet (L)",
        "(SDF)",
        "unclosed Syrian Democratic Forces (SDF",
        "Forces, Syrian and Democratic (FSD",
        "he left (see Other Name Council)",
        "Syrian Democratic, Forces (SDF)",
    ],
)
def test_what_does_not_spell_the_acronym_is_not_its_long_name(text: str) -> None:
    assert learnt(text) == []


@pytest.mark.parametrize("text", ["SDF", "MoD", "U.N.", "NGOs", "G7A"[:1] + "CC"])
def test_two_capitals_at_either_end_make_an_acronym(text: str) -> None:
    assert is_acronym(text)


@pytest.mark.parametrize("text", ["Sdf", "S", "McDonald", "Syria", "NORTHATLANTIC", "al-Q"])
def test_other_words_are_no_acronyms(text: str) -> None:
    assert not is_acronym(text)


def test_points_and_plurals_do_not_count_in_an_acronym() -> None:
    assert letters_of("U.N.") == letters_of("UN") == "un"
    assert letters_of("NGOs") == letters_of("NGO")


def test_initials_are_taken_with_and_without_small_words() -> None:
    assert initials(("ministry", "of", "defence")) == {"mod", "md"}


words = st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=1).flatmap(
    lambda first: st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=7).map(lambda rest: first + rest)
)


@given(st.lists(words, min_size=2, max_size=6))
def test_any_name_is_found_before_its_own_initials(name: list[str]) -> None:
    long, acronym = " ".join(name), "".join(word[0] for word in name)
    found = learnt(f"they met the {long} ({acronym}) on the day")
    assert len(found) == 1
    assert found[0][0] == acronym
    assert long.endswith(found[0][1])
    assert "".join(word[0] for word in found[0][1].split()) == acronym


@given(st.text(alphabet="Aa()[]. -'“”\nBC", max_size=80))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for found in definitions(text):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip() == text[found.start : found.end]
