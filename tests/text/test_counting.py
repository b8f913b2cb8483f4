import pytest

from wirediff.model import Document, Paragraph
from wirediff.text import word_count


def counted(*texts: str) -> int:
    paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, 1))
    return word_count(Document(path="a", id="a", reader="text", paragraphs=paragraphs))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The country's army - 1,500 men - left al-Qaim.", 9),
        ("", 0),
        ("قال الجيش إنه غادر.", 4),
        ("伊拉克军队周五进入了边境城镇。", 14),
        ("The paper 人民日报 said so.", 8),
        ("イラク軍は入った。", 6),
    ],
)
def test_words_are_counted_by_blanks_and_by_pieces_where_a_script_has_none(text: str, words: int) -> None:
    assert counted(text) == words
    assert counted(text, text) == 2 * words
