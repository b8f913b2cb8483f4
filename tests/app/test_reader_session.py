from pathlib import Path

import pytest
from handmade import document, story_of, two_compared

from wirediff import pipeline
from wirediff.align import Cell, Constraint
from wirediff.app.library.session import FIRST_FILES, KEPT_COMPARISONS, Library, Session, Stopped, gathered
from wirediff.app.settings.preferences import Preferences, recall, remember
from wirediff.model import Reading
from wirediff.notes import NoteStore, decision
from wirediff.pipeline import Settings


def folder_of(tmp_path: Path, count: int) -> Path:
    for number in range(count):
        (tmp_path / f"{number:03}.txt").write_text(f"Report {number}\n\nSomething happened in town {number}.\n")
    return tmp_path


@pytest.fixture
def single_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(paths, settings, progress=None):
        for number, path in enumerate(paths):
            progress(number, len(paths), path.name)
        return Reading(tuple(document(path.stem, "Text.") for path in paths))

    monkeypatch.setattr(pipeline, "read_paths", read)
    monkeypatch.setattr(pipeline, "find_stories", lambda documents, *_: tuple(story_of(item) for item in documents))


@pytest.mark.usefixtures("single_stories")
def test_the_first_stories_arrive_before_the_rest_is_read(tmp_path: Path) -> None:
    session = Session([folder_of(tmp_path, FIRST_FILES * 5 + 3)], Settings())
    arrived: list[Library] = []
    read: list[int] = []
    session.load(arrived.append, lambda done, total, name: read.append(done))
    assert [len(library.stories) for library in arrived] == [FIRST_FILES, FIRST_FILES * 5, FIRST_FILES * 5 + 3]
    assert [library.complete for library in arrived] == [False, False, True]
    assert read == sorted(read)
    assert read[-1] == FIRST_FILES * 5 + 3


@pytest.mark.usefixtures("single_stories")
def test_reading_can_be_stopped_and_what_has_arrived_stays(tmp_path: Path) -> None:
    session = Session([folder_of(tmp_path, FIRST_FILES * 2)], Settings())
    arrived: list[Library] = []

    def progress(done: int, total: int, name: str) -> None:
        if done > FIRST_FILES:
            raise Stopped

    with pytest.raises(Stopped):
        session.load(arrived.append, progress)
    assert [len(library.stories) for library in arrived] == [FIRST_FILES]


@pytest.mark.usefixtures("single_stories")
def test_grouping_can_be_stopped_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def find(documents, _, grouping):
        grouping(1, 2)
        return tuple(story_of(item) for item in documents)

    monkeypatch.setattr(pipeline, "find_stories", find)
    session = Session([folder_of(tmp_path, 3)], Settings())
    arrived: list[Library] = []

    def stop(done: int, total: int) -> None:
        assert (done, total) == (1, 2)
        raise Stopped

    with pytest.raises(Stopped):
        session.load(arrived.append, lambda *_: None, stop)
    assert arrived == []


def test_a_folder_without_stories_is_told_by_what_is_in_it_and_is_not_unread(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx", "c.pdf", ".hidden"):
        (tmp_path / name).write_bytes(b"")
    arrived: list[Library] = []
    Session([tmp_path, tmp_path / "gone"], Settings()).load(arrived.append, lambda *_: None)
    (library,) = arrived
    assert library.bare == {str(tmp_path): "of 3 files in it none can be read: 2 .docx, 1 .pdf"}
    assert [failure.path for failure in library.unread] == [str(tmp_path / "gone")]
    assert len(library.errors) == 2


def test_what_cannot_be_found_is_an_error_of_the_library(tmp_path: Path) -> None:
    arrived: list[Library] = []
    Session([tmp_path / "missing.txt"], Settings()).load(arrived.append, lambda *_: None)
    (library,) = arrived
    assert library.complete
    assert [failure.path for failure in library.errors] == [str(tmp_path / "missing.txt")]


def test_a_comparison_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr(pipeline, "compare", lambda documents, *_: made.append(documents) or two_compared())
    session = Session([], Settings())
    documents = two_compared().collation.versions
    assert session.known(documents) is None
    assert session.compare(documents) is session.compare(documents)
    assert session.known(documents) is not None
    assert len(made) == 1
    session.compare(documents[::-1])
    assert len(made) == 2


def test_only_the_comparisons_used_last_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "compare", lambda *_: two_compared())
    session = Session([], Settings())
    pairs = [(document(f"a{n}"), document(f"b{n}")) for n in range(KEPT_COMPARISONS + 1)]
    for pair in pairs:
        session.compare(pair)
        session.compare(pairs[0])
    assert session.known(pairs[0])
    assert session.known(pairs[1]) is None


def test_stories_put_together_have_the_versions_of_all() -> None:
    one, two = story_of(document("a", "x"), id="1"), story_of(document("b", "y"), id="2")
    assert gathered([one]) is one
    assert [item.path for item in gathered([one, two]).documents] == ["a.txt", "b.txt"]


def test_preferences_are_remembered(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    assert recall(folder) == Preferences()
    remember(folder, Preferences(theme="light", hinted=True))
    assert recall(folder) == Preferences(theme="light", hinted=True)


@pytest.mark.parametrize("content", [b"", b"{", b'{"theme": 3}', b"\xff"])
def test_damaged_preferences_are_the_usual_ones(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "reader.json").write_bytes(content)
    assert recall(tmp_path) == Preferences()


def test_stored_corrections_are_in_what_is_seen_and_exported_until_they_are_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    texts = ("The army took the town of Qaim.", "Nobody was hurt, the governor said.")
    one, two = document("one", *texts), document("two", *texts)
    with NoteStore.open(tmp_path) as store:
        store.correct(decision(Constraint("unlink", Cell(0, (1,)), Cell(1, (1,))), (one, two)))
    session = Session([tmp_path], Settings())
    session.open_store()

    def cells() -> list[tuple[tuple[int, ...], ...]]:
        seen = session.compare((one, two))
        (part,) = session.report([story_of(one, two)]).stories
        assert part.comparison == seen
        return [row.cells for row in seen.collation.rows]

    assert ((1,), (1,)) not in cells()
    session.note(lambda store: store.undo())
    assert cells() == [((1,), (1,)), ((2,), (2,))]
    session.close()
