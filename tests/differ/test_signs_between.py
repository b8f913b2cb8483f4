"""Signs inside figures and words that a reader hardly sees."""

import pytest

from tests.differ.cells import brief
from tests.differ.conftest import Differ

BLANKS = ["\u00a0", "\u2009", "\u202f", "'", "\u2019", ","]
UNSEEN = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"]


@pytest.mark.parametrize("sign", BLANKS, ids=[f"U+{ord(sign):04X}" for sign in BLANKS])
def test_another_sign_between_thousands_is_typography(differ: Differ, sign: str) -> None:
    found = differ(f"Some 12{sign}500 left the town.", "Some 12 500 left the town.")
    assert [difference.kind.value for difference in found] == ["typography"]
    assert not found[0].also


def test_the_day_of_a_date_and_the_figure_behind_it_are_two(differ: Differ) -> None:
    assert brief(differ("On May 12 500 people came.", "On May 12 600 people came.")) == [("number", "500", "600")]


def test_a_point_for_a_comma_that_makes_another_figure_is_no_typography(differ: Differ) -> None:
    assert brief(differ("It rose by 2.500 points.", "It rose by 2,500 points."))[0][0] == "number"


def test_a_minus_is_no_dash(differ: Differ) -> None:
    assert brief(differ("It fell to -7 degrees.", "It fell to 7 degrees.")) == [("number", "-7", "7")]


@pytest.mark.parametrize("sign", UNSEEN, ids=[f"U+{ord(sign):04X}" for sign in UNSEEN])
@pytest.mark.parametrize("word", ["parliament", "Rotterdam"])
def test_a_sign_that_nobody_sees_inside_a_word_is_one_mark(differ: Differ, word: str, sign: str) -> None:
    broken = f"{word[:3]}{sign}{word[3:6]}{sign}{word[6:]}"
    assert brief(differ(f"The {broken} was full.", f"The {word} was full.")) == [("typography", broken, word)]
