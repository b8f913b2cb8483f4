import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import TEXTS, document, hostile, reports, story

from wirediff.export import render
from wirediff.export.choice import Choice
from wirediff.export.formats.csv import COLUMNS, defused
from wirediff.export.report import Report
from wirediff.kinds import Severity
from wirediff.printable import inert


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@settings(max_examples=60, deadline=None)
@given(reports(), st.frozensets(st.sampled_from(Severity)))
def test_every_difference_that_is_chosen_is_a_row_that_can_be_read_back(
    report: Report, weights: frozenset[Severity]
) -> None:
    data = render(report, "csv", Choice(severities=weights))
    assert data == render(report, "csv", Choice(severities=weights))
    wanted = [d for d, _ in report.stories[0].annotated if not weights or d.severity in weights]
    rows = read(data)
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
    (row,) = [row for row in read(render(report, "csv")) if row["notes"]]
    assert (row["kind"], row["notes"], row["verdicts"]) == (
        "transliteration",
        "The house spells it Abadi.",
        "house-style",
    )
    assert row["also"] == "spelling"
    assert (row["left_name"], row["right_path"]) == ("The Outlet (a)", "b.txt")
