"""What docs/command-line.md and docs/notes.md say is held to what the commands do."""

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from cli_calls import Result

from wirediff.cli.root import root
from wirediff.kinds import Kind
from wirediff.verdicts import STATUSES, VERDICTS

_TOP = Path(__file__).parents[2]
_README = (_TOP / "README.md").read_text(encoding="utf-8")
_COMMANDS = (_TOP / "docs" / "command-line.md").read_text(encoding="utf-8")
_NOTES = (_TOP / "docs" / "notes.md").read_text(encoding="utf-8")


def test_every_command_is_described() -> None:
    context = root.make_context("wirediff", ["--json"], resilient_parsing=True)
    assert "compare" in root.list_commands(context)
    for name in root.list_commands(context):
        assert f"`wirediff {name} " in _COMMANDS, name


def test_every_option_is_described() -> None:
    context = root.make_context("wirediff", ["--json"], resilient_parsing=True)
    commands = [root, *filter(None, (root.get_command(context, name) for name in root.list_commands(context)))]
    for command in commands:
        for param in command.params:
            if param.param_type_name == "option":
                assert any(option in _COMMANDS for option in param.opts), param.opts
    notes = root.get_command(context, "notes")
    for name in ("add", "set"):
        for param in notes.commands[name].params:  # type: ignore[union-attr]
            if param.param_type_name == "option":
                assert param.opts[0] in _NOTES + _COMMANDS, param.opts[0]


def _with_json(group: click.Group, context: click.Context, before: str = "") -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from _with_json(command, context, f"{before}{name} ")
        elif any("--json" in param.opts for param in command.params):
            yield f"{before}{name}"


def test_the_readme_names_the_commands_that_take_json_and_no_others() -> None:
    (sentence,) = re.findall(r"`--json` is an option of (.*?);", _README, re.DOTALL)
    context = root.make_context("wirediff", ["--json"], resilient_parsing=True)
    assert sorted(re.findall(r"`([^`]+)`", sentence)) == sorted(_with_json(root, context))


def test_every_call_in_the_readme_is_understood(call: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_TOP)
    calls = [line for line in re.findall(r"^wirediff (.+?)(?:\s+#.*)?$", _README, re.MULTILINE) if " " in line]
    assert len(calls) >= 5
    for line in calls:
        words = [found for word in shlex.split(line) for found in (sorted(map(str, Path().glob(word))) or [word])]
        words = [word for word in words if word not in {"-o", "notes.md"}]
        result = call(*words)
        assert result.code == 0, line
        assert "Usage" not in result.err


def test_every_verdict_and_status_is_explained_with_its_meaning() -> None:
    for word, means in VERDICTS.items():
        assert f"`{word}`: {means}" in _NOTES
    for word in STATUSES:
        assert f"`{word}`" in _NOTES


def test_the_example_of_compare_is_what_compare_prints(
    call: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(_TOP)
    example = re.search(r"```console\n\$ wirediff (compare .*?) \| .*?\n(.*?)```", _COMMANDS, re.DOTALL)
    assert example
    assert example[2] in call(*shlex.split(example[1])).out


def test_every_kind_may_be_named_in_a_check(call: Callable[..., Result]) -> None:
    assert call("check", "one.txt", "one.txt", "--fail-on", ",".join(Kind)).code == 2
    assert call("check", "one.txt", "two.txt", "--fail-on", ",".join(Kind)).code == 1
