from pathlib import Path

import pytest
from handmade import document, story_of

from wirediff.app.library.changes import reread
from wirediff.app.reading.editor import editor_command
from wirediff.app.screens.text.editing import line_of
from wirediff.errors import UsageError


def program(folder: Path, name: str) -> str:
    file = folder / name
    file.write_text("#!/bin/sh\n")
    file.chmod(0o755)
    return str(file)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("vim.tiny", ["+7", "/x/a b.txt"]),
        ("nano", ["+7", "/x/a b.txt"]),
        ("emacs-nox", ["+7", "/x/a b.txt"]),
        ("hx", ["/x/a b.txt:7"]),
        ("code-insiders", ["--goto", "/x/a b.txt:7"]),
        ("kate", ["--line", "7", "/x/a b.txt"]),
        ("mine", ["/x/a b.txt"]),
    ],
)
def test_every_editor_is_told_the_line_in_its_own_way(tmp_path: Path, name: str, arguments: list[str]) -> None:
    path = program(tmp_path, name)
    assert editor_command("/x/a b.txt", 7, {"EDITOR": path}) == [path, *arguments]
    assert editor_command("/x/a b.txt", None, {"EDITOR": path}) == [path, "/x/a b.txt"]


def test_visual_comes_before_editor_and_keeps_its_arguments(tmp_path: Path) -> None:
    environ = {"VISUAL": f"'{program(tmp_path, 'emacsclient')}' -t", "EDITOR": program(tmp_path, "vi")}
    assert editor_command("/a", 3, environ)[1:] == ["-t", "+3", "/a"]


def test_a_file_whose_name_begins_like_an_option_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert editor_command("-rf.txt", None, {"EDITOR": program(tmp_path, "vi")})[1] == str(tmp_path / "-rf.txt")


@pytest.mark.parametrize(
    ("value", "said"), [("/no/such/editor -x", "/no/such/editor"), ("vi 'x", "EDITOR is no command")]
)
def test_an_editor_that_cannot_be_run_is_named_with_what_to_do(value: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        editor_command("/a", 1, {"EDITOR": value})


def test_where_there_is_no_editor_at_all_it_says_how_to_name_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(UsageError, match="VISUAL or EDITOR"):
        editor_command("/a", 1, {"VISUAL": " "})


def test_the_line_is_that_of_the_paragraph() -> None:
    version = document("one", "First.", "Second.", headline="Title")
    assert [line_of(version, paragraph) for paragraph in (None, 0, 1, 2)] == [None, None, 3, 5]


def test_a_version_read_again_takes_the_old_ones_place() -> None:
    words = "the army took the border town of Qaim"
    one, two = document("one", words), document("two", words)
    story = story_of(one, two)
    other = document("two", "Nothing of that is true any more.")
    now = reread(story, {"two.txt": other})
    assert now.documents == (one, other)
    assert now.versions[1].shared == 0
    assert (now.id, now.headline) == (story.id, story.headline)
    assert reread(story, {"three.txt": other}) is story
