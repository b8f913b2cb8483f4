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
        ("政府軍は3日、カイム市を", ["政", "府", "軍", "は", "3", "日", "、", "カイム", "市", "を"]),
        ("１，５００人のCOVID-19", ["１，５００", "人", "の", "COVID-19"]),
        ("น้ำและไฟ 1,500 คน", ["น้ำ", "และ", "ไฟ", "1,500", "ค", "น"]),
        ("មាន", ["មា", "ន"]),
        ("نحو ١٬٥٠٠ و٣٥٪", ["نحو", "١٬٥٠٠", "و", "٣٥", "٪"]),
        ("정부군이 200명", ["정부군이", "200", "명"]),
    ],
)
def test_a_text_is_cut_where_a_reader_would(text: str, cut: list[str]) -> None:
    assert [token.text for token in tokens(text)] == cut


def test_an_accent_written_apart_does_not_cut_a_word() -> None:
    (word,) = words(unicodedata.normalize("NFD", "Zürich"))
    assert word.key == "zürich"
    assert word.type is TokenType.WORD


@pytest.mark.parametrize(
    ("written", "plain"),
    [("١٬٥٠٠", "1,500"), ("१५००", "1500"), ("１，５００", "1,500"), ("حَـكُومَة", "حكومة"), ("שָׁלוֹם", "שלום")],
)
def test_a_key_has_plain_digits_and_no_points_that_print_may_leave_out(written: str, plain: str) -> None:
    assert [token.key for token in tokens(written)] == [plain]


@given(st.text("กขมนรา่้ีเแไะำลาວ政府がガー〇々ភាសា្မន်မာ한국0１٣ー -、。"))
def test_no_letter_of_a_script_without_blanks_is_lost(text: str) -> None:
    covered = {place for token in tokens(text) for place in range(token.start, token.end)}
    assert all(place in covered for place, char in enumerate(text) if not char.isspace())


@given(st.text(st.sampled_from(list("ab9 .,'’-“”`ü中ف٣é\u0301_")), max_size=60))
def test_words_are_cut_alike_whatever_blank_stands_between_them(text: str) -> None:
    unbroken = tokens(text.replace(" ", "\u2009"))
    assert [(token.start, token.end, token.type, token.key) for token in tokens(text)] == [
        (token.start, token.end, token.type, token.key) for token in unbroken
    ]


def test_a_long_run_without_blanks_is_cut_like_a_short_one() -> None:
    assert [token.text for token in tokens("a-b," * 40)] == ["a-b", ","] * 40
