"""Where the reader was in a story is remembered: through the file, and through the reader itself."""

from dataclasses import replace
from pathlib import Path

import pytest
from driving import WIDE, settled
from handmade import OpenReader, difference, document, side, story_of, two_compared
from hypothesis import given, settings
from hypothesis import strategies as st

from wirediff.app.reading.desk import Desk, Filter, Form
from wirediff.app.reading.memory import FILE, MOST, Memory, Remembered
from wirediff.app.reading.places import Bookmark
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.kinds import Kind, Severity
from wirediff.model import Collation, Comparison, Relation, Row, RowRelation

STORY = story_of(document("one", "Text."))


def remembered(row: int | None = 2, **changes: object) -> Remembered:
    desk = replace(Desk.of(two_compared()), **changes)
    return Remembered.of(desk, (row, None))


def three(*names: str) -> Comparison:
    documents = tuple(document(name, f"Text of {name}.") for name in names)
    ends = [side(n, documents, 1, "Text") for n in range(len(names))]
    found = tuple(difference(0, Kind.WORDING, ends[0], ends[n], n) for n in range(1, len(names)))
    row = Row(((1,),) * len(names), RowRelation.EDITED)
    return Comparison(Collation(documents, Relation.SAME_REPORT, (row,)), found)


def test_the_way_of_looking_comes_back_with_the_place() -> None:
    looked = Filter(frozenset({Kind.WORDING}), Severity.NOTABLE)
    kept = remembered(row=2, form=Form.UNIFIED, folded=True, filter=looked)
    desk, place = kept.on(Desk.of(two_compared()))
    assert (desk.form, desk.folded, desk.filter) == (Form.UNIFIED, True, looked)
    assert place == (2, None)


def test_versions_that_are_gone_are_left_out_and_new_ones_are_shown() -> None:
    kept = Remembered.of(replace(Desk.of(three("a", "b", "c")), others=(2,), side=2), (0, 1))
    assert kept.on(Desk.of(three("a", "b", "c")))[0].others == (2,)
    desk, place = kept.on(Desk.of(three("a", "b", "c", "d")))
    assert (desk.others, desk.side, place) == ((2, 3), 2, (0, 1))
    desk, _ = kept.on(Desk.of(three("a", "b")))
    assert (desk.others, desk.side) == ((1,), 0)


def test_it_is_there_in_the_next_run(tmp_path: Path) -> None:
    Memory(tmp_path / "state").keep(STORY, remembered())
    assert Memory(tmp_path / "state").recall(STORY) == remembered()
    assert [path.name for path in (tmp_path / "state").iterdir()] == [FILE]


def test_without_a_folder_it_holds_for_the_run() -> None:
    memory = Memory(None)
    memory.keep(STORY, remembered())
    assert memory.recall(STORY) == remembered()


def test_two_readers_do_not_forget_for_each_other(tmp_path: Path) -> None:
    one, two = Memory(tmp_path), Memory(tmp_path)
    other = story_of(document("two", "Text."), id="other")
    assert one.recall(STORY) is two.recall(STORY) is None
    one.keep(STORY, remembered(row=1))
    two.keep(other, remembered(row=2))
    assert Memory(tmp_path).recall(STORY) == remembered(row=1)
    assert Memory(tmp_path).recall(other) == remembered(row=2)


def test_the_story_longest_unvisited_is_forgotten_first(tmp_path: Path) -> None:
    memory = Memory(None)
    stories = [story_of(document("s", "Text."), id=str(n)) for n in range(MOST + 1)]
    for story in (*stories[:MOST], stories[0], stories[MOST]):
        memory.keep(story, remembered())
    assert memory.recall(stories[0])
    assert memory.recall(stories[1]) is None
    assert memory.recall(stories[MOST])


@settings(max_examples=60)
@given(st.one_of(st.binary(max_size=60), st.just(b"[" * 100_000), st.just(b'{"story": {}}')))
def test_a_file_that_cannot_be_read_is_left_out_with_a_remark_and_replaced(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("state")
    (folder / FILE).write_bytes(content)
    memory = Memory(folder)
    assert memory.recall(STORY) is None
    assert bool(memory.remark) == (content.strip() != b"{}")
    memory.keep(STORY, remembered())
    assert Memory(folder).recall(STORY) == remembered()


def test_a_file_name_that_is_no_unicode_costs_the_memory_and_nothing_else(tmp_path: Path) -> None:
    odd = replace_path(remembered(), "caf\udce9.txt")
    memory = Memory(tmp_path)
    memory.keep(STORY, odd)
    assert memory.recall(STORY) == odd
    assert not (tmp_path / FILE).exists()


def replace_path(kept: Remembered, path: str) -> Remembered:
    return Remembered((path,), (), path, kept.form, kept.folded, kept.filter, Bookmark(((path, 1),)))


async def test_the_reader_comes_back_to_the_place_the_layout_and_the_filter(reader: OpenReader, tmp_path: Path) -> None:
    for again in (False, True):
        async with (app := reader(state=tmp_path / "state")).run_test(size=WIDE) as pilot:
            await settled(pilot)
            await pilot.press("enter")
            await settled(pilot)
            screen = app.screen
            assert isinstance(screen, CompareScreen)
            if again:
                assert screen.at_cursor() == (2, 2)
                assert (screen.desk.form, screen.desk.folded) == (Form.SPLIT, True)
                assert screen.desk.filter.hidden == frozenset({Kind.TRANSLITERATION})
            else:
                await pilot.press("s", "z", "n", "n", "n", "o", "space", "escape")
                await settled(pilot)
            await pilot.press("q")


async def test_a_place_is_kept_when_another_story_is_opened_and_versions_given_by_hand_keep_their_order(
    reader: OpenReader, tmp_path: Path
) -> None:
    async with (app := reader(state=tmp_path / "state")).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("n", "n", "J")
        await settled(pilot)
        await pilot.press("K")
        await settled(pilot)
        assert app.screen.at_cursor() == (1, 1)
        await pilot.press("escape")
        story = app.session.library.stories[0]
        app.opening.open(story, order=["two.txt", "one.txt"])
        await settled(pilot)
        assert [app.screen.story.documents[n].path for n in app.screen.order] == ["two.txt", "one.txt"]


async def test_a_broken_memory_is_told_and_the_story_opens(reader: OpenReader, tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / FILE).write_bytes(b"{")
    async with (app := reader(state=tmp_path / "state")).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        assert any(FILE in problem for problem in app.problems)
