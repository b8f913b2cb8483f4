import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_calls import HOSTILE, Result

from wirediff.cli import commands

Call = Callable[..., Result]


def test_read_prints_documents_as_the_contract_says(call: Call) -> None:
    result = call("read", "one.txt", "--json")
    assert result.code == 0
    payload = json.loads(result.out)
    assert list(payload) == ["schema", "documents", "errors"]
    (document,) = payload["documents"]
    assert document["path"] == "one.txt"
    assert document["headline"] == "Troops retake the crossing"
    assert [paragraph["n"] for paragraph in document["paragraphs"]] == [1, 2, 3]
    assert document["paragraphs"][0]["line"] == 3


def test_the_lines_reader_is_taken_when_forced(call: Call) -> None:
    payload = json.loads(call("read", "one.txt", "--reader", "lines", "--json").out)
    (document,) = payload["documents"]
    assert document["reader"] == "lines"
    assert document["headline"] == ""
    assert len(document["paragraphs"]) == 4
    assert document["left_out"] == []


def test_an_option_that_all_commands_have_may_stand_before_the_command(call: Call) -> None:
    before = call("--reader", "lines", "read", "one.txt", "--json")
    assert before.out == call("read", "one.txt", "--json", "--reader=lines").out


def test_compare_prints_rows_and_differences_as_the_contract_says(call: Call) -> None:
    payload = json.loads(call("compare", "one.txt", "two.txt", "--json").out)
    assert list(payload)[:5] == ["schema", "versions", "relation", "rows", "differences"]
    assert [version["path"] for version in payload["versions"]] == ["one.txt", "two.txt"]
    for number in (0, 1):
        assert sorted(n for row in payload["rows"] for n in row["cells"][number]) == [1, 2, 3]
    kinds = {difference["kind"] for difference in payload["differences"]}
    assert {"transliteration", "number"} <= kinds
    texts = [json.loads(call("read", name, "--json").out)["documents"][0] for name in ("one.txt", "two.txt")]
    for difference in payload["differences"]:
        for side in (difference["left"], difference["right"]):
            if side:
                document = texts[side["version"]]
                number = side["paragraph"]
                text = document["paragraphs"][number - 1]["text"] if number else document["headline"]
                assert text[side["start"] : side["end"]] == side["text"]


def test_stories_prints_stories_as_the_contract_says(call: Call) -> None:
    payload = json.loads(call("stories", ".", "--json").out)
    assert list(payload) == ["schema", "stories", "errors"]
    (story,) = payload["stories"]
    assert list(story) == ["id", "headline", "versions", "differences"]
    assert {version["path"] for version in story["versions"]} == {"one.txt", "two.txt"}
    assert story["versions"][0]["shared"] == 1.0
    compared = json.loads(call("compare", *(version["path"] for version in story["versions"]), "--json").out)
    assert sum(story["differences"].values()) == len(compared["differences"])


def test_the_same_call_prints_the_same_bytes(call: Call) -> None:
    for args in (["compare", "one.txt", "two.txt", "--json"], ["compare", "one.txt", "two.txt"], ["stories", "."]):
        assert call(*args).out == call(*args).out != ""


@pytest.mark.parametrize(
    "args",
    [
        ["read", "one.txt", "evil.txt"],
        ["read", "one.txt", "evil.txt", "--json"],
        ["stories", "."],
        ["stories", ".", "--json"],
        ["compare", "evil.txt", "one.txt"],
        ["compare", "evil.txt", "one.txt", "--width", "40"],
        ["compare", "evil.txt", "one.txt", "--json"],
        ["check", "evil.txt", "one.txt", "--fail-on", "cosmetic,notable,serious"],
        ["export", ".", "--format", "markdown"],
        ["export", ".", "--format", "json"],
        ["export", ".", "--format", "html"],
        ["export", ".", "--format", "tei"],
        ["export", ".", "--format", "annotations"],
        ["notes", "list"],
        ["notes", "list", "--json"],
    ],
    ids=" ".join,
)
def test_no_story_can_act_on_the_terminal(call: Call, folder: Path, args: list[str]) -> None:
    (folder / "evil.txt").write_text(HOSTILE, encoding="utf-8")
    assert call("notes", "add", "evil.txt", "--paragraph", "1", "--text", "beware \x1b[5m of \u202e this").code == 0
    result = call(*args)
    assert result.code in (0, 1)
    assert result.out
    for stream in (result.out, result.err):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", stream)


def test_colour_is_the_commands_own_and_never_the_storys(call: Call, folder: Path) -> None:
    (folder / "evil.txt").write_text(HOSTILE, encoding="utf-8")
    result = call("compare", "evil.txt", "one.txt", "--color", "always")
    assert "\x1b[" in result.out
    assert set(re.findall("\x1b[^m]*m", result.out)) <= {
        f"\x1b[{style}m" for style in ("0", "1", "2", "2;4", "4;33", "1;4;31", "7;33", "1;7;31")
    }
    assert "[bold]" in result.out


def test_a_lone_surrogate_in_a_file_name_crashes_nothing(call: Call, folder: Path) -> None:
    strange = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    (folder / strange).write_text("One line of text.\n\nAnd another line of text.\n")
    for args in (
        ["read", strange],
        ["stories", "."],
        ["compare", strange, "one.txt"],
        ["export", ".", "-f", "markdown"],
    ):
        assert call(*args).code == 0
    payload = json.loads(call("read", strange, "--json").out)
    assert payload["documents"][0]["path"] == strange


def test_a_guessed_character_set_is_remarked_on_and_stands_at_the_end_of_the_document(call: Call, folder: Path) -> None:
    (folder / "old.txt").write_bytes("A café in Köln\n\nThe owner said that it would stay.\n".encode("cp1252"))
    result = call("read", "old.txt", "--json")
    assert result.err == "wirediff: old.txt is not UTF-8; read as Windows-1252\n"
    document = json.loads(result.out)["documents"][0]
    assert list(document)[-1] == "encoding"
    assert document["encoding"] == "Windows-1252"
    assert call("read", "old.txt", "--quiet").err == ""
    assert json.loads(call("read", "one.txt", "--json").out)["documents"][0]["encoding"] is None


def test_the_list_of_commands_says_what_the_commands_say() -> None:
    modules = {module.name for module in pkgutil.iter_modules(commands.__path__)}
    assert set(commands.SUMMARIES) == modules
    for name, summary in commands.SUMMARIES.items():
        command = importlib.import_module(f"{commands.__name__}.{name}").command
        assert command.name == name
        first = inspect.cleandoc(command.help).split("\n\n")[0].replace("\n", " ")
        assert first.strip("\b ") == summary
