from hypothesis import given
from hypothesis import strategies as st

from wirediff.export.pieces import Span
from wirediff.export.segments import Segment, segments, xml_text
from wirediff.printable import inert

_TEXT = st.text("ab \nc,", max_size=30)


def spans(text: str) -> st.SearchStrategy[list[Span]]:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return st.lists(ends, max_size=4).map(
        lambda found: [Span(min(pair), max(pair), number) for number, pair in enumerate(found)]
    )


@given(_TEXT, _TEXT, st.data())
def test_both_texts_can_be_read_back_whatever_the_differences_are(left: str, right: str, data: st.DataObject) -> None:
    cut = segments(left, right, data.draw(spans(left)), data.draw(spans(right)))
    assert "".join(segment.left for segment in cut) == left
    assert "".join(segment.right for segment in cut) == right
    assert all(segment.left or segment.right for segment in cut)


@given(st.lists(st.tuples(_TEXT, _TEXT, _TEXT), max_size=5))
def test_where_the_differences_say_all_the_rest_is_common(parts: list[tuple[str, str, str]]) -> None:
    left = right = ""
    ours, theirs = [], []
    for number, (common, one, other) in enumerate(parts):
        left, right = left + common, right + common
        ours.append(Span(len(left), len(left) + len(one), number))
        theirs.append(Span(len(right), len(right) + len(other), number))
        left, right = left + one, right + other
    cut = segments(left, right, ours, theirs)
    assert all(segment.common for segment in cut if not segment.differences)
    told = {number for segment in cut for number in segment.differences}
    assert told == {number for number, (_, one, other) in enumerate(parts) if one or other}


def test_both_sides_of_a_difference_stand_in_one_segment() -> None:
    cut = segments("the army said", "the troops said", [Span(4, 8, 0)], [Span(4, 10, 0)])
    assert cut == [Segment("the ", "the "), Segment("army", "troops", (0,)), Segment(" said", " said")]


def test_words_that_moved_are_taken_away_and_put_in_with_the_same_difference() -> None:
    cut = segments("on Friday they came", "they came on Friday", [Span(0, 10, 7)], [Span(9, 19, 7)])
    assert cut == [Segment("on Friday ", "", (7,)), Segment("they came", "they came"), Segment("", " on Friday", (7,))]


def test_what_no_difference_covers_is_aligned_by_words() -> None:
    cut = segments("a big red car", "a big blue car", [], [])
    assert cut == [Segment("a big ", "a big "), Segment("red", "blue"), Segment(" car", " car")]


@given(st.text())
def test_text_for_xml_keeps_its_length_and_all_that_is_allowed(text: str) -> None:
    made = xml_text(text)
    assert len(made) == len(text)
    assert made == xml_text(made)
    assert all(ours in (theirs, "\ufffd") for ours, theirs in zip(made, inert(text), strict=True))
    assert not set(made) & {"\x00", "\ufffe", "\uffff", "\n"}
