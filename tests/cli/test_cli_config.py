"""`wirediff config show`: what is in force, and where it came from."""

import json
import os
from pathlib import Path

import pytest
from cli_calls import Opened

from wirediff.app.settings.inforce import in_force
from wirediff.cli import run


@pytest.fixture
def show(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    monkeypatch.setenv("WIREDIFF_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("NO_COLOR", raising=False)

    def shown(*options: object) -> tuple[int, dict[tuple[str, str], tuple[str, str]], list[str]]:
        capfd.readouterr()
        code = run(Opened(), ["config", "show", "--json", *map(str, options)], looks=in_force)
        found = json.loads(capfd.readouterr().out)
        rules = {(rule["part"], rule["name"]): (rule["value"], rule["source"]) for rule in found["rules"]}
        return code, rules, found["faults"]

    return shown


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "config" / "themes").mkdir(parents=True)
    return tmp_path / "config"


def test_without_files_of_ones_own_all_is_built_in(show, tmp_path: Path) -> None:
    code, rules, faults = show()
    assert (code, faults) == (0, [])
    assert rules["folders", "config"] == (str(tmp_path / "config"), "WIREDIFF_CONFIG")
    assert {source for (part, _), (_, source) in rules.items() if part != "folders"} == {"built in"}
    assert rules["theme", "worn"][0] == "dark"
    assert rules["keys", "compare.next"][0].startswith("n ")
    assert "error" in {name for part, name in rules if part == "verdicts"}


def test_each_rule_of_ones_own_names_its_file(show, config: Path) -> None:
    (config / "glossary.yaml").write_text(
        "title: desk\nseverities: {spelling: serious}\njudged:\n- {from: IS, to: ISIS, verdict: house style}\n"
    )
    (config / "keymap.yaml").write_text("compare.next: f9\n")
    shipped = Path(__file__).parents[2] / "themes" / "light.yaml"
    (config / "themes" / "light.yaml").write_text(shipped.read_text().replace("title: Light", "title: Mine"))
    code, rules, faults = show()
    assert (code, faults) == (0, [])
    assert rules["glossary", "desk"][1] == str(config / "glossary.yaml")
    assert rules["severities", "spelling"] == ("serious", str(config / "glossary.yaml"))
    assert rules["judged", "IS = ISIS"] == ("house style", str(config / "glossary.yaml"))
    assert rules["keys", "compare.next"] == ("F9", str(config / "keymap.yaml"))
    assert rules["themes", "light"] == ("Mine", str(config / "themes" / "light.yaml"))


def test_a_glossary_of_the_call_is_named_as_such(show, tmp_path: Path) -> None:
    (tmp_path / "desk.yaml").write_text("title: call\n")
    _, rules, _ = show("--glossary", tmp_path / "desk.yaml")
    assert rules["glossary", "call"][1] == f"--glossary {tmp_path / 'desk.yaml'}"


def test_files_that_cannot_be_used_are_told_and_end_the_call_with_2(show, config: Path) -> None:
    (config / "glossary.yaml").write_text("titel: desk\n")
    (config / "keymap.yaml").write_text("compare.nxt: f9\n")
    (config / "themes" / "mine.yaml").write_text("name: mine\n")
    code, rules, faults = show()
    assert code == 2
    assert [Path(fault.partition(":")[0]).name for fault in faults] == ["glossary.yaml", "mine.yaml", "keymap.yaml"]
    assert all(":1: " in fault for fault in faults)
    assert rules["themes", "mine"][0] == "cannot be used"


def test_no_color_is_named_as_the_reason_for_the_theme(show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "NO_COLOR", "1")
    assert show()[1]["theme", "worn"][1] == "NO_COLOR"


def test_text_shows_parts_names_values_and_sources(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(Opened(), ["config", "show"], looks=in_force) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0] == "folders"
    assert any(line.split() == ["compare.fold", "z", "[built", "in]"] for line in lines)


def test_verdicts_of_ones_own_are_shown_and_a_file_that_cannot_be_used_is_told(show, config: Path) -> None:
    file = config / "verdicts.yaml"
    file.write_text("verdicts:\n  legal: the lawyers have to see it\n")
    code, rules, faults = show()
    assert (code, faults) == (0, [])
    assert rules["verdicts", "legal"] == ("the lawyers have to see it", str(file))
    file.write_text("verdicts:\n  error: mine\n")
    code, rules, faults = show()
    assert (code, rules["verdicts", "error"][1]) == (2, "built in")
    assert faults[0].startswith(f"{file}:2: verdicts.error: a word of wirediff's own")
