"""A story's base, the order and figures of its versions, its headline and its id."""

from msgspec.structs import replace

from wirediff.model import Document, Paragraph
from wirediff.stories.compose import compose, headline

LEAD = "Iraqi forces recaptured an important crossing on the border with Syria on Friday."
SECOND = "Troops had regained full control of the Husaybah border post, a commander said."
THIRD = "The town is home to around 150,000 people, mostly from Sunni tribes."


def document(path: str, *paragraphs: str, **fields: str) -> Document:
    numbered = tuple(Paragraph(n, text, n) for n, text in enumerate(paragraphs, 1))
    return Document(path=path, id=path, reader="text", paragraphs=numbered, **fields)


def test_the_base_is_the_version_that_has_most_of_the_others_text() -> None:
    story = compose([document("a", LEAD), document("b", LEAD, SECOND, THIRD), document("c", SECOND, THIRD)])
    assert story.documents[0].path == "b"


def test_text_of_its_own_does_not_make_a_version_the_base() -> None:
    long = [f"Paragraph {n} of a long background piece about something else again." for n in range(30)]
    story = compose([document("a", LEAD, *long), document("b", LEAD, SECOND), document("c", LEAD, SECOND)])
    assert story.documents[0].path == "b"


def test_among_equals_the_earlier_date_is_the_base_and_then_the_path() -> None:
    assert compose([document("a", LEAD), document("b", LEAD)]).documents[0].path == "a"
    assert compose([document("a", LEAD), document("b", LEAD, published="2017-11-03")]).documents[0].path == "b"


def test_versions_follow_by_what_they_share_with_the_base() -> None:
    base = document("base", LEAD, SECOND, THIRD)
    story = compose(
        [document("third", THIRD, "Nothing else in it is known to us."), base, document("copy", LEAD, SECOND)]
    )
    assert [version.document.path for version in story.versions] == ["base", "copy", "third"]
    assert [version.shared for version in story.versions][:2] == [1.0, 1.0]
    assert 0.4 < story.versions[2].shared < 0.8


def test_the_headline_is_the_bases_or_the_beginning_of_its_lead_cut_between_words() -> None:
    assert headline(document("a", LEAD, headline="Crossing retaken")) == "Crossing retaken"
    assert headline(document("a", "", "Short  lead.")) == "Short lead."
    assert headline(document("a")) == ""
    cut = headline(document("a", LEAD + " " + SECOND))
    assert cut.endswith("…")
    assert len(cut) <= 81
    assert (LEAD + " " + SECOND).startswith(cut[:-1] + " ")


def test_a_lead_without_blanks_is_cut_all_the_same() -> None:
    assert headline(document("a", "x" * 200)) == "x" * 80 + "…"


def test_the_id_stays_when_a_later_version_comes_in_or_files_move() -> None:
    first = document("a", LEAD, published="2017-11-03")
    second = document("b", LEAD, SECOND, published="2017-11-04")
    third = document("c", LEAD, SECOND, THIRD)
    name = compose([first]).id
    assert compose([second, first]).id == name
    assert compose([third, second, first]).id == name
    assert compose([replace(first, path="elsewhere/a"), second]).id == name
    assert compose([second, third]).id != name
