import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from wirediff.app.layout.wrap import is_plain, wrap
from wirediff.app.legible import legible

TEXT = st.text(alphabet=st.sampled_from("ab -\u00a0—“”日本。👩\u200d👧e\u0301\ufe0fא\u3000 "), max_size=80) | st.text(
    max_size=60
)


@given(TEXT, st.integers(1, 40))
def test_lines_follow_each_other_and_give_back_the_text(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert lines[0][0] == 0
    assert lines[-1][1] == len(text)
    assert [start for start, _ in lines[1:]] == [end for _, end in lines[:-1]]


@given(TEXT, st.integers(2, 40))
def test_no_line_is_wider_than_asked_but_for_blanks_that_hang(text: str, width: int) -> None:
    shown = legible(text)
    for start, end in wrap(shown, width):
        assert cell_len(shown[start:end].rstrip()) <= width


@given(st.lists(st.text("abc", min_size=1, max_size=9), max_size=30), st.integers(9, 30))
def test_words_that_fit_are_never_cut(words: list[str], width: int) -> None:
    text = " ".join(words)
    assert [word for start, end in wrap(text, width) for word in text[start:end].split()] == words


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=30), st.integers(9, 30))
def test_a_line_takes_every_word_that_still_fits(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = [text[start:end] for start, end in wrap(text, width)]
    for line, following in itertools.pairwise(lines):
        assert len(line.rstrip()) + 1 + len(following.split()[0]) > width


@given(st.lists(st.text("abc", min_size=1, max_size=12), max_size=20), st.integers(1, 20))
def test_plain_and_odd_text_break_alike(words: list[str], width: int) -> None:
    text = " ".join(words)
    odd = text + " \u4e00"  # one wide character sends the whole text the other way
    assert wrap(odd, width)[: len(wrap(text, width)) - 1] == wrap(text, width)[:-1]


def test_an_empty_text_has_one_empty_line() -> None:
    assert wrap("", 10) == [(0, 0)]


def test_wide_characters_are_parted_anywhere_but_before_closing_marks() -> None:
    text = "日本語日本語。"
    assert [text[start:end] for start, end in wrap(text, 6)] == ["日本語", "日本", "語。"]


def test_a_grapheme_is_never_cut() -> None:
    family = "👩\u200d👩\u200d👧"
    text = family * 4
    assert [text[start:end] for start, end in wrap(text, 4)] == [family * 2, family * 2]


def test_a_combining_accent_stays_on_its_letter() -> None:
    text = "e\u0301" * 6
    assert [text[start:end] for start, end in wrap(text, 4)] == ["e\u0301" * 4, "e\u0301" * 2]


def test_a_no_break_space_holds_words_together() -> None:
    text = "about 5\u00a0km away"
    assert [text[start:end] for start, end in wrap(text, 8)] == ["about ", "5\u00a0km ", "away"]


def test_a_width_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="0 cells"):
        wrap("text", 0)


@given(st.text(max_size=20))
def test_plain_means_one_cell_a_character(text: str) -> None:
    if is_plain(text):
        assert cell_len(text) == len(text)
