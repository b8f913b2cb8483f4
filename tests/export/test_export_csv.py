import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import TEXTS, document, hostile, reports, story
from msgspec.structs import replace

from wirediff.export import render
from wirediff.export.choice import Choice
from wirediff.export.formats.csv import COLUMNS, defused
from wirediff.export.report import Report
from wirediff.kinds import Severity
from wirediff.model import Side
from wirediff.notes import anchor
from wirediff.printable import inert


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@settings(max_examples=60)
@given(reports(), st.frozensets(st.sampled_from(Severity)))
def test_every_difference_that_is_chosen_is_a_row_that_can_be_read_back(
    report: Report, weights: frozenset[Severity]
) -> None:
    data = render(report, "csv", Choice(severities=weights))
    assert data == render(report, "csv", Choice(severities=weights))
    wanted = [d for d, _ in report.stories[0].annotated if not weights or d.severity in weights]
    rows = [row for row in read(data) if row["kind"]]
    assert len(rows) == len(wanted)
    for row, difference in zip(rows, wanted, strict=True):
        assert (row["kind"], row["severity"]) == (difference.kind, difference.severity)
        for name, side in (("left", difference.left), ("right", difference.right)):
            place = [row[f"{name}_{part}"] for part in ("paragraph", "start", "end", "text")]
            found = [str(side.paragraph), str(side.start), str(side.end), defused(side.text)] if side else [""] * 4
            assert place == found


@given(TEXTS)
def test_no_cell_is_a_formula_and_each_says_what_it_said(text: str) -> None:
    cell = defused(text)
    assert not re.match("[=+\\-@\t\r\n＝＋－＠]", cell)
    assert cell in (inert(text), f"'{inert(text)}")


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_a_formula_in_a_story_or_a_note_is_text_in_the_sheet(evil: str) -> None:
    report = Report((story([document(evil, evil, [f"{evil} the"]), document("b", "x", ["the"])], [evil]),))
    cells = [cell for row in read(render(report, "csv")) for cell in row.values()]
    assert cells
    assert not [cell for cell in cells if re.match("[=+\\-@\t\r\n＝]", cell)]


def test_the_sheet_is_as_the_standard_says_and_spreadsheets_know_its_characters() -> None:
    data = render(hostile(), "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.endswith("\r\n")
    assert len(re.findall("\r\n", text)) == text.count("\n") == text.count("\r")
    assert {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)} == {len(COLUMNS)}


def test_notes_stand_in_the_row_of_their_difference(report: Report) -> None:
    (row,) = [row for row in read(render(report, "csv")) if row["notes"] and row["kind"]]
    told = [row[f"note_{name}"] for name in ("ids", "authors", "created", "severities", "tags")]
    assert told == ["n1", "desk", "2026-11-20T15:53:00Z", "notable", "names"]
    assert (row["kind"], row["notes"], row["verdicts"]) == (
        "transliteration",
        "The house spells it Abadi.",
        "house-style",
    )
    assert row["also"] == "spelling"
    assert (row["left_name"], row["right_path"]) == ("The Outlet (a)", "b.txt")
    assert (row["row"], row["left_published"], row["right_published"]) == ("0", "2017-11-03", "2017-11-03")


def test_a_note_on_no_difference_has_a_row_without_a_kind(report: Report) -> None:
    part = report.stories[0]
    (whole,) = [row for row in read(render(report, "csv")) if not row["kind"]]
    assert (whole["notes"], whole["note_ids"], whole["left_path"]) == ("Look again.", "n2", "")
    fled = anchor(part.documents[1], Side(1, 2, 22, 26, "men "))
    gone = replace(fled, exact="nowhere to be found")
    notes = [replace(part.notes[1], id=name, right=end) for name, end in (("on", fled), ("off", gone))]
    report = Report((type(part).of(part.story, replace(part.comparison, differences=()), notes),))
    rows = read(render(report, "csv"))
    assert [(row["right_path"], row["right_paragraph"], row["right_text"]) for row in rows] == [
        ("b.txt", "2", fled.exact),
        ("b.txt", "2", "nowhere to be found"),
    ]


def test_several_notes_have_as_many_parts_in_each_column() -> None:
    one, two = document("a", "", ["The army left."]), document("b", "", ["The army fled."])
    (row,) = read(render(Report((story([one, two], ["x", "y"]),)), "csv"))
    assert (row["notes"], row["note_ids"], row["note_severities"]) == ("x | y", "note0 | note1", " | ")
