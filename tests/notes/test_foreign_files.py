"""Files of annotations that are not as they should be: refused with the place, or taken as far as can be."""

import time
from pathlib import Path

import pytest
from foreign_made import annotation, parsed, quote, taken
from hypothesis import given, settings
from hypothesis import strategies as st

from wirediff.errors import ExchangeError
from wirediff.notes import NoteStore
from wirediff.notes.exchange import Bundle, read, written


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ([1], "there are neither a journal of notes"),
        ({"total": 0}, "there are neither a journal of notes"),
        ({"items": [annotation("a"), 3]}, "items[1]: an annotation has to stand here"),
        (annotation(5), "target: an address or an object"),
        (annotation({"selector": [5]}), "target.selector[0]: a selector has to stand here"),
        (annotation({"selector": quote(5)}), "target.selector.exact: text has to stand here"),  # type: ignore[arg-type]
        (annotation({"selector": {"type": "TextPositionSelector", "start": -1}}), "an offset has to stand here"),
        (annotation("a", body=[7]), "body[0]: text or an object has to stand here"),
        (annotation("a", body={"value": 7}), "body.value: text has to stand here"),
        (annotation("a", bodyValue=["x"]), "bodyValue: text has to stand here"),
        (annotation("a", tags="x"), "tags: a list of texts has to stand here"),
        (annotation("a", bodyValue="x" * 200_000), "200,000 characters"),
        (annotation(["a"] * 5_000), "there are 5,000 of them"),
        ([annotation("a")] * 30_000, "there are 30,000 annotations"),
    ],
)
def test_what_is_no_annotation_is_refused_with_the_place(tmp_path: Path, data: object, says: str) -> None:
    with pytest.raises(ExchangeError) as raised:
        parsed(tmp_path, data)
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_selector_refined_without_end_is_refused(tmp_path: Path) -> None:
    selector: dict[str, object] = quote("x")
    for _ in range(300):
        selector = quote("x", refinedBy=selector)
    with pytest.raises(ExchangeError, match="refined more than"):
        parsed(tmp_path, annotation({"selector": selector}))


def test_strange_names_times_and_addresses_harm_nothing(tmp_path: Path) -> None:
    strange = [
        annotation({"source": source, "selector": quote("lost")}, id=f"urn:{number}", created=when, creator=who)
        for number, (source, when, who) in enumerate(
            [
                ("http://[::1", "yesterday", {"name": "\ud800"}),
                ("", "0001-01-01T00:00:00+14:00", {"name": "x" * 999}),
                ("//", "9999-12-31T23:59:59-14:00", [{}, "", None]),
                ("..", "2025-01-01", {"name": ["a", "b"]}),
                ("\0", "1969-01-01T00:00:00Z", 5),
                ("a\0b\ud800c", "2025-01-01T00:00:00Z", "y"),
                ("http://[::1/\0\ud800", "2025-01-01T00:00:00Z", "y"),
                ("x" * 5_000, "2025-01-01T00:00:00Z", "y"),
            ]
        )
    ]
    notes, remarks = taken(tmp_path, strange)
    assert len(notes) == len(strange)
    assert len(remarks) == len(strange)
    assert all(note.created <= time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()) for note in notes)


_KEYS = st.sampled_from(
    [
        "id",
        "type",
        "target",
        "body",
        "bodyValue",
        "text",
        "tags",
        "source",
        "selector",
        "exact",
        "prefix",
        "suffix",
        "start",
        "end",
        "refinedBy",
        "startSelector",
        "endSelector",
        "creator",
        "name",
        "created",
        "modified",
        "purpose",
        "value",
        "format",
        "motivation",
        "items",
        "first",
        "annotations",
        "rows",
        "references",
        "user",
        "user_info",
        "display_name",
        "uri",
        "@id",
        "@graph",
        "wirediff:note",
        "wirediff:status",
        "wirediff:severity",
        "wirediff:document",
    ]
)
_LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 2**70),
    st.floats(),
    st.text(st.characters(exclude_categories=()), max_size=6),
    st.sampled_from(
        [
            "tagging",
            "assessing",
            "classifying",
            "TextQuoteSelector",
            "TextPositionSelector",
            "text/html",
            "one.txt",
            "al-Abadi",
            "said",
            "2025-01-01T00:00:00Z",
            "number",
            "<p>x&#0;",
            "12ab34cd",
            "open",
            "serious",
        ]
    ),
)
_ANYTHING = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=25,
)


@settings(max_examples=40, deadline=None)
@given(made=st.lists(st.dictionaries(_KEYS, _ANYTHING, max_size=6).map(lambda each: {"target": "one.txt", **each})))
def test_whatever_stands_in_a_file_is_refused_in_a_line_or_becomes_notes(
    tmp_path_factory: pytest.TempPathFactory, made: list[object]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    refused = ""
    try:
        notes, _ = taken(folder, made)
    except ExchangeError as error:
        refused = str(error)
    assert "\n" not in refused
    if refused:
        return
    assert {each.text for each in parsed(folder, made)} == {note.text for note in notes}
    with NoteStore.open(folder) as store:
        again = folder / "again.yaml"
        again.write_bytes(written(store.exchanged(), (), "yaml"))
        found = read(again)
        assert isinstance(found, Bundle)
        assert len(found.events) == len(store.exchanged())
