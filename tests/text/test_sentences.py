"""Sentences, as sentencex and full stops of Chinese and Japanese end them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.text import sentences


@pytest.mark.parametrize(
    ("language", "text", "cut"),
    [
        (
            "en",
            "The army said Maj. Gen. Orne left. U.S. troops stayed.",
            ["The army said Maj. Gen. Orne left.", "U.S. troops stayed."],
        ),
        ("zh", "总理宣布。军方说：“好。”他说。", ["总理宣布。", "军方说：“好。”", "他说。"]),
        ("ja", "町を奪還した。住民は逃れた！", ["町を奪還した。", "住民は逃れた！"]),
        ("ar", "قالت الحكومة إن الجيش انتصر. هل انتهت الحرب؟ لا أحد يعرف.", 3),
    ],
)
def test_a_paragraph_is_cut_into_its_sentences(language: str, text: str, cut: list[str] | int) -> None:
    found = [span.of(text) for span in sentences(text, language)]
    assert found == cut if isinstance(cut, list) else len(found) == cut


@given(st.text("ab .。！？”!?\n", max_size=80))
def test_sentences_cover_all_that_is_no_blank_and_are_in_order(text: str) -> None:
    place = 0
    rest = ""
    for span in sentences(text):
        assert place <= span.start < span.end
        assert span.of(text) == span.of(text).strip()
        rest += text[place : span.start]
        place = span.end
    assert not (rest + text[place:]).strip()


def test_half_a_character_of_a_broken_source_is_a_part_of_its_sentence() -> None:
    text = "He left \ud800 early. She stayed until Friday."
    assert [span.of(text) for span in sentences(text)] == ["He left \ud800 early.", "She stayed until Friday."]
