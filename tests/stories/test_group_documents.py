"""Grouping as a whole: which documents are one story, and that none is lost."""

import itertools
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wirediff.glossary import Alias, Entity, Glossary, builtin
from wirediff.model import Document, Paragraph, Story
from wirediff.read import read_file
from wirediff.resources import shipped
from wirediff.stories import group, grouping

FERRY = (
    "A ferry carrying forty passengers from Izmir capsized off Lesbos on Monday, the Greek coast guard said.",
    "Rescuers pulled thirty-one people from the sea; nine were missing, Captain Nikos Petrakis told reporters.",
    "The vessel, the Aegean Star, had left Turkey at dawn in strong winds.",
)
FERRY_REWRITTEN = (
    "Nine people were missing after the ferry Aegean Star capsized near the island of Lesbos on Monday.",
    "Greek coast guard boats rescued thirty-one passengers, Captain Nikos Petrakis said in Mytilene.",
    "It had sailed from Izmir with forty people on board despite strong winds.",
)
FIRE = (
    "Fire gutted a textile warehouse in the Sunamganj district of Bangladesh overnight, officials said.",
    "No workers were inside when the blaze began, fire chief Abdul Rahman told local television.",
    "Garment exports from the district are worth 200 million dollars a year.",
)
MARKETS = (
    "Shares in Tokyo closed 1.2 percent higher as exporters welcomed a weaker yen.",
    "The Nikkei index added 214 points, with carmakers and chip makers leading the gains.",
)


def document(path: str, *paragraphs: str, **fields: str) -> Document:
    numbered = tuple(Paragraph(n, text, n) for n, text in enumerate(paragraphs, 1))
    given_fields = {"id": path, "reader": "text"} | fields
    return Document(path=path, paragraphs=numbered, **given_fields)


def paths(stories: Sequence[Story]) -> list[list[str]]:
    return sorted(sorted(document.path for document in story.documents) for story in stories)


def test_rewritten_versions_are_one_story_and_other_reports_are_not() -> None:
    documents = [
        document("ferry-1", *FERRY),
        document("fire", *FIRE),
        document("ferry-2", *FERRY_REWRITTEN),
        document("markets", *MARKETS),
    ]
    assert paths(group(documents, Glossary())) == [["ferry-1", "ferry-2"], ["fire"], ["markets"]]


def test_the_fall_of_al_qaim_and_the_taking_of_al_waleed_are_two_stories_though_their_headlines_agree() -> None:
    documents = [read for path in sorted(shipped("seeds").glob("*.txt")) for read in read_file(path, "auto")]
    found = [[path.rsplit("/", 1)[-1][:3] for path in story] for story in paths(group(documents, builtin()))]
    assert found == [["000", "001", "002", "004"], ["003"]]


def test_alike_events_a_year_apart_are_two_stories() -> None:
    documents = [
        document("2016-a", *FERRY, published="2016-03-07"),
        document("2016-b", *FERRY_REWRITTEN, published="2016-03-08"),
        document("2017", *(text.replace("Aegean Star", "Blue Dolphin") for text in FERRY), published="2017-03-06"),
    ]
    assert paths(group(documents, Glossary())) == [["2016-a", "2016-b"], ["2017"]]


def test_a_text_printed_again_a_year_later_is_the_same_story() -> None:
    documents = [document("then", *FERRY, published="2016-03-07"), document("now", *FERRY, published="2017-03-07")]
    assert paths(group(documents, Glossary())) == [["now", "then"]]


def test_days_named_without_a_year_tell_undated_reports_apart() -> None:
    spring = [text.replace("on Monday", "on Monday (March 7th)") for text in FERRY]
    autumn = [text.replace("on Monday", "on Monday (October 3rd)") for text in FERRY_REWRITTEN]
    assert len(group([document("a", *spring), document("b", *autumn)], Glossary())) == 2
    assert len(group([document("a", *spring), document("b", *FERRY_REWRITTEN)], Glossary())) == 1


def test_the_glossary_joins_versions_that_call_everyone_by_other_names() -> None:
    a = document("a", "Daesh fled Mayadin as the Syrian army came near.")
    b = document("b", "ISIL left Mayadeen before regime troops arrived.")
    glossary = Glossary(
        entities=(
            Entity("Islamic State", aliases=("Daesh", "ISIL")),
            Entity("Mayadin", aliases=(Alias("Mayadin", ("Mayadeen",)),)),
            Entity("Syrian army", aliases=("regime troops",)),
        )
    )
    assert len(group([a, b], Glossary())) == 2
    assert len(group([a, b], glossary)) == 1


def test_copies_under_other_paths_are_one_story_even_without_any_text() -> None:
    documents = [
        document("a/ferry", *FERRY, id="f"),
        document("b/ferry", *FERRY, id="f"),
        document("a/empty", id="e"),
        document("b/empty", id="e"),
        document("other-empty", id="o"),
    ]
    stories = group(documents, Glossary())
    assert paths(stories) == [["a/empty", "b/empty"], ["a/ferry", "b/ferry"], ["other-empty"]]
    assert len({story.id for story in stories}) == 3


def test_reports_out_of_one_file_are_told_apart_by_their_text() -> None:
    documents = [document("feed", *FERRY, id="feed"), document("feed", *MARKETS, id="feed")]
    stories = group(documents, Glossary())
    assert len(stories) == 2
    assert len({story.id for story in stories}) == 2


def test_no_documents_make_no_stories() -> None:
    assert group([], Glossary()) == ()


def test_stories_come_by_date_and_the_undated_last() -> None:
    documents = [
        document("markets", *MARKETS),
        document("fire", *FIRE, published="2017-05-02"),
        document("ferry", *FERRY, published="2016-03-07"),
    ]
    assert [story.documents[0].path for story in group(documents, Glossary())] == ["ferry", "fire", "markets"]


BANSTEAD = (
    "Banstead was choked with smoke on Friday night when the supermarket on its High Street burned down.",
    "Surrey police called the blaze at the Banstead supermarket suspicious; sixty residents spent the night in a hall.",
    "The roof of the store in Banstead fell in within an hour, Surrey fire chief Peter Guest said.",
    "Fifty firefighters from all of Surrey fought the supermarket fire; Peter Guest praised the residents of Banstead.",
)
WELLINGTON = (
    "Wellington woke to sirens on Sunday as crews from Devon and Somerset fought a fire at the supermarket.",
    "Somerset police held a man of 24, Robert Pitman, on suspicion of setting the Wellington supermarket on fire.",
    "The blaze in Wellington began in a loading bay, and Robert Pitman denied that he lit it.",
    "Eight crews from Devon needed until noon to put the supermarket blaze in the Somerset town of Wellington out.",
)


def test_events_of_one_topic_are_told_apart_by_what_the_topic_does_not_share() -> None:
    topic = "Supermarket fire treated as suspicious by police"
    documents = [
        document(f"{town}-{n}", text, headline=topic)
        for town, texts in (("banstead", BANSTEAD), ("wellington", WELLINGTON))
        for n, text in enumerate(texts)
    ]
    expected = [[f"{town}-{n}" for n in range(4)] for town in ("banstead", "wellington")]
    assert paths(group(documents, Glossary())) == expected


def test_hundreds_of_copies_with_small_changes_stay_one_story() -> None:
    documents = [document(f"{n:03}", *FERRY, f"Updated for the {n}th time.") for n in range(450)]
    assert len(group(documents, Glossary())) == 1


def test_a_dispatch_that_many_sites_print_is_no_event_beside_other_reports_of_it() -> None:
    copies = [document(f"copy-{n}", *FERRY, f"Printed by site number {n}.") for n in range(12)]
    assert len(group([*copies, document("other", *FERRY_REWRITTEN)], Glossary())) == 1


def test_a_topic_too_large_to_look_for_events_in_is_taken_apart_by_likeness(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "LARGEST", 3)
    towns = {text: town for town, texts in (("banstead", BANSTEAD), ("wellington", WELLINGTON)) for text in texts}
    documents = [document(text, text, headline="Supermarket fire") for text in towns]
    stories = group(documents, Glossary())
    assert sum(len(story.versions) for story in stories) == len(documents)
    assert all(len({towns[document.path] for document in story.documents}) == 1 for story in stories)


def test_one_report_much_rewritten_stays_one_story_however_many_versions_it_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(grouping, "LARGEST", 3)
    versions = [" ".join(order) for order in itertools.permutations(FERRY, 3)]
    documents = [document(f"{n}", text, *FIRE[:1], FERRY_REWRITTEN[n % 3]) for n, text in enumerate(versions)]
    assert len(group(documents, Glossary())) == 1


SENTENCES = st.sampled_from(
    [*FERRY, *FERRY_REWRITTEN, *FIRE, *MARKETS, "", "  ", "\x1b[31m\u202e", "\ud800", "'s", "1,5"]
)
DOCUMENTS = st.lists(
    st.builds(
        lambda path, texts, headline, published: document(
            path, *texts, headline=headline, published=published, id=str(hash((tuple(texts), headline)))
        ),
        st.sampled_from("abcdef"),
        st.lists(SENTENCES, max_size=4),
        st.sampled_from(["", "Ferry capsizes off Lesbos", "Tokyo shares close higher"]),
        st.sampled_from([None, "2016-03-07", "2017-11-04", "soon", "2017-11-05T10:00:00Z"]),
    ),
    max_size=8,
)


@given(DOCUMENTS)
@settings(max_examples=60)
def test_every_document_is_in_exactly_one_story(documents: list[Document]) -> None:
    stories = group(documents, Glossary())
    assert Counter(document for story in stories for document in story.documents) == Counter(documents)
    assert len({story.id for story in stories}) == len(stories)
    for story in stories:
        assert story.versions[0].shared == 1.0
        figures = [version.shared for version in story.versions[1:]]
        assert figures == sorted(figures, reverse=True)
        assert all(0.0 <= figure <= 1.0 for figure in figures)


@given(DOCUMENTS, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_the_documents_does_not_matter(documents: list[Document], random: object) -> None:
    shuffled = list(documents)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group(shuffled, Glossary()) == group(documents, Glossary())


def test_grouping_tells_how_far_it_is_and_can_be_stopped_from_there() -> None:
    documents = [document(f"{n}.txt", *texts) for n, texts in enumerate((FERRY, FERRY_REWRITTEN, FIRE, FIRE, MARKETS))]
    told: list[tuple[int, int]] = []
    group(documents, Glossary(), lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert len({total for _, total in told}) == 1

    class Enough(Exception):
        """Nobody waits for it any more."""

    def stop(done: int, total: int) -> None:
        if done > total / 3:
            raise Enough

    with pytest.raises(Enough):
        group(documents, Glossary(), stop)
