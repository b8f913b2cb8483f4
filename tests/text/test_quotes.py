import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.text import quotations


def quoted(text: str) -> list[str]:
    return [text[found.inner_start : found.inner_end] for found in quotations(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "we won" again', "we won"),
        ("He said “we won” again", "we won"),
        ("He said „we won“ again", "we won"),
        ("He said „we won” again", "we won"),
        ("He said «we won» again", "we won"),
        ("He said « we won » again", " we won "),
        ("He said »we won« again", "we won"),
        ("He said ”we won” again", "we won"),
        ("He said ‘we won’ again", "we won"),
        ("He said ‚we won‘ again", "we won"),
        ("He said 'we won' again", "we won"),
        ("He said ``we won'' again", "we won"),
        ("He said `we won' again", "we won"),
        ("He said 「we won」 again", "we won"),
        ('He said “we won" again', "we won"),
        ("He said ('we won') again", "we won"),
        ('He said:"we won" again', "we won"),
    ],
)
def test_every_style_of_marks_is_read(text: str, inner: str) -> None:
    assert quoted(text) == [inner]


@pytest.mark.parametrize(
    "text",
    [
        "They set fire to civilians' houses in the south",
        "the group's leaders and the groups’ leaders",
        "music of the '90s and the ‘60s",
        "rock 'n' roll, and 'tis so",
        "Sana'a, Ba‘ath, al-'Abadi and O’Brien",
        "the fall of ‘Abd al-Rahman's town",
        'a 12" gun and a 6\'2" man',
        'words that close nothing" he said',
        '""  ""',
        'the end of it, " Adgate said',
    ],
)
def test_apostrophes_and_stray_marks_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_possessive_inside_single_marks_does_not_close_them() -> None:
    assert quoted("'the civilians' houses burned,' he said") == ["the civilians' houses burned,"]


def test_a_plural_at_the_end_of_single_marks_closes_them() -> None:
    assert quoted("'Islamic State fighters' fled from 'holy' ground") == ["Islamic State fighters", "holy"]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“He said ‘no’ to me”", "He said ‘no’ to me"),
        ("\"'No,' she said,\" he told AFP", "'No,' she said,"),
        ("'She said \"no\" to me' it read", 'She said "no" to me'),
        ("“One “two” three” four", "One “two” three"),
    ],
)
def test_only_the_outermost_of_nested_quotations_is_given(text: str, inner: str) -> None:
    assert quoted(text) == [inner]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"We go on', ["We go on"]),
        ("He said: “We go on.", ["We go on."]),
        ('"One," he said. "Two', ["One,", "Two"]),
        ("'We go on until the end", ["We go on until the end"]),
    ],
)
def test_a_quotation_left_open_runs_to_the_end(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


@pytest.mark.parametrize(
    ("text", "scare"),
    [('the "caliphate" fell', True), ('the "last big fight" began', True), ('"We have won it" he said', False)],
)
def test_up_to_three_words_are_scare_quotes(text: str, scare: bool) -> None:
    assert [found.scare for found in quotations(text)] == [scare]


def test_spans_hold_the_marks_outside_and_the_words_inside() -> None:
    (found,) = quotations("so ``we won'' he said")
    assert (found.start, found.end, found.inner_start, found.inner_end) == (3, 13, 5, 11)


marked_text = st.text(alphabet="as9 .,-\n\"'“”„‘’‚«»`´「」(", max_size=60) | st.text(max_size=60)


@given(marked_text)
def test_quotations_are_in_order_apart_and_within_the_text(text: str) -> None:
    place = 0
    for found in quotations(text):
        assert place <= found.start < found.inner_start < found.inner_end <= found.end <= len(text)
        assert text[found.inner_start : found.inner_end].strip()
        place = found.end


@given(st.lists(st.sampled_from(["word", "civilians'", "group's", "'90s", "don’t", "1,500", "(x)"])))
def test_text_without_opening_marks_has_no_quotations(words: list[str]) -> None:
    assert quotations(" ".join(words)) == []


@given(st.text(alphabet="ab .", min_size=1, max_size=30).filter(str.strip), st.sampled_from(["“”", "„“", "«»", "「」"]))
def test_what_is_put_between_directed_marks_comes_back(words: str, marks: str) -> None:
    assert quoted(f"He said {marks[0]}{words}{marks[1]} twice") == [words]
