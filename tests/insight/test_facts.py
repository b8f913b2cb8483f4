from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from insight_samples import SETTINGS, Samples

from wirediff import pipeline
from wirediff.glossary import Glossary, builtin
from wirediff.insight.facts import Fact, facts
from wirediff.insight.places import plain
from wirediff.model import Document, Paragraph

Make = Callable[..., Document]


def stated(found: Sequence[Fact], kind: str) -> list[list[str]]:
    return [[value.text for value in fact.values] for fact in found if fact.kind == kind]


def of(*documents: Document, everything: bool = False) -> tuple[Fact, ...]:
    return facts(documents, Glossary(), everything=everything)


class TestSamples:
    @pytest.fixture(scope="class")
    def found(self, samples: Samples) -> tuple[Fact, ...]:
        (story,) = [story for story in samples.stories if len(story.versions) > 1]
        return facts(story.documents, builtin(), pipeline.compare(story.documents, SETTINGS))

    def test_the_fighters_left_are_one_fact_with_three_figures(self, found: Sequence[Fact]) -> None:
        (fact,) = [fact for fact in found if fact.kind == "figure"]
        assert fact.about == "fighters left in al-Qaim"
        assert [(value.place.path[-24:-21], value.place.paragraph, value.text) for value in fact.values] == [
            ("000", 2, "approximately 1,500"),
            ("000", 8, "1,500-2,500"),
            ("004", 9, "around 1,500"),
        ]
        assert not fact.agree

    def test_fighters_elsewhere_are_another_fact(self, samples: Samples) -> None:
        (story,) = [story for story in samples.stories if len(story.versions) > 1]
        everything = facts(story.documents, builtin(), everything=True)
        assert ["2,000-3,000"] in stated(everything, "figure")

    def test_one_quotation_has_its_speaker_and_both_places(self, found: Sequence[Fact]) -> None:
        by_about = {fact.about: fact for fact in found if fact.kind == "quotation"}
        control = by_about["Iraq's Joint Operations Command: regained full control"]
        assert control.agree
        assert [value.place.path[-24:-21] for value in control.values] == ["001", "002"]
        assert any(about.startswith("Noman Abed al-Zobai: have started") for about in by_about)

    def test_days_agree_over_versions(self, found: Sequence[Fact]) -> None:
        assert ["2014", "2014", "2014"] in stated(found, "date")

    def test_every_place_holds_its_value(self, samples: Samples, found: Sequence[Fact]) -> None:
        for fact in found:
            assert list(fact.values) == sorted(fact.values)
            for value in fact.values:
                place = value.place
                assert plain(samples.text_at(place.path, place.paragraph, place.start, place.end)) == value.text


def test_figures_of_one_thing_in_one_place_are_one_fact(make: Make) -> None:
    (fact,) = of(
        make("a", "At least 12 people were killed in Springfield on the day."),
        make("b", "A blast in the market killed 15 people in Springfield."),
    )
    assert stated([fact], "figure") == [["At least 12", "15"]]
    assert not fact.agree
    assert "people" in fact.about


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 people were killed in Springfield", "12 people were wounded in Springfield"),
        ("12 people were killed in Springfield", "12 people were killed in Shelbyville"),
        ("12 soldiers were killed in Springfield", "12 civilians were killed in Springfield"),
        ("12% of voters stayed away in Springfield", "12 voters stayed away in Springfield"),
        ("The 12th battalion took Springfield", "The 12th battalion left Springfield"),
    ],
)
def test_figures_of_other_things_are_no_fact_in_common(make: Make, one: str, other: str) -> None:
    assert stated(of(make("a", f"They said {one}."), make("b", f"They said {other}.")), "figure") == []


def test_two_figures_that_one_document_has_for_one_noun_are_two_facts(make: Make) -> None:
    text = "Police found 47 rifles on the boat, they said. Later police found 12 rifles on the same boat, they said."
    found = of(make("a", text), make("b", text))
    assert stated(found, "figure") == [["47", "47"], ["12", "12"]]


def test_the_same_figure_in_other_words_agrees(make: Make) -> None:
    (fact,) = of(
        make("a", "The storm left 12 people dead in Springfield, they said."),
        make("b", "The storm left twelve people dead in Springfield, he said."),
    )
    assert fact.agree


def test_a_figure_without_a_noun_counts_what_the_one_before_it_counts(make: Make) -> None:
    text = "There were 500 fighters left in Springfield and 700 in Shelbyville."
    one, other = make("a", text), make("b", text.replace("700", "900"))
    assert stated(of(one, other), "figure") == [["500", "500"], ["700", "900"]]


def test_days_of_one_statement_are_compared_by_the_calendar(make: Make) -> None:
    one = make("a", "The army entered the besieged town of Springfield on Friday.", published="2017-11-04")
    other = make("b", "The army entered the besieged town of Springfield on November 3.", published="2017-11-05")
    (fact,) = of(one, other)
    assert (fact.kind, fact.agree) == ("date", True)
    late = make("c", "The army entered the besieged town of Springfield on Thursday.", published="2017-11-04")
    (fact,) = of(one, late)
    assert not fact.agree


def test_a_day_is_about_what_its_sentence_reports_and_a_year_about_what_is_beside_it(make: Make) -> None:
    text = "The council in Springfield voted on Friday after hours of debate to close the plant that was built in 1987."
    assert {fact.about for fact in of(make("a", text), make("b", text))} == {
        "The council in Springfield voted after hours",
        "debate to close the plant that was built",
    }


def test_a_version_without_a_date_is_read_as_of_the_storys(make: Make) -> None:
    one = make("a", "The army entered the besieged town of Springfield on Friday.", published="2017-11-04")
    other = make("b", "The army entered the besieged town of Springfield on Friday.")
    (fact,) = of(one, other)
    assert fact.agree


def test_quotations_that_share_most_words_are_one_and_say_whether_they_differ(make: Make) -> None:
    one = make("a", "“We will take back every street of this town,” the governor said.")
    other = make("b", 'The governor told reporters: "We will take back each street of this town".')
    (fact,) = of(one, other)
    assert fact.kind == "quotation"
    assert fact.about.startswith(("the governor: ", "The governor: "))
    assert not fact.agree
    part = make("c", "He vowed to “take back every street”.")
    (fact,) = of(one, part)
    assert (len(fact.values), fact.agree) == (2, True)


def test_terms_in_quotation_marks_and_other_words_are_no_common_fact(make: Make) -> None:
    one = make("a", "The “last stronghold” fell, and “nobody knows what comes now,” he said.")
    other = make("b", "The “last stronghold” fell, and “the war has ended for all of us,” she said.")
    assert stated(of(one, other), "quotation") == []


def test_what_is_stated_once_is_listed_only_on_demand(make: Make) -> None:
    one = make("a", "The storm left 12 people dead in Springfield.")
    assert of(one) == ()
    assert stated(of(one, everything=True), "figure") == [["12"]]


pieces = st.sampled_from(
    [
        "12",
        "1,500-2,500",
        "people",
        "killed",
        "in",
        "Springfield",
        "and",
        "“",
        "”",
        '"',
        "on Friday",
        "2014",
        "he said",
        "fighters",
        "left",
        ".",
        ",",
        "35%",
        "of",
        "the",
        "$5 million",
        "'s",
        "\x1b",
        "[b]",
        "dozens",
    ]
)


@given(st.lists(st.lists(pieces, max_size=16).map(" ".join), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_values_hold_their_text_and_no_order_matters_for_any_text(bodies: list[str], chance: object) -> None:
    documents = [
        Document(path=f"d{n}", id=f"d{n}", reader="lines", paragraphs=(Paragraph(1, text),))
        for n, text in enumerate(bodies)
    ]
    found = facts(documents, builtin(), everything=True)
    for fact in found:
        for value in fact.values:
            text = documents[int(value.place.path[1:])].text_of(1)
            assert plain(text[value.place.start : value.place.end]) == value.text
    chance.shuffle(documents)  # type: ignore[attr-defined]
    assert facts(documents, builtin(), everything=True) == found
