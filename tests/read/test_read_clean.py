"""The cleaner: what is body, what is a field, what is left out and why."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.model import Document
from wirediff.read import read_file
from wirediff.read.clean import clean
from wirediff.read.contract import Raw
from wirediff.read.paragraphs import blocks

HEADLINE = "River floods the old harbour of the town"
LEAD = "Flood waters on Monday reached the old harbour of the town, the mayor's office said in a statement."
SECOND = "About two thousand people have left their houses since the weekend, according to the regional government."
THIRD = "Engineers expect the river to crest on Wednesday, when rain is forecast for the whole of the upper valley."
FOURTH = "The harbour was last under water in 1997, when the dam above the town was opened by order of the government."
BODY = [LEAD, SECOND, THIRD, FOURTH]
SEEDS = Path(__file__).parents[2] / "seeds"


def cleaned(*pieces: str) -> Document:
    return clean(Raw(blocks=blocks("\n\n".join(pieces))), path="story.txt", identity="0", reader="text")


def body(found: Document) -> list[str]:
    return [paragraph.text for paragraph in found.paragraphs]


def left(found: Document) -> list[tuple[str, str]]:
    return [(item.reason, item.text) for item in found.left_out]


@pytest.mark.parametrize(
    ("start", "paragraphs", "headline", "reasons"),
    [
        ("000", 10, "Iraqi forces seize strategic border crossing with Syria", ["label", "related", "prompt"]),
        (
            "001",
            7,
            "Iraqi forces retake crossing on Syria border from IS",
            ["navigation", "prompt", "label", "separator", *["repeat"] * 7, *["credit"] * 3, *["related"] * 9],
        ),
        ("002", 12, "Iraqi forces seize Syria border post from ISIS", ["prompt"]),
        ("003", 12, "Iraqi forces capture border crossing to Syria from IS", ["label", "label"]),
        (
            "004",
            11,
            "Iraqi forces enter Al-Qaim, last IS bastion in Iraq: army",
            ["navigation", "prompt", "label", "separator", *["repeat"] * 11, *["credit"] * 3, *["related"] * 9],
        ),
    ],
)
def test_the_sample_stories_are_told_from_their_pages(
    start: str, paragraphs: int, headline: str, reasons: list[str]
) -> None:
    (found,) = read_file(next(SEEDS.glob(f"{start}_*.txt")))
    assert (found.headline, len(found.paragraphs)) == (headline, paragraphs)
    assert [item.reason for item in found.left_out] == reasons
    assert found.language == "en"


def test_fields_of_the_sample_stories() -> None:
    found = [read_file(path)[0] for path in sorted(SEEDS.glob("*.txt"))]
    assert [document.byline for document in found] == ["Katrina Barker", "AFP", None, None, "AFP"]
    assert [document.agency for document in found] == [None, "AFP", None, None, "AFP"]
    assert [document.published for document in found] == ["2017-11-04", None, None, "2017-06-18", None]
    assert [document.source for document in found] == ["AllAboutTopnews", None, None, None, None]
    assert [len(document.captions) for document in found] == [0, 0, 1, 1, 0]
    assert [document.standfirst is not None for document in found] == [False, False, False, True, False]


def test_a_body_printed_twice_counts_once_whatever_its_quotation_marks() -> None:
    curly = [text.replace("'", "’") for text in BODY]
    found = cleaned(HEADLINE, *BODY, *curly)
    assert body(found) == BODY
    assert left(found) == [("repeat", text) for text in curly]


def test_short_paragraphs_are_repeats_only_inside_a_run_that_is_printed_again() -> None:
    short = '"No comment," he said.'
    assert body(cleaned(HEADLINE, LEAD, short, SECOND, short, THIRD)) == [LEAD, short, SECOND, short, THIRD]
    again = cleaned(HEADLINE, LEAD, short, SECOND, LEAD, short, SECOND)
    assert body(again) == [LEAD, short, SECOND]


def test_a_pull_quote_of_part_of_a_paragraph_stays() -> None:
    pull = "“reached the old harbour of the town”"
    assert body(cleaned(HEADLINE, LEAD, SECOND, pull, THIRD)) == [LEAD, SECOND, pull, THIRD]


def test_teasers_under_a_related_heading_are_left_out_to_the_end() -> None:
    teasers = ["World", "Bridge reopens after storm", "Sport", "The match was called off because of the rain."]
    found = cleaned(HEADLINE, *BODY, "You might also like:", *teasers)
    assert body(found) == BODY
    assert {reason for reason, _ in left(found)} == {"related"}
    assert len(found.left_out) == 5


def test_the_body_goes_on_after_a_related_block_in_its_middle() -> None:
    found = cleaned(HEADLINE, LEAD, SECOND, "Related articles", "Bridge reopens after storm", THIRD, FOURTH)
    assert body(found) == BODY


def test_a_heading_of_related_reports_in_other_languages_is_known() -> None:
    for heading in ("Mehr zum Thema", "À lire aussi :", "Lea también:", "اقرأ أيضا:"):
        found = cleaned(HEADLINE, *BODY, heading, "Brücke nach Sturm wieder offen")
        assert body(found) == BODY, heading


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Did you like this article?", "prompt"),
        ("Share on Facebook", "prompt"),
        ("Sign up for our daily newsletter", "prompt"),
        ("Artikel teilen", "prompt"),
        ("Compartir", "prompt"),
        ("12 comments", "prompt"),
        ("© 2017 Daily Example. All rights reserved.", "notice"),
        ("This material may not be published, broadcast, rewritten or redistributed.", "notice"),
        ("(Reporting by A. Writer; Editing by B. Editor)", "credit"),
        ("asl/tib/pid/cac", "credit"),
        ("dpa ab yyzz a3 cd", "credit"),
        ("((desk@example.com; +964 123 456;))", "credit"),
        ("(Adds quotes, background)", "notice"),
        ("(c) Agencia EFE", "notice"),
        ("Share this with Facebook", "prompt"),
        ("Agence France-Presse", "credit"),
        ("Source: Reuters", "credit"),
        ("Read more: Bridge reopens after storm", "related"),
        ("5 min read", "label"),
        ("Tags: rivers, harbours", "label"),
        ("* * *", "separator"),
    ],
)
def test_furniture_after_the_body_is_left_out_with_its_reason(line: str, reason: str) -> None:
    found = cleaned(HEADLINE, *BODY, line)
    assert body(found) == BODY
    assert left(found) == [(reason, line)]


@pytest.mark.parametrize(
    "line",
    [
        '"No," he said.',
        "They left.",
        "Why?",
        "Fierce fighting",
        "Day-to-day",
        "Homes and hopes",
        "World",
        "By Friday the town was empty.",
        "Copyright law is no help to the harbour, he said.",
        "Embargo or not, the ships will sail on Monday.",
        "Share prices fell by two per cent on Monday.",
        "Reuters could not independently verify the report.",
        "Follow the river, the old people of the town say.",
        "Advisory councils met in every village of the valley.",
        "The mayor (left) and the minister (right) did not speak.",
        "Home after home stood empty.",
        "The ministry's source: a fisherman.",
    ],
)
def test_body_that_looks_like_furniture_stays(line: str) -> None:
    found = cleaned(HEADLINE, LEAD, SECOND, line, THIRD, FOURTH)
    assert body(found) == [LEAD, SECOND, line, THIRD, FOURTH]


def test_head_lines_become_fields_in_any_order() -> None:
    for lines in (["By Katrina Barker", "4 November 2017"], ["November 4, 2017 5:30 pm GMT", "Katrina Barker"]):
        found = cleaned("World", HEADLINE, *lines, *BODY)
        assert (found.headline, found.byline, found.published) == (HEADLINE, "Katrina Barker", "2017-11-04")
        assert body(found) == BODY


@pytest.mark.parametrize(
    ("line", "byline", "published"),
    [
        ("Katrina Barker, Reuters", "Katrina Barker, Reuters", None),
        ("KATRINA BARKER, AP Auto Writer", "KATRINA BARKER, AP Auto Writer", None),
        ("Katrina Barker - Nov 19, 2019, 10:31 pm CST", "Katrina Barker", "2019-11-19"),
        (
            "By Katrina Barker and Ahmad al-Rubaye | November 4, 2017",
            "Katrina Barker and Ahmad al-Rubaye",
            "2017-11-04",
        ),
        ("Ahmad al-Rubaye", "Ahmad al-Rubaye", None),
        ("Von Katrina Barker, dpa", "Katrina Barker, dpa", None),
        ("بقلم أحمد الربيعي", "أحمد الربيعي", None),
    ],
)
def test_bylines_in_their_many_forms(line: str, byline: str, published: str | None) -> None:
    found = cleaned(HEADLINE, line, *BODY)
    assert (found.byline, found.published, body(found)) == (byline, published, BODY)


def test_the_headline_is_the_line_that_speaks_of_what_the_body_speaks_of() -> None:
    found = cleaned("Three things to cook this weekend", "Weather and traffic", HEADLINE, *BODY)
    assert (found.headline, body(found)) == (HEADLINE, BODY)


def test_a_related_block_over_the_report_does_not_swallow_its_beginning() -> None:
    found = cleaned("Most read", "Bridge reopens after storm", HEADLINE, LEAD, SECOND)
    assert body(found) == [LEAD, SECOND]


def test_a_sentence_before_the_byline_is_the_standfirst() -> None:
    standfirst = "The mayor asks for help from the capital."
    found = cleaned(HEADLINE, standfirst, "By Katrina Barker", *BODY)
    assert (found.standfirst, body(found)) == (standfirst, BODY)


def test_a_lead_shown_over_the_byline_and_again_under_it_stays_in_the_body() -> None:
    found = cleaned(HEADLINE, LEAD, "By Katrina Barker", *BODY)
    assert (found.standfirst, found.byline, body(found)) == (None, "Katrina Barker", BODY)


def test_lines_without_any_sentence_end_are_all_kept() -> None:
    lines = ["the first of the lines without an end", "the second of the lines", "third", "the fourth of them"]
    found = cleaned(HEADLINE, *lines)
    assert (found.headline, body(found)) == (HEADLINE, lines)


def test_the_first_printing_wins_over_the_date_of_an_update() -> None:
    found = cleaned(HEADLINE, "Updated: 6 November 2017", "Published: 4 November 2017", *BODY)
    assert found.published == "2017-11-04"


def test_a_date_that_may_be_read_two_ways_is_no_date_but_no_paragraph_either() -> None:
    found = cleaned(HEADLINE, "03/11/2017", *BODY)
    assert (found.published, body(found), left(found)) == (None, BODY, [("label", "03/11/2017")])


@pytest.mark.parametrize(
    ("opening", "dateline", "agency"),
    [
        ("BAGHDAD, Nov 3 (AFP) - ", "BAGHDAD, Nov 3 (AFP)", "AFP"),
        ("BAGHDAD (Reuters) - ", "BAGHDAD (Reuters)", "Reuters"),
        ("MOSUL, Iraq (AP) — ", "MOSUL, Iraq (AP)", "AP"),
        ("Berlin (dpa) - ", "Berlin (dpa)", "dpa"),
        ("Bagdad, 3 nov (EFE).- ", "Bagdad, 3 nov (EFE)", "EFE"),
        ("BAGHDAD, Nov. 3 (Xinhua) -- ", "BAGHDAD, Nov. 3 (Xinhua)", "Xinhua"),
        ("بغداد (رويترز) - ", "بغداد (رويترز)", "Reuters"),
        ("WASHINGTON — ", "WASHINGTON", None),
    ],
)
def test_datelines_are_reported_and_stay_in_the_text(opening: str, dateline: str, agency: str | None) -> None:
    found = cleaned(HEADLINE, opening + LEAD, SECOND, THIRD)
    assert (found.dateline, found.agency) == (dateline, agency)
    assert body(found)[0] == opening + LEAD


def test_a_dateline_with_bars_stands_in_a_line_of_its_own() -> None:
    line = "Baghdad, Iraq | AFP | Friday 3 November 2017 - 10:11 UTC+3 | 254 words"
    found = cleaned(HEADLINE, line, *BODY)
    assert (found.dateline, found.agency, found.published) == (line, "AFP", "2017-11-03")
    assert body(found) == BODY


@pytest.mark.parametrize(
    "opening", ["The army - backed by jets - said ", "Al-Qaim - a town - is ", "IS - the group - said "]
)
def test_dashes_in_a_sentence_make_no_dateline(opening: str) -> None:
    assert cleaned(HEADLINE, opening + LEAD, SECOND).dateline is None


@pytest.mark.parametrize(
    ("headline", "version"),
    [
        (f"UPDATE 2-{HEADLINE}", "UPDATE 2"),
        (f"CORRECTED-{HEADLINE}", "CORRECTED"),
        (f"REFILE-UPDATE 1-{HEADLINE}", "REFILE-UPDATE 1"),
        (f"{HEADLINE}, 1st Ld-Writethru", "1st Ld-Writethru"),
        (f"Breaking: {HEADLINE}", "Breaking"),
    ],
)
def test_version_marks_leave_the_headline_for_a_field_of_their_own(headline: str, version: str) -> None:
    found = cleaned(headline, *BODY)
    assert (found.headline, found.version) == (HEADLINE, version)


@pytest.mark.parametrize(
    "headline", ["Lead-free petrol for all by the next year", "Alert level raised for the whole valley"]
)
def test_words_that_only_begin_like_marks_stay_in_the_headline(headline: str) -> None:
    assert cleaned(headline, *BODY).headline == headline


def test_two_marks_and_a_dateline_with_its_dash_are_all_somewhere() -> None:
    found = cleaned("URGENT", f"UPDATE 2-{HEADLINE}", "BAGHDAD (AFP) -", *BODY)
    assert (found.headline, found.version, found.dateline) == (HEADLINE, "UPDATE 2", "BAGHDAD (AFP)")
    assert left(found) == [("label", "URGENT"), ("label", "BAGHDAD (AFP) -")]


def test_captions_are_fields_by_the_credit_they_end_in() -> None:
    captions = ["A boat lies in the old harbour on Monday. [Katrina Barker/AFP]", "Photo: Katrina Barker"]
    found = cleaned(HEADLINE, captions[0], LEAD, SECOND, captions[1], THIRD)
    assert (list(found.captions), body(found)) == (captions, [LEAD, SECOND, THIRD])


def test_an_agency_that_signs_the_last_paragraph_makes_no_caption() -> None:
    found = cleaned(HEADLINE, LEAD, SECOND, THIRD + " (AFP)")
    assert (body(found)[-1], found.agency, found.captions) == (THIRD + " (AFP)", "AFP", ())


def test_a_box_about_the_writer_is_a_credit() -> None:
    found = cleaned(HEADLINE, *BODY, "About the author", "Katrina Barker writes about rivers and harbours.")
    assert body(found) == BODY
    assert [reason for reason, _ in left(found)] == ["credit", "credit"]


def test_a_file_of_one_line_is_one_paragraph_even_if_it_looks_like_a_headline() -> None:
    found = cleaned(HEADLINE)
    assert (found.headline, body(found)) == ("", [HEADLINE])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Die Armee ist nach eigenen Angaben in die Stadt vorgerückt, und das sei ein Erfolg, sagte der Sprecher.",
            "de",
        ),
        (
            "Les forces irakiennes ont annoncé vendredi avoir repris le poste-frontière avec la Syrie aux jihadistes.",
            "fr",
        ),
        (
            "Las fuerzas iraquíes anunciaron el viernes que han recuperado el paso fronterizo con Siria.",
            "es",
        ),
        ("قالت القوات العراقية يوم الجمعة إنها دخلت مدينة القائم آخر معقل لتنظيم الدولة الإسلامية في العراق.", "ar"),
        ("伊拉克军方宣布，政府军当天进入极端组织控制的最后一座城镇，并与武装人员展开激战。", "zh"),
        ("Arsenal 2-1 Chelsea", None),
    ],
)
def test_the_language_is_told_by_script_and_small_words(text: str, code: str | None) -> None:
    assert cleaned(text).language == code


@given(st.lists(st.sampled_from([*BODY, '"No," he said.', "They left."]), min_size=1, max_size=8, unique=True))
def test_plain_paragraphs_are_all_kept_and_reading_them_again_gives_the_same(paragraphs: list[str]) -> None:
    found = cleaned(HEADLINE, LEAD + " It rained.", *paragraphs)
    assert body(found) == [LEAD + " It rained.", *paragraphs]
    again = cleaned(found.headline, *body(found))
    assert body(again) == body(found)
