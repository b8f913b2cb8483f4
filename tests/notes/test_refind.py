from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from wirediff.model import Anchor, Document, Note, Paragraph, Row, RowRelation, Side
from wirediff.notes import Check, Found, Orphan, Sureness, anchor, refind, standing, sureness

TEXTS = (
    "Officials in the capital met on Monday to settle the budget for the coming year.",
    "About 1,500 fighters left the border town on Friday, the army said. Prime Minister Haider al-Abadi congratulated "
    "the troops in a statement. Nobody was hurt in the fighting near the river.",
    "Residents spoke of a quiet night and said that the shops would open again soon.",
    "The operation began last month with air strikes along the river.",
)


def document(texts: Sequence[str] = TEXTS, id: str = "old", headline: str = "", path: str = "a.txt") -> Document:
    paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, 1))
    return Document(path=path, id=id, reader="text", headline=headline, paragraphs=paragraphs, language="en")


def fastened(words: str, paragraph: int = 2, version: Document | None = None) -> Anchor:
    version = version or document()
    start = version.text_of(paragraph).index(words)
    return anchor(version, Side(0, paragraph, start, start + len(words), words))


def now(*edits: tuple[str, str], texts: Sequence[str] = TEXTS) -> Document:
    whole = "\n".join(texts)
    for old, new in edits:
        assert old in whole
        whole = whole.replace(old, new)
    return document(whole.split("\n"), "new")


def found(made: Anchor, version: Document) -> Anchor:
    outcome = refind(made, version)
    assert isinstance(outcome, Found), outcome
    span = outcome.anchor
    assert version.text_of(span.paragraph)[span.start : span.end] == span.exact
    return span


def test_a_note_stays_where_it_is_while_nothing_changes() -> None:
    made = fastened("al-Abadi")
    assert refind(made, document()) == Found(made, False)


@pytest.mark.parametrize(
    "edit",
    [
        ("congratulated the", "congratulaed the"),
        ("Nobody was hurt", "Nobody got hurt"),
        ("Officials in", "News came first.\nOfficials in"),
        (" Prime Minister", "\nPrime Minister"),
        ("year.\nAbout", "year. About"),
        ("the army said.", "the army said, in a word."),
    ],
)
def test_a_note_is_found_however_the_text_around_it_is_edited(edit: tuple[str, str]) -> None:
    version = now(edit)
    assert found(fastened("Haider al-Abadi"), version).exact == "Haider al-Abadi"


def test_a_note_follows_a_sentence_into_another_paragraph() -> None:
    sentence = " Prime Minister Haider al-Abadi congratulated the troops in a statement."
    version = now((sentence, ""), ("soon.", f"soon.{sentence}"))
    outcome = refind(fastened("the troops"), version)
    assert isinstance(outcome, Found)
    assert (outcome.moved, outcome.anchor.paragraph) == (True, 3)


def test_words_that_were_mistyped_are_found_and_told_as_changed() -> None:
    outcome = refind(fastened("congratulated the troops"), now(("congratulated", "congratualted")))
    assert isinstance(outcome, Found)
    assert (outcome.anchor.exact, outcome.changed) == ("congratualted the troops", True)


@pytest.mark.parametrize(
    ("words", "edit", "why"),
    [
        ("1,500 fighters", ("1,500", "2,500"), "a number changed"),
        ("Haider al-Abadi", ("al-Abadi", "al-Maliki"), "a name changed"),
        ("fighters left", ("fighters left", "fighters never left"), "a negation changed"),
        ("Nobody was hurt", ("Nobody was", "Somebody was"), "negation changed"),
        ("left the border town", ("left the border town", "took the border town"), "words have changed"),
    ],
)
def test_a_number_a_name_or_a_negation_that_changed_in_the_words_is_shown_to_a_person(
    words: str, edit: tuple[str, str], why: str
) -> None:
    outcome = refind(fastened(words), now(edit))
    assert isinstance(outcome, Check)
    assert why in outcome.why
    assert outcome.candidates[0].paragraph == 2


def test_a_number_that_changed_elsewhere_in_the_sentence_does_not_hide_the_place() -> None:
    assert found(fastened("the border town"), now(("1,500", "1,700"))).exact == "the border town"


LOOK_ALIKE = "Prime Minister Haider al-Abadi congratulated the guards in a statement."


def test_a_look_alike_is_not_taken_where_the_passage_is_gone() -> None:
    gone = now((" Prime Minister Haider al-Abadi congratulated the troops in a statement.", ""))
    made = fastened("Haider al-Abadi")
    assert isinstance(refind(made, gone), Orphan)
    outcome = refind(made, document([*(each.text for each in gone.paragraphs), LOOK_ALIKE], "newer"))
    assert isinstance(outcome, Check)
    assert [each.paragraph for each in outcome.candidates] == [5]


def test_a_look_alike_is_not_taken_where_the_passage_stands_still() -> None:
    assert found(fastened("Haider al-Abadi"), document([LOOK_ALIKE, *TEXTS], "new")).paragraph == 3


def test_of_the_same_passage_twice_a_person_is_shown_both() -> None:
    texts = ("He said so.", TEXTS[0], "He said so.")
    made = fastened("said", 1, document(texts))
    outcome = refind(made, document((TEXTS[2], texts[0], TEXTS[3], texts[2]), "new"))
    assert isinstance(outcome, Check)
    assert {each.paragraph for each in outcome.candidates} == {2, 4}


def test_a_passage_that_went_from_the_headline_to_the_text_is_shown_to_a_person() -> None:
    before = document(headline="Troops retake the crossing on the border with Syria")
    made = fastened("the crossing", 0, before)
    after = document((before.headline, *TEXTS), "new", headline="Border town changes hands")
    assert isinstance(refind(made, after), Check)


def test_a_note_of_an_earlier_version_is_found_by_its_quotation() -> None:
    old = replace(fastened("al-Abadi"), around=None)
    assert found(old, now(("Officials in", "News came first.\nOfficials in"))).paragraph == 3
    assert isinstance(refind(old, document([*TEXTS, TEXTS[1]], "new")), Check)
    assert isinstance(refind(old, document(["Nothing of it is left."], "new")), Orphan)


def test_a_sentence_in_another_punctuation_is_the_same_sentence_wherever_it_stands() -> None:
    sentence = " Prime Minister Haider al-Abadi congratulated the troops in a statement."
    styled = " Prime Minister, Haider al‑Abadi, congratulated the troops – in a statement."
    assert found(fastened("the troops"), now((sentence, ""), ("soon.", f"soon.{styled}"))).paragraph == 3


RESULTS = (
    "The council of Arlen approved 200 new flats near the harbour on Monday.",
    "The council of Bostok approved 310 new flats near the station on Friday.",
    "The council of Elvas approved 95 new flats near the old market on Sunday.",
)


def test_what_looked_like_the_passage_when_the_note_was_made_is_no_rival_later() -> None:
    made = fastened("310 new flats", 2, document(RESULTS))
    assert made.around is not None
    assert made.around.peers == (RESULTS[0],)
    apart = document([RESULTS[2], TEXTS[0], RESULTS[0], TEXTS[2], RESULTS[1]], "new")
    assert found(made, apart).paragraph == 5


def test_a_note_is_not_put_on_what_looked_like_its_passage_when_that_is_gone() -> None:
    made = fastened("new flats", 2, document(RESULTS))
    for left in (
        [RESULTS[0], RESULTS[2]],
        [RESULTS[2].replace("market", "markte"), TEXTS[1]],
        [RESULTS[2], RESULTS[0]],
    ):
        assert not isinstance(refind(made, document(left, "new")), Found)


def test_where_the_paragraph_stands_twice_side_by_side_a_person_is_shown_both() -> None:
    outcome = refind(fastened("quiet night", 3), document([*TEXTS[:3], *TEXTS[2:]], "new"))
    assert isinstance(outcome, Check)
    assert {each.paragraph for each in outcome.candidates} == {3, 4}


def test_a_mistyped_original_is_not_given_up_for_a_copy_of_it_beside() -> None:
    mistyped = TEXTS[2].replace("Residents", "Residetns")
    outcome = refind(fastened("quiet night", 3), document([*TEXTS[:2], mistyped, *TEXTS[2:]], "new"))
    assert isinstance(outcome, Check)


BLOCK = (
    "Name:",
    "The list of the winners of the day follows here below.",
    "End of the list of the winners of the day.",
)


def test_twins_in_like_surroundings_are_not_taken_for_each_other() -> None:
    twice = document([*TEXTS[:2], *BLOCK, *BLOCK, *TEXTS[2:]])
    made = fastened("winners", 4, twice)
    assert made.around is not None
    assert (made.around.twins, made.around.shared > 0) == (1, True)
    gone = document([*TEXTS[:2], BLOCK[0], BLOCK[2], *BLOCK, *TEXTS[2:]], "new")
    assert not isinstance(refind(made, gone), Found)


OTHER = document(("The premier, al-Abbadi, lauded the army.", "Rain is expected."), "other", path="b.txt")
ROWS = (Row(((2,), (1,)), RowRelation.EDITED), Row(((3,), (2,)), RowRelation.EDITED))


def both(left: Anchor | None, right: Anchor | None) -> Note:
    return Note(id="n", text="", story="s", created="", modified="", left=left, right=right)


def test_the_alignment_leads_to_the_place_of_words_that_are_gone() -> None:
    note = both(fastened("Haider al-Abadi"), fastened("al-Abbadi", 1, OTHER))
    rewritten = now(
        ("Prime Minister Haider al-Abadi congratulated the troops in a statement.", "Haidar al-Abadi spoke.")
    )
    left, right = standing(note, (rewritten, OTHER), lambda: ROWS)
    assert isinstance(left.outcome, Check)
    assert any(each.text == "Haidar al-Abadi" and "answers" in each.why for each in left.outcome.candidates)
    assert right.sureness is Sureness.FOUND
    assert sureness((left, right)) is Sureness.CHECK


def test_the_alignment_makes_a_place_sure_that_the_words_leave_in_doubt() -> None:
    note = both(fastened("quiet night", 3), fastened("Rain", 2, OTHER))
    alone = document([TEXTS[2].replace("shops", "shosp"), TEXTS[0]], "new")
    assert isinstance(refind(fastened("quiet night", 3), alone), Check)
    left, _ = standing(note, (alone, OTHER), lambda: (Row(((1,), (2,)), RowRelation.EDITED),))
    assert isinstance(left.outcome, Found)
    assert left.outcome.anchor.exact == "quiet night"


def test_where_words_and_alignment_disagree_both_places_are_shown() -> None:
    note = both(fastened("spoke of a quiet night", 3), fastened("Rain", 2, OTHER))
    sentence = TEXTS[2]
    moved = document((*TEXTS[:2], "Rain is forecast for the region.", TEXTS[3] + " " + sentence), "new")
    left, _ = standing(note, (moved, OTHER), lambda: ROWS)
    assert isinstance(left.outcome, Check), left
    assert left.outcome.candidates[0].paragraph == 4


def test_the_alignment_is_not_asked_where_the_words_decide() -> None:
    def rows() -> Sequence[Row]:
        raise AssertionError("asked")

    note = both(fastened("Haider al-Abadi"), fastened("al-Abbadi", 1, OTHER))
    ends = standing(note, (now(("quiet night", "calm night")), OTHER), rows)
    assert [end.sureness for end in ends] == [Sureness.FOUND, Sureness.FOUND]


def test_a_version_that_is_not_there_is_told_from_words_that_are_gone() -> None:
    note = both(fastened("Haider al-Abadi"), None)
    assert sureness(standing(note, (OTHER,))) is Sureness.ABSENT
    assert sureness(standing(both(None, None), (OTHER,))) is Sureness.FOUND
