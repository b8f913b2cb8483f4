import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from wirediff.export import render
from wirediff.export.excerpt import excerpt
from wirediff.export.markup import plain, strong
from wirediff.export.report import Report
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


@given(HOSTILE, HOSTILE, HOSTILE)
def test_the_middle_is_bold_and_nothing_else_is(before: str, span: str, after: str) -> None:
    page = RENDER.render("x " + strong(before, span, after) + " x")
    marked = re.findall(r"<(?:strong|b)>(.*?)</(?:strong|b)>", page, re.DOTALL)
    core = span.strip()
    assert [collapsed(html.unescape(part)) for part in marked] == ([collapsed(inert(core))] if core else [])
    text = html.unescape(re.sub(r"</?(?:p|strong|b)>", "", page))
    assert collapsed(text) == collapsed("x " + inert(before + span + after) + " x")


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
        "The house spells it Abadi. (house-style, transliteration, notable, \\#names, open)",
        "desk, 2026-11-20 15:53 UTC, changed 2026-11-20 16:00 UTC",
        "### V1 and V2: same-report",
        "Differences: transliteration 1, number 1, datetime 1, wording 1, content 1.",
        "Moved paragraphs (V1 as V2): 3 stands as 1.",
        "#### Serious (1)",
        "a figure on one side only",
        "#### Notable (3)",
        "- **transliteration** (also spelling): two spellings of one name",
        "V1, paragraph 1: Haider **al-Abadi** said 3 men fled.",
        "V2, paragraph 2: Haider **al-Abbadi** said men fled on Friday.",
        "Note (house-style): The house spells it Abadi.",
        "nothing in V1",
        "#### Cosmetic (1)",
        "V1, headline: Forces **retake** crossing",
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
    assert "<strong>al-Abbadi</strong>" in page


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
