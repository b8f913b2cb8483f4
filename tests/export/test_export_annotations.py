import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError
from made import hostile, reports

from wirediff.export import render
from wirediff.export.choice import Choice
from wirediff.export.report import Report
from wirediff.kinds import Kind
from wirediff.model import Document
from wirediff.notes.webannotation import note_annotation, path_iri

SCHEMA = Draft202012Validator(json.loads(Path(__file__).with_name("web_annotation.schema.json").read_text()))


def read(report: Report, choice: Choice | None = None) -> list[dict[str, Any]]:
    data = render(report, "annotations", choice)
    assert data == render(report, "annotations", choice)
    collection = json.loads(data)
    SCHEMA.validate(collection)
    items: list[dict[str, Any]] = collection["first"]["items"] if "first" in collection else []
    assert collection["total"] == len(items) == len({item["id"] for item in items})
    return items


def read_text(document: Document) -> str:
    return "".join(f"{text}\n" for text in [document.headline, *(part.text for part in document.paragraphs)])


@settings(max_examples=50)
@given(reports(), st.frozensets(st.sampled_from(Kind)))
def test_every_chosen_difference_and_note_is_an_annotation_whose_selectors_find_the_words(
    report: Report, kinds: frozenset[Kind]
) -> None:
    (part,) = report.stories
    choice = Choice(kinds=kinds)
    items = read(report, choice)
    wanted = [each for each, notes in part.annotated if choice.passes(each, notes)]
    assert [item["wirediff:kind"] for item in items if item["motivation"] == "classifying"] == [d.kind for d in wanted]
    texts = {document.id: read_text(document) for document in part.documents}
    for item in items:
        targets = item["target"] if isinstance(item["target"], list) else []
        for target in targets:
            quoted, place = target["selector"]
            text = texts[target["wirediff:document"]]
            assert text[place["start"] : place["end"]] == quoted["exact"]
            assert text[: place["start"]].endswith(quoted["prefix"])
            assert text[place["end"] :].startswith(quoted["suffix"])


def test_a_note_carries_all_that_a_person_wrote(report: Report) -> None:
    items = [item for item in read(report) if item["motivation"] == "commenting"]
    assert [item["wirediff:note"] for item in items] == ["n1", "n2"]
    note, general = items
    assert {(body["purpose"], body["value"]) for body in note["body"]} == {
        ("commenting", "The house spells it Abadi."),
        ("tagging", "names"),
        ("assessing", "house-style"),
        ("classifying", "transliteration"),
    }
    assert (note["creator"]["name"], note["created"]) == ("desk", "2026-11-20T15:53:00Z")
    assert [target["source"] for target in note["target"]] == ["a.txt", "b.txt"]
    assert (note["wirediff:severity"], note["wirediff:status"]) == ("notable", "open")
    assert general["target"] == "urn:x-wirediff:story:s1"


def test_a_note_by_itself_has_no_places_in_documents_that_nobody_has(report: Report) -> None:
    made = note_annotation(report.stories[0].notes[0])
    assert [[selector["type"] for selector in target["selector"]] for target in made["target"]] == [
        ["TextQuoteSelector"],
        ["TextQuoteSelector"],
    ]


@given(st.text(min_size=1))
def test_the_address_of_a_file_is_one_and_leads_back_to_it(path: str) -> None:
    address = path_iri(path)
    assert ":" not in address.removeprefix("file://")
    if not any("\ud800" <= char <= "\udfff" for char in path):
        assert unquote_to_bytes(address.removeprefix("file://")).decode() == path


def test_hostile_texts_and_nothing_at_all_are_valid_too() -> None:
    assert len(read(hostile())) > 30
    assert read(Report(())) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [(("target",), []), (("id",), "no iri"), (("motivation",), "shouting"), (("created",), "yesterday")],
)
def test_the_schema_refuses_what_the_recommendation_does(report: Report, path: tuple[str], value: object) -> None:
    collection = json.loads(render(report, "annotations"))
    collection["first"]["items"][-1][path[0]] = value
    with pytest.raises(ValidationError):
        SCHEMA.validate(collection)
