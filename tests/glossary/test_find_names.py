import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wirediff.glossary import Alias, Charged, Entity, Glossary, builtin
from wirediff.glossary.schema import written_out
from wirediff.text import fold_name

DESK = Glossary(
    entities=(
        Entity("Islamic State", "group", aliases=("IS", "ISIS", Alias("Daesh", ("Da'esh", "Daech")))),
        Entity("United States", "place", aliases=("US", "America")),
        Entity("Syrian Democratic Forces", "force", aliases=("SDF",)),
        Entity("al-Qaim", "place", spellings=("Qaim", "al-Ka'im")),
        Entity("Peshmerga", "force", spellings=("peshmerga", "pesh merga")),
        Entity("NATO", "office", spellings=("Nato",)),
        Entity("Hama", "place", spellings=("Hamah",)),
        Entity("Hamas", "group"),
        Entity("Fatah", "group"),
        Entity("Turkey", "place", aliases=("Türkiye",)),
        Entity("Sadr City", "place"),
        Entity("Bashar al-Assad", "person", aliases=(Alias("Assad", ("al-Assad", "Asad")),)),
        Entity("Moqtada al-Sadr", "person", aliases=(Alias("Sadr", ("al-Sadr",)),)),
        Entity("People's Liberation Army", "force", aliases=("PLA",)),
        Entity("Syrian Observatory for Human Rights", "office", aliases=("Observatory",)),
    ),
    charged=(
        Charged(
            "regime", ("regimes",), "the government is not legitimate", unless=("regime change", "tax|visa regime")
        ),
        Charged("jihadist", ("jihadists",)),
        Charged("liberate", ("liberated", "liberation")),
    ),
)


def named(text, glossary=DESK):
    return [(text[mention.start : mention.end], mention.entity) for mention in glossary.mentions(text)]


def entities(text, glossary=DESK):
    return [mention.entity for mention in glossary.mentions(text)]


def test_a_mention_says_which_name_and_which_spelling_it_is():
    first, second, third = DESK.mentions("Daesh, Da'esh and ISIS")
    assert (first.entity, first.alias, first.form) == ("Islamic State", "Daesh", "Daesh")
    assert (second.entity, second.alias, second.form) == ("Islamic State", "Daesh", "Da'esh")
    assert (third.entity, third.alias, third.form) == ("Islamic State", "ISIS", "ISIS")


def test_the_longest_name_wins():
    assert named("Sadr City and Sadr") == [("Sadr City", "Sadr City"), ("Sadr", "Moqtada al-Sadr")]
    assert named("Hamas in Hama") == [("Hamas", "Hamas"), ("Hama", "Hama")]


def test_case_is_no_spelling_and_hyphens_are_blanks():
    forms = {mention.form for mention in DESK.mentions("al-Qaim Al-Qaim AL-QAIM al Qaim")}
    assert forms == {"al-Qaim"}
    assert {mention.form for mention in DESK.mentions("NATO Nato Peshmerga peshmerga")} == {"NATO", "Peshmerga"}


@pytest.mark.parametrize("text", ["is this", "Is this", "join us", "Us and them", "sdf", "Sdf"])
def test_an_acronym_is_matched_in_capitals_only(text):
    assert named(text) == []


def test_a_short_name_with_a_capital_inside_is_an_acronym_too():
    glossary = Glossary(entities=(Entity("Lashkar-e-Taiba", aliases=("LeT",)),))
    assert named("Let LeT be", glossary) == [("LeT", "Lashkar-e-Taiba")]


def test_the_points_of_an_acronym_do_not_count():
    assert named("a U.S. ally, the U.S.-led force") == [("U.S.", "United States"), ("U.S.", "United States")]


@pytest.mark.parametrize("headline", ["IS THIS THE END", "TAKE US HOME TODAY", "WHAT IS NEXT FOR SYRIA"])
def test_a_little_word_in_a_headline_of_capitals_is_no_acronym(headline):
    assert named(headline) == []


def test_an_acronym_that_is_no_word_is_found_in_a_headline_of_capitals():
    assert named("SDF FIGHTERS TAKE TOWN") == [("SDF", "Syrian Democratic Forces")]
    assert entities("IS fighters flee") == ["Islamic State"]
    assert entities("IS") == ["Islamic State"]


def test_a_proper_name_all_in_lower_case_is_a_common_word():
    assert named("roast turkey in Turkey") == [("Turkey", "Turkey")]


def test_a_name_is_found_in_a_compound_and_without_its_possessive():
    assert named("US-led") == [("US", "United States")]
    assert named("anti-IS forces, pro-Assad forces") == [("IS", "Islamic State"), ("Assad", "Bashar al-Assad")]
    assert named("ISIS's men, ISIS’ men, Assad’s") == [
        ("ISIS", "Islamic State"),
        ("ISIS", "Islamic State"),
        ("Assad", "Bashar al-Assad"),
    ]


def test_accents_and_glyphs_do_not_hide_a_name():
    assert entities("Turkiye, Türkiye, TÜRKIYE") == ["Turkey"] * 3
    assert entities("al‑Qaim al-Ka‘im Da’esh") == ["al-Qaim", "al-Qaim", "Islamic State"]


def test_a_mark_between_the_words_of_a_name_parts_them():
    assert named("Islamic. State") == []
    assert named("Islamic (State)") == []


@pytest.mark.parametrize(
    "text",
    ["Maher al-Assad", "Rifaat Assad", "On Sunday Maher al-Assad came", "Ahmed al-Sadr", "a letter by Hafez el-Assad"],
)
def test_a_surname_after_another_first_name_is_somebody_else(text):
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "President Assad",
        "Syrian President Assad",
        "But Assad said",
        "On Friday Assad said",
        "the ally of Assad",
        "Syria's Assad",
        "Says Assad",
        "Moscow Backs Assad Over Rebels",
        "MOSCOW BACKS ASSAD",
        "in Moscow. Assad said",
        "Moscow (Assad's ally)",
    ],
)
def test_a_surname_after_a_title_or_an_opening_word_is_the_person(text):
    assert "Bashar al-Assad" in entities(text)


def test_a_word_that_is_a_part_of_a_personal_name_is_no_group():
    assert named("Abdel Fatah Younes, Abu Fatah") == []
    assert entities("Fatah and Hamas") == ["Fatah", "Hamas"]


def test_a_last_word_of_a_body_stands_for_it_but_not_inside_another_name():
    assert entities("the Observatory said") == ["Syrian Observatory for Human Rights"]
    assert named("the European Southern Observatory") == []


def test_a_charged_term_is_found_with_what_it_says():
    (use,) = DESK.charged_in("The Regime’s men")
    assert (use.start, use.end, use.term, use.says) == (4, 10, "regime", "the government is not legitimate")
    assert [use.term for use in DESK.charged_in("regime-held, jihadist-held")] == ["regime", "jihadist"]


def test_a_charged_term_does_not_count_in_its_exceptions_nor_inside_a_name():
    assert DESK.charged_in("regime change and the visa regime") == []
    assert DESK.charged_in("the People’s Liberation Army") == []
    assert [use.term for use in DESK.charged_in("the army’s liberation")] == ["liberate"]


@pytest.mark.parametrize("text", ["", " ", "...", "'’s", "-", "--", "’", "al-", "\x00", "\ud800", "٣", "IS\u200b"])
def test_odd_texts_are_searched_without_fault(text):
    for mention in DESK.mentions(text):
        assert text[mention.start : mention.end].startswith(mention.form)
    assert DESK.charged_in(text) == []


LISTED = {
    (entity.name, alias.text): alias.forms
    for entity in (*DESK.entities, *builtin().entities)
    for alias in entity.names()
}
FORMS = sorted({form for forms in LISTED.values() for form in forms})
SCRAPS = st.one_of(
    st.sampled_from(FORMS),
    st.sampled_from(["the", "Iraqi", "said", "President", "-", "’s", "'s", ",", ". ", "(", "\n", "‑", "al-", "bin"]),
    st.text(max_size=4),
    st.text(string.ascii_letters, max_size=6),
)
TEXTS = st.lists(SCRAPS, max_size=12).flatmap(
    lambda scraps: st.sampled_from(["", " "]).map(lambda gap: gap.join(scraps))
)


@given(TEXTS)
@example("US-led U.S.-led anti-IS")
def test_mentions_are_in_order_apart_and_each_stands_for_a_listed_form(text):
    for glossary in (DESK, builtin()):
        end = 0
        for mention in glossary.mentions(text):
            assert end <= mention.start < mention.end <= len(text)
            end = mention.end
            assert mention.form in LISTED[mention.entity, mention.alias]
            assert fold_name(text[mention.start : mention.end]) == fold_name(mention.form)


@given(TEXTS)
def test_charged_uses_are_in_order_apart_and_never_inside_a_name(text):
    named_parts = [(mention.start, mention.end) for mention in builtin().mentions(text)]
    forms = {term.term: {fold_name(form) for form in term.all_forms} for term in builtin().charged}
    end = 0
    for use in builtin().charged_in(text):
        assert end <= use.start < use.end <= len(text)
        end = use.end
        assert fold_name(text[use.start : use.end]) in forms[use.term]
        assert not any(start <= use.start and use.end <= stop for start, stop in named_parts)


@given(st.lists(st.lists(st.text("ab", min_size=1, max_size=2), min_size=1, max_size=3), min_size=1, max_size=4))
def test_an_entry_with_alternatives_stands_for_every_combination(choices):
    forms = written_out(" ".join(map("|".join, choices)))
    for pick in (0, -1):
        assert " ".join(choice[pick] for choice in choices) in forms
    assert all(len(form.split()) == len(choices) for form in forms)
