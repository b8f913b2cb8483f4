"""What is told of a glossary file besides its shape: lines of what is wrong, claims in doubt, and whose fact it is."""

from pathlib import Path

import pytest

from wirediff.errors import GlossaryError
from wirediff.glossary import Alias, Charged, Entity, Glossary, builtin, doubts, load


def written(path: Path, text: str) -> Path:
    file = path / "desk.yaml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("title: desk\nwithout: [Nonexistent Thing]\n", ":2: without[0]: there is no 'Nonexistent Thing'"),
        ("severities:\n  number: cosmetic\n  label: grave\n", ":3: severities.label: invalid enum value 'grave'"),
        ("severities:\n  number: cosmetic\n  lable: serious\n", ":3: severities.lable: invalid enum value 'lable'"),
        ("cited: {Iraq: desk}\n", ":1: cited: object contains unknown field"),
    ],
)
def test_a_fault_names_the_line_and_the_key(tmp_path: Path, text: str, where: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        load(written(tmp_path, text), builtin())
    assert f"desk.yaml{where}" in str(caught.value)


def test_two_entities_that_claim_one_name_are_told_with_both_lines(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        "entities:\n- name: Alpha Group\n  aliases: [AG]\n- name: Agricultural Guild\n  aliases:\n  - Guild\n  - AG\n",
    )
    (doubt,) = doubts(file)
    assert "desk.yaml:7:" in doubt
    assert "(line 3)" in doubt


def test_an_entity_that_repeats_its_own_name_is_no_doubt(tmp_path: Path) -> None:
    assert doubts(written(tmp_path, "entities:\n- name: Alpha Group\n  aliases: [Alpha Group, AG, AG]\n")) == ()


def test_a_fact_is_cited_from_the_glossary_that_it_comes_from() -> None:
    below = Glossary(title="below", entities=(Entity("A"), Entity("B")), charged=(Charged("thug"),))
    merged = Glossary(title="desk", entities=(Entity("B", aliases=(Alias("Bee"),)),)).over(below)
    assert [merged.cites(name) for name in ("A", "B", "thug")] == ["below", "desk", "below"]
