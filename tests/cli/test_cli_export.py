import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_calls import TWO, Result

from wirediff.export import FORMATS

Call = Callable[..., Result]


def kinds(result: Result) -> set[str]:
    assert result.code == 0, result.err
    stories = json.loads(result.out)["stories"]
    return {each["kind"] for story in stories for each in story["comparison"]["differences"]}


def test_kinds_and_severities_are_chosen_by_options(call: Call) -> None:
    everything = kinds(call("export", ".", "-f", "json"))
    assert {"number", "spelling", "transliteration"} <= everything
    assert kinds(call("export", ".", "-f", "json", "--kind", "number,spelling")) == {"number", "spelling"}
    assert "spelling" not in kinds(call("export", ".", "-f", "json", "--severity", "serious,notable"))


def test_a_version_is_chosen_by_its_file(call: Call, folder: Path) -> None:
    (folder / "three.txt").write_text(TWO.replace("2,500", "3,500"), encoding="utf-8")
    result = call("export", ".", "-f", "json")
    (story,) = json.loads(result.out)["stories"]
    base, *others = [version["path"] for version in story["versions"]]
    assert len(others) == 2
    (story,) = json.loads(call("export", ".", "-f", "json", "--version", others[1]).out)["stories"]
    assert [version["path"] for version in story["versions"]] == [base, others[1]]


def test_only_noted_differences_are_left_by_noted(call: Call) -> None:
    assert call("notes", "add", "one.txt", "--quote", "al-Abadi", "--text", "check").code == 0
    assert kinds(call("export", ".", "-f", "json", "--noted")) == {"transliteration"}


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--kind", "numbr"], "did you mean number?"),
        (["--kind", ","], "--kind names none"),
        (["--severity", "grave"], "cosmetic, notable, serious"),
        (["--version", "nine.txt"], "no story has a version 'nine.txt'"),
    ],
)
def test_a_choice_that_cannot_be_is_refused_in_one_line(call: Call, option: list[str], said: str) -> None:
    result = call("export", ".", "-f", "json", *option)
    assert result.code == 2
    assert said in result.err
    assert result.out == ""


def test_a_file_that_exists_is_refused_before_anything_is_read(call: Call, folder: Path) -> None:
    (folder / "out.json").write_text("mine")
    result = call("export", "missing.txt", "-f", "json", "-o", "out.json")
    assert (result.code, (folder / "out.json").read_text()) == (2, "mine")
    assert "missing.txt" not in result.err
    assert call("export", "one.txt", "two.txt", "-f", "json", "-o", "out.json", "--force").code == 0
    assert json.loads((folder / "out.json").read_text())["schema"] == "wirediff/1"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_listed_and_the_same_to_a_file_and_to_stdout_and_from_run_to_run(
    call: Call, folder: Path, name: str
) -> None:
    assert name in " ".join(call("export", "--help").out.split())
    runs = []
    for number in range(2):
        file = folder.parent / f"out{number}"
        assert call("export", ".", "-f", name, "-o", file).code == 0
        runs.append(file.read_bytes())
    assert runs[0] == runs[1] != b""


def test_what_is_no_text_is_not_thrown_at_a_terminal_but_into_a_pipe(folder: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "wirediff", "export", ".", "--format", "docx"]
    with os.fdopen(ours, "rb"), os.fdopen(theirs, "wb") as terminal:
        done = subprocess.run(command, stdout=terminal, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "docx is no text that a terminal could show" in done.stderr
    assert "-o FILE" in done.stderr
    piped = subprocess.run(command, capture_output=True, timeout=60, check=True)
    assert piped.stdout.startswith(b"PK")


def test_a_page_exported_into_the_folder_is_no_story_of_the_folder(call: Call, folder: Path) -> None:
    before = call("stories", ".", "--json").out
    assert call("export", ".", "-f", "html", "-o", "report.html").code == 0
    assert b"</html>" in (folder / "report.html").read_bytes()
    assert call("stories", ".", "--json").out == before
    first = (folder / "report.html").read_bytes()
    assert call("export", ".", "-f", "html", "-o", "report.html", "--force").code == 0
    assert (folder / "report.html").read_bytes() == first


@pytest.mark.parametrize("command", [("export", ".", "-f", "json"), ("notes", "export")])
def test_neither_a_story_nor_the_notes_are_written_over(call: Call, folder: Path, command: tuple[str, ...]) -> None:
    assert call("notes", "add", "one.txt", "--quote", "al-Abadi", "--text", "check").code == 0
    (folder / "hard.link").hardlink_to(folder / "one.txt")
    kept = {file: file.read_bytes() for file in (folder / "one.txt", folder / ".wirediff" / "notes.db")}
    for name, said in (("one.txt", "inputs"), ("hard.link", "inputs"), (".wirediff/notes.db", "notes are kept")):
        result = call(*command, "-o", name, "--force")
        assert (result.code, said in result.err) == (2, True), result.err
    assert {file: file.read_bytes() for file in kept} == kept


def test_the_glossary_in_force_is_not_written_over(call: Call, folder: Path) -> None:
    own = folder.parent / "own.yaml"
    own.write_text("entities: []\n", encoding="utf-8")
    result = call("export", ".", "-f", "json", "--glossary", own, "-o", own, "--force")
    assert (result.code, own.read_text(encoding="utf-8")) == (2, "entities: []\n")
    assert "one of the inputs" in result.err


def test_a_note_on_more_words_than_a_difference_has_chooses_it(call: Call) -> None:
    assert call("notes", "add", "one.txt", "--quote", "Haider al-Abadi said", "--text", "check").code == 0
    assert kinds(call("export", ".", "-f", "json", "--noted")) == {"transliteration"}


def test_a_choice_that_leaves_nothing_is_remarked(call: Call) -> None:
    result = call("export", ".", "-f", "csv", "--noted")
    assert (result.code, "no differences chosen" in result.err) == (0, True)
    assert "no differences chosen" not in call("export", ".", "-f", "csv").err
