from itertools import pairwise

import pytest

from wirediff.text import words
from wirediff.text.lexicon import inflections, lexicon, phrase, spelling_twins

LISTS = (
    "function_words",
    "reporting_verbs",
    "negations",
    "modals",
    "hedges",
    "scope",
    "degree",
    "ranks",
    "offices",
    "honorifics",
    "calendar",
    "name_particles",
    "kinship_particles",
)


def are_twins(one, other):
    twins = spelling_twins()
    return one in twins and other in twins and twins[one] == twins[other]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Maj. Gen.", "maj gen"),
        ("Lt.  Col.", "lt col"),
        ("According to", "according to"),
        ("didn’t", "didn 't"),
        ("secretary‑general", "secretary-general"),
        ("", ""),
        ("...", ""),
    ],
)
def test_a_phrase_is_the_keys_of_its_words_without_points(text, form):
    assert phrase(text) == form


@pytest.mark.parametrize("name", LISTS)
def test_every_form_of_every_list_can_be_met_in_a_text(name):
    for form in getattr(lexicon(), name):
        assert form
        assert phrase(form.upper().replace(" '", "'")) == form  # "didn 't" is "didn't", cut where tokens are cut
        assert len(form.split()) <= lexicon().longest


def test_the_longest_form_has_as_many_words_as_is_said():
    assert max(len(form.split()) for name in LISTS for form in getattr(lexicon(), name)) == lexicon().longest


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("saying", "say"),
        ("told", "tell"),
        ("denies", "deny"),
        ("declared", "declare"),
        ("vowing", "vow"),
        ("admitted", "admit"),
        ("stressed", "stress"),
        ("according to", "according to"),
    ],
)
def test_every_form_of_a_reporting_verb_leads_to_the_verb(form, lemma):
    assert lexicon().reporting_verbs[form] == lemma


@pytest.mark.parametrize("form", ["sayed", "telled", "admited", "denyed", "speaked", "forecasteds"])
def test_no_form_is_made_up_for_an_irregular_verb(form):
    assert form not in lexicon().reporting_verbs


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("add", ("adds", "added", "adding")),
        ("note", ("notes", "noted", "noting")),
        ("reply", ("replies", "replied", "replying")),
        ("say", ("says", "sayed", "saying")),
        ("stress", ("stresses", "stressed", "stressing")),
        ("agree", ("agrees", "agreed", "agreeing")),
        ("reveal", ("reveals", "revealed", "revealing")),
    ],
)
def test_a_verb_is_inflected_by_its_ending(verb, forms):
    assert inflections(verb) == forms


@pytest.mark.parametrize(
    ("abbreviated", "full"),
    [
        ("Maj. Gen.", "Major General"),
        ("Lt. Gen.", "Lieutenant General"),
        ("Brig. Gen.", "Brigadier General"),
        ("Lt. Col.", "Lieutenant Colonel"),
        ("Col.", "Colonel"),
        ("Capt.", "Captain"),
        ("Sgt.", "Sergeant"),
        ("Staff Maj. Gen.", "Staff Major General"),
        ("Major-General", "Major General"),
    ],
)
def test_an_abbreviated_rank_is_the_rank(abbreviated, full):
    ranks = lexicon().ranks
    assert ranks[phrase(abbreviated)] == ranks[phrase(full)] == phrase(full)


def test_ranks_that_differ_stay_apart():
    ladder = ["Lt.", "Capt.", "Maj.", "Lt. Col.", "Col.", "Brig. Gen.", "Maj. Gen.", "Lt. Gen.", "Gen."]
    ladder += ["Staff Maj. Gen.", "Staff Col."]
    assert len({lexicon().ranks[phrase(rank)] for rank in ladder}) == len(ladder)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("spokesman", "spokeswoman"),
        ("chairman", "chairwoman"),
        ("premier", "prime minister"),
        ("secretary general", "secretary-general"),
        ("adviser", "advisors"),
        ("minister of defence", "defense minister"),
        ("CEO", "chief executive"),
    ],
)
def test_forms_of_one_office_have_one_headword(one, other):
    assert lexicon().offices[phrase(one)] == lexicon().offices[phrase(other)]


def test_offices_that_differ_stay_apart():
    offices = [
        "president",
        "vice president",
        "prime minister",
        "minister",
        "foreign minister",
        "governor",
        "king",
        "emir",
    ]
    assert len({lexicon().offices[office] for office in offices}) == len(offices)


@pytest.mark.parametrize("noun", ["report", "reports", "claim", "posts", "state", "comments"])
def test_a_form_that_is_a_noun_as_well_does_not_report(noun):
    assert noun not in lexicon().reporting_verbs


@pytest.mark.parametrize("form", ["reported", "claimed", "posted", "stated", "commenting", "urges", "vows", "adds"])
def test_a_form_that_is_a_verb_only_reports(form):
    assert form in lexicon().reporting_verbs


def test_a_headword_is_its_own_headword():
    for heads in (lexicon().ranks, lexicon().offices):
        for head in set(heads.values()):
            assert heads[head] == head


def test_words_stand_in_the_lists_where_detectors_look_for_them():
    words_of = lexicon()
    assert {"no", "not", "never", "none"} <= words_of.negations
    assert {"may", "might", "could", "would", "should", "must"} <= words_of.modals
    assert {"reportedly", "allegedly", "apparently", "so far", "likely"} <= words_of.hedges
    assert {"all", "only", "every", "last", "most", "fully", "entire", "none", "some"} <= words_of.scope
    assert {"very", "heavily", "barely", "almost"} <= words_of.degree
    assert {"mr", "mrs", "dr", "sheikh"} <= words_of.honorifics
    assert {"the", "of", "no", "on", "off", "is", "us", "who"} <= words_of.function_words
    assert words_of.kinship_particles <= words_of.name_particles


@pytest.mark.parametrize("form", ["maj gen", "spokeswoman", "sheikh"])
def test_a_title_is_a_rank_an_office_or_an_honorific(form):
    assert lexicon().is_title(form)
    assert not lexicon().is_title("baghdad")


def test_an_unknown_language_has_the_english_lists():
    assert lexicon("tlh") is lexicon("en") is lexicon("en-GB") is lexicon("EN_us") is lexicon("../en") is lexicon("")
    assert spelling_twins("tlh") == spelling_twins()


def test_the_lists_cannot_be_changed():
    with pytest.raises(TypeError):
        lexicon().ranks["x"] = "y"
    with pytest.raises(AttributeError):
        lexicon().language = "fr"
    with pytest.raises(TypeError):
        spelling_twins()["x"] = "y"


@pytest.mark.parametrize(
    "pair",
    [
        "neighbourhood neighborhood",
        "neighbouring neighboring",
        "centre center",
        "centred centered",
        "organise organize",
        "organisation organization",
        "organising organizing",
        "realised realized",
        "mobilisation mobilization",
        "defence defense",
        "offence offense",
        "programme program",
        "programmes programs",
        "travelling traveling",
        "traveller traveler",
        "cancelled canceled",
        "labelled labeled",
        "fuelled fueled",
        "grey gray",
        "judgement judgment",
        "ageing aging",
        "towards toward",
        "learnt learned",
        "burnt burned",
        "sceptical skeptical",
        "practise practice",
        "licence license",
        "metre meter",
        "kilometres kilometers",
        "theatre theater",
        "colour color",
        "favourable favorable",
        "harbour harbor",
        "rumours rumors",
        "armoured armored",
        "honourable honorable",
        "labour labor",
        "behaviour behavior",
        "catalogue catalog",
        "dialogue dialog",
        "analyse analyze",
        "paralysed paralyzed",
        "fulfil fulfill",
        "enrolment enrollment",
        "skilful skillful",
        "councillor councilor",
        "jewellery jewelry",
        "aluminium aluminum",
        "manoeuvre maneuver",
        "anaemia anemia",
        "paediatric pediatric",
        "foetus fetus",
        "plough plow",
        "mould mold",
        "tyre tire",
        "cheque check",
        "kidnapped kidnaped",
        "focussed focused",
        "adviser advisor",
        "protester protestor",
        "despatch dispatch",
        "enquiry inquiry",
        "artefact artifact",
        "tsar czar",
        "sheikh sheik",
        "moustache mustache",
        "pyjamas pajamas",
        "cooperation co-operation",
        "ceasefire cease-fire",
        "régime regime",
        "privatised privatized",
        "radicalised radicalized",
        "demilitarised demilitarized",
        "neutralise neutralize",
        "anaesthetic anesthetic",
        "archaeologists archeologists",
        "acknowledgement acknowledgment",
        "sizeable sizable",
    ],
)
def test_words_that_differ_in_orthography_only_are_twins(pair):
    one, other = pair.split()
    assert are_twins(one, other)


def test_a_form_of_two_words_is_a_twin_too():
    assert are_twins("per cent", "percent")


@pytest.mark.parametrize(
    "pair",
    [
        "prise prize",
        "story storey",
        "exercise exercize",
        "advise advize",
        "surprise surprize",
        "advice advise",
        "device devise",
        "rise rize",
        "wise wize",
        "noise noize",
        "raise raize",
        "prime minister",
        "hour hor",
        "four for",
        "pour por",
        "tour tor",
        "sour sor",
        "fore for",
        "more mor",
        "our or",
        "her here",
        "were wer",
        "there ther",
        "fire fier",
        "ensure insure",
        "affect effect",
        "principal principle",
        "council counsel",
        "councillor counsellor",
        "hence hense",
        "science sciense",
        "sentence sentense",
        "tonne ton",
        "while whilst",
        "among amongst",
        "led lead",
        "meter mete",
        "later latter",
        "planed planned",
        "staring starring",
        "bases basis",
        "lose loose",
        "draft draught-horse",
        "dies dyes",
        "humorous humourous",
        "honorary honourary",
        "filing filling",
        "killed kiled",
        "called caled",
        "rolled roled",
        "polled poled",
        "pulled puled",
        "selling seling",
        "tiling tilling",
    ],
)
def test_words_of_different_meaning_or_misspelt_words_are_no_twins(pair):
    one, other = pair.split()
    assert not are_twins(one, other)


def test_a_canonical_form_is_its_own_and_has_a_twin():
    twins = spelling_twins()
    families = {}
    for form, head in twins.items():
        families.setdefault(head, set()).add(form)
    for head, forms in families.items():
        assert twins[head] == head
        assert len(forms) > 1, head


def test_every_twin_can_be_met_in_a_text():
    for form in spelling_twins():
        assert phrase(form.upper()) == phrase(form) == form
        assert 1 <= len(words(form)) <= 3


def test_no_family_of_twins_joins_words_that_both_stand_in_everyday_lists():
    everyday = lexicon().function_words | lexicon().negations | lexicon().modals
    for form, head in spelling_twins().items():
        if form != head and form in everyday:
            assert head not in everyday or {form, head} <= {"toward", "towards", "no-one", "no one"}


def test_the_data_lists_each_stem_and_pair_once():
    import yaml

    from wirediff.resources import shipped

    text = (shipped("data") / "spelling" / "en.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)
    for pattern in data["patterns"]:
        stems = sorted(pattern["stems"])
        assert all(one != other for one, other in pairwise(stems)), pattern["endings"]
        assert all(one != other for one, other in pattern["endings"])
