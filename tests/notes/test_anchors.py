import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.kinds import Kind, Severity
from wirediff.model import (
    Anchor,
    Collation,
    Comparison,
    Difference,
    Document,
    Note,
    Paragraph,
    Relation,
    Row,
    RowRelation,
    Side,
    Story,
    StoryVersion,
)
from wirediff.notes import anchor, by_difference, difference_of, find, notes_for


def document(*texts: str, path: str = "a.txt", id: str = "d1", headline: str = "") -> Document:
    paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, 1))
    return Document(path=path, id=id, reader="text", headline=headline, paragraphs=paragraphs)


def side(doc: Document, paragraph: int, words: str, version: int = 0) -> Side:
    start = doc.text_of(paragraph).index(words)
    return Side(version, paragraph, start, start + len(words), words)


def note(left: Anchor | None = None, right: Anchor | None = None, story: str = "s", kind: Kind | None = None) -> Note:
    return Note(id="n", text="t", story=story, created="c", modified="c", left=left, right=right, kind=kind)


LONG = "Prime Minister Haider al-Abadi released a statement congratulating the armed forces on Friday."


def test_an_anchor_holds_the_words_and_up_to_32_characters_around_them() -> None:
    doc = document("Short.", LONG)
    made = anchor(doc, side(doc, 2, "released"))
    assert (made.exact, made.paragraph, made.path, made.document) == ("released", 2, "a.txt", "d1")
    assert made.prefix == "Prime Minister Haider al-Abadi "
    assert made.suffix == " a statement congratulating the "
    assert len(made.suffix) == 32


def test_an_anchor_off_the_text_is_refused() -> None:
    doc = document("Short.")
    with pytest.raises(IndexError):
        anchor(doc, Side(0, 1, 3, 99, "rt"))


@given(
    texts=st.lists(st.text(alphabet="ab \ud800", min_size=1, max_size=12), min_size=1, max_size=4),
    data=st.data(),
)
def test_in_an_unchanged_document_every_anchor_finds_its_own_place(texts: list[str], data: st.DataObject) -> None:
    doc = document(*texts)
    paragraph = data.draw(st.integers(1, len(texts)))
    start = data.draw(st.integers(0, len(texts[paragraph - 1])))
    end = data.draw(st.integers(start, len(texts[paragraph - 1])))
    made = anchor(doc, Side(0, paragraph, start, end, ""))
    assert find(made, doc) == made


def test_a_headline_can_be_anchored() -> None:
    doc = document("Body.", headline="Iraqi forces retake crossing")
    made = anchor(doc, side(doc, 0, "retake"))
    assert find(made, doc) == made


def test_an_anchor_follows_its_paragraph_to_another_number() -> None:
    before, after = document("First.", LONG), document("New.", "First.", LONG, id="d2", path="b.txt")
    found = find(anchor(before, side(before, 2, "Abadi")), after)
    assert found is not None
    assert (found.paragraph, found.document, found.path, found.exact) == (3, "d2", "b.txt", "Abadi")


def test_an_anchor_is_not_moved_to_a_look_alike() -> None:
    before = document("He said yes.")
    fastened = anchor(before, side(before, 1, "said"))
    assert find(fastened, document("She said no.")) is None
    assert find(fastened, document("New.", "He said yes.", "He said yes.")) is None


def test_an_anchor_is_lost_with_its_words() -> None:
    before = document(LONG)
    assert find(anchor(before, side(before, 1, "Abadi")), document()) is None


def comparison(kinds: tuple[Kind, ...] = (Kind.TRANSLITERATION,)) -> Comparison:
    left, right = document(LONG), document(LONG.replace("Abadi", "Abbadi"), path="b.txt", id="d2")
    pair = (side(left, 1, "al-Abadi"), side(right, 1, "al-Abbadi", 1))
    found = [Difference(0, kind, Severity.NOTABLE, "why", *pair) for kind in kinds]
    found.append(Difference(0, Kind.CONTENT, Severity.NOTABLE, "why", side(left, 1, "on Friday"), None))
    return Comparison(Collation((left, right), Relation.SAME_REPORT, ()), tuple(found))


def ends(found: Comparison, index: int) -> tuple[Anchor | None, Anchor | None]:
    difference = found.differences[index]
    left, right = (
        anchor(found.collation.versions[end.version], end) if end else None
        for end in (difference.left, difference.right)
    )
    return left, right


def test_a_note_on_a_difference_finds_it_again_also_with_the_base_exchanged() -> None:
    found = comparison()
    left, right = ends(found, 0)
    assert difference_of(note(left, right), found) is found.differences[0]
    assert difference_of(note(right, left), found) is found.differences[0]


def test_a_note_on_an_omission_finds_the_omission() -> None:
    found = comparison()
    assert difference_of(note(ends(found, 1)[0]), found) is found.differences[1]


def test_a_note_on_one_span_of_a_difference_belongs_to_it() -> None:
    found = comparison()
    assert by_difference([note(ends(found, 0)[1])], found) == {0: (note(ends(found, 0)[1]),)}


def test_of_several_differences_at_a_span_the_notes_kind_decides() -> None:
    found = comparison((Kind.TRANSLITERATION, Kind.TYPOGRAPHY))
    left, right = ends(found, 0)
    assert difference_of(note(left, right), found) is None
    assert difference_of(note(left, right, kind=Kind.TYPOGRAPHY), found) is found.differences[1]


def test_a_note_on_the_whole_story_or_on_other_words_belongs_to_no_difference() -> None:
    found = comparison()
    elsewhere = anchor(found.collation.versions[0], side(found.collation.versions[0], 1, "Prime"))
    assert difference_of(note(), found) is None
    assert difference_of(note(elsewhere), found) is None
    assert by_difference([note(), note(elsewhere)], found) == {}


def spanned(found: Comparison, version: int, words: str) -> Anchor:
    document = found.collation.versions[version]
    return anchor(document, side(document, 1, words, version))


def belonging(found: Comparison, *notes: Note) -> list[int]:
    return sorted(by_difference(notes, found))


def test_a_note_on_more_or_fewer_words_belongs_to_the_differences_it_shares_words_with() -> None:
    found = comparison()
    assert belonging(found, note(spanned(found, 0, "Haider al-Abadi"))) == [0]
    assert belonging(found, note(spanned(found, 0, "Abadi"))) == [0]
    assert belonging(found, note(spanned(found, 1, "Haider al-Abbadi"))) == [0]
    assert belonging(found, note(spanned(found, 0, found.collation.versions[0].paragraphs[0].text))) == [0, 1]
    assert belonging(found, note(spanned(found, 0, "Haider "))) == []


def test_a_note_that_shares_only_a_blank_with_a_difference_does_not_belong_to_it() -> None:
    found = comparison()
    text = found.collation.versions[0].paragraphs[0].text
    at = text.index("on Friday")
    omission = Difference(
        0, Kind.CONTENT, Severity.NOTABLE, "why", Side(0, 1, at - 1, at + 9, text[at - 1 : at + 9]), None
    )
    found = Comparison(found.collation, (omission,))
    assert belonging(found, note(spanned(found, 0, text[at - 5 : at]))) == []
    assert belonging(found, note(spanned(found, 0, text[at - 5 : at + 2]))) == [0]


def test_a_note_with_two_ends_has_to_share_words_on_both_sides() -> None:
    found = comparison()
    both = note(spanned(found, 0, "Haider al-Abadi"), spanned(found, 1, "Haider al-Abbadi"))
    one = note(spanned(found, 0, "Haider al-Abadi"), spanned(found, 1, "on Friday"))
    assert belonging(found, both) == [0]
    assert belonging(found, one) == []


def test_a_note_with_two_ends_belongs_to_an_omission_when_the_other_end_lies_where_it_would_stand() -> None:
    found = comparison()
    ends = spanned(found, 0, "forces on Friday"), spanned(found, 1, "forces")
    for answering, belongs in (((1,), [1]), ((), [])):
        rows = (Row(((1,), answering), RowRelation.EDITED),)
        laid = Comparison(Collation(found.collation.versions, Relation.SAME_REPORT, rows), found.differences)
        assert belonging(laid, note(*ends)) == belongs


def test_the_kind_of_a_note_chooses_among_the_differences_it_covers() -> None:
    found = comparison()
    whole = spanned(found, 0, found.collation.versions[0].paragraphs[0].text)
    assert belonging(found, note(whole, kind=Kind.CONTENT)) == [1]
    assert belonging(found, note(whole, kind=Kind.QUOTE)) == [0, 1]


def test_notes_are_found_by_story_by_version_and_by_file() -> None:
    doc = document(LONG)
    story = Story("s9", "h", (StoryVersion(doc, 1.0),))
    end = anchor(doc, side(doc, 1, "Prime"))
    by_story = note(story="s9")
    by_version = note(end, story="old")
    moved = Anchor(path="./a.txt", document="gone", paragraph=1, start=0, end=5, exact="Prime")
    by_file = note(None, moved, story="old")
    stray = note(Anchor(path="z.txt", document="zz", paragraph=1, start=0, end=1, exact="P"), story="old")
    assert notes_for(story, [by_story, by_version, by_file, stray]) == (by_story, by_version, by_file)
