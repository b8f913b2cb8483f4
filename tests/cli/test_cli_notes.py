import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_calls import Result

Call = Callable[..., Result]


def listed(call: Call, *paths: str) -> list[dict[str, Any]]:
    payload = json.loads(call("notes", "list", *paths, "--json").out)
    assert list(payload) == ["schema", "notes"]
    notes: list[dict[str, Any]] = payload["notes"]
    return notes


def added(call: Call, *args: str) -> str:
    result = call("notes", "add", *args)
    assert result.code == 0, result.err
    return result.out.strip()


def test_a_note_is_fastened_where_the_words_stand(call: Call) -> None:
    made = added(
        call, "one.txt", "--quote", "al-Abadi", "--text", "house spelling", "--verdict", "error", "--tag", "names"
    )
    (note,) = listed(call)
    assert note["id"] == made
    assert (note["text"], note["verdict"], note["tags"], note["author"]) == (
        "house spelling",
        "error",
        ["names"],
        "desk",
    )
    end = note["left"]
    assert (end["path"], end["paragraph"], end["exact"]) == ("one.txt", 1, "al-Abadi")
    document = json.loads(call("read", "one.txt", "--json").out)["documents"][0]
    assert document["paragraphs"][0]["text"][end["start"] : end["end"]] == "al-Abadi"
    assert note["right"] is None


def test_a_note_may_be_fastened_in_two_versions(call: Call) -> None:
    added(
        call,
        "one.txt",
        "--quote",
        "al-Abadi",
        "--against",
        "two.txt",
        "--against-quote",
        "al-Abbadi",
        "--text",
        "which?",
    )
    (note,) = listed(call)
    assert (note["left"]["exact"], note["right"]["exact"]) == ("al-Abadi", "al-Abbadi")
    markdown = call("export", ".", "--format", "markdown").out
    assert "which?" in markdown


def test_a_note_knows_its_story_and_is_in_its_export(call: Call) -> None:
    added(call, "two.txt", "--paragraph", "2", "--text", "on a paragraph")
    added(call, "two.txt", "--text", "on the story")
    added(call, "two.txt", "--paragraph", "0", "--quote", "seize", "--text", "on the headline")
    payload = json.loads(call("export", ".", "--format", "json").out)
    (story,) = payload["stories"]
    assert [note["text"] for note in story["notes"]] == ["on a paragraph", "on the story", "on the headline"]
    assert {note["story"] for note in story["notes"]} == {story["id"]}
    assert story["notes"][0]["left"]["exact"].startswith("Government troops")
    assert story["notes"][1]["left"] is None


def test_straight_quotation_marks_find_typographic_ones(call: Call, folder: Path) -> None:
    (folder / "curly.txt").write_text("Headline here\n\nHe said it’s the “last big fight” — and left.\n", "utf-8")
    added(call, "curly.txt", "--quote", 'it\'s the "last big fight" - and', "--text", "x")
    assert listed(call)[0]["left"]["exact"] == "it’s the “last big fight” — and"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--quote", "nowhere to be found"], "stands nowhere in one.txt"),
        (["--quote", "the"], "times in one.txt; give --paragraph"),
        (["--paragraph", "9"], "has no paragraph 9; its last one is 3"),
        (["--paragraph", "2", "--quote", "al-Abadi"], "stands nowhere"),
        (["--against-quote", "x"], "belong to --against"),
        (["--kind", "spelin"], "did you mean spelling?"),
    ],
)
def test_a_note_that_cannot_be_fastened_is_refused_and_nothing_recorded(
    call: Call, folder: Path, args: list[str], says: str
) -> None:
    result = call("notes", "add", "one.txt", "--text", "x", *args)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert not (folder / ".wirediff").exists()


def test_a_note_on_a_file_that_cannot_be_read_ends_with_3(call: Call) -> None:
    assert call("notes", "add", "missing.txt", "--text", "x").code == 3


def test_set_changes_what_is_named_and_empties_with_none(call: Call) -> None:
    made = added(
        call, "one.txt", "--text", "x", "--verdict", "error", "--severity", "serious", "--tag", "a", "--tag", "b"
    )
    assert call("notes", "set", made[:5], "--text", "y", "--verdict", "none", "--status", "confirmed").code == 0
    (note,) = listed(call)
    assert (note["text"], note["verdict"], note["status"], note["severity"]) == ("y", None, "confirmed", "serious")
    assert note["tags"] == ["a", "b"]
    call("notes", "set", made, "--tag", "c")
    assert listed(call)[0]["tags"] == ["c"]
    call("notes", "set", made, "--tag", "")
    assert listed(call)[0]["tags"] == []


def test_remove_undo_and_redo(call: Call) -> None:
    made = added(call, "one.txt", "--text", "x")
    assert call("notes", "remove", made).code == 0
    assert listed(call) == []
    assert "Undone: the note “x”" in call("notes", "undo").err
    assert [note["id"] for note in listed(call)] == [made]
    assert "Redone" in call("notes", "redo").err
    assert listed(call) == []
    assert "nothing to do again" in call("notes", "redo").err


def test_an_ambiguous_beginning_of_an_id_is_refused(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = iter(("abcd0001", "abcd0002"))
    monkeypatch.setattr("wirediff.notes.store.note_id", lambda _: next(ids))
    for n in range(2):
        added(call, "one.txt", "--text", f"x{n}")
    result = call("notes", "remove", "abcd")
    assert result.code == 2
    assert "more than one note" in result.err


@pytest.mark.parametrize("verb", [("remove",), ("set", "--text", "other"), ("history",), ("uncorrect",)])
def test_an_empty_or_short_id_names_nothing_even_where_there_is_one_note_only(
    call: Call, verb: tuple[str, ...]
) -> None:
    made = added(call, "one.txt", "--text", "x")
    for beginning, said in (("", "the id is empty"), (made[:3], "is too short; give 4 of its characters")):
        result = call("notes", verb[0], beginning, *verb[1:])
        assert (result.code, said in result.err) == (2, True), result.err
    assert [note["text"] for note in listed(call)] == ["x"]
    assert call("notes", "remove", made[:4]).code == 0


@pytest.mark.parametrize("text", ["", " \t\n"])
def test_a_note_that_says_nothing_is_refused(call: Call, text: str) -> None:
    result = call("notes", "add", "one.txt", "--text", text)
    assert (result.code, result.out) == (2, "")
    assert "the text of a note is empty" in result.err
    made = added(call, "one.txt", "--text", "x")
    assert call("notes", "set", made, "--text", text).code == 2
    assert [note["text"] for note in listed(call)] == ["x"]


def test_tags_that_are_empty_are_dropped_and_one_that_is_a_text_is_refused(call: Call) -> None:
    made = added(call, "one.txt", "--text", "x", "--tag", "", "--tag", " names ", "--tag", "names")
    assert listed(call)[0]["tags"] == ["names"]
    result = call("notes", "set", made, "--tag", "t" * 5000)
    assert (result.code, len(result.err) < 200) == (2, True)
    assert "has 5,000 characters" in result.err
    assert call("notes", "set", made, "--tag", "").code == 0
    assert listed(call)[0]["tags"] == []


def test_none_is_a_word_in_a_text(call: Call) -> None:
    made = added(call, "one.txt", "--text", "x", "--verdict", "error")
    assert call("notes", "set", made, "--text", "none", "--verdict", "none").code == 0
    assert (listed(call)[0]["text"], listed(call)[0]["verdict"]) == ("none", None)


@pytest.mark.parametrize("quote", ["", "  "])
def test_an_empty_quotation_is_called_empty(call: Call, quote: str) -> None:
    result = call("notes", "add", "one.txt", "--quote", quote, "--text", "x")
    assert result.code == 2
    assert "the quotation is empty" in result.err


def test_nothing_to_undo_is_said_and_no_fault(call: Call) -> None:
    for verb in ("undo", "redo"):
        result = call("notes", verb)
        assert (result.code, "there is nothing to" in result.err) == (0, True)


def test_list_shows_the_notes_of_a_folder_or_those_in_a_file(call: Call, folder: Path) -> None:
    added(call, "one.txt", "--quote", "al-Abadi", "--text", "in one")
    added(call, "two.txt", "--quote", "al-Abbadi", "--text", "in two")
    assert [note["text"] for note in listed(call, "two.txt")] == ["in two"]
    assert [note["text"] for note in listed(call, str(folder))] == ["in one", "in two"]
    out = call("notes", "list").out
    assert "in one" in out
    assert "one.txt P1 “al-Abadi”" in out


def test_notes_are_found_from_another_folder_and_after_a_move(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(call, "one.txt", "--quote", "al-Abadi", "--text", "stays")
    monkeypatch.chdir(folder.parent)
    assert listed(call, "stories")[0]["left"]["path"] == "stories/one.txt"
    assert listed(call, "stories/one.txt")[0]["text"] == "stays"
    shutil.move(folder, folder.parent / "archive")
    assert listed(call, "archive/one.txt")[0]["left"]["path"] == "archive/one.txt"
    story = json.loads(call("export", "archive", "--format", "json").out)["stories"][0]
    assert [note["text"] for note in story["notes"]] == ["stays"]


def test_notes_follow_their_version_into_a_story_with_another_id(call: Call, folder: Path) -> None:
    (folder / "two.txt").rename(folder.parent / "two.txt")
    added(call, "one.txt", "--quote", "al-Abadi", "--text", "stays")
    before = json.loads(call("stories", ".", "--json").out)["stories"][0]["id"]
    (folder.parent / "two.txt").rename(folder / "two.txt")
    (story,) = json.loads(call("export", ".", "--format", "json").out)["stories"]
    assert [note["story"] for note in story["notes"]] == [before]


def test_a_folder_may_be_named_whose_notes_they_are(call: Call, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "one.txt").rename(folder / "sub" / "one.txt")
    added(call, "sub/one.txt", "--folder", ".", "--quote", "al-Abadi", "--text", "kept above")
    assert (folder / ".wirediff" / "notes.db").exists()
    assert listed(call, ".")[0]["left"]["path"] == "sub/one.txt"
    (story,) = json.loads(call("export", ".", "--format", "json").out)["stories"]
    assert story["notes"][0]["story"] == story["id"]


def test_looking_at_notes_leaves_no_trace(call: Call, folder: Path) -> None:
    assert call("notes", "list").out == ""
    assert call("export", ".", "--format", "json").code == 0
    assert call("notes", "undo").code == 0
    assert not (folder / ".wirediff").exists()


def test_a_folder_that_cannot_hold_notes_is_remarked_upon(call: Call, folder: Path) -> None:
    (folder / ".wirediff").touch()
    assert "are kept in" in call("notes", "add", "one.txt", "--text", "x").err
    assert "are kept in" in call("notes", "list").err
    assert listed(call)[0]["text"] == "x"
