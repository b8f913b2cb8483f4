"""Several things done at once, and what one can learn about a note afterwards."""

import sqlite3
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from wirediff.errors import UsageError
from wirediff.model import Anchor
from wirediff.notes import Draft, NoteStore


def draft(text: str, **fields: object) -> Draft:
    return Draft(text=text, story="s1", **fields)  # type: ignore[arg-type]


def texts(store: NoteStore) -> list[str]:
    return [note.text for note in store.notes()]


def test_what_is_done_together_is_undone_and_redone_in_one_step(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        old = store.add(draft("old"))
        store.add(draft("older"))
        with store.together():
            store.add(draft("one"))
            store.add(draft("two"))
            store.change(old.id, verdict="error")
        assert texts(store) == ["old", "older", "one", "two"]
        assert store.undo() == (
            "Undone: the note “one” and 1 more are not there any more; "
            "the note “old” is not judged any more (was: error)."
        )
        assert texts(store) == ["old", "older"]
        assert store.notes()[0].verdict is None
    with NoteStore.open(tmp_path) as store:
        assert store.redo() == (
            "Redone: the note “one” and 1 more are there again; the note “old” is error again (was: not judged)."
        )
        assert next((note.text, note.verdict) for note in store.notes()) == ("old", "error")
        store.undo()
        assert store.undo() == "Undone: the note “older” is not there any more."


def test_nothing_of_it_is_recorded_when_something_goes_wrong_on_the_way(tmp_path: Path) -> None:
    def attempt() -> None:
        with store.together():
            store.add(draft("one"))
            store.change("there is none", text="x")

    with NoteStore.open(tmp_path) as store:
        store.add(draft("before"))
        with pytest.raises(UsageError):
            attempt()
        assert texts(store) == ["before"]
        store.add(draft("after"))
        store.undo()
        assert texts(store) == ["before"]
    with NoteStore.open(tmp_path) as store:
        assert texts(store) == ["before"]


def test_acts_inside_acts_are_one_act_and_an_empty_one_is_none(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        store.add(draft("first"))
        with store.together():
            store.add(draft("second"))
            with store.together():
                store.add(draft("third"))
            store.add(draft("fourth"))
        with store.together():
            pass
        store.undo()
        assert texts(store) == ["first"]


def test_other_programs_see_an_act_whole_or_not_at_all(tmp_path: Path) -> None:
    seen: list[int] = []
    with NoteStore.open(tmp_path) as store, NoteStore.open(tmp_path) as other:
        store.add(draft("first"))
        with store.together():
            store.add(draft("second"))
            reader = threading.Thread(target=lambda: seen.append(len(other.notes())))
            reader.start()
            reader.join()
            store.add(draft("third"))
        assert seen == [1]
        assert len(other.notes()) == 3


def test_two_threads_do_not_mix_their_acts(tmp_path: Path) -> None:
    def bulk(name: str) -> None:
        with store.together():
            for number in range(10):
                store.add(draft(f"{name} {number}"))

    with NoteStore.open(tmp_path) as store:
        threads = [threading.Thread(target=bulk, args=(name,)) for name in "abc"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for left in (20, 10, 0):
            store.undo()
            assert len(store.notes()) == left
            assert all(sum(text.startswith(name) for text in texts(store)) in {0, 10} for name in "abc")


def test_a_history_tells_who_changed_what_from_what_to_what_and_what_was_undone(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path, "ann") as ann, NoteStore.open(tmp_path, "bob") as bob:
        made = ann.add(draft("one", tags=("a",)))
        bob.change(made.id, text="two", status="confirmed")
        bob.undo()
        ann.remove(made.id)
        entries = ann.history(made.id)
    assert [(entry.author, entry.action, entry.undone) for entry in entries] == [
        ("ann", "add", False),
        ("bob", "change", True),
        ("bob", "undo", False),
        ("ann", "remove", False),
    ]
    changes = [{change.field: (change.before, change.after) for change in entry.changes} for entry in entries]
    assert changes[0] == {
        "text": (None, "one"),
        "story": (None, "s1"),
        "tags": (None, ("a",)),
        "status": (None, "open"),
    }
    assert changes[1] == {"text": ("one", "two"), "status": ("open", "confirmed")}
    assert changes[2] == {"text": ("two", "one"), "status": ("confirmed", "open")}
    assert changes[3]["text"] == ("one", None)
    assert all(entry.at.endswith("Z") for entry in entries)


def test_the_history_of_a_note_shows_the_undoing_of_an_act_on_many_notes(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        with store.together():
            store.add(draft("one"))
            second = store.add(draft("two"))
        store.add(draft("unrelated"))
        store.undo()
        store.undo()
        assert [(entry.action, entry.undone) for entry in store.history(second.id)] == [("add", True), ("undo", False)]


def test_there_is_no_history_of_a_note_that_never_was(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store, pytest.raises(UsageError, match="never was a note 12ab"):
        store.history("12ab")


def test_the_number_of_entries_tells_that_somebody_wrote(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as one, NoteStore.open(tmp_path) as other:
        before = one.entries
        other.add(draft("x"))
        assert one.entries > before
        before = one.entries
        other.undo()
        assert one.entries > before


def test_statuses_of_earlier_versions_are_read_as_todays(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        store.add(draft("added so", status="resolved"))
        other = store.add(draft("changed so"))
        store.change(other.id, status="resolved")
        assert [note.status for note in store.notes()] == ["confirmed", "confirmed"]
        assert store.history(other.id)[1].changes[0].after == "confirmed"
        file = store.file
    stored = sqlite3.connect(file)
    assert stored.execute("SELECT count(*) FROM events WHERE payload LIKE '%resolved%'").fetchone() == (2,)
    stored.close()


def test_a_database_that_vanishes_under_an_open_store_takes_no_later_notes_with_it(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        store.add(draft("gone"))
        store.file.rename(tmp_path / "elsewhere.db")
        assert store.notes() == ()
        assert not store.file.exists()
        store.add(draft("kept"))
        assert texts(store) == ["kept"]
    with NoteStore.open(tmp_path) as store:
        assert texts(store) == ["kept"]


def test_threads_may_look_while_others_write(tmp_path: Path) -> None:
    faults: list[BaseException] = []
    done = threading.Event()

    def look() -> None:
        try:
            while not done.is_set():
                for note in store.notes():
                    assert note.text
                store.history(first.id)
                store.exchanged()
                store.ever()
        except BaseException as error:
            faults.append(error)

    def write(name: str) -> None:
        try:
            for number in range(60):
                with suppress(UsageError):  # the other has undone what this one did: they sign with one name
                    made = store.add(draft(f"{name} {number}"))
                    store.change(made.id, verdict="error")
                    if number % 2:
                        store.remove(made.id)
                    else:
                        store.undo()
        except BaseException as error:
            faults.append(error)

    with NoteStore.open(tmp_path) as store:
        with store.together():
            first = store.add(draft("first"))
            for number in range(200):
                store.add(draft(f"{number}"))
        looking = [threading.Thread(target=look) for _ in range(2)]
        writing = [threading.Thread(target=write, args=(name,)) for name in "ab"]
        for thread in (*looking, *writing):
            thread.start()
        for thread in writing:
            thread.join()
        done.set()
        for thread in looking:
            thread.join()
    assert faults == []


def test_undo_says_which_words_are_judged_how_again_and_how_they_were(tmp_path: Path) -> None:
    left, right = anchored("seize"), anchored("retake")
    with NoteStore.open(tmp_path) as store:
        made = store.add(Draft(story="s", text="", left=left, right=right, verdict="acceptable"))
        store.change(made.id, status="dismissed")
        assert store.undo() == "Undone: “seize → retake” is acceptable again (was: not a discrepancy)."
        assert store.redo() == "Redone: “seize → retake” is not a discrepancy again (was: acceptable)."
        store.undo()
        assert store.undo() == "Undone: “seize → retake” is not judged any more (was: acceptable)."


def test_undo_of_many_judgements_names_the_first_and_counts_the_others(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        with store.together():
            for word in ("seize", "take", "grab"):
                store.add(Draft(story="s", text="", left=anchored(word), verdict="error"))
        assert store.undo() == "Undone: “seize” and 2 more are not judged any more (were: error)."


def anchored(words: str) -> Anchor:
    return Anchor(path="one.txt", document="id", paragraph=1, start=0, end=len(words), exact=words)
