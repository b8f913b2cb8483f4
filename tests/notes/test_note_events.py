import random

from hypothesis import given
from hypothesis import strategies as st

from wirediff.notes.draft import Draft
from wirediff.notes.events import Event, Target, encoded
from wirediff.notes.fold import fold
from wirediff.notes.history import history
from wirediff.notes.ids import event_id, note_id


def journal() -> list[Event]:
    add = Event("01", "n1", "a", "t1", "add", encoded(Draft(text="one", story="s")))
    return [
        add,
        Event("02", "n2", "b", "t2", "add", encoded(Draft(text="two", story="s"))),
        Event("03", "n1", "a", "t3", "change", encoded({"text": "one, better"})),
        Event("04", "n1", "b", "t4", "remove", "{}"),
        Event("05", "n1", "b", "t5", "undo", encoded(Target("04"))),
        Event("06", "n1", "a", "t6", "undo", encoded(Target("03"))),
    ]


@given(st.randoms(use_true_random=False))
def test_the_order_in_which_journals_are_put_together_does_not_matter(order: random.Random) -> None:
    events = journal()
    expected = fold(events)
    order.shuffle(events)
    assert fold(events) == expected


def test_a_change_of_a_note_that_somebody_else_took_away_is_passed_over() -> None:
    events = [*journal()[:2], Event("025", "n1", "b", "t", "remove", "{}"), journal()[2]]
    assert [note.text for note in fold(events).notes.values()] == ["two"]


def test_a_note_whose_adding_is_undone_comes_back_with_its_later_changes() -> None:
    added, _, changed, *_ = journal()
    undo = Event("04", "n1", "a", "t", "undo", encoded(Target("01")))
    redo = Event("05", "n1", "a", "t", "redo", encoded(Target("01")))
    assert fold([added, changed, undo]).notes == {}
    assert fold([added, changed, undo, redo]).notes["n1"].text == "one, better"


def test_an_undo_of_an_event_that_is_not_there_changes_nothing() -> None:
    stray = Event("09", "n1", "a", "t", "undo", encoded(Target("zz")))
    assert fold([*journal(), stray]).notes == fold(journal()).notes


@given(st.lists(st.integers(0, 2**40), min_size=1, max_size=50))
def test_event_ids_go_up_whatever_the_clock_does(clock: list[int]) -> None:
    last = ""
    for milliseconds in clock:
        made = event_id(milliseconds, last)
        assert len(made) == 32
        assert made > last
        last = made


def test_event_ids_go_up_past_the_end_of_the_counter() -> None:
    last = event_id(5, f"{5:012x}7{0xFFF:03x}" + "b" * 16)
    assert last[:12] == f"{6:012x}"


def test_note_ids_avoid_those_taken() -> None:
    first = note_id(())
    assert len(first) == 8
    assert note_id({first}) != first


def test_of_two_notes_that_got_the_same_id_each_has_its_own_history_once_journals_are_merged() -> None:
    first, second = f"{1:012x}7000{'8':0<16}", f"{2:012x}7000{'8':0<15}1"
    events = [
        Event(first, "aaaaaaaa", "a", "t1", "add", encoded(Draft(text="one", story="s"))),
        Event(second, "aaaaaaaa", "b", "t2", "add", encoded(Draft(text="two", story="s"))),
        Event(f"{3:012x}7000{'8':0<16}", "aaaaaaaa", "b", "t3", "change", encoded({"text": "two, better"})),
        Event(f"{4:012x}7000{'8':0<16}", "aaaaaaaa", "a", "t4", "remove", "{}"),
    ]
    longer = "aaaaaaaa" + second[-8:]
    assert [*fold(events).notes] == [longer]
    assert [entry.action for entry in history(events, "aaaaaaaa")] == ["add", "remove"]
    assert [entry.action for entry in history(events, longer)] == ["add", "change"]
    assert [
        change.after for entry in history(events, longer) for change in entry.changes if change.field == "text"
    ] == [
        "two",
        "two, better",
    ]
