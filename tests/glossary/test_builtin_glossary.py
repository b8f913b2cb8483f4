"""What the shipped glossaries say: the data itself, whatever the code that looks it up."""

from collections import defaultdict

import pytest

from wirediff.glossary import builtin
from wirediff.text import fold_name, words
from wirediff.text.lexicon import lexicon


def entity_of(name):
    """The one entity that stands for the whole of a name."""
    (mention,) = builtin().mentions(name)
    assert (mention.start, mention.end) == (0, len(name))
    return mention.entity


def key(form):
    """What look-up compares: the words without case, accents and hyphens, and the capitals of an acronym."""
    return tuple(fold_name(part) for word in words(form) for part in word.text.split("-")), form.isupper()


def test_no_two_entities_claim_one_form():
    owners = defaultdict(set)
    for entity in builtin().entities:
        for alias in entity.names():
            for form in alias.forms:
                owners[key(form)].add(entity.name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_no_form_is_listed_under_two_names_of_one_entity():
    for entity in builtin().entities:
        names = defaultdict(set)
        for alias in entity.names():
            for form in alias.forms:
                names[key(form)].add(alias.text)
        assert {form: aliases for form, aliases in names.items() if len(aliases) > 1} == {}, entity.name


def test_no_form_is_listed_under_two_charged_terms():
    owners = defaultdict(set)
    for term in builtin().charged:
        for form in term.all_forms:
            owners[key(form)].add(term.term)
    assert {form: terms for form, terms in owners.items() if len(terms) > 1} == {}


def test_every_listed_form_is_found_again_as_its_own_entity():
    lost = []
    for entity in builtin().entities:
        for alias in entity.names():
            for form in alias.forms:
                found = [(m.entity, m.start, m.end) for m in builtin().mentions(form)]
                if found != [(entity.name, 0, len(form))]:
                    lost.append((form, found))
    assert lost == []


def test_every_charged_form_is_found_and_says_something():
    for term in builtin().charged:
        assert term.says
        assert term.says[0].islower()
        assert not term.says.endswith(".")
        for form in term.all_forms:
            assert [use.term for use in builtin().charged_in(form)] == [term.term], form
        for phrase in term.all_exceptions:
            assert builtin().charged_in(phrase) == [], phrase


def test_no_name_starts_with_an_article_of_english():
    for entity in builtin().entities:
        for alias in entity.names():
            assert not alias.text.startswith("the ")


def test_no_name_is_a_single_everyday_word_of_english():
    everyday = lexicon().function_words | set(lexicon().offices) | set(lexicon().ranks) | set(lexicon().calendar)
    everyday |= lexicon().generic_nouns | set(lexicon().reporting_verbs)
    for entity in builtin().entities:
        for alias in entity.names():
            for form in alias.forms:
                assert form.isupper() or form.casefold() not in everyday, form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Karabla", "Karbala"),
        ("Hama", "Hamas"),
        ("Sanaa", "SANA"),
        ("al-Nusra Front", "Hayat Tahrir al-Sham"),
        ("Islamic State", "Islamic State in Khorasan"),
        ("al-Qaeda", "al-Qaeda in the Arabian Peninsula"),
        ("Hezbollah", "Kataib Hezbollah"),
        ("Bashar al-Assad", "Hafez al-Assad"),
        ("Masoud Barzani", "Nechirvan Barzani"),
        ("Daraa", "Daraya"),
        ("North Korea", "South Korea"),
        ("American", "Latin American"),
        ("Persian Gulf", "Gulf of Aden"),
        ("Democratic Republic of Congo", "Republic of Congo"),
        ("Kurdistan Democratic Party", "Kurdistan Workers' Party"),
    ],
)
def test_names_that_look_alike_but_are_not_the_same_stay_apart(one, other):
    assert entity_of(one) != entity_of(other)


@pytest.mark.parametrize(
    "names",
    [
        ["IS", "ISIS", "ISIL", "Daesh", "Da’esh", "Islamic State of Iraq and the Levant", "Islamic State group"],
        ["Hashed al-Shaabi", "Hashd al-Shaabi", "Hashed", "PMF", "Popular Mobilization Units"],
        ["Moamer Kadhafi", "Muammar Gaddafi", "Muammar Qaddafi", "Moammar Gadhafi", "Gaddafi", "Kadhafi"],
        ["Deir Ezzor", "Deir ez-Zor", "Deir al-Zor", "Dayr az-Zawr", "Deir al-Zour", "Deir Ezzour"],
        ["Kobane", "Kobani", "Ain al-Arab"],
        ["United States", "US", "U.S.", "USA"],
        ["Ivory Coast", "Côte d'Ivoire", "Cote d’Ivoire"],
        ["Doctors Without Borders", "MSF", "Médecins Sans Frontières"],
        ["Kyiv", "Kiev"],
        ["Recep Tayyip Erdogan", "Erdoğan"],
        ["Mohammed bin Salman", "Mohamed bin Salman", "MBS"],
    ],
)
def test_the_names_of_one_entity_are_one(names):
    assert len({entity_of(name) for name in names}) == 1


def test_another_romanisation_keeps_the_alias_and_another_name_changes_it():
    def alias_of(name):
        return builtin().mentions(name)[0].alias

    assert alias_of("al-Abadi") == alias_of("al-Abbadi") == alias_of("Abadi")
    assert alias_of("Haider al-Abadi") == alias_of("Haidar al-Abbadi") != alias_of("Abadi")
    assert alias_of("IS") != alias_of("ISIS") != alias_of("Daesh") == alias_of("Daech")
    assert alias_of("Kobane") == alias_of("Kobani") != alias_of("Ain al-Arab")


@pytest.mark.parametrize(
    "sentence",
    [
        "It is up to us who can hit the road.",
        "The turkey was a chilli con carne, said who else.",
        "A tax regime change and a visa regime for the sanctions regime.",
        "The counter-terrorism squad and the riot police.",
        "The Counter Terrorism Service and the Palestine Liberation Organisation.",
        "Antibiotic resistance is a moderate risk, and the peace settlement was final.",
    ],
)
def test_everyday_sentences_hold_no_charged_term(sentence):
    assert builtin().charged_in(sentence) == []


def test_no_form_begins_or_ends_with_a_mark_which_would_be_a_quotation_mark_of_the_text():
    for entity in builtin().entities:
        for alias in entity.names():
            for form in alias.forms:
                assert form[0].isalnum(), form
                assert form[-1].isalnum(), form
