"""Notes whose words have no place, in every export: those of other programs have not even a paragraph."""

import csv
import io
import json
import zipfile

import pytest
from lxml import etree
from made import document, story
from msgspec.structs import replace

from wirediff.export import render
from wirediff.export.report import Report
from wirediff.model import Anchor

WORDS = "words that nobody wrote"


@pytest.fixture(params=["a", "elsewhere.txt"])
def unplaced(request: pytest.FixtureRequest) -> Report:
    """A note on words of a version that is here and has them not, or of one that is not here."""
    one, two = (document(name, "", [f"The army {verb} the town."]) for name, verb in (("a", "left"), ("b", "fled")))
    part = story([one, two], ["look again"])
    end = Anchor(path=request.param, document="", paragraph=0, start=0, end=len(WORDS), exact=WORDS)
    note = replace(part.notes[0], left=end, right=None, kind=None)
    return Report((type(part).of(part.story, part.comparison, [note]),))


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_they_are_quoted_and_no_paragraph_is_cited(unplaced: Report, format_: str) -> None:
    text = render(unplaced, format_).decode()
    assert WORDS in text
    notes = text[: text.index(WORDS)].rpartition("look again")[2]
    assert "headline" not in notes
    assert "paragraph" not in notes


def test_csv_has_them_in_a_row_without_numbers(unplaced: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(render(unplaced, "csv").decode("utf-8-sig"))))
    (row,) = [row for row in rows if row["notes"]]
    assert (row["kind"], row["left_text"], row["left_paragraph"], row["left_start"]) == ("", WORDS, "", "")
    assert row["left_path"] in ("a", "elsewhere.txt")


def test_tei_quotes_them_in_the_header_without_a_number(unplaced: Report) -> None:
    root = etree.fromstring(render(unplaced, "tei"))
    (quote,) = root.iterfind(".//{*}notesStmt/{*}note//{*}quote")
    assert (quote.text, quote.get("n")) == (WORDS, None)


def test_the_word_processor_has_them_at_the_head_with_what_they_were_on(unplaced: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(render(unplaced, "docx"))) as archive:
        told = "\n".join(each.decode() for each in map(archive.read, archive.namelist()))
    assert f"“{WORDS}”" in told
    assert told.index("Note by look again") < told.index(WORDS)


def test_json_and_annotations_have_them_too(unplaced: Report) -> None:
    for format_ in ("json", "annotations"):
        assert WORDS in json.dumps(json.loads(render(unplaced, format_)))


def test_a_note_on_a_whole_long_paragraph_is_cited_by_how_that_begins() -> None:
    from wirediff.model import Side
    from wirediff.notes import anchor

    long = " ".join(f"word{number}" for number in range(60))
    one, two = document("a", "", [long, "Same."]), document("b", "", [long, "Same too."])
    part = story([one, two], ["look again"])
    note = replace(part.notes[0], left=anchor(one, Side(0, 1, 0, len(long), long)), right=None, kind=None)
    made = Report((type(part).of(part.story, part.comparison, [note]),))
    page = render(made, "html").decode()
    assert page.count("word5 ") == 3  # twice in the text, and once where the note is
    assert page.count("word50 ") == 2


def test_reasons_on_the_page_quote_words_without_the_blanks_around_them() -> None:
    part = story([document("a", "", ["He left on Friday."]), document("b", "", ["He left."])])
    found = [side for each, _ in part.annotated for side in (each.left, each.right) if side]
    assert any(side.text != side.text.strip() for side in found)
    page = render(Report((part,)), "html").decode()
    assert "“on Friday”" in page
    assert "“ on Friday”" not in page
