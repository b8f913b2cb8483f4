"""A report made by hand, with everything an export has to show."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from wirediff.export.report import Report, StoryReport
from wirediff.kinds import Kind, Severity
from wirediff.model import (
    Anchor,
    Collation,
    Comparison,
    Difference,
    Document,
    Failure,
    LeftOut,
    Note,
    Paragraph,
    Relation,
    Row,
    RowRelation,
    Side,
    Story,
    StoryVersion,
)


def version(path: str, id: str, headline: str, *texts: str) -> Document:
    return Document(
        path=path,
        id=id,
        reader="text",
        headline=headline,
        source="The Outlet",
        published="2017-11-03",
        captions=("A caption",),
        paragraphs=tuple(Paragraph(n, text, n * 2 + 1) for n, text in enumerate(texts, 1)),
        left_out=(LeftOut("World", 1, "label"),),
    )


@pytest.fixture
def report() -> Report:
    base = version("a.txt", "aaaa", "Forces retake crossing", "Haider al-Abadi said 3 men fled.", "Only here.", "Last.")
    other = version("b.txt", "bbbb", "Forces seize crossing", "Last.", "Haider al-Abbadi said men fled on Friday.")
    rows = (
        Row(((1,), (2,)), RowRelation.EDITED, False, 0.71234, "shared words"),
        Row(((2,), ()), RowRelation.ONLY),
        Row(((3,), (1,)), RowRelation.SAME, True, 1.0, "same words"),
    )
    differences = (
        Difference(
            None,
            Kind.WORDING,
            Severity.COSMETIC,
            "the same said in other words",
            Side(0, 0, 7, 13, "retake"),
            Side(1, 0, 7, 12, "seize"),
        ),
        Difference(
            0,
            Kind.TRANSLITERATION,
            Severity.NOTABLE,
            "two spellings of one name",
            Side(0, 1, 7, 15, "al-Abadi"),
            Side(1, 2, 7, 16, "al-Abbadi"),
            (Kind.SPELLING,),
        ),
        Difference(0, Kind.NUMBER, Severity.SERIOUS, "a figure on one side only", Side(0, 1, 21, 23, "3 "), None),
        Difference(0, Kind.DATETIME, Severity.NOTABLE, "a day on one side", None, Side(1, 2, 30, 40, " on Friday")),
        Difference(1, Kind.CONTENT, Severity.NOTABLE, "the base only", Side(0, 2, 0, 10, "Only here."), None),
    )
    story = Story("s1", base.headline, (StoryVersion(base, 1.0), StoryVersion(other, 0.83333)))
    left = Anchor(
        path="a.txt",
        document="aaaa",
        paragraph=1,
        start=7,
        end=15,
        exact="al-Abadi",
        prefix="Haider ",
        suffix=" said 3 men fled.",
    )
    right = Anchor(
        path="b.txt",
        document="bbbb",
        paragraph=2,
        start=7,
        end=16,
        exact="al-Abbadi",
        prefix="Haider ",
        suffix=" said men fled on Friday.",
    )
    notes = (
        Note(
            id="n1",
            text="The house spells it Abadi.",
            story="s1",
            created="2026-11-20T15:53:00Z",
            modified="2026-11-20T16:00:00Z",
            author="desk",
            verdict="house-style",
            tags=("names",),
            severity=Severity.NOTABLE,
            kind=Kind.TRANSLITERATION,
            left=left,
            right=right,
        ),
        Note(id="n2", text="Look again.", story="s1", created="2026-11-20T15:54:00Z", modified="2026-11-20T15:54:00Z"),
    )
    compared = Comparison(Collation((base, other), Relation.SAME_REPORT, rows), differences)
    alone = version("c.txt", "cccc", "", "A story by itself.")
    single = Story("s2", "", (StoryVersion(alone, 1.0),))
    parts = (StoryReport.of(story, compared, notes), StoryReport.of(single, None))
    return Report(parts, (Failure("broken.pdf", "no text in it"),))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real browser without a window; the tests that need one are skipped where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("no Chromium here")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()
