import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wirediff.errors import StoreError, UsageError
from wirediff.kinds import Kind, Severity
from wirediff.model import Anchor
from wirediff.notes import Draft, NoteStore, author_name, notes_folder


def draft(text: str = "a name in another spelling", **fields: object) -> Draft:
    return Draft(text=text, story="s1", **fields)  # type: ignore[arg-type]


def texts(store: NoteStore) -> list[str]:
    return [note.text for note in store.notes()]


def test_a_note_is_there_again_after_reopening_with_all_it_said(tmp_path: Path) -> None:
    end = Anchor(path="a.txt", document="d1", paragraph=3, start=2, end=7, exact="Abadi", prefix="l-", suffix=" said")
    with NoteStore.open(tmp_path) as store:
        made = store.add(
            draft(verdict="error", tags=("names",), severity=Severity.SERIOUS, kind=Kind.TRANSLITERATION, left=end)
        )
    with NoteStore.open(tmp_path) as store:
        assert store.notes() == (made,)
    assert made.author == "desk"
    assert made.left == end
    assert made.created == made.modified
    assert (tmp_path / ".wirediff" / "notes.db").is_file()


def test_opening_and_looking_make_no_file(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        assert store.notes() == ()
        assert store.undo() is None
        assert store.redo() is None
        assert store.remark == ""
    assert list(tmp_path.iterdir()) == []


def test_a_change_alters_the_fields_named_and_no_others(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        made = store.add(draft(verdict="error", tags=("names",)))
        changed = store.change(made.id, text="two spellings", verdict=None)
        assert (changed.text, changed.verdict, changed.tags) == ("two spellings", None, ("names",))
        assert changed.id == made.id
        assert changed.created == made.created
        assert store.notes() == (changed,)


def test_a_removed_note_is_gone_and_cannot_be_changed(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        made = store.add(draft())
        store.remove(made.id)
        assert store.notes() == ()
        with pytest.raises(UsageError, match=made.id):
            store.change(made.id, text="again")
        with pytest.raises(UsageError, match="no note"):
            store.remove(made.id)


def test_undo_and_redo_go_all_the_way_back_and_forth_across_reopening(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        first = store.add(draft("first"))
        store.change(first.id, text="first, put better")
        store.add(draft("second"))
        store.remove(first.id)
    states = []
    for _ in range(4):
        with NoteStore.open(tmp_path) as store:
            assert store.undo()
            states.append(texts(store))
    assert states == [["first, put better", "second"], ["first, put better"], ["first"], []]
    with NoteStore.open(tmp_path) as store:
        assert store.undo() is None
    for _ in range(4):
        with NoteStore.open(tmp_path) as store:
            assert store.redo()
            states.append(texts(store))
    assert states[4:] == [["first"], ["first, put better"], ["first, put better", "second"], ["second"]]


def test_undo_says_what_it_undid(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        made = store.add(draft("a rather long note that nobody wants to read twice in a status line"))
        assert store.undo() == "Undone: the note “a rather long note that nobody wants to…” is not there any more."
        assert store.redo() == "Redone: the note “a rather long note that nobody wants to…” is there again."
        store.remove(made.id)
        assert (store.undo() or "").startswith("Undone: the note “a rather")


def test_after_a_new_act_there_is_nothing_to_redo(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        store.add(draft("first"))
        store.undo()
        store.add(draft("second"))
        assert store.redo() is None
        assert texts(store) == ["second"]


def test_each_author_undoes_their_own_acts(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path, "night desk") as night, NoteStore.open(tmp_path, "day desk") as day:
        night.add(draft("by night"))
        day.add(draft("by day"))
        night.undo()
        assert texts(day) == texts(night) == ["by day"]


def test_two_open_stores_see_each_others_notes_at_once(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as one, NoteStore.open(tmp_path) as other:
        made = one.add(draft("from one"))
        assert texts(other) == ["from one"]
        other.change(made.id, text="from the other")
        assert texts(one) == ["from the other"]


def test_threads_may_share_a_store(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        threads = [threading.Thread(target=store.add, args=(draft(f"note {n}"),)) for n in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(texts(store)) == sorted(f"note {n}" for n in range(12))
        assert len({note.id for note in store.notes()}) == 12


def test_writers_with_connections_of_their_own_lose_nothing(tmp_path: Path) -> None:
    def write(name: str) -> None:
        with NoteStore.open(tmp_path, name) as store:
            for n in range(10):
                store.add(draft(f"{name} {n}"))

    threads = [threading.Thread(target=write, args=(name,)) for name in ("ann", "bob", "cem")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with NoteStore.open(tmp_path) as store:
        assert sorted(texts(store)) == sorted(f"{name} {n}" for name in ("ann", "bob", "cem") for n in range(10))


def test_notes_stand_in_the_order_of_their_creation_even_when_the_clock_goes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([2000.0, 1000.0, 1000.0, 500.0])
    monkeypatch.setattr("wirediff.notes.journal.time.time", lambda: next(clock))
    with NoteStore.open(tmp_path) as store:
        for text in ("first", "second", "third", "fourth"):
            store.add(draft(text))
    with NoteStore.open(tmp_path) as store:
        assert texts(store) == ["first", "second", "third", "fourth"]


def test_a_folder_that_cannot_hold_notes_has_them_in_the_users_data_folder(tmp_path: Path, data_home: Path) -> None:
    (tmp_path / ".wirediff").write_text("in the way")
    with NoteStore.open(tmp_path) as store:
        assert store.file.is_relative_to(data_home / "wirediff")
        assert str(store.file.parent) in store.remark
        assert str(tmp_path) in store.remark
        store.add(draft("kept elsewhere"))
    with NoteStore.open(tmp_path) as store:
        assert texts(store) == ["kept elsewhere"]
    assert (tmp_path / ".wirediff").read_text() == "in the way"


def test_two_folders_do_not_share_their_fallback(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / ".wirediff").touch()
        with NoteStore.open(tmp_path / name) as store:
            store.add(draft(name))
    with NoteStore.open(tmp_path / "one") as store:
        assert texts(store) == ["one"]


def test_notes_made_while_the_folder_was_read_only_stay_in_sight_afterwards(tmp_path: Path) -> None:
    blocker = tmp_path / ".wirediff"
    blocker.touch()
    with NoteStore.open(tmp_path) as store:
        elsewhere = store.add(draft("elsewhere"))
    blocker.unlink()
    with NoteStore.open(tmp_path) as store:
        assert texts(store) == ["elsewhere"]
        store.add(draft("here"))
        store.change(elsewhere.id, text="elsewhere, put better")
    with NoteStore.open(tmp_path) as store:
        assert texts(store) == ["elsewhere, put better", "here"]
        assert store.remark == ""


def test_notes_on_the_sample_stories_are_not_kept_inside_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    import wirediff

    with NoteStore.open(Path(wirediff.__file__).parent / "seeds") as store:
        assert "no place for notes" in store.remark
        assert not store.file.is_relative_to(Path(wirediff.__file__).parent)


@pytest.mark.parametrize(
    "content",
    [b"this is no database at all, but a text of some length" * 30, b"SQLite format 3\0" + b"\xff" * 4096],
    ids=["text", "garbled"],
)
def test_a_damaged_database_is_set_aside_whole_and_reported(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / ".wirediff"
    folder.mkdir()
    for number in (1, 2):
        (folder / "notes.db").write_bytes(content)
        with NoteStore.open(tmp_path) as store:
            assert store.notes() == ()
            assert f"notes.db.damaged-{number}" in store.remark
            store.add(draft("after the damage"))
            assert texts(store) == ["after the damage"]
        assert (folder / f"notes.db.damaged-{number}").read_bytes() == content


def test_a_database_of_another_program_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / ".wirediff").mkdir()
    foreign = sqlite3.connect(tmp_path / ".wirediff" / "notes.db")
    foreign.execute("CREATE TABLE recipes (name TEXT)")
    foreign.commit()
    foreign.close()
    with NoteStore.open(tmp_path) as store:
        assert "another program" in store.remark
        store.add(draft())
    kept = sqlite3.connect(tmp_path / ".wirediff" / "notes.db.damaged-1")
    assert kept.execute("SELECT count(*) FROM recipes").fetchone() == (0,)
    kept.close()


def test_a_database_of_a_later_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        store.add(draft())
        file = store.file
    later = sqlite3.connect(file)
    later.execute("PRAGMA user_version = 99")
    later.commit()
    later.close()
    before = file.read_bytes()
    with pytest.raises(StoreError, match="later version"):
        NoteStore.open(tmp_path)
    assert file.read_bytes() == before


def test_events_that_a_later_version_wrote_do_not_hide_the_others(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        made = store.add(draft("plain"))
        file = store.file
    other = sqlite3.connect(file)
    for number, (action, payload) in enumerate([("vote", "{}"), ("change", "no JSON"), ("undo", "[]"), ("add", "{}")]):
        other.execute(
            "INSERT INTO events (id, note, author, at, action, payload) VALUES (?, ?, 'x', 'x', ?, ?)",
            (f"f{number}", made.id, action, payload),
        )
    other.commit()
    other.close()
    with NoteStore.open(tmp_path) as store:
        assert texts(store) == ["plain"]


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / ".wirediff").mkdir()
    (tmp_path / ".wirediff" / "notes.db").touch()
    with NoteStore.open(tmp_path) as store:
        store.add(draft())
        assert store.remark == ""


def test_every_write_is_synchronised_with_the_disk(tmp_path: Path) -> None:
    from wirediff.notes.database import connect

    connection, _ = connect(tmp_path / "notes.db")
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_hostile_text_comes_back_as_it_was(tmp_path: Path) -> None:
    text = "esc \x1b[31m nul \0 lone \ud800 bidi \u202e quote ' \" ; DROP TABLE events"
    with NoteStore.open(tmp_path) as store:
        store.add(draft(text))
    with NoteStore.open(tmp_path) as store:
        assert texts(store) == [text]


@pytest.mark.parametrize(("given", "expected"), [("  desk two ", "desk two"), ("\udcff", "?")])
def test_the_environment_names_the_author(monkeypatch: pytest.MonkeyPatch, given: str, expected: str) -> None:
    monkeypatch.setattr("os.environ", {"WIREDIFF_AUTHOR": given})
    assert author_name() == expected


def test_without_a_name_in_the_environment_the_login_name_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIREDIFF_AUTHOR", " ")
    monkeypatch.setattr("getpass.getuser", lambda: "login")
    assert author_name() == "login"
    monkeypatch.setattr("getpass.getuser", lambda: (_ for _ in ()).throw(KeyError("uid")))
    assert author_name() == ""


def test_the_folder_of_notes_is_the_folder_read_or_the_common_parent(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "story.txt").touch()
    assert notes_folder([tmp_path / "a"]) == tmp_path / "a"
    assert notes_folder([tmp_path / "a" / "story.txt"]) == tmp_path / "a"
    assert notes_folder([tmp_path / "a" / "story.txt", tmp_path / "b" / "story.txt"]) == tmp_path
    assert notes_folder([]) == Path.cwd()


_ACTS = st.lists(
    st.tuples(st.sampled_from(["add", "change", "remove", "undo", "redo"]), st.integers(0, 9)), max_size=25
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=_ACTS)
def test_whatever_was_done_reopening_gives_the_same_notes_and_the_same_undo(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("store")
    history: list[tuple[str, ...]] = [()]  # the states that undo goes back through, by an obvious model
    place = 0
    with NoteStore.open(folder) as store:
        for step, (act, pick) in enumerate(acts):
            notes = store.notes()
            if act == "undo":
                assert (store.undo() is None) == (place == 0)
                place = max(0, place - 1)
            elif act == "redo":
                assert (store.redo() is None) == (place == len(history) - 1)
                place = min(len(history) - 1, place + 1)
            else:
                if act == "add":
                    store.add(draft(f"note {step}"))
                elif not notes:
                    continue
                elif act == "change":
                    store.change(notes[pick % len(notes)].id, text=f"note {step}")
                else:
                    store.remove(notes[pick % len(notes)].id)
                history[place + 1 :] = [tuple(texts(store))]
                place += 1
            assert tuple(texts(store)) == history[place]
        before = store.notes()
    with NoteStore.open(folder) as again:
        assert again.notes() == before
        for expected in reversed(history[:place]):
            assert again.undo()
            assert tuple(texts(again)) == expected
        assert again.undo() is None


def test_paths_are_recorded_from_the_folder_and_shown_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories = tmp_path / "stories"
    stories.mkdir()
    monkeypatch.chdir(tmp_path)
    end = Anchor(path="stories/a.txt", document="d", paragraph=1, start=0, end=1, exact="x")
    with NoteStore.open(stories) as store:
        made = store.add(draft(left=end))
        assert made.left == end
        assert store.change(made.id, right=end).right == end
    stories.rename(tmp_path / "moved")
    with NoteStore.open(tmp_path / "moved") as store:
        (note,) = store.notes()
        assert note.left is not None
        assert note.left.path == "moved/a.txt"
    monkeypatch.chdir("/")
    with NoteStore.open(tmp_path / "moved") as store:
        (note,) = store.notes()
        assert note.right is not None
        assert (Path("/") / note.right.path).parent.samefile(tmp_path / "moved")


def test_a_version_outside_the_folder_keeps_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "stories")
    end = Anchor(path="../elsewhere/a.txt", document="d", paragraph=1, start=0, end=1, exact="x")
    with NoteStore.open(tmp_path / "stories") as store:
        made = store.add(draft(left=end))
    assert made.left is not None
    assert made.left.path == str(tmp_path / "elsewhere" / "a.txt")
