from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from insight_samples import SETTINGS, Samples

from wirediff import pipeline
from wirediff.glossary import Entity, Glossary, builtin
from wirediff.insight.names import NameEntry, names
from wirediff.insight.places import plain
from wirediff.model import Document, Paragraph

Make = Callable[..., Document]


def entry(entries: Sequence[NameEntry], name: str) -> NameEntry:
    return next(entry for entry in entries if entry.name == name)


def texts(found: NameEntry) -> set[str]:
    return {variant.text for variant in found.variants}


def listed(*documents: Document, glossary: Glossary | None = None) -> tuple[NameEntry, ...]:
    return names(documents, glossary or Glossary())


class TestSamples:
    @pytest.fixture(scope="class")
    def entries(self, samples: Samples) -> tuple[NameEntry, ...]:
        return names(samples.documents, builtin(), samples.comparisons)

    def test_one_group_has_its_acronyms_and_long_forms_over_all_documents(self, entries: Sequence[NameEntry]) -> None:
        found = entry(entries, "Islamic State")
        assert texts(found) >= {"IS", "ISIS", "Islamic State group", "Islamic State", "Islamic State of Iraq and Syria"}
        assert found.type == "naming"
        assert not found.conflict
        assert {place.path[-24:-21] for variant in found.variants for place in variant.places} >= {"000", "001", "004"}

    def test_two_expansions_of_one_acronym_are_a_conflict_though_their_paragraphs_never_align(
        self, entries: Sequence[NameEntry]
    ) -> None:
        assert [found.name for found in entries if found.conflict] == ["Syrian Democratic Forces"]
        found = entries[0]
        assert texts(found) == {"SDF", "Syrian Democratic Forces", "Syrian Defense Forces"}
        assert "SDF" in found.why

    def test_romanisations_are_told_apart_from_names(self, entries: Sequence[NameEntry]) -> None:
        premier = entry(entries, "Haider al-Abadi")
        assert (premier.type, texts(premier)) == ("transliteration", {"Haider al-Abadi", "Haider al-Abbadi"})
        town = entry(entries, "al-Qaim")
        assert (town.type, texts(town)) == ("transliteration", {"al-Qaim", "Al-Qaim", "Qaim"})

    def test_a_name_of_one_variant_is_listed_only_on_demand(
        self, samples: Samples, entries: Sequence[NameEntry]
    ) -> None:
        assert not [found for found in entries if found.name == "Deir Ezzor"]
        everything = names(samples.documents, builtin(), samples.comparisons, everything=True)
        assert entry(everything, "Deir Ezzor").count == 5
        assert {found.name for found in everything} >= {found.name for found in entries}

    def test_towns_that_sound_alike_stay_apart(self, samples: Samples) -> None:
        everything = names(samples.documents, builtin(), samples.comparisons, everything=True)
        assert texts(entry(everything, "al-Karabla")) == {"al-Karabla"}

    def test_every_place_holds_its_variant_and_places_are_in_order(
        self, samples: Samples, entries: Sequence[NameEntry]
    ) -> None:
        for found in entries:
            for variant in found.variants:
                assert list(variant.places) == sorted(variant.places)
                assert variant.count == len(set(variant.places))
                for place in variant.places:
                    assert plain(samples.text_at(place.path, place.paragraph, place.start, place.end)) == variant.text

    def test_the_order_of_the_documents_does_not_matter(self, samples: Samples, entries: Sequence[NameEntry]) -> None:
        turned = names(samples.documents[::-1], builtin(), samples.comparisons[::-1])
        assert turned == entries

    def test_a_charged_word_in_the_slot_of_a_name_is_a_label(self, entries: Sequence[NameEntry]) -> None:
        labels = [found for found in entries if found.type == "label"]
        assert {"ISIS", "jihadists"} in [texts(found) for found in labels]


def test_an_acronym_explained_in_one_document_is_known_in_the_others(make: Make) -> None:
    found = listed(
        make("a", "The Road Safety Board (RSB) met."),
        make("b", "A statement by the RSB came late, RSB-led crews said."),
    )
    assert texts(entry(found, "Road Safety Board")) == {"Road Safety Board", "RSB"}
    assert entry(found, "Road Safety Board").type == "naming"
    assert "a P1" in entry(found, "Road Safety Board").why


def test_an_acronym_without_parentheses_is_known_by_its_initials_where_one_name_fits(make: Make) -> None:
    one = make("a", "Talks with the Road Safety Board failed, and the RSB left.")
    assert texts(entry(listed(one), "Road Safety Board")) == {"Road Safety Board", "RSB"}
    two = make("b", "Talks of the Road Safety Board with the Rural Schools Bureau failed, and the RSB left.")
    assert listed(two) == ()


def test_an_acronym_explained_as_two_things_is_a_conflict(make: Make) -> None:
    (found,) = listed(make("a", "the Road Safety Board (RSB) met"), make("b", "the Rural Schools Bureau (RSB) met"))
    assert found.conflict
    assert texts(found) >= {"Road Safety Board", "Rural Schools Bureau", "RSB"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the National Defense Council (NDC) met", "the National Defence Council (NDC) met"),
        ("the Northern Rebel Force (NRF) met", "the Northern Rebels Force met the NRF"),
    ],
)
def test_another_spelling_of_a_long_form_is_no_conflict(make: Make, one: str, other: str) -> None:
    assert not any(found.conflict for found in listed(make("a", one), make("b", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Northern Liberation Force of NLF men", "the Northern Labour Party"),  # other initials
        ("the Northern Liberation Force met the NLF", "the National Labour Force"),  # another first word
        ("the Northern Liberation Force met", "the Northern Labour Force met"),  # no acronym in use
        ("the Kurdish Democratic Force met the KDF", "the Kurdistan Democratic Force met"),  # forms of one word
        (
            "the Northern Liberation Force met the Northern Labour Force, said the NLF",  # told apart by one document
            "the Northern Labour Force met",
        ),
    ],
)
def test_long_forms_that_only_look_alike_are_no_conflict(make: Make, one: str, other: str) -> None:
    assert not any(found.conflict for found in listed(make("a", one), make("b", other)))


def test_long_forms_of_one_acronym_with_one_other_word_are_a_conflict(make: Make) -> None:
    found = listed(make("a", "the Northern Liberation Force met the NLF"), make("b", "the Northern Labour Force met"))
    assert [each.conflict for each in found] == [True]


def test_two_entities_that_the_glossary_keeps_apart_are_never_one(make: Make) -> None:
    rules = Glossary(entities=(Entity("Northern Liberation Force"), Entity("Northern Labour Force")))
    one = make("a", "the Northern Liberation Force (NLF) met")
    other = make("b", "the Northern Labour Force (NLF) met")
    for found in listed(one, other, glossary=rules):
        assert not {"Northern Liberation Force", "Northern Labour Force"} <= texts(found)


def test_a_surname_belongs_to_the_one_person_of_that_name_in_the_document(make: Make) -> None:
    one = make("a", "The envoy Jane Roe met him. Later Roe left.", "“No,” said Roe.")
    found = entry(listed(one), "Jane Roe")
    assert {variant.text: variant.count for variant in found.variants} == {"Jane Roe": 1, "Roe": 2}
    assert found.type == "naming"
    two = make("b", "The envoy Jane Roe met the envoy John Roe. Later Roe left.")
    assert listed(two) == ()
    elsewhere = make("c", "In the town the police met Roe.")
    assert texts(entry(listed(one, elsewhere), "Jane Roe")) == {"Jane Roe", "Roe"}
    assert entry(listed(one, elsewhere), "Jane Roe").count == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [("Noman al-Zobair", "Numan al-Zubair"), ("Karl Meyer", "Karl Meier"), ("Massoud Dalman", "Masoud Dalman")],
)
def test_names_that_sound_alike_in_company_are_one_in_two_romanisations(make: Make, one: str, other: str) -> None:
    (found,) = listed(make("a", f"They met {one} there."), make("b", f"They met {other} there."))
    assert (found.type, texts(found)) == ("transliteration", {one, other})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Hassan", "Ali Hussein"),
        ("Zobair", "Zubair"),  # a key alone only proposes
        ("West Germany", "West German"),
        ("Karabla", "Karbala"),
        ("Martin Roe", "Morton Roe"),
    ],
)
def test_names_that_only_resemble_each_other_stay_two(make: Make, one: str, other: str) -> None:
    assert listed(make("a", f"They met {one} there."), make("b", f"They met {other} there.")) == ()


def test_a_lone_name_is_one_with_another_where_aligned_text_has_it_in_the_same_slot(make: Make) -> None:
    line = "Government troops took the border town of {} after a long night of shelling, the army said in a statement."
    one, other = make("a", line.format("Zobair")), make("b", line.format("Zubair"))
    comparison = pipeline.compare([one, other], SETTINGS)
    (found,) = names([one, other], Glossary(), [comparison])
    assert (found.type, texts(found)) == ("transliteration", {"Zobair", "Zubair"})


def test_spellings_of_a_name_are_one(make: Make) -> None:
    (found,) = listed(
        make("a", "at the Springfield Arts Centre here"), make("b", "at the Springfield Arts Center here")
    )
    assert (found.type, texts(found)) == ("spelling", {"Springfield Arts Centre", "Springfield Arts Center"})


def test_typography_and_the_capital_of_a_sentence_make_no_variants(make: Make) -> None:
    one = make("a", "They saw al-Foo’ur. Al-Foo’ur fell.", "They took al-Foo'ur and left.")
    assert listed(one) == ()
    (found,) = listed(one, make("b", "They saw Al-Foo'ur there."))
    assert texts(found) == {"al-Foo'ur", "Al-Foo'ur"}


def test_a_middle_initial_makes_a_longer_form_and_two_of_them_two_people(make: Make) -> None:
    one, other = make("a", "said Brian Roe here"), make("b", "said Brian G. Roe here")
    assert texts(entry(listed(one, other), "Brian G. Roe")) == {"Brian Roe", "Brian G. Roe"}
    assert listed(one, other, make("c", "said Brian H. Roe here")) == ()


pieces = st.sampled_from(
    [
        "Jane Roe",
        "Roe",
        "the",
        "said",
        "(RSB)",
        "Road Safety Board",
        "Rail Safety Board",
        "RSB",
        "al-Foo",
        "Al-Foo",
        ".",
        "“",
        "”",
        "envoy",
        "IS",
        "ISIS",
        "'s",
        "Foo",
        "\x1b[31m",
        "[b]",
        "and",
        "in",
    ]
)
bodies = st.lists(st.lists(pieces, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=3)


@given(st.lists(bodies, min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_places_hold_their_variants_and_no_order_matters_for_any_text(made: list[list[str]], chance: object) -> None:
    documents = [
        Document(
            path=f"d{number}",
            id=f"d{number}",
            reader="lines",
            paragraphs=tuple(Paragraph(n, text) for n, text in enumerate(body, 1)),
        )
        for number, body in enumerate(made)
    ]
    found = names(documents, builtin(), everything=True)
    for each in found:
        for variant in each.variants:
            for place in variant.places:
                text = documents[int(place.path[1:])].text_of(place.paragraph)[place.start : place.end]
                assert plain(text) == variant.text
    keys = [(each.conflict, each.count) for each in found]
    assert keys == sorted(keys, key=lambda key: (not key[0], -key[1]))
    chance.shuffle(documents)  # type: ignore[attr-defined]
    assert names(documents, builtin(), everything=True) == found
