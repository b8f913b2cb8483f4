import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.model import Document, Paragraph
from wirediff.notes import locate


def document(*texts: str, headline: str = "") -> Document:
    paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, 1))
    return Document(path="a.txt", id="d", reader="text", headline=headline, paragraphs=paragraphs)


def test_every_place_is_found_in_headline_and_body() -> None:
    found = locate(document("a man", "no", "man to man", headline="The man"), "man")
    assert [(side.paragraph, side.start, side.end) for side in found] == [(0, 4, 7), (1, 2, 5), (3, 0, 3), (3, 7, 10)]


def test_a_paragraph_limits_the_search() -> None:
    found = locate(document("a man", "man to man"), "man", 1)
    assert [side.paragraph for side in found] == [1]
    with pytest.raises(IndexError):
        locate(document("a man"), "man", 2)


def test_exact_words_go_before_their_typographic_look_alikes() -> None:
    doc = document("it’s", "it's")
    assert [side.paragraph for side in locate(doc, "it's")] == [2]
    assert [side.paragraph for side in locate(doc, "it’s")] == [1]
    assert [side.text for side in locate(document("“Yes” … no"), '"Yes" ... no')] == ["“Yes” … no"]


def test_nothing_is_found_by_no_words() -> None:
    assert locate(document("a man"), "") == []
    assert locate(document("a\u00adman"), "\u00ad\u200b") == []


@given(st.text("a’'“\u00ad…ﬁ b", max_size=20), st.text("a'\".fi b", min_size=1, max_size=4))
def test_what_is_found_is_what_stands_there_and_nothing_overlaps(text: str, quote: str) -> None:
    last = 0
    for side in locate(document(text), quote, 1):
        assert last <= side.start < side.end <= len(text)
        assert side.text == text[side.start : side.end]
        last = side.end
