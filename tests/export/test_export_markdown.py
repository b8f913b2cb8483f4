import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from wirediff.export import render
from wirediff.export.choice import Choice
from wirediff.export.excerpt import excerpt
from wirediff.export.markup import marked, plain
from wirediff.export.report import Report, StoryReport
from wirediff.kinds import Kind
from wirediff.model import Document, Paragraph, Side, StoryVersion
from wirediff.notes import anchor
from wirediff.pipeline import Settings, find_stories, read_paths
from wirediff.pipeline import report as report_of
from wirediff.printable import inert

RENDER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = st.text(
    st.sampled_from("\\`*_[]{}()<>#+-.!|~&$^=:/@\"' 1aé“\x1b\u202e\ud800\n\t") | st.characters(),
    min_size=1,
    max_size=30,
)


def shown(markdown: str) -> str:
    """What a renderer makes of one paragraph, without its tags."""
    page = RENDER.render(markdown)
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def text_of(data: bytes) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", RENDER.render(data.decode())))


def collapsed(text: str) -> str:
    return re.sub(r"[ \u00a0]+", " ", text).strip()


@given(HOSTILE)
def test_any_text_comes_out_as_just_these_characters(text: str) -> None:
    page = RENDER.render("x " + plain(text))
    assert re.findall(r"<[^>]*>", page) == ["<p>", "</p>"]
    assert collapsed(shown("x " + plain(text))) == collapsed("x " + inert(text))


@given(HOSTILE)
def test_any_text_may_stand_at_the_beginning_of_a_line(text: str) -> None:
    page = RENDER.render(plain(text.strip()))
    assert set(re.findall(r"<[^>]*>", page)) <= {"<p>", "</p>"}
    assert collapsed(shown(plain(text.strip()))) == collapsed(inert(text.strip()))


@pytest.mark.parametrize(("lost", "names"), [(False, "em|i"), (True, "strong|b")])
@given(HOSTILE, HOSTILE, HOSTILE)
def test_the_middle_is_marked_and_nothing_else_is(lost: bool, names: str, before: str, span: str, after: str) -> None:
    page = RENDER.render("x " + marked(before, span, after, lost) + " x")
    found = re.findall(rf"<(?:{names})>(.*?)</(?:{names})>", page, re.DOTALL)
    core = span.strip()
    assert [collapsed(html.unescape(part)) for part in found] == ([collapsed(inert(core))] if core else [])
    text = html.unescape(re.sub(rf"</?(?:p|{names})>", "", page))
    assert collapsed(text) == collapsed("x " + inert(before + span + after) + " x")


def test_a_note_keeps_its_lines_and_cites_a_whole_paragraph_by_its_beginning(report: Report) -> None:
    part = report.stories[0]
    long = replace(part.documents[0], paragraphs=(Paragraph(1, "It began in May. " * 20),))
    whole = anchor(long, Side(0, 1, 0, len(long.text_of(1)), ""))
    note = replace(part.notes[1], text="first\n# second\n\n- third", left=whole)
    story = replace(part.story, versions=(StoryVersion(long, 1.0),))
    text = render(Report((StoryReport.of(story, None, [note]),)), "markdown").decode()
    page = RENDER.render(text)
    assert "<p>first<br />\n# second</p>\n<p>- third (open)</p>" in page
    (cited,) = [line for line in text.splitlines() if "paragraph 1:" in line]
    assert "*It began in May. It began" in cited
    assert (cited.endswith("*…"), len(cited) < 120) == (True, True)


@pytest.mark.parametrize("text", ["http://example.org/x", "www.example.org", "HTTPS://x.y"])
def test_addresses_are_no_links(text: str) -> None:
    linking = MarkdownIt("commonmark").render(plain(text))
    assert "<a" not in linking
    assert "://" not in plain(text)
    assert "www." not in plain(text)


def test_the_report_shows_versions_notes_and_differences_by_weight(report: Report) -> None:
    text = render(report, "markdown").decode()
    order = [
        "## Forces retake crossing",
        "| V1 | The Outlet (a) | a.txt | 2017-11-03 |",
        "### Notes (2)",
        "The house spells it Abadi. (house-style, transliteration, notable, #names, open)",
        "desk, 2026-11-20 15:53 UTC, changed 2026-11-20 16:00 UTC",
        "### V1 and V2\n",
        "V1 and V2 are versions of one report. 5 differences: "
        "1 transliteration, 1 number, 1 datetime, 1 wording, 1 content.",
        "Paragraphs that moved: 3 in V1 is 1 in V2.",
        "#### Serious (1)",
        "a figure on one side only",
        "#### Notable (3)",
        "- transliteration (also spelling): two spellings of one name",
        "V1, paragraph 1: Haider *al-Abadi* said 3 men fled.",
        "V2, paragraph 2: Haider *al-Abbadi* said men fled on Friday.",
        "Note (house-style, open, desk): The house spells it Abadi.",
        "nothing in V1",
        "#### Cosmetic (1)",
        "V1, headline: Forces *retake* crossing",
        "## Without a headline",
        "## Not read",
        "- broken.pdf: no text in it",
    ]
    place = 0
    for part in order:
        assert part in text[place:], part
        place = text.index(part, place)


def test_every_renderer_sees_the_sections_as_headings(report: Report) -> None:
    page = RENDER.render(render(report, "markdown").decode())
    assert page.count("<h2>") == 3
    assert page.count("<table>") == 2
    assert "<em>al-Abbadi</em>" in page


def test_a_hostile_story_stays_text(report: Report) -> None:
    part = report.stories[1]
    evil = "</td><script>alert(1)</script> | **x** [a](javascript:b) \x1b[31m \u202e \ud800 `c` \n# h"
    document = replace(part.story.documents[0], path=evil, source=evil, headline=evil)
    story = replace(part.story, headline=evil, versions=(replace(part.story.versions[0], document=document),))
    data = render(Report((replace(part, story=story),)), "markdown")
    page = RENDER.render(data.decode())
    assert "<script" not in page
    assert "<a " not in page
    assert "<code" not in page
    assert page.count("<h1>") == 1
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert page.count("<td") == 7


@given(st.text("ab \n", max_size=200), st.data())
def test_an_excerpt_holds_the_span_whole_and_parts_of_what_stands_around(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, span, after = excerpt(text, start, end, 20)
    assert span == text[start:end]
    assert text[:start].endswith(before.removeprefix("…"))
    assert text[end:].startswith(after.removesuffix("…"))
    assert max(len(before), len(after)) <= 21
    assert before.startswith("…") == (len(text[:start]) > 20)


def seeds_report() -> Report:
    chosen = Settings()
    documents = read_paths(sorted((Path(__file__).parents[2] / "seeds").glob("00*.txt")), chosen).documents
    return report_of(find_stories(documents, chosen), (), chosen)


def section(text: str, heading: str) -> list[str]:
    (part,) = re.findall(rf"^### {heading} \(\d+\)\n\n(.*?)(?=\n\n#|\Z)", text, re.DOTALL | re.MULTILINE)
    return [line for line in part.splitlines() if line]


def test_names_substitutions_and_facts_of_a_story_stand_side_by_side() -> None:
    text = render(seeds_report(), "markdown").decode()
    names = section(text, "Names under several forms")
    assert any(", conflict)" in line and "SDF" in line for line in names)
    assert any(re.fullmatch(r"  - ISIS, \d+: V\d .*", line) for line in names)
    substitutions = section(text, "Substitutions that recur")
    assert any("ISIS (" in line and "IS (" in line and line.endswith("| naming |") for line in substitutions)
    assert all(int(line.split("|")[1]) > 1 for line in substitutions[2:])
    facts = section(text, "Facts")
    assert len({line.count("|") for line in facts}) == 1
    assert any(line.startswith("| ≠ | figure: fighters") for line in facts)
    page = RENDER.render(text)
    assert page.count("<table>") == 4


def test_what_is_found_in_a_version_goes_with_the_version() -> None:
    text = render(seeds_report(), "markdown", Choice(versions=("V2",))).decode()
    assert "V3" not in text
    assert section(text, "Names under several forms")
    only = render(seeds_report(), "markdown", Choice(kinds=frozenset({Kind.SPELLING}))).decode()
    assert {line.split("|")[-2].strip() for line in section(only, "Substitutions that recur")[2:]} == {"spelling"}


def test_a_note_whose_words_are_gone_says_so_and_one_whose_words_moved_says_where_they_are(report: Report) -> None:
    part = report.stories[0]
    base, other = part.documents

    def edited(document: Document, *texts: str) -> Document:
        paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, 1))
        return replace(document, id=document.id + "2", paragraphs=paragraphs)

    moved = edited(base, "New.", base.paragraphs[0].text)
    gone = edited(other, "Nothing of it is left.")
    versions = tuple(StoryVersion(document, 1.0) for document in (moved, gone))
    story = replace(part.story, versions=versions)
    text = render(Report((StoryReport.of(story, None, part.notes),)), "markdown").decode()
    assert "V1, paragraph 2: Haider *al-Abadi* said 3 men fled. (found again; it stood elsewhere)" in text
    lost = "V2, paragraph 2: Haider **al-Abbadi** said men fled on Friday. (**its words are no longer there: check this"
    assert lost in text
