from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from made import document, hostile, reports, story
from msgspec.structs import replace

from wirediff.export import render
from wirediff.export.choice import Choice
from wirediff.export.report import Report
from wirediff.export.segments import xml_text
from wirediff.kinds import Severity
from wirediff.model import Document, Side
from wirediff.notes import anchor

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("tei_apparatus.rng")))
T = "{http://www.tei-c.org/ns/1.0}"


def parsed(report: Report, choice: Choice | None = None) -> etree._Element:
    data = render(report, "tei", choice)
    assert data == render(report, "tei", choice)
    root = etree.fromstring(data)
    SCHEMA.assertValid(root)
    ids = set(root.xpath("//@xml:id"))
    for pointer in root.xpath("//@wit | //@ana | //@corresp | //@edRef | //@resp | //@target | //@source"):
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


@settings(max_examples=50)
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
    assert [note[0].text for note in root.iter(f"{T}notesStmt") for note in note] == ["Look again."]


def noted(*documents: Document, **fields: object) -> etree._Element:
    """A story of these versions with one note on words of the first that are about no difference."""
    part = story(list(documents), ["x"])
    (note,) = part.notes
    told = replace(note, **{"author": "desk", "tags": (), "left": None, "right": None, **fields})
    root = parsed(Report((type(part).of(part.story, part.comparison, [told]),)))
    (found,) = root.xpath("//t:note[@type='comment']", namespaces={"t": T[1:-1]})
    return found


ONE = document("a", "", ["Haider al-Abadi said on Friday that they left."])
TWO = document("b", "", ["Haider al-Abbadi said on Friday that they left."])


def test_a_note_says_who_when_what_and_about_which_difference() -> None:
    end = anchor(ONE, Side(0, 1, 7, 15, "al-Abadi"))
    fields = {"severity": Severity.SERIOUS, "tags": ("names", "two words"), "left": end, "verdict": "of-our-own"}
    found = noted(ONE, TWO, text="First line.\n\nThird line.", modified="2026-11-21T10:00:00Z", **fields)
    app = found.getparent()
    assert app.tag == f"{T}app"
    assert found.get("target") == f"#{app[2].get('{http://www.w3.org/XML/1998/namespace}id')}"
    root = found.getroottree()
    (author,) = root.xpath(f"//*[@xml:id='{found.get('resp')[1:]}']")
    assert author.find(f"{T}persName").text == "desk"
    assert found.get("ana").split()[:3] == ["#verdict.of-our-own", "#status.open", "#severity.serious"]
    assert [each.text for each in found.iter(f"{T}p")][:3] == ["First line.", None, "Third line."]
    assert [date.get("when") for date in found.iter(f"{T}date")] == ["2026-11-20T15:53:00Z", "2026-11-21T10:00:00Z"]
    assert [term.text for term in found.iter(f"{T}term")] == ["names", "two words"]


def test_a_note_on_words_that_do_not_differ_stands_in_their_paragraph_and_quotes_them() -> None:
    found = noted(ONE, TWO, kind=None, left=anchor(ONE, Side(0, 1, 21, 30, "on Friday")))
    assert found.getparent().tag == f"{T}p"
    (quote,) = found.iter(f"{T}quote")
    assert (quote.text, quote.get("source"), quote.get("n")) == ("on Friday", "#V1", "1")


def test_languages_are_told_for_the_text_its_witnesses_and_readings_in_another() -> None:
    english, german = replace(ONE, language="en"), replace(TWO, language="de")
    root = parsed(Report((story([english, german]),)))
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert next(root.iter(f"{T}text")).get(lang) == "en"
    assert [witness.get(lang) for witness in root.iter(f"{T}witness")] == ["en", "de"]
    assert [(each.get("ident"), each.text) for each in root.iter(f"{T}language")] == [("en", "V1"), ("de", "V2")]
    assert [reading.get(lang) for reading in root.iter(f"{T}rdg")] == ["de"]


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
