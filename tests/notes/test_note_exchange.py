"""Journals in files: written, sent, put together, and refused."""

import json
import random
import tempfile
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wirediff.errors import ExchangeError
from wirediff.kinds import Kind, Severity
from wirediff.model import Anchor
from wirediff.notes import Draft, Mark, NoteStore
from wirediff.notes.corrections import Citation, CitedParagraph, Decision
from wirediff.notes.events import Event, Target, encoded
from wirediff.notes.exchange import FORMATS, Bundle, read, read_folder, written
from wirediff.notes.exchange.entries import events_of, same
from wirediff.notes.fold import fold
from wirediff.notes.ids import event_id


def draft(text: str, **fields: object) -> Draft:
    return Draft(text=text, story="s1", **fields)  # type: ignore[arg-type]


def end(words: str) -> Anchor:
    return Anchor(path="a.txt", document="d", paragraph=2, start=3, end=3 + len(words), exact=words, prefix=" a")


_TEXT = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(
    [
        "",
        "yes",
        "null",
        "~",
        "a: b",
        "a #b",
        "- a",
        "1e5",
        "two\nlines",
        "\n",
        "ends\n\n",
        "  led",
        "a\n b\n\n",
        "x\r\n",
    ]
)
_ENDS = st.none() | st.text("ab \u00e9", min_size=1, max_size=5).map(end)
_WORDS = st.sampled_from([None, "error", "legal"])
_DRAFTS = st.builds(
    Draft,
    text=_TEXT,
    story=_TEXT,
    verdict=_WORDS,
    tags=st.lists(_TEXT, max_size=2).map(tuple),
    severity=st.sampled_from([None, *Severity]),
    status=st.sampled_from(["open", "confirmed"]),
    kind=st.sampled_from([None, *Kind]),
    left=_ENDS,
    right=_ENDS,
)
_FIELDS = st.fixed_dictionaries(
    {}, optional={"text": _TEXT, "verdict": _WORDS, "tags": st.lists(_TEXT, max_size=2).map(tuple), "left": _ENDS}
)
_CITED = st.builds(Citation, _TEXT, _TEXT, st.tuples(st.builds(CitedParagraph, st.integers(0, 9), _TEXT, _TEXT)))
_PAYLOADS = st.one_of(
    st.tuples(st.just("add"), _DRAFTS),
    st.tuples(st.just("change"), _FIELDS),
    st.tuples(st.just("remove"), st.just({})),
    st.tuples(st.just("correct"), st.builds(Decision, st.sampled_from(["link", "unlink"]), _CITED, _CITED)),
    st.tuples(st.just("review"), st.builds(Mark, _TEXT, st.lists(_ENDS.filter(bool), max_size=2).map(tuple))),
)


@st.composite
def journals(draw: st.DrawFn) -> list[Event]:
    events: list[Event] = []
    for action, payload in draw(st.lists(_PAYLOADS, max_size=6)):
        last = events[-1].id if events else ""
        note = f"{draw(st.integers(0, 2)):08x}"
        act = draw(st.sampled_from(["", last]))
        made = event_id(1_700_000_000_000, last)
        author = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=9))
        events.append(Event(made, note, author, "2023-11-14T22:13:20Z", action, encoded(payload), act))
    return events


@settings(max_examples=60)
@given(journal=journals(), format_=st.sampled_from(FORMATS))
def test_what_is_written_is_read_again_as_it_was(journal: list[Event], format_: str) -> None:
    notes = [*fold(journal).notes.values()]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "notes"
        file.write_bytes(written(journal, notes, format_))
        back = read(file).events
    assert len(back) == len(journal)
    assert all(map(same, back, journal))
    assert fold(back).notes == fold(journal).notes
    assert written(back, notes, format_) == written(journal, notes, format_)


@settings(max_examples=60)
@given(journal=journals())
def test_other_programs_read_the_yaml_and_find_text_where_text_is_meant(journal: list[Event]) -> None:
    loaded = yaml.safe_load(written(journal, [], "yaml").decode())
    entries = loaded["events"]
    assert [each["id"] for each in entries] == [event.id for event in journal]
    for each, event in zip(entries, journal, strict=True):
        carried = json.loads(event.payload)
        if "json" not in each and event.action == "add":
            assert each["text"] == carried["text"]
            assert each.get("tags", []) == carried["tags"]


def test_the_file_has_one_field_a_line_and_a_new_note_only_adds_lines(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path, "desk") as store:
        store.add(draft("two lines,\nas they are", verdict="error", tags=("names",), left=end("al-Abbadi")))
        before = written(store.exchanged(), (), "yaml").decode()
        made = store.add(draft("another"))
        after = written(store.exchanged(), (), "yaml").decode()
    assert after.startswith(before)
    lines = before.splitlines()
    assert "  text: |-" in lines
    assert "    as they are" in lines
    assert "    exact: al-Abbadi" in lines
    assert f"  note: {made.id}" in after.replace('"', "")


def test_annotations_show_the_notes_that_stand(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        store.add(draft("stands", left=end("here")))
        store.remove(store.add(draft("gone")).id)
        made = json.loads(written(store.exchanged(), store.recorded(), "jsonld"))
    assert made["type"] == "AnnotationCollection"
    (item,) = made["first"]["items"]
    assert item["body"][0]["value"] == "stands"
    assert item["target"][0]["selector"][0]["exact"] == "here"
    assert len(made["wirediff:journal"]) == 3


def filled(folder: Path, author: str, texts: str) -> NoteStore:
    folder.mkdir(exist_ok=True)
    store = NoteStore.open(folder, author)
    for text in texts:
        store.add(draft(f"{author} {text}"))
    return store


def texts(store: NoteStore) -> list[str]:
    return [note.text for note in store.notes()]


def bundle(store: NoteStore) -> Bundle:
    return Bundle("theirs", tuple(store.exchanged()))


def test_an_import_can_be_undone_done_again_and_repeated(tmp_path: Path) -> None:
    with filled(tmp_path / "a", "ann", "xy") as ann, filled(tmp_path / "b", "bob", "z") as bob:
        ann.undo()
        assert bob.take_in(bundle(ann)) == 3
        assert bob.take_in(bundle(ann)) == 0
        assert sorted(texts(bob)) == ["ann x", "bob z"]
        assert bob.undo() == "Undone: the file “theirs” is not taken in any more."
        assert texts(bob) == ["bob z"]
        assert bob.redo() == "Redone: the file “theirs” is taken in again."
        assert sorted(texts(bob)) == ["ann x", "bob z"]
        bob.undo()
        assert bob.take_in(bundle(ann)) == 3
        assert sorted(texts(bob)) == ["ann x", "bob z"]
        assert bob.undo()
        assert bob.undo() == "Undone: the note “bob z” is not there any more."


def test_what_an_undone_import_brought_is_not_passed_on(tmp_path: Path) -> None:
    with filled(tmp_path / "a", "ann", "x") as ann, filled(tmp_path / "b", "bob", "z") as bob:
        bob.take_in(bundle(ann))
        bob.undo()
        ann.take_in(bundle(bob))
        assert sorted(texts(ann)) == ["ann x", "bob z"]


def test_what_others_undo_after_an_import_is_taken_over(tmp_path: Path) -> None:
    with filled(tmp_path / "a", "ann", "xy") as ann, filled(tmp_path / "b", "bob", "") as bob:
        bob.take_in(bundle(ann))
        bob.change(bob.notes()[0].id, text="better")
        ann.undo()
        ann.take_in(bundle(bob))
        bob.take_in(bundle(ann))
        assert texts(ann) == texts(bob) == ["better"]


_STEPS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["add", "change", "remove", "undo", "redo", "bulk", "merge"])),
    max_size=14,
)


@settings(max_examples=12)
@given(steps=_STEPS, seed=st.integers(0, 999))
def test_in_whatever_order_grouping_and_number_journals_are_merged_the_outcome_is_the_same(
    steps: list[tuple[int, str]], seed: int
) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as top:
        stores = [filled(Path(top) / name, name, "1") for name in ("ann", "bob", "cem")]
        for number, (who, what) in enumerate(steps):
            _step(stores, who, what, number, chance)
        # A takes in B and C; B takes in C, then A, twice; C takes in what A has become, which is all of it.
        ann, bob, cem = stores
        first, second, third = (bundle(store) for store in stores)
        for each in chance.sample([second, third], 2):
            ann.take_in(each)
        for each in chance.sample([third, first, first, third], 4):
            bob.take_in(each)
        cem.take_in(bundle(ann))
        assert ann.notes() == bob.notes() == cem.notes()
        assert written(ann.exchanged(), (), "yaml") == written(cem.exchanged(), (), "yaml")
        for store in stores:
            store.close()


def _step(stores: list[NoteStore], who: int, what: str, number: int, chance: random.Random) -> None:
    store = stores[who]
    notes = store.notes()
    if what == "undo":
        store.undo()
    elif what == "redo":
        store.redo()
    elif what == "merge":
        store.take_in(bundle(chance.choice(stores)))
    elif what == "bulk":
        with store.together():
            store.add(draft(f"first of {number}"))
            store.add(draft(f"second of {number}"))
    elif what == "add" or not notes:
        store.add(draft(f"note {number}"))
    elif what == "change":
        store.change(chance.choice(notes).id, text=f"changed {number}")
    else:
        store.remove(chance.choice(notes).id)


def test_notes_of_two_people_that_happen_to_have_one_id_are_both_kept() -> None:
    def event(number: int, author: str, action: str, payload: object) -> Event:
        return Event(f"{number:032x}", "12ab34cd", author, "t", action, encoded(payload))  # type: ignore[arg-type]

    both = [
        event(1, "ann", "add", draft("ann's")),
        event(2, "bob", "add", draft("bob's")),
        event(3, "bob", "change", {"text": "bob's, better"}),
        event(4, "ann", "change", {"text": "ann's, better"}),
    ]
    assert [note.text for note in fold(both).notes.values()] == ["ann's, better", "bob's, better"]
    removed = event(5, "bob", "remove", {})
    assert [note.text for note in fold([*both, removed]).notes.values()] == ["ann's, better"]


def test_a_database_and_a_folder_are_merged_like_a_file(tmp_path: Path) -> None:
    with filled(tmp_path / "a", "ann", "x") as ann, filled(tmp_path / "b", "bob", "") as bob:
        expected = tuple(ann.exchanged())
        assert read(ann.file).events == expected
        assert read_folder(tmp_path / "a").events == expected
        bob.take_in(read_folder(tmp_path / "a"))
        assert texts(bob) == ["ann x"]
        # What one took in says nothing to others.
        assert read_folder(tmp_path / "b").events == expected
    (tmp_path / "none").mkdir()
    with pytest.raises(ExchangeError, match="has no notes"):
        read_folder(tmp_path / "none")


_GOOD = """\
wirediff: notes/1
events:
- id: 018bcfe5680070008000000000000000
  at: 2023-11-14T22:13:20Z
  author: ann
  action: add
  note: 12ab34cd
  text: fine
  story: s
"""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("fine", "&a fine\n  tags: [*a]", ":9: aliases"),
        ("fine", "!!python/object:os.system x", "tags (tag:yaml.org,2002:python/object:os.system) are not taken"),
        ("fine", "[" * 50 + "]" * 50, ":8: nested too deeply"),
        ("  story: s\n", "  story: s\n  colour: red\n", ":10: events[0].colour: there is no such field"),
        ("wirediff: notes/1", "wirediff: notes/2", ":1: wirediff: it has to be notes/1; a later version"),
        ("wirediff: notes/1\n", "", "this is no file of notes"),
        ("wirediff: notes/1\n", "wirediff: notes/1\nmore: x\n", ":2: more: there is no such field"),
        ("action: add", "action: import", "there is no action 'import'"),
        ("018bcfe56800", "7fffffffffff", ":3: events[0].id: the entry is from the future"),
        ("018bcfe56800", "018bcfe568", ":3: events[0].id:"),
        ("2023-11-14T22:13:20Z", "yesterday", ":4: events[0].at: 'yesterday' is no time"),
        ("12ab34cd", "../../x", ":7: events[0].note:"),
        ("  text: fine\n", "", "object missing required field 'text'"),
        ("fine", "fine\n  verdict: No such thing", ":9: events[0].verdict:"),
        ("fine", "fine\n  status: resolvd", ":9: events[0].status: there is no status 'resolvd' (take open, conf"),
        ("fine", "fine\n  kind: spelin", "(take typography, capitalisation"),
        ("fine", "fine\n  severity: grave", "(take cosmetic, notable, serious)"),
        ("fine", "fine\n  emptied: verdict", "a list of fields that have no value"),
        ("fine", "fine\n  left: {path: a, document: d, paragraph: -1, start: 0, end: 1, exact: x}", "count from 0"),
        ("fine", "fine\n  left: {path: a, document: d, paragraph: 1, start: 5, end: 1, exact: x}", "do not fit"),
        ("fine", "fine\n  left: {path: a, document: d, paragraph: 1, start: x, end: 1, exact: x}", "expected 'int'"),
        ("fine", "fine\n  left: {path: a, document: d, paragraph: 1, start: 0, end: 1, exact: x, by: y}", "left.by"),
        ("  text: fine\n  story: s\n", '  json: \'{"text": 1, "story": "s"}\'\n', "expected 'str'"),
        ("  text: fine\n  story: s\n", "  json: '[[[['\n", "a JSON object has to stand here"),
        ("  story: s\n", "  json: '{}'\n", "beside json there may be no other fields"),
        ("author: ann", "author: " + "a" * 300, "longer than 200"),
        ("- id", "- x\n- id", "events[0]: an entry has to stand here"),
    ],
)
def test_a_file_that_is_not_as_it_has_to_be_is_refused_with_the_place_and_nothing_of_it_is_taken_in(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    file = tmp_path / "notes.yaml"
    file.write_text(_GOOD, encoding="utf-8")
    assert len(read(file).events) == 1
    assert old in _GOOD
    file.write_text(_GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(ExchangeError) as raised:
        read(file)
    assert str(raised.value).startswith(str(file))
    assert says in str(raised.value)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", ":1:2: expecting property name"),
        ("{}", "there are neither a journal of notes (wirediff:journal) nor annotations"),
        ('{"wirediff:journal": {}}', "wirediff:journal: a list of entries"),
        ('{"wirediff:journal": [], "wirediff:journal": []}', "stands twice"),
        ('{"a": ' + "[" * 100_000, "nested too deeply"),
        ('{"a": ' + "9" * 10_000 + "}", "limit"),
        ('{"wirediff:journal": [{"id": 3}]}', "wirediff:journal[0].id: text has to stand here"),
        ('{"wirediff:journal": [null]}', "an entry has to stand here"),
    ],
)
def test_annotations_that_are_not_as_they_have_to_be_are_refused_with_the_place(
    tmp_path: Path, content: str, says: str
) -> None:
    file = tmp_path / "notes.jsonld"
    file.write_text(content)
    with pytest.raises(ExchangeError) as raised:
        read(file)
    assert says in str(raised.value)


def test_a_file_far_too_large_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wirediff.notes.exchange.jsonld.LARGEST", 1000)
    file = tmp_path / "notes.jsonld"
    file.write_text("{" + " " * 2000 + "}")
    with pytest.raises(ExchangeError, match="at most"):
        read(file)
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as opened:
        opened.truncate(200_000_000)
    begun = time.process_time()
    with pytest.raises(ExchangeError, match="at most 50 MB"):
        read(huge)
    assert time.process_time() - begun < 20


def test_more_entries_than_anybody_writes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wirediff.notes.exchange.entries.MOST", 3)
    with pytest.raises(ExchangeError, match="4 entries, and 3 is the most"):
        events_of([{}] * 4, "$.events", lambda place, message: ExchangeError(message))


def test_an_entry_that_was_changed_by_hand_is_refused_whole(tmp_path: Path) -> None:
    with filled(tmp_path / "a", "ann", "xy") as ann, filled(tmp_path / "b", "bob", "") as bob:
        file = tmp_path / "notes.yaml"
        file.write_bytes(written(ann.exchanged(), (), "yaml"))
        bob.take_in(Bundle("part", read(file).events[1:]))
        file.write_bytes(file.read_bytes().replace(b"ann y", b"ann z"))
        with pytest.raises(ExchangeError, match="with other content"):
            bob.take_in(read(file))
        assert texts(bob) == ["ann y"]


def test_an_undo_in_a_file_cannot_take_back_what_others_did(tmp_path: Path) -> None:
    with filled(tmp_path / "a", "ann", "x") as ann:
        (mine,) = ann.exchanged()
        made = event_id(int(time.time() * 1000), mine.id)
        ann.take_in(Bundle("f", (Event(made, mine.note, "bob", mine.at, "undo", encoded(Target(mine.id))),)))
        assert texts(ann) == ["ann x"]


def test_notes_made_after_an_import_from_a_clock_ahead_still_follow_it(tmp_path: Path) -> None:
    with filled(tmp_path / "a", "ann", "") as ann:
        ahead = event_id(int((time.time() + 3600) * 1000))
        ann.take_in(Bundle("f", (Event(ahead, "12ab34cd", "bob", "t", "add", encoded(draft("ahead"))),)))
        ann.add(draft("after"))
        assert texts(ann) == ["ahead", "after"]
        ann.undo()
        ann.undo()
        assert texts(ann) == []
