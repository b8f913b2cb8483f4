import doctest
import re

from hypothesis import given
from hypothesis import strategies as st

from wirediff import export, naming
from wirediff.app.naming import names
from wirediff.cli.show.comparison import comparison_lines
from wirediff.model import Document
from wirediff.naming import day, outlet, version_names
from wirediff.pipeline import Settings, find_stories, read_paths, report
from wirediff.resources import shipped


def version(path: str, **fields: str) -> Document:
    return Document(path=path, id=path, reader="text", **fields)


def test_the_examples_in_the_docstrings_hold() -> None:
    results = doctest.testmod(naming)
    assert results.attempted
    assert not results.failed


def test_a_version_is_called_by_its_source_else_its_agency_else_its_file() -> None:
    assert outlet(version("a.txt", source="Gazette", agency="AFP")) == "Gazette"
    assert outlet(version("a.txt", agency="AFP", version="UPDATE 2")) == "AFP UPDATE 2"
    assert outlet(version("folder/a.txt")) == "a.txt"


def test_versions_of_one_outlet_are_told_apart_by_their_day() -> None:
    first, second = (version("a.txt", agency="AFP", published=f"2017-11-0{day}") for day in (3, 4))
    assert version_names([first, version("b.txt", source="Gazette"), second]) == (
        "AFP (3 Nov 2017)",
        "Gazette",
        "AFP (4 Nov 2017)",
    )


def test_versions_of_one_outlet_and_day_are_told_apart_by_their_files() -> None:
    some = [version(f"{name}.txt", agency="AFP", published="2017-11-03") for name in ("001", "004")]
    assert version_names(some) == ("AFP (001)", "AFP (004)")
    undated = [version("a/1.txt", agency="AFP"), version("b/1.txt", agency="AFP", published="2017-11-03")]
    assert version_names(undated) == ("AFP (a/1.txt)", "AFP (b/1.txt)")


def test_reports_of_one_file_are_numbered() -> None:
    assert version_names([version("archive.txt")] * 2) == ("archive.txt (1)", "archive.txt (2)")


_FEW = st.sampled_from(["AFP", "AFP (3 Nov 2017)", "a", "a (2)", "a (2) (2)"])


@given(
    st.lists(
        st.builds(
            version,
            st.sampled_from(["a", "b", "c/a"]),
            source=_FEW | st.none(),
            published=st.sampled_from(["2017-11-03", "2017-11-04", None]),
        ),
        max_size=8,
    )
)
def test_no_two_versions_have_one_name(documents: list[Document]) -> None:
    given_names = version_names(documents)
    assert len(given_names) == len(documents)
    assert len(set(given_names)) == len(documents)


def test_a_date_that_is_none_is_left_as_it_is() -> None:
    assert day("early 2017") == "early 2017"


def test_reader_command_line_and_export_call_the_versions_of_the_samples_by_the_same_names() -> None:
    settings = Settings()
    stories = find_stories(read_paths([shipped("seeds")], settings).documents, settings)
    story = max(stories, key=lambda story: len(story.versions))
    expected = version_names(story.documents)
    assert len(set(expected)) == len(story.versions) == 4
    assert names(story.documents) == expected
    made = report([story], (), settings)
    markdown = export.render(made, "markdown").decode()
    listed = [line.split(" | ")[1] for line in markdown.splitlines() if line.startswith("| V")]
    assert tuple(re.sub(r"\\(.)", r"\1", name) for name in listed) == expected
    comparison = made.stories[0].comparison
    assert comparison is not None
    printed = list(comparison_lines(comparison, 400, False))
    assert all(f"V{number} · {name}" in printed[2] for number, name in enumerate(expected, 1))
