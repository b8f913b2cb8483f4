"""What docs/glossary.md tells writers is what the code does."""

import re
from pathlib import Path
from typing import get_args

import pytest

from wirediff.glossary import builtin, load
from wirediff.glossary.faults import MOST_FORMS, MOST_IN_ALL
from wirediff.glossary.load import LARGEST
from wirediff.glossary.schema import EntityType
from wirediff.kinds import Kind, Severity

PAGE = Path(__file__).parents[2] / "docs" / "glossary.md"


@pytest.fixture
def page():
    return PAGE.read_text(encoding="utf-8")


@pytest.fixture
def example(page, tmp_path):
    path = tmp_path / "desk.yaml"
    path.write_text(re.search(r"```yaml\n(.*?)```", page, re.DOTALL)[1], encoding="utf-8")
    return load(path)


def test_the_example_does_what_it_says_over_the_built_in_glossary(example):
    rules = example.over(builtin())
    assert rules.title == "desk glossary"
    assert {mention.entity for mention in rules.mentions("IS, ISIS, Da'esh")} == {"Islamic State"}
    assert rules.mentions("Oussama ben Ladin")[0].entity == "Osama bin Laden"
    assert [use.term for use in rules.charged_in("the regimes, a visa regime, militant")] == ["regime"]
    assert rules.mentions("Muslim Brotherhood") == []
    assert rules.severities == {Kind.NAMING: Severity.COSMETIC, Kind.CAPITALISATION: Severity.NOTABLE}


def test_the_limits_and_the_types_are_those_of_the_code(page):
    assert f"at most {LARGEST // 1_000_000} MB" in page
    assert f"{MOST_FORMS:,} forms, a file for {MOST_IN_ALL:,}" in page
    assert page.count(", ".join(get_args(EntityType))) == 2
