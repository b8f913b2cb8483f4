from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from made import document, hostile, reports, story

from wirediff.export import render
from wirediff.export.choice import Choice
from wirediff.export.report import Report
from wirediff.export.segments import xml_text
from wirediff.kinds import Severity

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("tei_apparatus.rng")))
T = "{http://www.tei-c.org/ns/1.0}"


def parsed(report: Report, choice: Choice | None = None) -> etree._Element:
    data = render(report, "tei", choice)
    assert data == render(report, "tei", choice)
    root = etree.fromstring(data)
    SCHEMA.assertValid(root)
    ids = set(root.xpath("//@xml:id"))
    for pointer in root.xpath("//@wit | //@ana | //@corresp | //@edRef"):
        assert {name.removeprefix("#") for name in pointer.split()} <= ids
    return root


def readings(passage: etree._Element, sigil: str) -> dict[int, str]:
    """What a witness reads in a passage, by the number of its paragraph; a headline has none, and counts as 0."""
    found: dict[int, str] = {}
    place = 0

    def say(text: str | None) -> None:
        if text:
            found[place] = found.get(place, "") + text

    def walk(node: etree._Element) -> None:
        nonlocal place
        say(node.text)
        for child in node:
            if child.tag == f"{T}milestone" and child.get("edRef") == f"#{sigil}":
                place = int(child.get("n"))
                found.setdefault(place, "")
            elif child.tag == f"{T}app":
                for entry in child:
                    if f"#{sigil}" in (entry.get("wit") or "").split():
                        walk(entry)
            say(child.tail)

    walk(passage)
    return found


def read_back(root: etree._Element, sigil: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for passage in root.iter(f"{T}head", f"{T}p"):
        if passage.getparent().tag == f"{T}body":
            for number, text in readings(passage, sigil).items():
                assert found.get(number, text) == text  # a paragraph in two rows reads the same in both
                found[number] = text
    return found


@settings(max_examples=50, deadline=None)
@given(reports(), st.frozensets(st.sampled_from(Severity)))
def test_every_version_can_be_read_back_whatever_is_chosen(report: Report, weights: frozenset[Severity]) -> None:
    (part,) = report.stories
    choice = Choice(severities=weights)
    root = parsed(report, choice)
    for version, each in enumerate(part.documents):
        texts = [each.headline, *(paragraph.text for paragraph in each.paragraphs)]
        wanted = {number: xml_text(text) for number, text in enumerate(texts) if number or text}
        assert read_back(root, f"V{version + 1}") == wanted
    told = root.xpath("//t:note[@type='difference']", namespaces={"t": T[1:-1]})
    assert len(told) == sum(choice.passes(each, notes) for each, notes in part.annotated)


def test_an_entry_says_who_reads_what_and_why() -> None:
    one = document("a", "", ["Haider al-Abadi said on Friday that they left."])
    two = document("b", "", ["Haider al-Abbadi said on Friday that they left."])
    three = document("c", "", ["Haider al-Abadi said on Saturday that they left."])
    root = parsed(Report((story([one, two, three], ["look again"]),)))
    name, day = root.iter(f"{T}app")
    assert [(entry.get("wit"), entry.text) for entry in name[:2]] == [("#V1 #V3", "al-Abadi"), ("#V2", "al-Abbadi")]
    assert name[1].get("type") == "transliteration"
    assert "#kind.transliteration" in name[1].get("ana")
    assert [(entry.get("wit"), entry.text) for entry in day[:2]] == [("#V1 #V2", "Friday"), ("#V3", "Saturday")]
    assert [note.get("type") for note in name.iter(f"{T}note")] == ["difference", "comment"]
    assert name[2].get("{http://www.w3.org/XML/1998/namespace}id") == name[1].get("corresp").removeprefix("#")


def test_a_paragraph_that_a_version_lacks_does_not_hide_how_the_others_differ() -> None:
    one = document("a", "", ["The army entered the town on Friday morning.", "Many people fled across the river."])
    two = document("b", "", ["The army entered the town on Saturday morning.", "Many people fled across the river."])
    three = document("c", "", ["Many people fled across the river."])
    root = parsed(Report((story([one, two, three]),)))
    outer = next(root.iter(f"{T}app"))
    assert [entry.get("wit") for entry in outer if entry.tag != f"{T}note"] == ["#V1 #V2", "#V3"]
    assert [entry.text for entry in outer[0].iter(f"{T}rdg")] == ["Saturday"]


def test_witnesses_are_named_with_their_files(report: Report) -> None:
    root = parsed(report)
    assert root.tag == f"{T}teiCorpus"
    witness = next(root.iter(f"{T}witness"))
    assert "".join(witness.itertext()) == "The Outlet (a), a.txt, 2017-11-03"
    assert [note.text for note in root.iter(f"{T}notesStmt") for note in note] == [
        "Look again. (status open, by unsigned)"
    ]


def test_hostile_texts_and_nothing_at_all_are_valid_too() -> None:
    root = parsed(hostile())
    assert {element.tag for element in root.iter()} <= {element.tag for element in root.iter(f"{T}*")}
    parsed(Report(()))


@pytest.mark.parametrize(("old", "new"), [("<rdg ", "<reading "), (' method="', ' mode="'), ("<body>", "<body><u/>")])
def test_the_schema_refuses_what_is_no_tei(report: Report, old: str, new: str) -> None:
    data = render(report, "tei").decode()
    assert old in data
    broken = data.replace(old, new).replace("</rdg>", "</reading>" if "reading" in new else "</rdg>")
    assert not SCHEMA.validate(etree.fromstring(broken.encode()))
