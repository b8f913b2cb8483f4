import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.export import render
from wirediff.export.jsontext import dump
from wirediff.export.payload import compare_payload, read_payload, stories_payload
from wirediff.export.report import Report
from wirediff.model import Collation, Comparison, Reading, Relation, Row, RowRelation


def first(report: Report) -> Comparison:
    compared = report.stories[0].comparison
    assert compared is not None
    return compared


def test_a_comparison_has_the_keys_of_the_contract_in_their_order(report: Report) -> None:
    payload = json.loads(dump(compare_payload(first(report))))
    assert list(payload) == ["schema", "versions", "relation", "rows", "differences"]
    assert payload["schema"] == "wirediff/1"
    assert list(payload["versions"][0])[:3] == ["path", "id", "headline"]
    assert list(payload["rows"][0])[:4] == ["cells", "relation", "moved", "score"]
    assert payload["rows"][0]["cells"] == [[1], [2]]
    assert payload["rows"][1]["cells"] == [[2], []]
    assert payload["rows"][0]["score"] == 0.7123
    assert payload["rows"][0]["rests_on"] == "shared words"
    assert payload["relation"] == "same-report"


def test_a_difference_has_the_keys_of_the_contract_in_their_order(report: Report) -> None:
    headline, spelling, omission, addition, _ = json.loads(dump(compare_payload(first(report))))["differences"]
    promised = ["row", "kind", "also", "severity", "left", "right", "why"]
    for difference in (headline, spelling, omission, addition):
        assert list(difference)[: len(promised)] == promised
    assert spelling["left"] == {"version": 0, "paragraph": 1, "start": 7, "end": 15, "text": "al-Abadi"}
    assert spelling["also"] == ["spelling"]
    assert (headline["row"], headline["left"]["paragraph"]) == (None, 0)
    assert omission["right"] is None
    assert addition["left"] is None


def test_documents_have_the_keys_of_the_contract_in_their_order(report: Report) -> None:
    documents = tuple(part.story.documents[0] for part in report.stories)
    payload = json.loads(dump(read_payload(Reading(documents, report.errors))))
    assert list(payload) == ["schema", "documents", "errors"]
    assert list(payload["documents"][0]) == [
        "path",
        "id",
        "reader",
        "headline",
        "byline",
        "source",
        "agency",
        "dateline",
        "published",
        "language",
        "standfirst",
        "captions",
        "version",
        "paragraphs",
        "left_out",
        "encoding",
    ]
    assert payload["documents"][0]["paragraphs"][0] == {"n": 1, "text": "Haider al-Abadi said 3 men fled.", "line": 3}
    assert payload["documents"][0]["left_out"] == [{"text": "World", "line": 1, "reason": "label"}]
    assert payload["errors"] == [{"path": "broken.pdf", "error": "no text in it"}]


def test_stories_have_the_keys_of_the_contract_in_their_order(report: Report) -> None:
    stories = [(part.story, part.comparison.differences if part.comparison else ()) for part in report.stories]
    payload = json.loads(dump(stories_payload(stories)))
    assert list(payload) == ["schema", "stories", "errors"]
    story, single = payload["stories"]
    assert list(story) == ["id", "headline", "versions", "differences"]
    keys = ["path", "id", "headline", "source", "published", "words", "paragraphs", "shared"]
    assert list(story["versions"][0]) == keys
    assert story["versions"][1]["shared"] == 0.8333
    assert story["versions"][0]["paragraphs"] == 3
    assert story["differences"] == {
        "transliteration": 1,
        "number": 1,
        "datetime": 1,
        "wording": 1,
        "content": 1,
    }
    assert list(story["differences"]) == ["transliteration", "number", "datetime", "wording", "content"]
    assert single["differences"] == {}


def test_the_export_holds_comparison_notes_and_every_text_that_is_cited(report: Report) -> None:
    payload = json.loads(render(report, "json"))
    story, single = payload["stories"]
    assert single["comparison"] is None
    assert [note["id"] for note in story["notes"]] == ["n1", "n2"]
    texts = {document["id"]: document["paragraphs"] for document in payload["documents"]}
    for difference in story["comparison"]["differences"]:
        for side in (difference["left"], difference["right"]):
            if side and side["paragraph"]:
                document = story["comparison"]["versions"][side["version"]]["id"]
                text = texts[document][side["paragraph"] - 1]["text"]
                assert text[side["start"] : side["end"]] == side["text"]


def test_the_same_report_gives_the_same_bytes_in_readable_utf_8(report: Report) -> None:
    data = render(report, "json")
    assert data == render(report, "json")
    assert data.endswith(b"}\n")
    assert "“".encode() in dump({"text": "“"})


def test_each_object_of_a_list_has_a_line_of_its_own(report: Report) -> None:
    lines = dump(compare_payload(first(report))).decode().splitlines()
    assert sum('"cells"' in line for line in lines) == 3
    assert sum('"why"' in line for line in lines) == 5
    assert not any('"cells"' in line and '"why"' in line for line in lines)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(min_size=1, max_size=5).filter(lambda key: key != "schema"), _JSON, max_size=4))
def test_whatever_is_dumped_is_read_back_the_same(payload: dict[str, object]) -> None:
    assert json.loads(dump(payload)) == {"schema": "wirediff/1", **payload}


@given(
    st.text(
        st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"], max_codepoint=0xDBFF) | st.just("\ufeff"), min_size=1
    )
)
def test_nothing_in_json_acts_on_a_terminal(text: str) -> None:
    from wirediff.printable import inert

    data = dump({"list": [{"text": text}], "text": text}).decode("utf-8")
    for line in data.split("\n"):
        assert inert(line) == line
    assert json.loads(data)["text"] == text


@pytest.mark.slow
def test_a_comparison_of_two_books_is_written_in_the_time_of_its_length(report: Report) -> None:
    def took(count: int) -> float:
        rows = tuple(Row(((n,), (n,)), RowRelation.EDITED, False, 0.5, "shared words") for n in range(1, count))
        comparison = Comparison(Collation(first(report).collation.versions, Relation.REWRITE, rows), ())
        start = time.perf_counter()
        dump(compare_payload(comparison))
        return time.perf_counter() - start

    took(1000)
    assert took(32_000) < 4 * 8 * max(took(4_000), 0.001)
