import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser
from made import document, hostile, reports, story
from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from wirediff.export import render
from wirediff.export.choice import Choice
from wirediff.export.pieces import Span, pieces
from wirediff.export.report import Report, StoryReport
from wirediff.kinds import Kind, Severity
from wirediff.model import Difference, Paragraph, Side, StoryVersion
from wirediff.printable import inert


@contextmanager
def opened(browser: Browser, path: Path, data: bytes, **how: object) -> Iterator[tuple[Page, list[str]]]:
    """The page in a browser, with all that it asks for or complains of."""
    path.write_bytes(data)
    heard: list[str] = []
    context = browser.new_context(**how)  # type: ignore[arg-type]
    page = context.new_page()
    page.on("request", lambda request: heard.append(request.url))
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.goto(path.as_uri())
    yield page, heard
    context.close()


@given(st.text(max_size=30), st.data())
def test_pieces_joined_are_the_text_and_know_what_lies_over_them(text: str, data: st.DataObject) -> None:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    over = [Span(start, end, n) for n, (start, end) in enumerate(data.draw(st.lists(ends, max_size=5))) if start < end]
    made = list(pieces(text, over))
    assert "".join(piece for piece, _ in made) == text
    place = 0
    for piece, lying in made:
        assert set(lying) == {s.difference for s in over if s.start <= place and s.end >= place + len(piece)}
        place += len(piece)


@settings(max_examples=60)
@given(reports())
def test_every_paragraph_of_every_version_can_be_read_back(report: Report) -> None:
    data = render(report, "html")
    assert data == render(report, "html")
    (part,) = report.stories
    page = parser.fromstring(data.decode())
    read = {
        (int(p.get("data-version", "")), int(p.get("data-paragraph", ""))): p.text_content()
        for p in page.iter("p")
        if p.get("data-version")
    }
    wanted = {
        (version, number): inert(document.text_of(number))
        for version, document in enumerate(part.documents)
        for number in range(0 if document.headline else 1, len(document.paragraphs) + 1)
    }
    # what a parser must replace wherever it stands, besides what is made inert
    assert {place: re.sub("[\ufffe\uffff]", "", text) for place, text in read.items()} == {
        place: re.sub("[\ufffe\uffff]", "", text) for place, text in wanted.items()
    }


@pytest.mark.parametrize("choice", [Choice(), Choice(severities=frozenset({Severity.SERIOUS})), Choice(noted=True)])
def test_each_difference_that_is_chosen_is_told_once_and_marked_on_its_sides(report: Report, choice: Choice) -> None:
    page = parser.fromstring(render(report, "html", choice).decode())
    told = page.xpath("//li[@data-kind]")
    wanted = [
        difference
        for part in report.stories
        for difference, notes in part.annotated
        if choice.passes(difference, notes)
    ]
    assert len(told) == len(wanted) > 0
    for item, difference in zip(told, wanted, strict=True):
        marks = page.xpath("//mark[@data-d=$d]", d=item.get("data-d"))
        sides = [side.text.strip() for side in (difference.left, difference.right) if side]
        assert [mark.text_content() for mark in marks] == sides
        assert {mark.find("a").get("href") for mark in marks} == {f"#{item.get('id')}"}
        assert all(difference.why in mark.get("title") for mark in marks)
        assert {mark.get("class") for mark in marks} == {difference.severity.value}
        assert difference.why in item.text_content()


def test_a_hostile_story_runs_nothing_and_asks_for_nothing(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "evil.html"
    with opened(browser, file, render(hostile(), "html")) as (page, heard):
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        page.wait_for_timeout(100)
        assert "pwned" not in page.title().replace("document.title='pwned'", "")
        assert heard == [file.as_uri()]
        assert page.evaluate("document.querySelectorAll('script').length") == 1
        assert page.evaluate("document.querySelectorAll('main img, main svg, main iframe, main script').length") == 0
        handlers = (
            "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on|^style/.test(a.name)))"
        )
        assert page.evaluate(f"{handlers}.length") == 0
        assert "<script>document.title='pwned'</script>" in page.inner_text("main")


def test_the_policy_of_the_page_forbids_what_is_not_its_own(browser: Browser, tmp_path: Path, report: Report) -> None:
    with opened(browser, tmp_path / "page.html", render(report, "html")) as (page, heard):
        page.evaluate("""() => {
            const script = document.createElement("script"); script.textContent = "document.title = 'pwned'";
            document.body.append(script);
            const image = document.createElement("img"); image.src = "http://127.0.0.1:9/x";
            document.body.append(image);
        }""")
        page.wait_for_timeout(100)
        assert page.title() != "pwned"
        assert len([line for line in heard if "Content Security Policy" in line]) == 2


def test_without_javascript_all_is_there_and_nothing_is_offered_that_would_not_work(
    browser: Browser, tmp_path: Path, report: Report
) -> None:
    with opened(browser, tmp_path / "page.html", render(report, "html"), java_script_enabled=False) as (page, heard):
        assert page.locator("mark").count() > 6
        assert not page.locator("#filters").is_visible()
        reason = page.get_by_text("two spellings of one name")
        assert not reason.is_visible()
        page.locator(".row", has=page.locator("[data-paragraph='1']")).first.locator("summary").click()
        assert reason.is_visible()
        assert len(heard) == 1


def test_filters_hide_marks_and_reasons_and_say_how_many_are_left(
    browser: Browser, tmp_path: Path, report: Report
) -> None:
    with opened(browser, tmp_path / "page.html", render(report, "html")) as (page, heard):
        assert page.inner_text("#count") == "5 of 5 differences shown"
        page.get_by_role("checkbox", name="transliteration").uncheck()
        assert page.inner_text("#count") == "4 of 5 differences shown"
        assert page.locator("mark.off").all_inner_texts() == ["al-Abadi", "al-Abbadi"]
        assert page.locator("li[data-kind=transliteration]").get_attribute("hidden") is not None
        page.get_by_role("checkbox", name="transliteration").check()
        page.get_by_label("with notes").check()
        assert page.inner_text("#count") == "1 of 5 differences shown"
        assert page.locator("mark[data-d]:not(.off)").all_inner_texts() == ["al-Abadi", "al-Abbadi"]
        page.get_by_label("rows that differ").check()
        shown = page.locator(".sheet .row:visible")
        assert shown.count() == 1
        page.get_by_role("checkbox", name="serious").uncheck()
        page.get_by_role("checkbox", name="notable").uncheck()
        assert page.inner_text("#count") == "0 of 5 differences shown"
        assert len(heard) == 1


def test_a_kind_is_told_by_its_letter_and_a_weight_by_its_line(
    browser: Browser, tmp_path: Path, report: Report
) -> None:
    lines = {}
    with opened(browser, tmp_path / "page.html", render(report, "html")) as (page, _):
        for mark in page.locator(".sheet mark").all():
            style = mark.evaluate(
                "m => [getComputedStyle(m, '::before').content, getComputedStyle(m).textDecorationStyle]"
            )
            assert style[0] == f'"{mark.get_attribute("data-letter")}"'
            lines[mark.get_attribute("class")] = style[1]
    assert lines == {"cosmetic": "dotted", "notable": "solid", "serious": "double"}


@pytest.mark.parametrize("width", [320, 800, 1600])
def test_nothing_runs_off_a_screen(browser: Browser, tmp_path: Path, width: int) -> None:
    size = {"width": width, "height": 700}
    with opened(browser, tmp_path / "page.html", render(hostile(), "html"), viewport=size) as (page, _):
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        row = page.locator(".row.differing").nth(1).locator(".cell")
        tops = {round(box["y"]) for cell in row.all() if (box := cell.bounding_box())}
        assert len(tops) == (3 if width == 320 else 1)


def test_the_page_is_dark_where_the_reader_wants_it_dark(browser: Browser, tmp_path: Path, report: Report) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        with opened(browser, tmp_path / "page.html", render(report, "html"), color_scheme=scheme) as (page, _):
            grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(255, 255, 255)", "rgb(22, 24, 25)"]


def test_on_paper_every_reason_is_printed_and_no_filter(browser: Browser, tmp_path: Path, report: Report) -> None:
    for script in (True, False):
        with opened(browser, tmp_path / "p.html", render(report, "html"), java_script_enabled=script) as (page, _):
            page.emulate_media(media="print")
            if script:
                page.evaluate("dispatchEvent(new Event('beforeprint'))")
            reason = page.locator("li[data-kind]").first
            assert (reason.bounding_box() or {"height": 0})["height"] > 0
            assert not page.locator("#filters").is_visible()
            assert page.pdf().startswith(b"%PDF")


def test_the_page_has_landmarks_and_names_for_everything(report: Report) -> None:
    page = parser.fromstring(render(report, "html").decode())
    assert page.get("lang") == "en"
    assert len(page.xpath("//main")) == len(page.xpath("//h1")) == len(page.xpath("/html/body/header")) == 1
    assert page.xpath("//nav/@aria-label") == ["Stories"]
    assert page.xpath("//a[@class='skip']/@href") == ["#main"]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for section in page.xpath("//section"):
        assert section.get("aria-labelledby") in ids
    for box in page.xpath("//input"):
        assert box.getparent().tag == "label"
        assert box.getparent().text_content().strip()
    for link in page.xpath("//a/@href"):
        assert link.removeprefix("#") in ids
    assert all(row.get("aria-label") for row in page.xpath("//div[@role='group']"))


def test_of_three_versions_a_paragraph_that_one_lacks_is_marked_where_it_is_lacking() -> None:
    one = document("a", "", ["The army entered the town on Friday morning.", "Many people fled across the river."])
    two = document("b", "", ["The army entered the town on Saturday morning.", "Many people fled across the river."])
    three = document("c", "", ["Many people fled across the river."])
    page = parser.fromstring(render(Report((story([one, two, three]),)), "html").decode())
    assert [mark.text_content() for mark in page.xpath("//p[@data-version='0']/mark")] == ["Friday"]
    assert [mark.text_content() for mark in page.xpath("//span[@class='none']/mark")] == ["nothing here"]


def test_a_note_whose_words_are_gone_says_so(report: Report) -> None:
    part = report.stories[0]
    base, other = part.documents
    gone = replace(other, id="other", paragraphs=(Paragraph(1, "Nothing of it is left."),))
    versions = tuple(StoryVersion(each, 1.0) for each in (base, gone))
    changed = StoryReport.of(replace(part.story, versions=versions), None, part.notes)
    page = parser.fromstring(render(Report((changed,)), "html").decode())
    (warning,) = page.xpath("//details//strong")
    assert warning.text == "(its words are no longer there: check this note)"
    assert "V2, paragraph 2: Haider al-Abbadi said" in warning.getparent().text_content()


def test_a_span_cut_by_another_has_its_letter_once_and_blanks_at_its_ends_are_not_marked(report: Report) -> None:
    part = report.stories[0]
    long = Difference(
        0,
        Kind.WORDING,
        Severity.COSMETIC,
        "around",
        Side(0, 1, 0, 31, part.documents[0].text_of(1)[:31]),
        Side(1, 2, 0, 40, part.documents[1].text_of(2)[:40]),
    )
    assert part.comparison
    found = replace(part.comparison, differences=(long, *part.comparison.differences[1:]))
    page = parser.fromstring(render(Report((StoryReport.of(part.story, found, ()),)), "html").decode())
    marks = page.xpath("//p[@data-version='0'][@data-paragraph='1']/mark")
    assert len(marks) > 3
    assert "".join(mark.get("data-letter") for mark in marks) == "WTF"
    assert all(mark.text_content() == mark.text_content().strip() for mark in marks)


def test_a_mark_leads_to_its_reason_which_opens(browser: Browser, tmp_path: Path, report: Report) -> None:
    with opened(browser, tmp_path / "page.html", render(report, "html")) as (page, _):
        reason = page.get_by_text("two spellings of one name")
        assert not reason.is_visible()
        page.locator("mark", has_text="al-Abadi").locator("a").press("Enter")
        reason.wait_for(state="visible")


def test_boxes_are_ticked_all_none_or_one_alone(browser: Browser, tmp_path: Path, report: Report) -> None:
    with opened(browser, tmp_path / "page.html", render(report, "html")) as (page, _):
        kinds = page.locator("[name=kind]:checked")
        page.get_by_role("button", name="only number").click()
        assert kinds.count() == 1
        assert page.inner_text("#count") == "1 of 5 differences shown"
        page.locator("[data-name=kind][data-tick=none]").click()
        assert kinds.count() == 0
        page.locator("[data-name=kind][data-tick=all]").click()
        assert page.inner_text("#count") == "5 of 5 differences shown"
        page.get_by_label("rows that differ").check()
        assert page.locator("section.story:visible").count() == 1


def test_filters_stay_in_sight_and_are_folded_on_a_narrow_screen(
    browser: Browser, tmp_path: Path, report: Report
) -> None:
    for width, unfolded in ((400, False), (1600, True)):
        size = {"width": width, "height": 900}
        with opened(browser, tmp_path / "page.html", render(report, "html"), viewport=size) as (page, _):
            assert page.locator("#filters fieldset").first.is_visible() is unfolded
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            assert page.locator("#filters summary").bounding_box()["y"] >= 0


def test_the_filters_leave_most_of_a_small_screen_to_the_text(browser: Browser, tmp_path: Path) -> None:
    one, two = (
        document(name, "", [f"{day} {figure} fled."])
        for name, day, figure in (("a", "On Friday", "1,500"), ("b", "On Sunday", "2,500"))
    )
    part = story([one, two], ["look"])
    kinds = [replace(part.comparison.differences[0], kind=kind) for kind in Kind]
    whole = StoryReport.of(part.story, replace(part.comparison, differences=tuple(kinds)), part.notes)
    size = {"width": 1366, "height": 768}
    with opened(browser, tmp_path / "page.html", render(Report((whole,)), "html"), viewport=size) as (page, _):
        assert page.locator("#filters").bounding_box()["height"] < size["height"] / 4


def test_stories_with_differences_come_first_and_columns_without_a_word_are_left_out(report: Report) -> None:
    turned = replace(report, stories=report.stories[::-1])
    page = parser.fromstring(render(turned, "html").decode())
    assert [each.text for each in page.xpath("//h2")][:2] == ["Forces retake crossing", "Without a headline"]
    assert [each.text for each in page.xpath("(//thead)[1]//th")][3] == "published"
    bare = document("a", "", ["One."])
    page = parser.fromstring(render(Report((story([bare]),)), "html").decode())
    assert "published" not in [each.text for each in page.xpath("//th")]
    assert not page.xpath("//form | //*[@class='legend']")


def test_a_note_keeps_its_lines(report: Report) -> None:
    part = report.stories[0]
    told = StoryReport.of(part.story, part.comparison, [replace(part.notes[1], text="first\n\nthird")])
    page = parser.fromstring(render(Report((told,)), "html").decode())
    assert page.xpath("//*[@class='note']")[0].text == "first\n\nthird"
