"""What holds for all formats alike: the same bytes each time, and the differences that were chosen, each once."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from made import hostile, reports

from wirediff.export import FORMATS, format_named, render
from wirediff.export.choice import Choice
from wirediff.export.report import Report
from wirediff.kinds import Kind, Severity


def _json(data: bytes) -> int:
    return sum(len(each["comparison"]["differences"]) for each in json.loads(data)["stories"] if each["comparison"])


def _annotations(data: bytes) -> int:
    items = json.loads(data).get("first", {"items": []})["items"]
    return sum(item["motivation"] == "classifying" for item in items)


def _docx(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        comments = etree.fromstring(archive.read("word/comments.xml"))
    return sum("wirediff" in comment.values() for comment in comments)


COUNTED: dict[str, Callable[[bytes], int]] = {
    "annotations": _annotations,
    "csv": lambda data: sum(
        bool(row["kind"]) for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    ),
    "docx": _docx,
    "html": lambda data: len(html.fromstring(data.decode()).xpath("//li[@data-d]")),
    "json": _json,
    "markdown": lambda data: len(re.findall(rb"^- [a-z]+(?: \(also [a-z, ]+\))?: ", data, re.MULTILINE)),
    "tei": lambda data: len(etree.fromstring(data).xpath("//*[@type='difference']")),
}
"""How many differences an export tells; the diff tells lines."""

_CHOICES = st.builds(
    Choice,
    kinds=st.frozensets(st.sampled_from(Kind)),
    severities=st.frozensets(st.sampled_from(Severity)),
    versions=st.sampled_from([(), ("V2",)]),
    noted=st.booleans(),
    still_open=st.booleans(),
)


def test_every_format_is_counted_here() -> None:
    assert {*COUNTED, "diff"} == set(FORMATS)


@settings(max_examples=40)
@given(reports(), _CHOICES)
def test_every_format_tells_the_differences_that_are_chosen_each_once(report: Report, choice: Choice) -> None:
    (part,) = report.stories
    wanted = [
        difference
        for difference, notes in part.annotated
        if choice.passes(difference, notes) and (not choice.versions or difference.against == 1)
    ]
    if choice.noted and not part.notes:
        wanted = []
    for name, counted in COUNTED.items():
        assert counted(render(report, name, choice)) == len(wanted), name


@pytest.mark.parametrize("name", FORMATS)
def test_a_hostile_report_has_the_same_bytes_each_time_and_nothing_in_it_acts(name: str) -> None:
    data = render(hostile(), name)
    assert data == render(hostile(), name)
    if name == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(archive.read(entry) for entry in archive.namelist())
    text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    if name == "diff":  # there a tab stands between a path and the name of the version
        text = re.sub(r"^(--- a/|\+\+\+ b/)([^\t]*)\t", r"\1\2 ", text, flags=re.MULTILINE)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]", text)


def test_the_page_on_exports_names_every_format_with_its_ending() -> None:
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \| `(\.\w+)` \|", page, re.MULTILINE)
    assert listed == [(name, format_named(name).SUFFIX) for name in FORMATS]
