from pathlib import Path

import pytest

from wirediff.errors import ConfigError
from wirediff.verdicts import VERDICTS, own_file, verdicts


def written(text: str) -> Path:
    file = own_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_there_are_the_built_in_verdicts() -> None:
    assert verdicts() == VERDICTS
    assert list(VERDICTS) == ["error", "house-style", "update", "acceptable", "unsure"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "verdicts: {}\n"])
def test_a_file_may_define_nothing(text: str) -> None:
    written(text)
    assert verdicts() == VERDICTS


def test_own_verdicts_follow_the_built_in_ones_in_the_order_of_the_file() -> None:
    written("verdicts:\n  legal: the lawyers have to see it\n  calque: translated word by word\n")
    assert list(verdicts())[5:] == ["legal", "calque"]
    assert verdicts()["legal"] == "the lawyers have to see it"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("verdicts:\n  legal: x\n  error: y\n", 3, "verdicts.error: a word of wirediff's own"),
        ("verdicts:\n  none: y\n", 2, "verdicts.none: a word of wirediff's own"),
        ("verdicts:\n  Legal matter: y\n", 2, "a word of up to 30 small letters"),
        ("verdicts:\n  fine: yes\n  legal:\n", 3, "verdicts.legal: one line has to say what it means"),
        ('verdicts:\n  legal: "a\\e[31m"\n', 2, "one line has to say"),
        ("verdicts:\n  legal: x\n  legal: y\n", 3, "stands here twice"),
        ("verdicts:\n  legal: *x\n", 2, "aliases"),
        ("verdicts:\n  legal: [x]\n", 2, "one line has to say"),
        ("verdicts:\n  legal: {a: {b: c}}\n", 2, "one line has to say"),
        ("verdict:\n  legal: x\n", 1, "it has one key, verdicts"),
        ("verdicts: legal\n", 1, "it has one key, verdicts"),
        ("- legal\n", 1, "it has one key, verdicts"),
        ("verdicts:\n  legal: 'x\n", 3, "unexpected end of stream"),
    ],
)
def test_a_fault_is_told_with_file_and_line(text: str, line: int, says: str) -> None:
    file = written(text)
    with pytest.raises(ConfigError) as raised:
        verdicts()
    assert raised.value.message.startswith(f"{file}:{line}")
    assert says in raised.value.message
    assert raised.value.hint


def test_a_file_that_is_no_text_or_far_too_long_is_refused() -> None:
    file = written("")
    file.write_bytes(b"verdicts:\n  caf\xe9: x\n")
    with pytest.raises(ConfigError, match="not UTF-8"):
        verdicts()
    file.write_text("#" * 200_000)
    with pytest.raises(ConfigError, match="at most"):
        verdicts()
