"""The line that says which digit judges how."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from wirediff.app.review.judgement import Judgement, Progress
from wirediff.app.settings.themes import Shelf
from wirediff.app.widgets.legend import Legend
from wirediff.verdicts import VERDICTS


class Drawn(Legend):
    """A legend without a screen."""

    def __init__(self, width: int) -> None:
        super().__init__(Shelf().read("dark").palette())
        self._width = width

    @property
    def size(self):
        from textual.geometry import Size

        return Size(self._width, 1)

    def refresh(self, *_: object, **__: object):
        return self


def drawn(width: int, words: list[str] | None = None) -> str:
    legend = Drawn(width)
    legend.show(dict.fromkeys(words or VERDICTS, ""), Judgement(None), Progress(3, 14, 2, 19))
    return legend.render().plain


@pytest.mark.parametrize("width", [120, 80, 60, 40])
def test_no_digit_that_judges_is_hidden(width: int) -> None:
    line = drawn(width)
    assert all(f"{digit} {word[:2]}" in line for digit, word in enumerate(VERDICTS, 1)), line
    assert cell_len(line) <= width


def test_words_are_whole_where_there_is_room_and_the_progress_gives_way_to_readable_ones() -> None:
    assert all(word in drawn(80) for word in VERDICTS)
    assert "3/14" in drawn(120)
    assert "3/14" not in drawn(40)


@given(st.lists(st.text("abcdefgh-", min_size=1, max_size=30), min_size=1, max_size=9, unique=True))
def test_verdicts_of_a_users_own_keep_their_digits_at_forty_columns(words: list[str]) -> None:
    line = drawn(40, words)
    assert all(f"{digit} {word[:1]}" in line for digit, word in enumerate(words, 1)), line
    assert cell_len(line) <= 40
