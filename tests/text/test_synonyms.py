"""Which words are near in meaning, and what no table may say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.text.language import data_of
from wirediff.text.lexicon import lexicon
from wirediff.text.synonyms import synonyms

WORDS = sorted(synonyms().groups)


@pytest.mark.parametrize(
    ("one", "other"),
    [("seized", "capturing"), ("retook", "captured"), ("stopping", "halts"), ("convicted", "conviction")],
)
def test_inflections_of_synonyms_and_forms_of_one_word_are_near(one: str, other: str) -> None:
    assert synonyms().near(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("murder", "manslaughter"), ("contract", "contrast"), ("commission", "committee"), ("gained", "shed")],
)
def test_words_that_merely_look_or_are_used_alike_are_not_near(one: str, other: str) -> None:
    assert not synonyms().near(one, other)


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_being_near_holds_both_ways(one: str, other: str) -> None:
    assert synonyms().near(one, other) == synonyms().near(other, one)


def test_no_group_of_synonyms_holds_words_that_exclude_each_other() -> None:
    lists = lexicon("en")
    groups = data_of("synonyms", "en")["groups"]
    clashes = [(a, b) for group in groups for a in group for b in group if lists.excluded(a, b)]
    assert clashes == []


def test_a_language_without_a_table_has_no_synonyms() -> None:
    assert not synonyms("it").groups
    assert not synonyms("it").near("bastion", "stronghold")
