from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wirediff.errors import UsageError
from wirediff.export import render
from wirediff.export.choice import EVERYTHING, OPEN, Choice, chosen
from wirediff.export.report import Report
from wirediff.kinds import Kind, Severity
from wirediff.model import HEADLINE, Difference, RowRelation
from wirediff.pipeline import Settings, compare, find_stories, read_paths
from wirediff.pipeline import report as report_of

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("00*.txt"))


@pytest.fixture(scope="module")
def seeds() -> Report:
    """The sample stories, three versions of one among them."""
    documents = read_paths(SEEDS, Settings()).documents
    report = report_of(find_stories(documents, Settings()), (), Settings())
    assert max(len(part.documents) for part in report.stories) > 2
    return report


def found(report: Report) -> list[Difference]:
    return [difference for part in report.stories for difference, _ in part.annotated]


def test_everything_leaves_the_report_as_it_is(report: Report) -> None:
    assert chosen(report, EVERYTHING) == report
    assert render(report, "json", EVERYTHING) == render(report, "json")


@given(kinds=st.frozensets(st.sampled_from(Kind)), severities=st.frozensets(st.sampled_from(Severity)))
def test_kinds_and_severities_choose_differences(
    seeds: Report, kinds: frozenset[Kind], severities: frozenset[Severity]
) -> None:
    wanted = [
        difference
        for difference in found(seeds)
        if (not kinds or difference.kind in kinds) and (not severities or difference.severity in severities)
    ]
    assert found(chosen(seeds, Choice(kinds=kinds, severities=severities))) == wanted


def test_only_noted_leaves_differences_with_notes_and_stories_with_notes(report: Report) -> None:
    made = chosen(report, Choice(noted=True))
    assert [difference.why for difference in found(made)] == ["two spellings of one name"]
    assert [part.story.id for part in made.stories] == ["s1"]
    assert [note.id for note in made.stories[0].notes] == ["n1", "n2"]


def test_a_note_on_a_difference_that_is_left_out_is_left_out_and_one_on_no_difference_stays(report: Report) -> None:
    made = chosen(report, Choice(kinds=frozenset({Kind.NUMBER})))
    assert [note.id for note in made.stories[0].notes] == ["n2"]


def test_only_open_leaves_out_what_was_settled_and_keeps_what_nobody_has_looked_at(report: Report) -> None:
    part = report.stories[0]
    settled = tuple(replace(note, status="confirmed") if note.id == "n1" else note for note in part.notes)
    part = type(part).of(part.story, part.comparison, settled)
    made = chosen(Report((part,)), Choice(still_open=True))
    assert [note.id for note in made.stories[0].notes] == ["n2"]
    assert len(found(made)) == 4
    assert "two spellings of one name" not in [difference.why for difference in found(made)]
    assert found(chosen(Report((part,)), Choice(still_open=True, noted=True))) == []
    assert all(note.status == OPEN for note in report.stories[0].notes)


def test_versions_are_chosen_by_path_name_or_tag_and_the_base_stays(seeds: Report) -> None:
    part = max(seeds.stories, key=lambda part: len(part.documents))
    path = part.documents[2].path
    by = [chosen(Report((part,)), Choice(versions=(name,))) for name in (path, Path(path).name, "V3", "v3")]
    assert by[0] == by[1] == by[2] == by[3]
    assert [document.path for document in by[0].stories[0].documents] == [part.documents[0].path, path]


def test_a_projected_comparison_has_the_differences_it_had_and_every_paragraph_in_a_row(seeds: Report) -> None:
    part = max(seeds.stories, key=lambda part: len(part.documents))
    assert part.comparison is not None
    for other in range(1, len(part.documents)):
        made = chosen(Report((part,)), Choice(versions=(f"V{other + 1}",))).stories[0]
        assert made.comparison is not None
        before = [each for each in part.comparison.differences if each.against == other]
        assert [(each.kind, each.left, each.why) for each in made.comparison.differences] == [
            (each.kind, each.left, each.why) for each in before
        ]
        rows = made.comparison.collation.rows
        for number, document in enumerate(made.documents):
            numbers = {n for row in rows for n in row.cells[number]}
            assert numbers == set(range(1, len(document.paragraphs) + 1))
        for each in made.comparison.differences:
            for side in filter(None, (each.left, each.right)):
                text = made.documents[side.version].text_of(side.paragraph)
                assert text[side.start : side.end] == side.text
                assert side.paragraph == HEADLINE or side.paragraph in rows[each.row or 0].cells[side.version]
        for row in rows:
            assert (row.relation is RowRelation.ONLY) == (sum(map(bool, row.cells)) == 1)


def test_two_versions_chosen_of_three_count_what_comparing_the_two_rows_counts(seeds: Report) -> None:
    part = min((part for part in seeds.stories if part.comparison), key=lambda part: len(part.documents))
    made = chosen(Report((part,)), Choice(versions=("V2",))).stories[0]
    if len(part.documents) == 2:
        assert made == part
        assert made.comparison == compare(part.documents, Settings())
    assert len(made.documents) == 2


def test_a_version_that_no_story_has_is_refused_with_those_there_are(report: Report) -> None:
    with pytest.raises(UsageError, match=r"no story has a version 'x.txt'; there are a.txt, b.txt, c.txt"):
        chosen(report, Choice(versions=("x.txt",)))


def test_a_choice_that_leaves_nothing_says_so_and_not_that_there_is_nothing(report: Report) -> None:
    nothing = Choice(kinds=frozenset({Kind.QUOTE}))
    for name in ("markdown", "html"):
        said = render(report, name, nothing).decode().lower()
        assert "no differences chosen" in said
        assert "no differences." not in said
    same = report.stories[0]
    assert same.comparison
    equal = type(same).of(same.story, replace(same.comparison, differences=()))
    assert b"No differences." in render(Report((equal,)), "markdown")
    assert b"No differences chosen." in render(Report((equal,)), "markdown", Choice(noted=True))
