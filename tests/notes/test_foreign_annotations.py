"""Annotations as other programs write them, made notes of."""

import re
from pathlib import Path
from typing import Any

import pytest
from foreign_made import ONE, PAGE, TWO, annotation, document, quote, taken
from hypothesis import given, settings
from hypothesis import strategies as st

from wirediff.kinds import Kind, Severity
from wirediff.model import Document, Paragraph, Story, StoryVersion
from wirediff.notes import Draft, NoteStore, Sureness, standing, sureness
from wirediff.notes.foreign.annotation import Target
from wirediff.notes.foreign.placing import Shelf

HYPOTHESIS = {
    "total": 2,
    "rows": [
        {
            "id": "AbC1",
            "created": "2025-03-01T10:00:00.123456+00:00",
            "updated": "2025-03-02T10:00:00.123456+00:00",
            "user": "acct:desk2@annotations.example.org",
            "uri": PAGE,
            "text": "Is that *how many*?",
            "tags": ["figures", "check"],
            "references": [],
            "document": {"title": ["Troops"]},
            "target": [
                {
                    "source": PAGE,
                    "selector": [
                        {"type": "RangeSelector", "startContainer": "/div[1]/p[2]", "startOffset": 1},
                        {"type": "TextPositionSelector", "start": 1200, "end": 1214},
                        quote('"1,500 fighters"', "said on Friday that ", " had left the border"),
                    ],
                }
            ],
        },
        {
            "id": "AbC2",
            "created": "2025-03-01T12:00:00+01:00",
            "user": "acct:desk3@annotations.example.org",
            "text": "Others say so too",
            "tags": [],
            "references": ["AbC1"],
            "target": [{"source": PAGE}],
        },
    ],
}
RECOGITO = [
    {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "#5f4a",
        "type": "Annotation",
        "body": [
            {
                "type": "TextualBody",
                "value": "spelling",
                "purpose": "tagging",
                "creator": {"id": "https://example.org/u/7", "name": "desk4"},
                "created": "2025-04-01T08:00:00Z",
            },
            {
                "type": "TextualBody",
                "value": "<p>One &amp; two</p><script>x()</script><p>three</p>",
                "format": "text/html",
            },
        ],
        "target": {"selector": [quote("al-Abbadi"), {"type": "TextPositionSelector", "start": 22, "end": 31}]},
    }
]
ANNOTATOR = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "@type": "oa:Annotation",
    "motivation": "oa:commenting",
    "creator": ["https://example.org/people/5", {"nickname": "five"}],
    "body": "a body that is text",
    "target": {
        "source": {"id": "one.txt#top"},
        "selector": {
            "type": "FragmentSelector",
            "value": "top",
            "refinedBy": quote(
                "The army said the town was taken. The mayor said nothing of it.",
                refinedBy={"type": "TextPositionSelector", "start": 4, "end": 8},
            ),
        },
    },
}


def test_what_hypothesis_exports_is_read_with_replies_on_the_words_of_what_they_answer(tmp_path: Path) -> None:
    (note, reply), remarks = taken(tmp_path, HYPOTHESIS)
    assert not remarks
    assert (note.text, note.author, note.tags) == ("Is that *how many*?", "desk2", ("figures", "check"))
    assert (note.created, reply.created) == ("2025-03-01T10:00:00Z", "2025-03-01T11:00:00Z")
    for each in (note, reply):
        assert each.left is not None
        assert (each.left.path, each.left.paragraph, each.left.exact) == (ONE.path, 1, "“1,500 fighters”")
        assert each.left.around is not None
        assert each.story == "s1"


def test_a_target_without_a_source_is_looked_for_in_every_version(tmp_path: Path) -> None:
    (note,), remarks = taken(tmp_path, RECOGITO)
    assert not remarks
    assert (note.text, note.tags, note.author) == ("One & two\nthree", ("spelling",), "desk4")
    assert note.created == "2025-04-01T08:00:00Z"
    assert note.left is not None
    assert (note.left.path, note.left.exact) == (TWO.path, "al-Abbadi")


def test_a_selector_is_refined_and_one_annotation_may_stand_alone(tmp_path: Path) -> None:
    (note,), remarks = taken(tmp_path, ANNOTATOR)
    assert not remarks
    assert (note.text, note.author) == ("a body that is text", "https://example.org/people/5, five")
    assert note.left is not None
    assert (note.left.paragraph, note.left.start, note.left.exact) == (3, 4, "army")


@pytest.mark.parametrize(
    "wrapping",
    [
        lambda each: each,
        lambda each: [each],
        lambda each: {"type": "AnnotationPage", "items": [each]},
        lambda each: {"type": "AnnotationCollection", "total": 1, "first": {"type": "AnnotationPage", "items": [each]}},
        lambda each: {"export_date": "2025-01-01", "client_version": "1", "annotations": [each]},
        lambda each: {"@context": "x", "@graph": [each]},
    ],
)
@pytest.mark.parametrize(
    "source", ["one.txt", "stories/one.txt", "file:///elsewhere/stories/one.txt", PAGE, f"{PAGE}?p=2#x"]
)
def test_whatever_it_is_wrapped_in_and_however_the_version_is_named_it_is_found(
    tmp_path: Path, wrapping: Any, source: str
) -> None:
    target = {"source": source, "selector": quote("al-Abadi")}
    (note,), remarks = taken(tmp_path, wrapping(annotation(target)))
    assert not remarks
    assert note.left is not None
    assert (note.left.path, note.left.exact) == (ONE.path, "al-Abadi")


@pytest.mark.parametrize(
    ("fields", "text", "tags"),
    [
        ({}, "said", ()),
        ({"bodyValue": None, "body": {"type": "TextualBody", "value": "a"}}, "a", ()),
        ({"body": ["b", {"value": "c", "purpose": ["tagging", "describing"]}]}, "said\n\nb", ("c",)),
        ({"body": {"type": "Choice", "items": [{"value": "d"}, {"value": "e"}]}}, "said\n\nd\n\ne", ()),
        (
            {"body": {"type": "SpecificResource", "source": "http://x/y", "purpose": "linking"}},
            "said\n\nhttp://x/y",
            (),
        ),
        ({"bodyValue": "", "motivation": "highlighting", "body": []}, "(highlighting)", ()),
        (
            {"bodyValue": None, "body": {"@type": "oa:Tag", "chars": "f"}, "tags": ["g", " "]},
            "(highlighting)",
            ("f", "g"),
        ),
        ({"tags": ["i" * 61, "j\nk", "l"]}, f"said\n\n{'i' * 61}\n\nj\nk", ("l",)),
        ({"body": {"value": {"@value": "h", "@language": "en"}}}, "said\n\nh", ()),
    ],
)
def test_bodies_of_every_form_are_read(
    tmp_path: Path, fields: dict[str, object], text: str, tags: tuple[str, ...]
) -> None:
    (note,), _ = taken(tmp_path, annotation("one.txt", **fields))
    assert (note.text, note.tags) == (text, tags)
    assert (note.left, note.story) == (None, "s1")


def test_two_versions_are_the_two_ends_of_a_note_and_further_targets_make_further_notes(tmp_path: Path) -> None:
    spans = [("one.txt", "al-Abadi"), ("one.txt", "Prime Minister"), ("two.txt", "al-Abbadi")]
    notes, _ = taken(tmp_path, annotation([{"source": name, "selector": quote(words)} for name, words in spans]))
    ends = {(note.left and note.left.exact, note.right and note.right.exact) for note in notes}
    assert ends == {("al-Abadi", "al-Abbadi"), ("Prime Minister", None)}
    assert len({note.id for note in notes}) == 2


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ({"source": "one.txt", "selector": quote("no such words")}, "its words are not there"),
        ({"source": "one.txt", "selector": quote("The army said the town")}, "its words are there 2 times"),
        (
            {"source": "one.txt", "selector": quote("al-Abadi", "Foreign Minister ", " was seen abroad")},
            "not what stood around them",
        ),
        ({"source": "three.txt", "selector": quote("al-Abadi")}, "no version here is called 'three.txt'"),
        ({"source": "one.txt", "selector": {"type": "TextPositionSelector", "start": 3, "end": 9}}, "only offsets"),
    ],
)
def test_what_has_no_sure_place_is_a_note_all_the_same_and_is_told(tmp_path: Path, target: object, says: str) -> None:
    (note,), (remark,) = taken(tmp_path, annotation(target))
    assert says in remark
    assert note.text == "said"
    if note.left is not None:
        assert sureness(standing(note, (ONE, TWO))) in {Sureness.CHECK, Sureness.ORPHAN, Sureness.ABSENT}


def test_look_alikes_are_told_apart_by_what_stands_around_them_or_by_the_place_in_the_file(tmp_path: Path) -> None:
    around = {"source": "one.txt", "selector": quote("the town was taken", "The army said ", ". The mayor said")}
    (note,), _ = taken(tmp_path, annotation(around))
    assert note.left is not None
    assert note.left.paragraph == 3
    texts = ["😀 They said so.", "They said so.", "They said so."]
    file = tmp_path / "plain.txt"
    file.write_text("\n\n".join(["Head", *texts]), encoding="utf-8")
    paragraphs = tuple(Paragraph(n, text, n) for n, text in enumerate(texts, 1))
    plain = Document(path=str(file), id="p", reader="text", headline="Head", paragraphs=paragraphs)
    shelf = Shelf([Story("s2", "", (StoryVersion(plain, 1.0),))])
    for start, paragraph in ((9, 1), (24, 2), (39, 3)):  # as JavaScript counts, the picture being two units
        found = shelf.fasten(Target(source="plain.txt", exact="They said so.", start=start))
        assert found.end is not None
        assert (found.end.paragraph, found.end.exact, found.doubt) == (paragraph, "They said so.", "")
    assert shelf.fasten(Target(source="plain.txt", exact="They said so.", start=25)).doubt


def test_words_over_several_paragraphs_are_fastened_in_the_first(tmp_path: Path) -> None:
    target = {"source": "one.txt", "selector": quote("The ministry said the town was quiet.\n\n  The army said")}
    (note,), (remark,) = taken(tmp_path, annotation(target))
    assert note.left is not None
    assert (note.left.paragraph, note.left.exact) == (2, "The ministry said the town was quiet.")
    assert "it goes on into paragraph 3" in remark


def test_annotations_of_our_own_come_back_as_the_notes_they_were(tmp_path: Path) -> None:
    from wirediff.notes import anchor, locate
    from wirediff.notes.webannotation import note_annotation, page

    with NoteStore.open(tmp_path / "theirs", "ann") as store:
        made = store.add(
            Draft(
                text="two\nlines",
                story="s1",
                verdict="house-style",
                tags=("names",),
                severity=Severity.NOTABLE,
                status="confirmed",
                kind=Kind.TRANSLITERATION,
                left=anchor(ONE, locate(ONE, "al-Abadi")[0]),
                right=anchor(TWO, locate(TWO, "al-Abbadi")[0]),
            )
        )
        (note,) = store.recorded()
    difference = {"type": "Annotation", "wirediff:kind": "number", "motivation": "classifying", "target": "one.txt"}
    (tmp_path / "here").mkdir()
    (back,), remarks = taken(tmp_path / "here", page("x", "x", [note_annotation(note), difference]))
    assert not remarks
    assert back.id == made.id
    for name in ("text", "author", "created", "verdict", "tags", "severity", "status", "kind"):
        assert getattr(back, name) == getattr(note, name)
    for before, after, version in ((note.left, back.left, ONE), (note.right, back.right, TWO)):
        assert before is not None
        assert after is not None
        assert (after.document, after.paragraph, after.start, after.exact) == (
            version.id,
            before.paragraph,
            before.start,
            before.exact,
        )


_WORDS = st.sampled_from(
    ["the", "army", "said", "on", "Friday", "town", "“fled”", "1,500", "air  strikes", "a\u00a0b", "x"]
)
_TEXTS = st.lists(st.lists(_WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=5)


@settings(max_examples=150)
@given(texts=_TEXTS, data=st.data())
def test_words_are_fastened_where_they_stood_or_not_at_all(texts: list[str], data: st.DataObject) -> None:
    version = document("v.txt", *texts, headline="")
    number = data.draw(st.integers(1, len(texts)))
    text = texts[number - 1]
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    whole = "\n\n".join(texts)
    at = sum(len(each) + 2 for each in texts[: number - 1]) + start
    target = Target(
        source="v.txt",
        exact=text[start:end],
        prefix=whole[max(0, at - 32) : at],
        suffix=whole[at + end - start :][:32],
    )
    found = Shelf([Story("s", "", (StoryVersion(version, 1.0),))]).fasten(target)
    if not found.doubt:
        assert found.end is not None
        assert (found.end.paragraph, found.end.exact) == (number, text[start:end].strip())
        assert text[: found.end.start].strip() == text[:start].strip()
    else:  # only what stands more than once may be left open
        assert len(re.findall(f"(?={re.escape(text[start:end].strip())})", whole)) > 1
