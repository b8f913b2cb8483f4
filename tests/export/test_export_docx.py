import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from made import document, hostile, reports, story
from msgspec.structs import replace

from wirediff.export import render
from wirediff.export.choice import Choice
from wirediff.export.report import Report, StoryReport
from wirediff.export.segments import xml_text
from wirediff.kinds import Severity
from wirediff.model import Document, Note, Side
from wirediff.notes import anchor

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def settled(body: etree._Element, accept: bool) -> list[tuple[str, str]]:
    """The paragraphs, with their styles, after all changes have been accepted, or rejected."""
    gone = "del" if accept else "ins"
    found: list[tuple[str, str]] = []
    carried = ""
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        for text in paragraph.iter(f"{W}t", f"{W}delText"):
            if not any(above.tag == f"{W}{gone}" for above in text.iterancestors()):
                carried += text.text or ""
        # a paragraph whose mark goes joins the next one
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is None:
            found.append((style.get(f"{W}val") if style is not None else "", carried))
            carried = ""
    assert not carried
    return found


def texts(body: etree._Element, accept: bool) -> list[list[str]]:
    """The settled text of each pair, without the lines that are not the story's."""
    found: list[list[str]] = []
    for style, text in settled(body, accept):
        if style == "Heading2":
            found.append([])
        elif found and style in ("", "Headline") and text:
            found[-1].append(text)
    return found


def lines(version: Document) -> list[str]:
    every = [version.headline, *(paragraph.text for paragraph in version.paragraphs)]
    return [xml_text(text) for text in every if text]


@settings(max_examples=60)
@given(reports(), st.frozensets(st.sampled_from(Severity)))
def test_all_changes_accepted_are_the_other_version_and_rejected_the_base_whatever_is_chosen(
    report: Report, weights: frozenset[Severity]
) -> None:
    (part,) = report.stories
    choice = Choice(severities=weights)
    data = render(report, "docx", choice)
    assert data == render(report, "docx", choice)
    made = parts(data)
    body = made["word/document.xml"]
    assert texts(body, True) == [lines(version) for version in part.documents[1:]]
    assert texts(body, False) == [lines(part.documents[0])] * (len(part.documents) - 1)
    comments = made["word/comments.xml"].findall(f"{W}comment")
    reasons = [comment for comment in comments if comment.get(f"{W}author") == "wirediff"]
    assert len(reasons) == sum(choice.passes(each, notes) for each, notes in part.annotated)


def test_comments_and_changes_have_numbers_of_their_own_and_every_comment_its_place() -> None:
    made = parts(render(hostile(), "docx"))
    numbers = [comment.get(f"{W}id") for comment in made["word/comments.xml"]]
    assert len(numbers) == len(set(numbers)) > 30
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        placed = [mark.get(f"{W}id") for mark in made["word/document.xml"].iter(f"{W}{name}")]
        assert sorted(placed) == sorted(numbers)
    changes = [change.get(f"{W}id") for change in made["word/document.xml"].iter(f"{W}ins", f"{W}del")]
    assert len(changes) == len(set(changes)) > 0


def test_a_note_is_a_comment_of_the_person_who_wrote_it(report: Report) -> None:
    made = parts(render(report, "docx"))
    (note,) = [each for each in made["word/comments.xml"] if each.get(f"{W}author") == "desk"]
    facts = "house-style, transliteration, notable, #names, open; written 2026-11-20 15:53 UTC"
    assert "".join(note.itertext()) == f"The house spells it Abadi. ({facts})"
    assert note.get(f"{W}date") == "2026-11-20T16:00:00Z"
    assert "Note by unsigned, 2026-11-20 15:54 UTC: Look again. (open)" in "".join(made["word/document.xml"].itertext())


def noted(part: StoryReport, *ends: tuple[int, int, int, int], text: str = "x") -> dict[str, etree._Element]:
    """The document with a note on each of these spans, by version, paragraph, start and end."""
    notes = [
        Note(
            id=f"n{number}",
            text=text,
            story=part.story.id,
            created="2026-11-20T15:53:00Z",
            modified="2026-11-20T15:53:00Z",
            author="desk",
            left=anchor(part.documents[version], Side(version, paragraph, start, end, "")),
        )
        for number, (version, paragraph, start, end) in enumerate(ends)
    ]
    return parts(render(Report((type(part).of(part.story, part.comparison, notes),)), "docx"))


def commented(made: dict[str, etree._Element], deleted: bool) -> dict[str, str]:
    """The words that each comment of a person is on, by its number, with what is deleted or with what is inserted."""
    people = {
        each.get(f"{W}id") for each in made["word/comments.xml"] if each.get(f"{W}author") not in ("wirediff", None)
    }
    found = dict.fromkeys(people, "")
    on: set[str] = set()
    for each in made["word/document.xml"].iter():
        if each.tag == f"{W}commentRangeStart":
            on.add(each.get(f"{W}id"))
        elif each.tag == f"{W}commentRangeEnd":
            on.remove(each.get(f"{W}id"))
        elif each.tag in (f"{W}t", f"{W}delText"):
            change = {f"{W}del", f"{W}ins"} & {above.tag for above in each.iterancestors()}
            if not change or (f"{W}del" in change) == deleted:
                for number in on & people:
                    found[number] += each.text
    assert not on
    return found


def test_a_note_on_words_that_do_not_differ_is_a_comment_on_just_these() -> None:
    one = document("a", "", ["The army said on Friday that they left.", "Many fled."])
    two = document("b", "", ["The army said on Friday that they fled.", "Many fled."])
    made = noted(story([one, two]), (0, 1, 14, 23), (1, 2, 0, 10))
    assert sorted(commented(made, True).values()) == ["Many fled.", "on Friday"]
    assert "Note by" not in "".join(made["word/document.xml"].itertext())


@settings(max_examples=40)
@given(reports(), st.data())
def test_every_comment_on_words_of_a_version_holds_just_these_words(report: Report, data: st.DataObject) -> None:
    (part,) = report.stories
    version = data.draw(st.integers(0, 1))
    document = part.documents[version]
    ends = []
    for paragraph in document.paragraphs:
        start = data.draw(st.integers(0, len(paragraph.text)))
        ends.append((version, paragraph.n, start, data.draw(st.integers(start, len(paragraph.text)))))
    bare = replace(part, comparison=part.comparison and replace(part.comparison, differences=()), on_differences=())
    made = noted(bare, *ends)
    found = sorted(xml_text(document.text_of(number)[start:end]) for _, number, start, end in ends)
    sure = commented(made, version == 0)
    if "Note by" not in "".join(made["word/document.xml"].itertext()):
        assert sorted(sure.values()) == found
    else:  # words that look alike have no sure place, and stand at the head
        assert len(sure) < len(ends)


def test_a_note_of_several_lines_has_a_paragraph_for_each() -> None:
    one, two = (document(name, "", [f"The army {verb}."]) for name, verb in (("a", "left"), ("b", "fled")))
    made = noted(story([one, two]), (0, 1, 9, 13), text="first\n\nthird\n")
    (comment,) = [each for each in made["word/comments.xml"] if each.get(f"{W}author") == "desk"]
    assert ["".join(each.itertext()) for each in comment] == ["first", "", "third (open)"]


def test_text_from_right_to_left_runs_so_and_languages_are_told() -> None:
    one, two = (document(name, "", [f"قال الجيش {day} إنه غادر."]) for name, day in (("a", "الجمعة"), ("b", "السبت")))
    body = parts(render(Report((story([replace(one, language="ar"), replace(two, language="ar")]),)), "docx"))
    arabic = [each for each in body["word/document.xml"].iter(f"{W}p") if "الجيش" in "".join(each.itertext())]
    assert arabic
    for paragraph in arabic:
        assert paragraph.find(f"{W}pPr/{W}bidi") is not None
        for run in paragraph.iter(f"{W}r"):
            if run.find(f"{W}commentReference") is None:
                assert run.find(f"{W}rPr/{W}rtl") is not None
                assert run.find(f"{W}rPr/{W}lang").get(f"{W}bidi") == "ar"
    english = parts(
        render(Report((story([document("a", "", ["He left."]), document("b", "", ["He fled."])]),)), "docx")
    )
    assert not [*english["word/document.xml"].iter(f"{W}rtl", f"{W}bidi", f"{W}lang")]
