import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_calls import Opened, Result

from wirediff import __version__
from wirediff.cli import run
from wirediff.cli.commands import notes

Call = Callable[..., Result]


def one_line(text: str) -> bool:
    return text.startswith("wirediff: ") and text.count("\n") == 1


def test_version_and_help_go_to_stdout(call: Call) -> None:
    assert call("--version") == Result(0, f"wirediff {__version__}\n", "")
    for args in (["--help"], ["-h"], ["compare", "--help"], ["notes", "--help"], ["notes", "add", "-h"]):
        result = call(*args)
        assert (result.code, result.err) == (0, "")
        assert result.out.startswith("Usage: wirediff")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["comapre", "one.txt", "two.txt"], "did you mean `wirediff compare`?"),
        (["nonsense"], "no command and no file called nonsense"),
        (["compare", "one.txt", "two.txt", "--jsno"], "did you mean --json?"),
        (["compare", "one.txt", "two.txt", "--qqq"], "`wirediff compare --help` lists the options"),
        (["compare", "one.txt"], "two versions or more"),
        (["compare"], "two versions or more"),
        (["compare", "one.txt", "one.txt"], "only one"),
        (["check", "one.txt"], "two versions or more"),
        (["check", "one.txt", "two.txt", "--fail-on", "spellling"], "did you mean spelling?"),
        (["check", "one.txt", "two.txt", "--fail-on", "zzz"], "choose from typography"),
        (["check", "one.txt", "two.txt", "--fail-on", ","], "names no kind"),
        (["read"], "name the files"),
        (["stories"], "name the files or folders"),
        (["export"], "--format is missing; write `wirediff export PATH... --format F`"),
        (["export", "."], "--format is missing"),
        (["export", ".", "--format", "markdwon"], "did you mean markdown?"),
        (["read", "one.txt", "--reader", "nope"], "nope"),
        (["compare", "one.txt", "two.txt", "--width", "x"], "not a valid integer"),
        (["compare", "one.txt", "two.txt", "--color", "sometimes"], "choose from auto, always, never"),
        (["compare", "one.txt", "two.txt", "--glossary", "none.yaml"], "none.yaml"),
        (["notes", "lsit"], "lsit"),
        (["notes"], f"say what to do: {', '.join(sorted(notes.command.commands))}; `wirediff notes --help` explains"),
        (["--reader"], "--reader' requires an argument"),
        (["read", ""], "a path is empty"),
        ([""], "a path is empty"),
        (["notes", "add"], "write `wirediff notes add FILE"),
        (["notes", "set", "abc"], "name a field"),
        (["notes", "set", "abc", "--verdict", "erorr"], "did you mean error?"),
        (["notes", "remove", "abcd"], "no note"),
        (["notes", "list", "nowhere"], "nowhere"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_call_ends_with_2_and_one_line_that_says_what_to_write(call: Call, args: list[str], says: str) -> None:
    result = call(*args)
    assert result.code == 2
    assert result.out == ""
    assert one_line(result.err), result.err
    assert says in result.err


@pytest.mark.parametrize("command", [["read"], ["stories"], ["export", "-f", "json"]], ids=" ".join)
def test_an_unreadable_input_is_named_and_the_others_are_read(call: Call, command: list[str]) -> None:
    result = call(*command, "one.txt", "missing.txt", "--json" if len(command) == 1 else "--quiet")
    assert result.code == 3
    assert one_line(result.err)
    assert "missing.txt" in result.err
    payload = json.loads(result.out)
    assert [error["path"] for error in payload["errors"]] == ["missing.txt"]
    assert len(payload.get("documents") or payload["stories"]) == 1


def test_each_unreadable_input_has_its_line(call: Call, folder: Path) -> None:
    (folder / "empty.txt").touch()
    result = call("compare", "one.txt", "missing.txt", "two.txt", "empty.txt", "--json")
    assert result.code == 3
    assert len(result.err.splitlines()) == 2
    assert len(json.loads(result.out)["versions"]) == 2


def test_strict_stops_at_an_unreadable_input(call: Call) -> None:
    for args in (["read"], ["stories"], ["compare", "two.txt"], ["export", "-f", "json"], ["check", "two.txt"]):
        result = call(*args, "one.txt", "missing.txt", "--strict")
        assert (result.code, result.out) == (3, "")
        assert "missing.txt" in result.err


def test_when_too_few_versions_can_be_read_the_unreadable_one_is_the_reason(call: Call) -> None:
    result = call("compare", "one.txt", "missing.txt", "--json")
    assert (result.code, result.out) == (3, "")
    assert "missing.txt" in result.err


def test_check_ends_with_1_when_kinds_that_count_differ_and_prints_these(call: Call) -> None:
    result = call("check", "one.txt", "two.txt", "--fail-on", "number,transliteration")
    assert result.code == 1
    assert "serious number: V1 P1 “1,500” → V2 P1 “2,500”" in result.out.replace("\n  ", " ")
    assert "capitalisation" not in result.out


def test_check_ends_with_0_when_only_other_kinds_differ(call: Call) -> None:
    assert call("check", "one.txt", "two.txt", "--fail-on", "quote").code == 0
    assert call("check", "one.txt", "two.txt", "--fail-on", "quote").out == ""


def test_check_fails_on_everything_but_the_cosmetic_unless_told_otherwise(call: Call, folder: Path) -> None:
    (folder / "three.txt").write_text((folder / "one.txt").read_text().replace("Al-Qaim", "al-Qaim"))
    assert call("check", "one.txt", "two.txt").code == 1
    assert call("check", "one.txt", "three.txt").code == 0
    assert call("check", "one.txt", "three.txt", "--fail-on", "capitalisation").code == 1
    assert call("check", "one.txt", "three.txt", "--fail-on", "cosmetic").code == 1


def test_check_says_3_rather_than_1_when_something_was_not_read(call: Call) -> None:
    assert call("check", "one.txt", "two.txt", "missing.txt").code == 3


def test_check_gives_json_too(call: Call) -> None:
    payload = json.loads(call("check", "one.txt", "two.txt", "--fail-on", "number", "--json").out)
    assert payload["fail_on"] == ["number"]
    assert {difference["kind"] for difference in payload["differences"]} == {"number"}


def test_an_interruption_ends_with_130(monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    def interrupted(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("wirediff.pipeline.read_paths", interrupted)
    result = call("read", "one.txt")
    assert result.code == 130
    assert "Traceback" not in result.err


def test_a_fault_of_ours_is_one_line_unless_debugging(monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError("gears\njammed")

    monkeypatch.setattr("wirediff.pipeline.read_paths", broken)
    result = call("read", "one.txt")
    assert result.code == 70
    assert one_line(result.err)
    assert "gears" in result.err
    with pytest.raises(RuntimeError):
        call("read", "one.txt", "--debug")
    with pytest.raises(RuntimeError):
        call("--debug", "read", "one.txt")


def test_quiet_leaves_remarks_out_and_errors_in(call: Call) -> None:
    assert "written" in call("export", ".", "-f", "json", "-o", "out.json").err
    assert call("export", ".", "-f", "json", "-o", "out2.json", "--quiet").err == ""
    assert call("read", "missing.txt", "--quiet").err != ""


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wirediff.cli.commands.open.at_a_terminal", lambda: True)


@pytest.mark.usefixtures("terminal")
def test_without_a_command_the_reader_is_opened_on_the_paths(opened: Opened, folder: Path) -> None:
    (folder / "read").mkdir()
    for args, paths in (
        (["one.txt", "two.txt"], [Path("one.txt"), Path("two.txt")]),
        (["--reader", "lines", "."], [Path()]),
        (["./read"], [Path("read")]),
        (["--", "read"], [Path("read")]),
        (["open", "read"], [Path("read")]),
        ([], [Path()]),
    ):
        assert run(opened, args) == 0
        assert list(opened[-1][0]) == paths, args
    assert opened[1][1].reader == "lines"


@pytest.mark.usefixtures("terminal")
def test_without_anything_readable_the_samples_are_opened(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert run(opened, []) == 0
    assert [path.name for path in opened[-1][0]] == ["seeds"]
    assert "sample stories" in capfd.readouterr().err


@pytest.mark.usefixtures("terminal")
def test_the_reader_is_not_opened_on_nothing(opened: Opened) -> None:
    assert run(opened, ["missing/folder"]) == 3
    assert opened == []


def test_the_reader_needs_a_terminal(call: Call) -> None:
    result = call("one.txt")
    assert result.code == 2
    assert "terminal" in result.err


def test_check_counts_only_the_severities_that_are_named(call: Call) -> None:
    everything = call("check", "one.txt", "two.txt", "--severity", "cosmetic,notable,serious")
    serious = call("check", "one.txt", "two.txt", "--severity", "serious")
    assert everything.code == serious.code == 1
    assert "cosmetic" in everything.out
    assert all(line.startswith("  ") or "serious" in line for line in serious.out.splitlines())
    both = json.loads(
        call("check", "one.txt", "two.txt", "--fail-on", "number,spelling", "--severity", "serious", "--json").out
    )
    assert {each["kind"] for each in both["differences"]} == {"number"}
    assert both["severity"] == ["serious"]
    assert call("check", "one.txt", "two.txt", "--fail-on", "spelling", "--severity", "serious").code == 0


def test_a_quiet_check_says_it_by_its_exit_code_alone(call: Call) -> None:
    assert call("check", "one.txt", "two.txt", "--quiet") == (1, "", "")
    assert call("check", "one.txt", "two.txt", "--fail-on", "quote", "--quiet") == (0, "", "")
    assert json.loads(call("check", "one.txt", "two.txt", "--quiet", "--json").out)["differences"]
