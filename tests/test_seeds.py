"""The whole road on the five sample stories: what is read, which belong together, what answers what, what differs."""

from functools import cache
from pathlib import Path

import pytest

from wirediff.kinds import Kind
from wirediff.model import Comparison, Document, RowRelation, Story
from wirediff.pipeline import Settings, compare, find_stories, read_paths
from wirediff.resources import shipped

SETTINGS = Settings()


@cache
def documents() -> dict[str, Document]:
    reading = read_paths([shipped("seeds")], SETTINGS)
    assert not reading.errors
    return {Path(document.path).name[:3]: document for document in reading.documents}


@cache
def compared(base: str, other: str) -> Comparison:
    return compare([documents()[base], documents()[other]], SETTINGS)


@cache
def stories() -> tuple[Story, ...]:
    return find_stories(list(documents().values()), SETTINGS)


def links(base: str, other: str) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(row.cells[0], row.cells[1]) for row in compared(base, other).collation.rows if all(row.cells)}


@pytest.mark.parametrize(("name", "count"), [("000", 10), ("001", 7), ("002", 12), ("003", 12), ("004", 11)])
def test_a_sample_has_its_body_paragraphs_and_no_others(name: str, count: int) -> None:
    assert len(documents()[name].paragraphs) == count


@pytest.mark.parametrize("name", ["001", "004"])
def test_the_body_printed_a_second_time_is_left_out_as_a_repeat(name: str) -> None:
    document = documents()[name]
    repeats = [item for item in document.left_out if item.reason == "repeat"]
    assert len(repeats) == len(document.paragraphs)
    assert "’" not in "".join(paragraph.text for paragraph in document.paragraphs)
    assert document.agency == "AFP"


def test_captions_standfirsts_and_dates_are_fields() -> None:
    assert documents()["002"].captions[0].startswith("Iraqi and allied forces advance")
    assert documents()["003"].standfirst is not None
    assert documents()["003"].captions == ("The Iraqi army advance put further pressure on the militants [AFP]",)
    assert documents()["003"].published == "2017-06-18"
    assert documents()["000"].published == "2017-11-04"


def test_two_events_with_like_headlines_are_two_stories() -> None:
    grouped = {frozenset(Path(d.path).name[:3] for d in story.documents) for story in stories()}
    assert grouped == {frozenset({"000", "001", "002", "004"}), frozenset({"003"})}


def test_versions_are_listed_closest_to_the_base_first() -> None:
    for story in stories():
        shares = [version.shared for version in story.versions]
        assert shares[0] == 1.0
        assert shares == sorted(shares, reverse=True)


def test_the_paragraphs_of_001_are_found_in_002() -> None:
    assert {((1,), (1,)), ((2,), (2,)), ((3,), (3,)), ((4,), (4,)), ((5,), (11,)), ((6,), (12,))} <= links("001", "002")


def test_the_last_paragraphs_of_002_are_shown_as_moved() -> None:
    moved = {row.cells for row in compared("001", "002").collation.rows if row.moved}
    assert moved == {((5,), (11,)), ((6,), (12,))}


def test_the_first_two_paragraphs_of_004_are_one_in_002() -> None:
    merged = next(row for row in compared("004", "002").collation.rows if row.cells[0] == (1, 2))
    assert merged.cells[1] == (8,)
    assert merged.relation is RowRelation.MERGE
    split = next(row for row in compared("002", "004").collation.rows if row.cells[0] == (8,))
    assert (split.cells[1], split.relation) == ((1, 2), RowRelation.SPLIT)


def test_002_answers_004_where_it_carries_its_text() -> None:
    found = links("002", "004")
    assert {((9,), (3,)), ((11,), (8,)), ((12,), (7,))} <= found
    assert any(4 in ours and 11 in theirs for ours, theirs in found)


def test_the_collage_answers_004_where_both_count_the_fighters_left() -> None:
    found = compared("000", "004")
    assert {((2,), (9,)), ((8,), (9,))} <= {row.cells for row in found.collation.rows} or ((2, 8), (9,)) in links(
        "000", "004"
    )
    assert any(
        d.kind is Kind.NUMBER and d.left and d.right and (d.left.text, d.right.text) == ("1,500-2,500", "around 1,500")
        for d in found.differences
    )


@pytest.mark.parametrize(
    ("versions", "relation"),
    [(("001", "002"), "same-report"), (("000", "001", "002", "004"), "related"), (("001", "003"), "different-event")],
)
def test_the_relation_of_versions_agrees_with_their_stories(versions: tuple[str, ...], relation: str) -> None:
    assert compare([documents()[name] for name in versions], SETTINGS).collation.relation == relation


@pytest.mark.parametrize("other", ["000", "001", "002", "004"])
def test_another_event_has_no_paragraph_in_common(other: str) -> None:
    assert links("003", other) == set()


def marked(base: str, other: str) -> set[tuple[Kind, str, str]]:
    return {
        (d.kind, d.left.text.strip() if d.left else "", d.right.text.strip() if d.right else "")
        for d in compared(base, other).differences
    }


def test_abadi_and_abbadi_are_one_name_in_two_romanisations() -> None:
    difference = next(d for d in compared("001", "002").differences if d.kind is Kind.TRANSLITERATION)
    assert difference.left is not None
    assert difference.right is not None
    assert (difference.left.paragraph, difference.left.start, difference.left.end) == (3, 22, 30)
    assert (difference.left.text, difference.right.text) == ("al-Abadi", "al-Abbadi")


def test_is_and_isis_are_one_group_under_two_names() -> None:
    assert (Kind.NAMING, "IS", "ISIS") in marked("001", "002")


def test_the_seeds_show_the_kinds_that_a_reader_would_name() -> None:
    kinds = {kind for pair in (("001", "002"), ("002", "004"), ("000", "004")) for kind, _, _ in marked(*pair)}
    assert kinds >= {
        Kind.TYPOGRAPHY,
        Kind.CAPITALISATION,
        Kind.SPELLING,
        Kind.TRANSLITERATION,
        Kind.NAMING,
        Kind.LABEL,
        Kind.NUMBER,
        Kind.DATETIME,
        Kind.TITLE,
        Kind.QUOTE,
        Kind.ATTRIBUTION,
        Kind.CLAIM,
        Kind.PLACE,
        Kind.ORDER,
        Kind.WORDING,
        Kind.CONTENT,
    }
