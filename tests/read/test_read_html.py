"""Saved web pages: the report out of the page, and everything else of the page named."""

import gzip
import json
from pathlib import Path

import pytest

from wirediff.errors import ReadError
from wirediff.model import Document
from wirediff.read import read_file

HEADLINE = "River floods the old harbour of the town"
BODY = [
    "Flood waters on Monday reached the old harbour of the town, the mayor's office said in a statement.",
    "About two thousand people have left their houses since the weekend, according to the regional government.",
    '"No," he said.',
    "Engineers expect the river to crest on Wednesday, when rain is forecast for the whole of the upper valley.",
    "The harbour was last under water in 1997, when the dam above the town was opened by order of the government.",
]
META = """
<meta charset="utf-8"><title>River floods the old harbour of the town | Daily Example</title>
<meta property="og:site_name" content="Daily Example">
<meta property="og:title" content="River floods the old harbour of the town">
<meta property="article:published_time" content="2017-11-04T08:00:00+01:00">
<meta name="author" content="By Katrina Barker">
"""
NAVIGATION = '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
RELATED = """<aside class="related"><h3>Related stories</h3>
<ul><li><a href="/a">Bridge reopens after the storm of the year</a></li>
<li><a href="/b">Mayor asks the capital for help with the dam</a></li></ul></aside>"""
FOOTER = "<footer><p>© 2017 Daily Example. All rights reserved.</p><a href='/privacy'>Privacy policy</a></footer>"


def page(article: str, head: str = META, after: str = RELATED) -> str:
    return f"""<!doctype html><html lang="en"><head>{head}</head><body><header>{NAVIGATION}</header>
    <main><article><h1>{HEADLINE}</h1>{article}</article></main>{after}{FOOTER}</body></html>"""


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def read(tmp_path: Path, markup: str | bytes, name: str = "story.html", reader: str = "auto") -> Document:
    path = tmp_path / name
    path.write_bytes(markup if isinstance(markup, bytes) else markup.encode())
    (found,) = read_file(path, reader)
    return found


def body(found: Document) -> list[str]:
    return [paragraph.text for paragraph in found.paragraphs]


def test_a_page_gives_its_report_and_names_all_else(tmp_path: Path) -> None:
    found = read(tmp_path, page(paragraphs(BODY)))
    assert (found.reader, found.headline, body(found)) == ("html", HEADLINE, BODY)
    reasons = {item.text: item.reason for item in found.left_out}
    assert reasons["Home"] == reasons["World"] or {reasons["Home"], reasons["World"]} == {"navigation", "label"}
    assert reasons["Related stories"] == "related"
    assert reasons["Bridge reopens after the storm of the year"] == "related"
    assert reasons["© 2017 Daily Example. All rights reserved."] == "notice"
    assert all(paragraph.line is None for paragraph in found.paragraphs)


def test_fields_come_from_what_the_page_states(tmp_path: Path) -> None:
    found = read(tmp_path, page(paragraphs(BODY)))
    assert (found.byline, found.source, found.published, found.language) == (
        "Katrina Barker",
        "Daily Example",
        "2017-11-04",
        "en",
    )


def test_json_ld_states_fields_too_however_deep_it_lies(tmp_path: Path) -> None:
    data = {
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {
                "@type": ["NewsArticle"],
                "headline": "River floods the old harbour of the town",
                "datePublished": "2017-11-05T10:00:00Z",
                "author": [
                    {"@type": "Person", "name": "Katrina Barker"},
                    {"@type": "Person", "name": "Ahmad al-Rubaye"},
                ],
                "publisher": {"@type": "Organization", "name": "Daily Example"},
            },
        ]
    }
    head = f'<meta charset="utf-8"><script type="application/ld+json">{json.dumps(data)}</script>'
    found = read(tmp_path, page(paragraphs(BODY), head))
    assert (found.byline, found.source, found.published) == (
        "Katrina Barker, Ahmad al-Rubaye",
        "Daily Example",
        "2017-11-05",
    )


@pytest.mark.parametrize(
    "script", ["{broken", "[" * 100_000, '"just text"', '{"@type": "NewsArticle", "author": 7}', ""]
)
def test_broken_json_ld_costs_nothing_of_the_text(tmp_path: Path, script: str) -> None:
    head = f'{META}<script type="application/ld+json">{script}</script>'
    assert body(read(tmp_path, page(paragraphs(BODY), head))) == BODY


def test_an_article_body_gives_the_text_a_page_shows_only_after_scripts_ran(tmp_path: Path) -> None:
    data = {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": "\n\n".join(BODY)}
    head = f'{META}<script type="application/ld+json">{json.dumps(data)}</script>'
    assert body(read(tmp_path, page("<div id='app'></div>", head))) == BODY


def test_an_article_body_that_is_cut_short_is_not_taken_for_the_report(tmp_path: Path) -> None:
    data = {"@type": "NewsArticle", "articleBody": " ".join(BODY[:3]) + " Engineers expect the …"}
    head = f'{META}<script type="application/ld+json">{json.dumps(data)}</script>'
    assert body(read(tmp_path, page(paragraphs(BODY), head))) == BODY


def test_links_and_marks_inside_a_sentence_change_nothing_of_it(tmp_path: Path) -> None:
    marked = BODY[0].replace("old harbour", '<a href="/h">old</a> <b>har</b>bour').replace("'", "&#x2019;")
    found = read(tmp_path, page(paragraphs([marked, *BODY[1:]])))
    assert body(found)[0] == BODY[0].replace("'", "’")


def test_paragraphs_set_with_line_breaks_are_paragraphs(tmp_path: Path) -> None:
    for separator in ("<br><br>", "<br/>\n<br />", "<br>"):
        found = read(tmp_path, page(f"<div class='text'>{separator.join(BODY)}</div>"))
        assert body(found) == BODY, separator


def test_preformatted_wire_text_is_unwrapped(tmp_path: Path) -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(text, 64) for text in BODY)
    assert body(read(tmp_path, page(f"<pre>{wrapped}</pre>"))) == BODY


def test_a_body_printed_twice_counts_once(tmp_path: Path) -> None:
    found = read(tmp_path, page(paragraphs(BODY) + '<div class="print-version">' + paragraphs(BODY) + "</div>"))
    assert body(found) == BODY


def test_crossheads_and_quotations_between_paragraphs_stay(tmp_path: Path) -> None:
    article = paragraphs(BODY[:3]) + "<h2>Rain in the valley</h2>" + paragraphs(BODY[3:4])
    article += "<blockquote><p>“We have never seen such water.”</p></blockquote>" + paragraphs(BODY[4:])
    expected = [*BODY[:3], "Rain in the valley", BODY[3], "“We have never seen such water.”", BODY[4]]
    assert body(read(tmp_path, page(article))) == expected


def test_related_links_and_prompts_between_paragraphs_go(tmp_path: Path) -> None:
    between = '<p><a href="/a">Bridge reopens after the storm</a></p><p>Sign up for our daily newsletter</p>'
    between += "<p><strong>Read more:</strong> <a href='/b'>Mayor asks for help</a></p>"
    found = read(tmp_path, page(paragraphs(BODY[:2]) + between + paragraphs(BODY[2:])))
    assert body(found) == BODY
    texts = [item.text for item in found.left_out]
    assert {
        "Bridge reopens after the storm",
        "Sign up for our daily newsletter",
        "Read more: Mayor asks for help",
    } <= set(texts)


def test_captions_and_a_displayed_standfirst_are_fields(tmp_path: Path) -> None:
    head = META + '<meta property="og:description" content="The mayor asks the capital for help with the dam.">'
    article = "<p class='standfirst'>The mayor asks the capital for help with the dam.</p>"
    article += (
        "<figure><img src='x.jpg'><figcaption>A boat lies in the harbour. Katrina Barker/AFP</figcaption></figure>"
    )
    found = read(tmp_path, page(article + paragraphs(BODY), head))
    assert found.standfirst == "The mayor asks the capital for help with the dam."
    assert found.captions == ("A boat lies in the harbour. Katrina Barker/AFP",)
    assert body(found) == BODY


def test_an_agency_report_names_its_agency(tmp_path: Path) -> None:
    found = read(tmp_path, page(paragraphs(["BAGHDAD, Nov 3 (AFP) - " + BODY[0], *BODY[1:]])))
    assert (found.agency, found.dateline) == ("AFP", "BAGHDAD, Nov 3 (AFP)")


def test_scripts_styles_and_hidden_text_are_nowhere(tmp_path: Path) -> None:
    hidden = (
        "<script>var secret = 1</script><style>.secret{}</style><p hidden>secret</p><p style='display: none'>secret</p>"
    )
    hidden += "<noscript>secret</noscript><template><p>secret</p></template><!-- secret -->"
    hidden += "<span class='sr-only'>secret</span>"
    found = read(tmp_path, page(paragraphs(BODY) + hidden))
    assert body(found) == BODY
    assert not [item for item in found.left_out if "secret" in item.text]


def test_what_opens_over_a_name_is_not_read_into_the_sentence(tmp_path: Path) -> None:
    popup = (
        '<span class="rollover-person">the mayor<span class="rollover-person-block"><a href="/m">All about the mayor'
    )
    popup += " and what she did in the year of the flood and before it</a></span></span>"
    found = read(tmp_path, page(paragraphs([BODY[0].replace("the mayor", popup), *BODY[1:]])))
    assert body(found) == BODY


@pytest.mark.parametrize(
    ("encoding", "declaration"),
    [
        ("utf-8", ""),
        ("iso-8859-2", '<meta charset="iso-8859-2">'),
        ("windows-1251", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
        ("utf-16", ""),
    ],
)
def test_the_declared_character_set_is_used(tmp_path: Path, encoding: str, declaration: str) -> None:
    text = BODY[0] + (" Żółw." if "1251" not in encoding else " Река поднялась.")
    markup = page(paragraphs([text, *BODY[1:]]), declaration).encode(encoding, "xmlcharrefreplace")
    assert body(read(tmp_path, markup))[0] == text


def test_a_page_saved_under_a_text_name_is_still_a_page(tmp_path: Path) -> None:
    found = read(tmp_path, page(paragraphs(BODY)), "story.txt")
    assert (found.reader, body(found)) == ("html", BODY)
    assert read(tmp_path, page(paragraphs(BODY)), "story.txt", "text").reader == "text"


def test_every_visible_word_of_the_page_is_somewhere(tmp_path: Path) -> None:
    found = read(tmp_path, page(paragraphs(BODY), after=RELATED + "<div><p>Some other words of the page.</p></div>"))
    pool = " ".join([found.headline, *body(found), *(item.text for item in found.left_out)])
    for text in (HEADLINE, "Home", "Mayor asks the capital", "Some other words of the page.", "Privacy policy", *BODY):
        assert text in pool


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + "<div>" * 50_000 + "x",
        "<html><body><script>1</script></body></html>",
        "<!doctype html><html></html>",
    ],
)
def test_pages_without_a_report_and_hostile_nesting_are_refused_in_one_line(tmp_path: Path, markup: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(tmp_path, markup)
    assert "\n" not in str(caught.value)


def test_deep_but_bearable_nesting_is_read(tmp_path: Path) -> None:
    nested = "<div>" * 500 + paragraphs(BODY) + "</div>" * 500
    assert body(read(tmp_path, page(nested))) == BODY


def test_bodies_of_saved_pages_of_many_sites(tmp_path: Path) -> None:
    pages = Path(__file__).parents[3] / "shared" / "bench" / "pages"
    if not (pages / "gold.json").is_file():
        pytest.skip("the evaluation pages are not here")
    gold = json.loads((pages / "gold.json").read_text(encoding="utf-8"))
    shares = []
    for name in sorted(gold)[:12]:
        found = read(tmp_path, gzip.decompress((pages / f"{name}.html.gz").read_bytes()), f"{name}.html")
        words, wanted = set(" ".join(body(found)).split()), set(gold[name].split())
        shares.append(len(words & wanted) / len(words | wanted))
    assert sorted(shares)[6] > 0.95
