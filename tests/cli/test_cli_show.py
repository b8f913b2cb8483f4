import re
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from wirediff.cli.show.comparison import comparison_lines
from wirediff.cli.show.ink import Run, line, story_text, wrap
from wirediff.cli.show.marks import Mark, marked
from wirediff.kinds import KINDS, Kind, Severity
from wirediff.model import (
    Collation,
    Comparison,
    Difference,
    Document,
    Paragraph,
    Relation,
    Row,
    RowRelation,
    Side,
)
from wirediff.printable import inert


def comparison_text(shown: Comparison, width: int, colour: bool) -> str:
    return "".join(f"{text}\n" for text in comparison_lines(shown, width, colour))


WIDE = st.text(st.sampled_from("ab  日本語é\u0301\u200d👩🏽‍🚀\x1b{}") | st.characters(), max_size=60)


@given(WIDE, st.integers(1, 30))
def test_wrapped_lines_are_narrow_enough_and_lose_nothing_but_blanks_at_breaks(text: str, width: int) -> None:
    lines = wrap([story_text(text)], width)
    written = [content.written(False) for content in lines]
    assert "".join(written).replace(" ", "") == inert(text).replace(" ", "")
    for content, plain in zip(lines, written, strict=True):
        assert content.cells == cell_len(plain)
        assert content.cells <= width or len(plain.strip()) <= len("👩🏽‍🚀") * 2


@given(st.lists(st.sampled_from(["one", "three", "日本", "a"]), max_size=20), st.integers(5, 20))
def test_words_that_fit_are_not_broken(words: list[str], width: int) -> None:
    lines = [content.written(False) for content in wrap([Run(" ".join(words))], width)]
    assert [word for content in lines for word in content.split()] == words


@given(st.text(st.sampled_from("ab  "), max_size=60), st.integers(0, 60), st.integers(1, 12))
def test_text_breaks_in_the_same_places_whether_it_is_one_run_or_two(text: str, place: int, width: int) -> None:
    parted = [Run(text[:place]), Run(text[place:])]
    assert [item.written(False) for item in wrap([Run(text)], width)] == [
        item.written(False) for item in wrap(parted, width)
    ]


@given(st.lists(st.tuples(WIDE, st.sampled_from(["", "1", "4;33"]))), st.integers(4, 30))
def test_colour_changes_nothing_but_the_colour(pieces: list[tuple[str, str]], width: int) -> None:
    for content in wrap([story_text(*piece) for piece in pieces], width):
        assert re.sub("\x1b\\[[0-9;]*m", "", content.written(True)) == content.written(False)


def spans(text: str) -> st.SearchStrategy[list[Mark]]:
    place = st.integers(0, len(text))
    mark = st.builds(
        lambda ends, kind: Mark(min(ends), max(ends), kind, KINDS[kind].severity),
        st.tuples(place, place),
        st.sampled_from(Kind),
    )
    return st.lists(mark.filter(lambda made: made.start < made.end), max_size=5)


@given(st.text(st.sampled_from("ab {}:T"), max_size=30), st.data())
def test_taking_the_marks_off_gives_the_text_back(text: str, data: st.DataObject) -> None:
    runs = marked(text, data.draw(spans(text)), colour=False)
    shown = "".join(run.text for run in runs)
    unmarked = {"{{": "{", "}}": "}", "}": ""}
    assert re.sub(r"\{\{|\}\}|\{[A-Z]+:|\}", lambda found: unmarked.get(found[0], ""), shown) == text


def test_a_span_stands_in_braces_behind_its_letter() -> None:
    text = "Haider al-Abadi {sic} said "
    marks = [Mark(7, 15, Kind.TRANSLITERATION, Severity.NOTABLE), Mark(22, 27, Kind.ATTRIBUTION, Severity.SERIOUS)]
    assert "".join(run.text for run in marked(text, marks, colour=False)) == "Haider {T:al-Abadi} {{sic}} {A:said} "


def test_overlapping_marks_are_cut_where_they_begin_and_end() -> None:
    marks = [Mark(0, 5, Kind.NAMING, Severity.NOTABLE), Mark(3, 8, Kind.QUOTE, Severity.SERIOUS)]
    assert "".join(run.text for run in marked("abcdefgh", marks, colour=False)) == "{N:abc}{NQ:de}{Q:fgh}"


def document(number: int, headline: str, *texts: str) -> Document:
    paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, 1))
    return Document(path=f"v{number}.txt", id=str(number), reader="text", headline=headline, paragraphs=paragraphs)


def comparison(count: int = 2) -> Comparison:
    texts = [f"日本語 paragraph {n} says things at some length 👩🏽‍🚀 so that it has to be wrapped." for n in range(3)]
    versions = tuple(document(n, f"Headline {n}", *texts) for n in range(count))
    rows = tuple(Row(((n,) * 1,) * count, RowRelation.SAME if n > 1 else RowRelation.EDITED) for n in (1, 2))
    rows += (
        Row(((3,), *((),) * (count - 1)), RowRelation.ONLY),
        Row(((), *((3,),) * (count - 1)), RowRelation.ONLY, True),
    )
    side = [Side(n, 1, 0, 3, "日本語") for n in range(2)]
    return Comparison(
        Collation(versions, Relation.REWRITE, rows),
        (Difference(0, Kind.NAMING, Severity.NOTABLE, "two names", *side, (Kind.LABEL,)),),
    )


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [54, 60, 81, 100, 141])
def test_columns_are_straight_whatever_the_characters(width: int, colour: bool) -> None:
    lines = [re.sub("\x1b\\[[0-9;]*m", "", text) for text in comparison_text(comparison(), width, colour).splitlines()]
    places = {cell_len(text[: text.index("│")]) for text in lines if "│" in text}
    assert len(places) == 1
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize(("count", "width"), [(2, 40), (5, 100), (9, 80)])
def test_versions_stand_one_under_another_where_columns_would_be_too_narrow(count: int, width: int) -> None:
    text = comparison_text(comparison(count), width, False)
    assert "│" not in text
    assert max(map(cell_len, text.splitlines())) <= width
    for number in range(1, count + 1):
        assert re.search(rf"^.{{3}}V{number}   2  ", text, re.MULTILINE)


def test_every_sign_and_letter_is_explained() -> None:
    text = comparison_text(comparison(), 100, False)
    assert text.startswith("rewrite · 2 versions · 4 rows · 1 difference: 1 notable\n")
    assert "!↕   —" in text
    assert "= same; ~ edited; ! not in every version; ↕ moved" in text
    assert "{} marks: N naming" in text
    assert "N notable naming (also label): V1 P1 “日本語” → V2 P1 “日本語”; two names" in text


def test_a_paragraph_that_one_of_several_versions_lacks_is_not_marked_as_a_whole() -> None:
    versions = (document(0, "", "One thing."), document(1, "", "One thought."), document(2, "", "Another."))
    rows = (Row(((1,), (1,), ()), RowRelation.EDITED), Row(((), (), (1,)), RowRelation.ONLY))
    differences = (
        Difference(0, Kind.WORDING, Severity.COSMETIC, "w", Side(0, 1, 4, 9, "thing"), Side(1, 1, 4, 11, "thought")),
        Difference(0, Kind.CONTENT, Severity.NOTABLE, "w", Side(0, 1, 0, 10, "One thing."), None, against=2),
        Difference(1, Kind.CONTENT, Severity.NOTABLE, "w", None, Side(2, 1, 0, 8, "Another.")),
    )
    text = comparison_text(Comparison(Collation(versions, Relation.REWRITE, rows), differences), 120, False)
    assert "One {W:thing}." in text
    assert "{E:Another.}" in text
    assert re.search(r"│ +1  One \{W:thought\}\. +│ +\{E:—\}", text)
    assert "V1 P1 “One thing.” → nothing in V3" in text


def test_the_base_of_several_versions_is_marked_where_all_that_answer_it_differ_and_by_the_gravest_kind() -> None:
    versions = (document(0, "", "the strategic border post"), *(document(n, "", "a post") for n in (1, 2)))
    rows = (Row(((1,), (1,), (1,)), RowRelation.EDITED),)

    def found(kind: Kind, severity: Severity, start: int, end: int, against: int) -> Difference:
        left = Side(0, 1, start, end, versions[0].text_of(1)[start:end])
        return Difference(0, kind, severity, "w", left, Side(against, 1, 0, 1, "a"), against=against)

    differences = (
        found(Kind.WORDING, Severity.COSMETIC, 4, 20, 1),
        found(Kind.CONTENT, Severity.NOTABLE, 4, 13, 2),
        found(Kind.LABEL, Severity.SERIOUS, 13, 17, 2),
    )
    text = comparison_text(Comparison(Collation(versions, Relation.REWRITE, rows), differences), 120, False)
    assert "the {L:strategic bor}der post" in text
    assert text.count("V1 is marked where every version beside it differs") == 1


def test_of_two_versions_each_is_marked_with_everything() -> None:
    versions = tuple(document(n, "", "Text.") for n in range(2))
    rows = (Row(((1,), ()), RowRelation.ONLY), Row(((), (1,)), RowRelation.ONLY))
    differences = (
        Difference(0, Kind.CONTENT, Severity.NOTABLE, "w", Side(0, 1, 0, 5, "Text."), None),
        Difference(1, Kind.CONTENT, Severity.NOTABLE, "w", None, Side(1, 1, 0, 5, "Text.")),
    )
    text = comparison_text(Comparison(Collation(versions, Relation.REWRITE, rows), differences), 120, False)
    assert text.count("{E:Text.}") == 2
    assert "every version beside it" not in text


def test_a_comparison_without_rows_or_differences_can_be_shown() -> None:
    for versions in permutations([document(0, ""), document(1, "")]):
        text = comparison_text(Comparison(Collation(versions, Relation.DIFFERENT_EVENT, ()), ()), 80, False)
        assert text.startswith("different-event · 2 versions · 0 rows · 0 differences\n")


def test_an_empty_line_has_no_cells() -> None:
    assert line([]).cells == 0
    assert wrap([], 10) == [line([])]
