"""The database through its versions, and through damage."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wirediff.errors import StoreError
from wirediff.notes import Draft, NoteStore
from wirediff.notes.draft import Fields
from wirediff.notes.events import Event, Target, encoded
from wirediff.notes.ids import event_id
from wirediff.notes.salvage import salvaged

_VERSION_1 = """
CREATE TABLE events (
  id TEXT NOT NULL PRIMARY KEY, note TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL, action TEXT NOT NULL,
  payload TEXT NOT NULL
) WITHOUT ROWID
"""


def draft(text: str) -> Draft:
    return Draft(text=text, story="s1")


def first_version(folder: Path, notes: int = 3) -> Path:
    """A database as the first version of the program left it."""
    file = folder / ".wirediff" / "notes.db"
    file.parent.mkdir()
    events: list[Event] = []
    last = ""
    for number in range(notes):
        last = event_id(1_700_000_000_000, last)
        events.append(Event(last, f"{number:08x}", "desk", "2023-11-14T22:13:20Z", "add", encoded(draft(f"{number}"))))
    last = event_id(1_700_000_000_000, last)
    fields: Fields = {"status": "resolved"}
    events.append(Event(last, "00000000", "desk", "2023-11-14T22:13:21Z", "change", encoded(fields)))
    undo = Event(event_id(1_700_000_000_000, last), "00000001", "desk", "2023-11-14T22:13:22Z", "undo", "")
    events.append(Event(undo.id, undo.note, "desk", undo.at, "undo", encoded(Target(events[1].id))))
    with closing(sqlite3.connect(file)) as old:
        old.execute("PRAGMA journal_mode = WAL")
        old.execute(_VERSION_1)
        old.execute("PRAGMA application_id = 0x77646966")
        old.execute("PRAGMA user_version = 1")
        rows = [(event.id, event.note, event.author, event.at, event.action, event.payload) for event in events]
        old.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", rows)
        old.commit()
    return file


def test_a_database_of_the_first_version_is_copied_and_brought_up_to_date(tmp_path: Path) -> None:
    file = first_version(tmp_path)
    with NoteStore.open(tmp_path) as store:
        assert [(note.text, note.status) for note in store.notes()] == [("0", "confirmed"), ("2", "open")]
        assert "notes.db.copy-1" in store.remark
        assert store.redo() == "Redone: the note “1” is there again."
        store.add(draft("new"))
    with closing(sqlite3.connect(file.with_name("notes.db.copy-1"))) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT count(*) FROM events").fetchone() == (5,)
    with NoteStore.open(tmp_path) as store:
        assert store.remark == ""
        assert [note.text for note in store.notes()] == ["0", "1", "2", "new"]
    assert not list(file.parent.glob("*.part*"))


def test_a_copy_that_cannot_be_made_leaves_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = first_version(tmp_path)

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("wirediff.notes.schema._copied", full)
        with pytest.raises(StoreError, match="disk is full"):
            NoteStore.open(tmp_path)
    with closing(sqlite3.connect(file)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (1,)
    with NoteStore.open(tmp_path) as store:
        assert len(store.notes()) == 2


def test_a_migration_that_is_cut_short_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first_version(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("wirediff.notes.schema._FIRST", "id, note, author, at, action, nonsense")
        with pytest.raises(StoreError):
            NoteStore.open(tmp_path)
    with NoteStore.open(tmp_path) as store:
        assert len(store.notes()) == 2


def test_programs_that_meet_an_old_database_at_once_bring_it_up_to_date_once(tmp_path: Path) -> None:
    file = first_version(tmp_path, 200)
    code = "import sys; from pathlib import Path; from wirediff.notes import Draft, NoteStore; sys.stdin.readline()\n"
    code += "NoteStore.open(Path(sys.argv[1])).add(Draft(text='new', story='s'))"
    openers = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for opener in openers:
        assert opener.stdin is not None
        opener.stdin.write("go\n")
        opener.stdin.flush()
    for opener in openers:
        opener.communicate()
        assert opener.returncode == 0
    with NoteStore.open(tmp_path) as store:
        assert len(store.notes()) == 199 + 3
    assert len(list(file.parent.glob("notes.db.copy-*"))) == 1


def test_an_old_database_in_a_place_that_is_only_looked_at_is_read_and_left_alone(
    tmp_path: Path, data_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = first_version(tmp_path)
    before = file.read_bytes()
    monkeypatch.setattr("wirediff.notes.place._writable", lambda *_: False)
    with NoteStore.open(tmp_path) as store:
        assert len(store.notes()) == 2
        store.add(draft("elsewhere"))
        assert len(store.notes()) == 3
    assert file.read_bytes() == before


def filled(folder: Path, notes: int) -> Path:
    with NoteStore.open(folder) as store:
        with store.together():
            for number in range(notes):
                store.add(draft(f"note {number} " + "x" * 200))
        return store.file


@pytest.mark.parametrize("place", [0.0, 0.02, 0.3, 0.5, 0.7, 0.95])
def test_what_lies_on_sound_pages_is_recovered_and_the_damaged_file_kept(tmp_path: Path, place: float) -> None:
    file = filled(tmp_path, 300)
    content = bytearray(file.read_bytes())
    page = int(len(content) // 4096 * place) * 4096
    content[page : page + 4096] = b"\xa5" * 4096
    file.write_bytes(content)
    with NoteStore.open(tmp_path) as store:
        recovered = store.notes()
        # The page that is gone held a dozen notes at most. None are gone where it only led to others.
        assert 280 <= len(recovered) <= 300
        assert f"{store.entries} entries of its journal could be read" in store.remark
        assert all(note.text.startswith("note ") for note in recovered)
        store.add(draft("after"))
    assert file.with_name("notes.db.damaged-1").read_bytes() == content
    with NoteStore.open(tmp_path) as store:
        assert store.remark == ""
        assert len(store.notes()) == len(recovered) + 1


def test_notes_longer_than_a_page_are_recovered_whole(tmp_path: Path) -> None:
    texts = ["x" * length for length in (10, 3_900, 4_100, 9_000, 100_000)]
    with NoteStore.open(tmp_path) as store:
        for text in texts:
            store.add(draft(text))
        file = store.file
    content = bytearray(file.read_bytes())
    content[:100] = b"\0" * 100
    file.write_bytes(content)
    with NoteStore.open(tmp_path) as store:
        assert [note.text for note in store.notes()] == texts
        assert "5 entries" in store.remark


@settings(max_examples=40)
@given(damage=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=300)), max_size=8))
def test_whatever_the_damage_opening_gives_a_store_that_works_and_notes_that_were_written(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[float, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    file = filled(folder, 30)
    content = bytearray(file.read_bytes())
    for place, garbage in damage:
        at = int(place * (len(content) - len(garbage)))
        content[at : at + len(garbage)] = garbage
    file.write_bytes(content)
    with NoteStore.open(folder) as store:
        assert len(store.notes()) <= 30
        store.add(draft("after"))
        assert store.notes()[-1].text == "after"
    kept = [*file.parent.glob("notes.db.damaged-*")]
    assert all(aside.read_bytes() == content for aside in kept)


def test_a_database_that_was_cut_off_gives_back_what_is_left(tmp_path: Path) -> None:
    file = filled(tmp_path, 300)
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 4096 // 2 * 4096])
    with NoteStore.open(tmp_path) as store:
        assert 50 < len(store.notes()) < 300
        assert "damaged" in store.remark
    assert file.with_name("notes.db.damaged-1").stat().st_size < len(content)


def test_what_stands_only_in_the_log_of_a_damaged_database_is_recovered_too(tmp_path: Path) -> None:
    store = NoteStore.open(tmp_path)
    for number in range(5):
        store.add(draft(f"note {number}"))
    file = store.file
    folder = tmp_path / "later"
    (folder / ".wirediff").mkdir(parents=True)
    for name in ("notes.db", "notes.db-wal"):  # as a crash leaves them
        (folder / ".wirediff" / name).write_bytes(file.with_name(name).read_bytes())
    store.close()
    assert [event.action for event in salvaged(folder / ".wirediff" / "notes.db")] == ["add"] * 5


def test_nothing_is_recovered_from_what_never_was_a_database(tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    file.write_bytes(b"no database" * 1000)
    assert salvaged(file) == []
    assert list(tmp_path.iterdir()) == [file]


def test_a_place_besides_that_cannot_be_read_is_told_and_not_fatal(tmp_path: Path, data_home: Path) -> None:
    blocker = tmp_path / ".wirediff"
    blocker.touch()
    with NoteStore.open(tmp_path) as store:
        store.add(draft("elsewhere"))
        elsewhere = store.file
    blocker.unlink()
    elsewhere.write_bytes(b"no database" * 1000)
    with NoteStore.open(tmp_path) as store:
        assert str(elsewhere) in store.remark
        store.add(draft("here"))
        assert len(store.notes()) == 1
    assert elsewhere.read_bytes().startswith(b"no database")


_WRITER = """
import sys
from pathlib import Path
from wirediff.notes import Draft, NoteStore
sys.stdin.readline()
with NoteStore.open(Path(sys.argv[1]), sys.argv[2]) as store:
    for number in range(int(sys.argv[3])):
        store.add(Draft(text=f"{sys.argv[2]} {number}", story="s"))
"""


@pytest.mark.slow
def test_two_programs_writing_a_thousand_notes_each_at_once_end_with_two_thousand(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path), name, "1000"], stdin=subprocess.PIPE, text=True)
        for name in ("ann", "bob")
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    with NoteStore.open(tmp_path) as store:
        texts = [note.text for note in store.notes()]
        assert sorted(texts) == sorted(f"{name} {number}" for name in ("ann", "bob") for number in range(1000))
        for name in ("ann", "bob"):
            assert [text for text in texts if text.startswith(name)] == [f"{name} {n}" for n in range(1000)]


def test_an_id_that_was_damaged_without_notice_keeps_no_new_note_from_being_written() -> None:
    made = event_id(1_700_000_000_000, "6G\ufffd0")
    assert made > event_id(1_600_000_000_000)
    assert len(made) == 32
