"""The glossary of the configuration folder, which holds unless a call names another."""

import json
from pathlib import Path

import pytest

ONE, TWO = "one.txt", "two.txt"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "config").mkdir()
    return tmp_path / "config" / "glossary.yaml"


def severities(call, *options: object) -> set[str]:
    found = json.loads(call("compare", ONE, TWO, "--json", *options).out)["differences"]
    return {each["severity"] for each in found if each["kind"] == "transliteration"}


def test_it_is_in_force_without_being_named(call, own: Path) -> None:
    assert severities(call) == {"notable"}
    own.write_text("severities: {transliteration: serious}\n")
    assert severities(call) == {"serious"}


def test_a_glossary_that_is_named_takes_its_place(call, own: Path, tmp_path: Path) -> None:
    own.write_text("severities: {transliteration: serious}\n")
    (tmp_path / "other.yaml").write_text("severities: {transliteration: cosmetic}\n")
    assert severities(call, "--glossary", tmp_path / "other.yaml") == {"cosmetic"}


def test_a_fault_in_it_is_told_with_its_line(call, own: Path) -> None:
    own.write_text("title: mine\nseverity: {}\n")
    result = call("compare", ONE, TWO)
    assert result.code == 2
    assert f"{own}:1" in result.err
    assert "severity" in result.err


def test_judgements_are_kept_in_it_and_taken_back_from_it_where_a_call_names_no_other(call, tmp_path: Path) -> None:
    kept = tmp_path / "config" / "glossary.yaml"
    judged = call("ledger", "--judge", "centre=center", "--verdict", "ignore")
    assert (judged.code, judged.out) == (0, "")
    assert str(kept) in judged.err
    assert "centre" in kept.read_text()
    assert call("ledger", "--undo").code == 0
    assert "centre" not in kept.read_text()
