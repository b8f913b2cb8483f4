from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len

from wirediff.app.layout.typeset import ELLIPSIS, Line, Mark, Run, count_cells, count_lines, typeset, typeset_line
from wirediff.app.layout.wrap import is_plain
from wirediff.app.legible import legible

WORDS = st.text(alphabet="ab c-é日👩\u200d\u0301", max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = legible(draw(WORDS))
    place = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(place, place), max_size=5))
    return text, [Mark(min(span), max(span), index, "ABCDE"[index]) for index, span in enumerate(spans)]


def story_text(lines: list[Line]) -> str:
    return "".join(run.text for line in lines for run in line if not run.letter)


@given(marked(), st.integers(4, 30))
def test_only_letters_are_added_and_only_blanks_at_line_ends_are_lost(case: tuple[str, list[Mark]], width: int) -> None:
    text, marks = case
    assert story_text(typeset(text, marks, width)).replace(" ", "") == text.replace(" ", "")


@given(marked(), st.integers(4, 30))
def test_every_line_fits(case: tuple[str, list[Mark]], width: int) -> None:
    for line in typeset(*case, width):
        assert sum(cell_len(run.text) for run in line) <= width


@given(marked(), st.integers(4, 30))
def test_counting_lines_agrees_with_setting_them(case: tuple[str, list[Mark]], width: int) -> None:
    assert count_lines(*case, width) == len(typeset(*case, width))


@given(marked(), st.integers(4, 30))
def test_every_mark_shows_its_letter(case: tuple[str, list[Mark]], width: int) -> None:
    text, marks = case
    lettered = {
        index for line in typeset(text, marks, width) for run in line if run.letter for index in run.differences
    }
    assert lettered == {mark.difference for mark in marks}


@given(marked(), st.integers(4, 30))
def test_every_run_says_where_in_the_text_it_stands(case: tuple[str, list[Mark]], width: int) -> None:
    text, marks = case
    runs = [run for line in typeset(text, marks, width) for run in line]
    assert all(text[run.at : run.end] == ("" if run.letter else run.text) for run in runs)
    assert [run.at for run in runs] == sorted(run.at for run in runs)


@given(marked(), st.integers(4, 30), st.integers(0, 70))
def test_a_line_that_is_cut_fits_and_shows_where_it_was_cut(
    case: tuple[str, list[Mark]], width: int, shift: int
) -> None:
    text, marks = case
    line = typeset_line(text, marks, width, shift)
    assert sum(cell_len(run.text) for run in line) <= width
    whole = story_text([typeset_line(text, marks, count_cells(text, marks))])
    assert whole == text
    part = story_text([line])
    assert part in text
    assert (line[:1] and line[0].text == ELLIPSIS and line[0].letter) or shift == 0 or not text or not line[0].at
    if part != text and not any(run.text == ELLIPSIS and run.letter for run in line):
        assert not text.replace(part, "", 1)


@given(st.text("ab ", min_size=20, max_size=60), st.integers(4, 15), st.integers(0, 60))
def test_scrolling_by_a_cell_moves_the_text_by_a_cell(text: str, width: int, shift: int) -> None:
    shift = min(shift, len(text) - width)
    shown = "".join(run.text for run in typeset_line(text, [], width, shift))
    assert len(shown) == width
    left, right = shift > 0, shift + width < len(text)
    assert shown[left : width - right] == text[shift + left : shift + width - right]
    assert (shown[0] == ELLIPSIS, shown[-1] == ELLIPSIS) == (left, right)


def test_the_letter_stands_before_the_marked_words() -> None:
    assert typeset("to al-Abadi", [Mark(3, 11, 7, "T")], 40) == [
        (Run("to "), Run("T›", (7,), True, 3), Run("al-Abadi", (7,), at=3))
    ]


def test_a_letter_stands_at_a_word_not_at_the_blank_before_it() -> None:
    assert typeset("a b", [Mark(1, 3, 0, "E")], 9) == [(Run("a "), Run("E›", (0,), True, 2), Run("b", (0,), at=2))]


def test_a_mark_on_blanks_alone_is_kept() -> None:
    assert Run("  ", (0,), at=1) in typeset("a  b", [Mark(1, 3, 0, "P")], 9)[0]


def test_differences_of_one_kind_that_begin_together_share_a_letter() -> None:
    runs = typeset("al-Qaim fell", [Mark(0, 7, 0, "C"), Mark(0, 12, 1, "C")], 40)[0]
    assert [run for run in runs if run.letter] == [Run("C›", (0, 1), True)]


def test_overlapping_marks_are_all_known_where_they_overlap() -> None:
    runs = typeset("abcdef", [Mark(0, 4, 0, "A"), Mark(2, 6, 1, "B")], 40)[0]
    assert [(run.text, run.differences) for run in runs if not run.letter] == [
        ("ab", (0,)),
        ("cd", (0, 1)),
        ("ef", (1,)),
    ]


def test_half_a_grapheme_is_marked_whole() -> None:
    runs = typeset("e\u0301a", [Mark(1, 2, 0, "P")], 9)[0]
    assert Run("e\u0301", (0,)) in runs


def shown(text: str, *marks: Mark) -> str:
    return "".join(run.text for line in typeset(text, marks, 80) for run in line)


def test_a_mark_without_a_line_is_closed_by_a_sign() -> None:
    text = "entering al-Qaim and liberating it"
    assert shown(text, Mark(9, 31, 0, "C", lined=False)) == "entering C›al-Qaim and liberating‹ it"
    assert shown(text, Mark(9, 31, 0, "C", lined=True)) == "entering C›al-Qaim and liberating it"


def test_a_mark_is_closed_where_the_next_one_begins_at_once() -> None:
    text = "on Monday, police said"
    assert shown(text, Mark(3, 9, 0, "D"), Mark(9, 22, 1, "A")) == "on D›Monday‹A›, police said"
    assert shown(text, Mark(3, 9, 0, "D"), Mark(10, 22, 1, "A")) == "on D›Monday, A›police said"


def test_a_mark_inside_another_is_closed_where_it_ends() -> None:
    assert shown("one two three four", Mark(0, 13, 0, "Q"), Mark(4, 7, 1, "N")) == "Q›one N›two‹ three four"


def test_marks_that_end_together_are_closed_once_and_a_whole_paragraph_never() -> None:
    assert shown("one two", Mark(4, 6, 0, "W", False), Mark(5, 6, 1, "P", False)) == "one W›tP›w‹o"
    assert shown("one two", Mark(0, 7, 0, "W", False), Mark(4, 6, 1, "N")) == "W›one N›two"


@given(marked(), st.integers(4, 30))
def test_the_extent_of_every_mark_shows_without_colour(case: tuple[str, list[Mark]], width: int) -> None:
    text, marks = case
    assume(is_plain(text))  # elsewhere a mark may be widened to the whole text
    plain = [mark._replace(lined=False) for mark in marks]
    runs = [run for line in typeset(text, plain, width) for run in line]
    for mark in plain:
        if text[mark.start : mark.end].strip() and mark.end - mark.start < len(text.strip()):
            places = [place for place, run in enumerate(runs) if mark.difference in run.differences]
            assert runs[places[0]].letter
            assert runs[places[-1]].text.rstrip().endswith("‹")
