"""The list of stories as pure functions: seeking, sorting, counting open notes."""

from collections import Counter

import pytest
from handmade import document, story_of
from hypothesis import given
from hypothesis import strategies as st

from wirediff.app.library.catalogue import Catalogue, Order, Wanted
from wirediff.app.library.tallies import Tally, key
from wirediff.kinds import Kind
from wirediff.model import Anchor, Note
from wirediff.notes import notes_for

STORIES = (
    story_of(document("b", "Text.", headline="Storm hits", source="Reuters", published="2017-11-04"), id="storm"),
    story_of(
        document("a", "Text.", headline="Élection postponed", source="AFP", published="2016-01-02"),
        document("c", "Text.", headline="Vote put off", source="dpa", published="2018-03-04"),
        id="election",
    ),
    story_of(document("d", "Text.", source="Agency"), id="untitled"),
)
CATALOGUE = Catalogue(STORIES)


def tally(total: int, serious: int = 0) -> Tally:
    return Tally(Counter({Kind.NAMING: total}), serious)


def note(id: str, *, story: str = "", document: str = "", path: str = "", status: str = "open") -> Note:
    end = Anchor(path=path, document=document, paragraph=1, start=0, end=1, exact="T") if document or path else None
    return Note(id=id, text="n", story=story, created="", modified="", status=status, left=end)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", [0, 1, 2]),
        ("STORM", [0]),
        ("hits reuters", [0]),
        ("reuters afp", []),
        ("put off", [1]),
        ("nov 2017", [0]),
        ("2018-03", [1]),
        ("d.txt", [2]),
        ("élection", [1]),
        ("  ", [0, 1, 2]),
    ],
)
def test_stories_are_sought_in_headlines_outlets_days_and_names_of_files(words: str, found: list[int]) -> None:
    assert CATALOGUE.listed(Wanted(words)) == found


@pytest.mark.parametrize(
    ("order", "down", "up"),
    [
        (Order.FOUND, [0, 1, 2], [2, 1, 0]),
        (Order.HEADLINE, [0, 1, 2], [1, 0, 2]),
        (Order.OUTLET, [1, 2, 0], [0, 2, 1]),
        (Order.DATE, [1, 0, 2], [0, 1, 2]),
        (Order.VERSIONS, [1, 0, 2], [0, 2, 1]),
        (Order.DIFFERENCES, [2, 0, 1], [0, 2, 1]),
        (Order.NOTES, [2, 0, 1], [1, 0, 2]),
    ],
)
def test_each_order_goes_both_ways_and_keeps_what_is_unknown_at_the_end(
    order: Order, down: list[int], up: list[int]
) -> None:
    tallies = {key(STORIES[2]): tally(3, serious=1), key(STORIES[0]): tally(9)}
    notes = {0: 1, 2: 4}
    assert CATALOGUE.listed(Wanted(order=order), tallies, notes) == down
    assert CATALOGUE.listed(Wanted(order=order, backwards=True), tallies, notes) == up


def test_asking_for_the_same_order_again_turns_it_round_and_another_begins_afresh() -> None:
    wanted = Wanted("x").by(Order.DATE).by(Order.DATE)
    assert wanted == Wanted("x", Order.DATE, backwards=True)
    assert wanted.by(Order.NOTES) == Wanted("x", Order.NOTES)
    orders = []
    for _ in Order:
        orders.append(wanted.order)
        wanted = wanted.following()
    assert set(orders) == set(Order)


def test_open_notes_are_counted_where_they_lie_and_only_those() -> None:
    notes = (
        note("1", story="storm"),
        note("2", story="storm", document="id-c"),
        note("3", path="d.txt"),
        note("4", story="storm", status="resolved"),
        note("5", story="gone", document="nowhere", path="elsewhere/d.txt"),
    )
    assert CATALOGUE.open_notes(notes) == {0: 2, 1: 1, 2: 1}
    assert CATALOGUE.open_notes(()) == {}


@given(
    st.lists(
        st.builds(
            note,
            st.uuids().map(str),
            story=st.sampled_from(["storm", "election", "untitled", "gone"]),
            document=st.sampled_from(["", "id-a", "id-b", "id-c", "id-d", "id-e"]),
            path=st.sampled_from(["", "a.txt", "b.txt", "./c.txt", "x/d.txt", "x/../d.txt"]),
            status=st.sampled_from(["open", "done"]),
        ),
        max_size=8,
    )
)
def test_counting_for_all_stories_at_once_gives_what_asking_for_each_gives(notes: list[Note]) -> None:
    open_ones = [each for each in notes if each.status == "open"]
    each = {place: len(notes_for(story, open_ones)) for place, story in enumerate(STORIES)}
    assert CATALOGUE.open_notes(notes) == {place: count for place, count in each.items() if count}
