from dataclasses import replace

import msgspec
import pytest
from handmade import document, story_of, two_compared, two_versions
from hypothesis import given
from hypothesis import strategies as st

from wirediff.app.review.fastening import draft_on_difference, place_of
from wirediff.app.review.placing import Candidate, Standing, placed
from wirediff.app.review.queue import NONE, Item, Wish, following, turned
from wirediff.model import Note, Side, Story
from wirediff.notes import StoryIndex, anchor
from wirediff.verdicts import STATUSES, VERDICTS

COMPARISON = two_compared()
ONE, TWO = COMPARISON.collation.versions
STORY = story_of(ONE, TWO)


def note_on(index: int, **fields: object) -> Note:
    draft = draft_on_difference(STORY, COMPARISON.collation, COMPARISON.differences[index], "odd", None)
    made = Note(id=str(index), created="", modified="", **msgspec.structs.asdict(draft))
    return msgspec.structs.replace(made, **fields)


NOTES = st.builds(
    note_on,
    st.integers(0, 3),
    status=st.sampled_from([*STATUSES]),
    verdict=st.sampled_from([None, *VERDICTS]),
    tags=st.lists(st.sampled_from(["a", "b"]), unique=True).map(tuple),
    author=st.sampled_from(["", "desk", "night"]),
)


@given(st.lists(NOTES, min_size=1), st.sampled_from(["status", "verdict", "tag", "author"]))
def test_turning_through_a_field_shows_every_note_and_comes_back_to_all(notes: list[Note], field: str) -> None:
    items = [Item(note) for note in notes]
    wish, shown = turned(Wish(), field, items), []
    while wish != Wish():
        passing = [item for item in items if wish.passes(item)]
        assert passing
        assert wish.named()
        shown += passing
        wish = turned(wish, field, items)
    assert {item.note for item in shown} == set(notes)


def test_a_value_that_no_note_has_any_more_gives_way_to_all() -> None:
    assert following("gone", ["a", "b"]) is None
    assert turned(Wish(tag="gone"), "tag", [Item(note_on(1))]) == Wish()


def test_words_are_looked_for_in_the_note_its_tags_and_what_it_is_on() -> None:
    item = Item(note_on(1, tags=("names",)))
    assert all(Wish(words=words).passes(item) for words in ("ODD", "abbadi", "nam"))
    assert not Wish(words="desk").passes(item)
    assert not Wish(tag=NONE).passes(item)
    assert not Wish(doubtful=True).passes(item)


def changed_two(old: str, new: str):
    version = two_versions()[1]
    paragraphs = tuple(msgspec.structs.replace(each, text=each.text.replace(old, new)) for each in version.paragraphs)
    return msgspec.structs.replace(version, id="id-changed", paragraphs=paragraphs)


def test_a_note_in_unchanged_versions_is_in_its_place() -> None:
    assert all(placed(note_on(index), (ONE, TWO)).standing is Standing.FOUND for index in range(4))


def test_changed_words_are_offered_where_the_other_side_is_answered_and_never_taken_unasked() -> None:
    now = changed_two("al-Abbadi", "al-Abaadi")
    found = placed(note_on(1), (ONE, now), COMPARISON.collation.rows)
    assert found.standing is Standing.CHECK
    (candidate,) = found.candidates
    assert (candidate.end, candidate.span.text, candidate.span.paragraph) == ("right", "al-Abaadi", 3)
    assert "answers the other side" in candidate.why


def test_both_places_are_offered_where_the_words_and_the_alignment_disagree() -> None:
    now = changed_two("released a statement", "spoke")
    moved = document("two", *(each.text for each in now.paragraphs), "Others call him al-Abbadi too.")
    offered = placed(note_on(1), (ONE, moved), COMPARISON.collation.rows).candidates
    assert [candidate.span.paragraph for candidate in offered] == [3, 6]


def test_words_that_are_nowhere_leave_an_orphan() -> None:
    gone = document("two", "Something else entirely.")
    assert placed(note_on(3), (ONE, gone))[:2] == (Standing.ORPHAN, ())
    assert placed(note_on(1, left=None), (ONE,)).standing is Standing.ORPHAN


def test_a_note_without_ends_is_on_the_whole_story() -> None:
    assert placed(note_on(1, left=None, right=None), (ONE, TWO)).standing is Standing.WHOLE


def test_a_candidate_that_is_taken_is_the_place_from_then_on() -> None:
    now = changed_two("al-Abbadi", "al-Abaadi")
    note = note_on(1)
    (candidate,) = placed(note, (ONE, now), COMPARISON.collation.rows).candidates
    assert isinstance(candidate, Candidate)
    fastened = msgspec.structs.replace(note, right=anchor(candidate.document, candidate.span))
    assert placed(fastened, (ONE, now)).standing is Standing.FOUND


@pytest.mark.parametrize("words", ["", "  ", "\u0301", "[/b]\x1b"])
def test_a_note_on_hardly_any_words_is_no_trouble(words: str) -> None:
    end = anchor(document("two", f"x{words}y"), Side(1, 1, 1, 1 + len(words), words))
    assert placed(note_on(1, left=None, right=end), (ONE, TWO)).standing in set(Standing)


def test_a_story_is_found_by_its_versions_and_else_by_its_id() -> None:
    other = Story("other", "", story_of(document("x", "Text.")).versions)
    index = StoryIndex([other, STORY])
    assert index.story_of(note_on(1, story="other")) is STORY
    assert index.story_of(note_on(1, story="other", left=None, right=None)) is other
    assert index.story_of(note_on(1, story="gone", left=None, right=None)) is None


def test_the_place_of_a_note_is_its_difference_else_its_row() -> None:
    assert [place_of(note_on(index), COMPARISON) for index in range(4)] == [(None, 0), (1, 1), (2, 2), (4, 3)]
    row = anchor(ONE, Side(0, 4, 0, 3, "The"))
    assert place_of(note_on(1, left=row, right=None), COMPARISON) == (3, None)
    assert replace(Item(note_on(1)), placed=placed(note_on(1), ())).doubtful
