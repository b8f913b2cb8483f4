import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_calls import ONE, Result

Call = Callable[..., Result]


@pytest.fixture
def notes(call: Call) -> tuple[str, str]:
    """A note on a figure, and one on a place."""
    figure = call("notes", "add", "one.txt", "--quote", "1,500 fighters", "--text", "how many").out.strip()
    town = call("notes", "add", "one.txt", "--quote", "Euphrates river", "--text", "where").out.strip()
    return figure, town


def standings(result: Result) -> dict[str, str]:
    return {note["id"]: note["standing"] for note in json.loads(result.out)["notes"]}


def test_notes_in_their_places_end_with_0(call: Call, notes: tuple[str, str]) -> None:
    result = call("notes", "verify")
    assert (result.code, result.out) == (0, "2 notes: 2 found in place\n")
    assert call("notes", "verify", "two.txt").out == "0 notes\n"


def test_a_note_that_moved_surely_is_no_trouble(call: Call, notes: tuple[str, str], folder: Path) -> None:
    (folder / "one.txt").write_text(ONE.replace("Government troops", "Rain fell on Sunday.\n\nGovernment troops"))
    result = call("notes", "verify")
    assert result.code == 0
    assert "now P4" in result.out
    assert "1 found in place, 1 found elsewhere" in result.out


def test_a_figure_that_changed_has_to_be_checked_and_ends_with_1(
    call: Call, notes: tuple[str, str], folder: Path
) -> None:
    (folder / "one.txt").write_text(ONE.replace("1,500", "1,700"))
    result = call("notes", "verify")
    assert result.code == 1
    assert "a number changed: 1,500, now 1,700" in result.out
    assert "? P1 “1,700 fighters”" in result.out
    payload = json.loads(call("notes", "verify", "--json").out)
    assert payload["counts"] == {"found": 1, "moved": 0, "check": 1, "orphan": 0, "absent": 0}
    (end,) = next(note["ends"] for note in payload["notes"] if note["id"] == notes[0])
    assert (end["standing"], end["now"], end["candidates"][0]["text"]) == ("check", None, "1,700 fighters")
    assert "“1,500 fighters”  [check]" in call("notes", "list").out
    assert standings(call("notes", "list", "--json")) == {notes[0]: "check", notes[1]: "found"}


def test_words_and_files_that_are_gone_are_told_apart(call: Call, notes: tuple[str, str], folder: Path) -> None:
    (folder / "one.txt").write_text("Something else\n\nNothing of what was here is left in it.\n")
    result = call("notes", "verify")
    assert (result.code, "2 without a place" in result.out) == (1, True)
    assert call("notes", "list").out.count("[orphan]") == 2
    (folder / "one.txt").unlink()
    result = call("notes", "verify")
    assert (result.code, "2 in versions that are not there" in result.out) == (1, True)


def test_a_correction_that_no_longer_fits_is_told(call: Call, folder: Path) -> None:
    assert call("compare", "one.txt", "two.txt", "--link", "0:2=1:3", "--remember").code == 0
    assert call("notes", "verify").code == 0
    (folder / "one.txt").write_text(ONE.replace("little resistance", "no resistance at all"))
    assert call("notes", "verify").code == 0
    whole = next(line for line in ONE.splitlines() if line.startswith("Government"))
    (folder / "one.txt").write_text(ONE.replace(whole, "The army would not comment."))
    result = call("notes", "verify")
    assert (result.code, "correction no longer fits: link one.txt 2 = two.txt 3" in result.out) == (1, True)


def test_text_that_could_act_on_a_terminal_is_inert_in_what_is_found(call: Call, folder: Path) -> None:
    (folder / "one.txt").write_text(ONE)
    call("notes", "add", "one.txt", "--quote", "al-Abadi", "--text", "\x1b[31mred")
    (folder / "one.txt").write_text(ONE.replace("al-Abadi", "al-\x1b]0;x\x07Abadi"))
    result = call("notes", "verify")
    assert result.code == 1
    assert "\x1b" not in result.out


@pytest.fixture
def rewritten(call: Call, folder: Path) -> None:
    """A note on words of one version, whose paragraph is then written anew there and stays in the other."""
    call("notes", "add", "one.txt", "--quote", "met little resistance", "--text", "who says so?")
    anew = ONE.replace(
        "Government troops entered the town in the morning and met little resistance, the army said in a statement.",
        "In a statement the army claimed that the town was entered at dawn, its troops meeting next to no resistance.",
    )
    (folder / "one.txt").write_text(anew)


def test_a_note_on_one_version_keeps_the_paragraph_that_answers_its_own(call: Call, folder: Path) -> None:
    call("notes", "add", "one.txt", "--quote", "met little resistance", "--text", "who says so?")
    (note,) = json.loads(call("notes", "list", "--json").out)["notes"]
    assert (note["left"]["answer"]["path"], note["left"]["answer"]["paragraph"]) == ("two.txt", 2)
    assert "path: two.txt" in call("notes", "export").out
    assert str(folder) not in call("notes", "export").out


def test_words_that_are_gone_from_one_version_are_looked_for_where_the_other_leads(
    call: Call, rewritten: None, folder: Path
) -> None:
    result = call("notes", "verify")
    assert result.code == 1
    assert "the words most like it in the paragraph that answers the other side" in result.out
    assert "? P2 “" in result.out
    (folder / "two.txt").unlink()
    assert "1 without a place" in call("notes", "verify").out


def test_a_note_of_a_story_that_is_named_is_recorded_without_reading_the_folder(call: Call) -> None:
    call("notes", "add", "one.txt", "--quote", "met little resistance", "--text", "x", "--story", "s1")
    (note,) = json.loads(call("notes", "list", "--json").out)["notes"]
    assert (note["story"], note["left"]["answer"]) == ("s1", None)
