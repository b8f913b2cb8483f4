from hypothesis import given
from hypothesis import strategies as st

from wirediff.app.action import DIGITS, UNSHIFTED
from wirediff.app.review.judgement import Judgement, judged, judgement, verdict_of
from wirediff.model import Note
from wirediff.verdicts import STATUSES, VERDICTS


def note(verdict: str | None = None, status: str = "open", text: str = "") -> Note:
    return Note(id="1", text=text, story="s", created="", modified="", verdict=verdict, status=status)


def test_words_alone_judge_nothing_and_a_verdict_or_a_status_does() -> None:
    notes = {0: [note(text="odd")], 1: [note("error")], 2: [note(status="confirmed")], 3: [note(status="dismissed")]}
    assert set(judged(notes)) == {1, 2, 3}


def test_the_first_note_that_concludes_anything_speaks() -> None:
    assert judgement([note(text="odd"), note("error"), note("update")]) == Judgement("error")
    assert judgement([]) == Judgement(None)


def test_judgements_are_told_apart_in_words() -> None:
    every = {Judgement(verdict, status) for verdict in (None, *VERDICTS) for status in STATUSES}
    assert len({each.named for each in every}) == len(every)


@given(st.integers(-3, 30), st.dictionaries(st.text(min_size=1), st.text(), max_size=12))
def test_a_number_names_the_verdict_that_stands_there_or_none(number: int, verdicts: dict[str, str]) -> None:
    wanted = [*verdicts][number - 1] if 0 < number <= len(verdicts) else None
    assert verdict_of(number, verdicts) == wanted


def test_every_digit_has_an_unshifted_key() -> None:
    assert len(DIGITS) == len(UNSHIFTED) == len({*DIGITS, *UNSHIFTED}) / 2
