"""Words, numbers and marks: together they are the text, and none is cut where a reader would not cut it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.text import TokenType, tokens, words


@given(st.text())
def test_tokens_and_the_blanks_between_them_are_the_whole_text(text: str) -> None:
    place = 0
    rest = ""
    for token in tokens(text):
        assert token.start >= place
        assert text[token.start : token.end] == token.text
        rest += text[place : token.start]
        place = token.end
    rest += text[place:]
    assert not any(char.isalnum() for char in rest)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("al-Qaim's 1,500-2,500 men", ["al-Qaim", "'s", "1,500", "-", "2,500", "men"]),
        ("the U.S. and Da'esh", ["the", "U.S.", "and", "Da'esh"]),
        ("the 7th of May", ["the", "7th", "of", "May"]),
        ("a\u00adb c\u200dd", ["a\u00adb", "c\u200dd"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
    ],
)
def test_a_text_is_cut_where_a_reader_would(text: str, cut: list[str]) -> None:
    assert [token.text for token in tokens(text)] == cut


def test_an_accent_written_apart_does_not_cut_a_word() -> None:
    (word,) = words(unicodedata.normalize("NFD", "Zürich"))
    assert word.key == "zürich"
    assert word.type is TokenType.WORD
