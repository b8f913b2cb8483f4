"""The part of a version's words that stands in text it shares."""

from hypothesis import given
from hypothesis import strategies as st

from wirediff.model import Document, Paragraph
from wirediff.stories.shared import RUN, keys_of, shared, shingles

WORDS = st.lists(st.lists(st.sampled_from("abcd"), max_size=9), max_size=5)


def keys(*paragraphs: str) -> list[list[str]]:
    numbered = tuple(Paragraph(n, text) for n, text in enumerate(paragraphs, 1))
    return keys_of(Document(path="a", id="a", reader="text", paragraphs=numbered))


def test_words_count_that_stand_in_runs_of_four() -> None:
    base = keys("troops had regained full control of the border post")
    assert shared(keys("he said troops had regained full control on Friday"), shingles(base)) == 5 / 9
    assert shared(keys("troops had regained some control of the post"), shingles(base)) == 0.0


def test_typography_and_case_do_not_count() -> None:
    assert (
        shared(keys("TROOPS HAD “REGAINED” IRAQ’S CONTROL"), shingles(keys('troops had "regained" Iraq\'s control')))
        == 1.0
    )


def test_a_paragraph_of_fewer_words_is_shared_only_as_a_whole() -> None:
    base = shingles(keys("He denied it.", "A longer paragraph of six words."))
    assert shared(keys("He denied it."), base) == 1.0
    assert shared(keys("He denied that."), base) == 0.0
    assert shared(keys("A longer paragraph"), base) == 0.0


def test_runs_do_not_reach_across_paragraphs() -> None:
    assert shared(keys("one two", "three four"), shingles(keys("one two three four"))) == 0.0


def test_nothing_shares_nothing() -> None:
    assert shared([], shingles(keys("one two three four"))) == 0.0
    assert shared(keys("one two three four"), frozenset()) == 0.0


@given(WORDS)
def test_a_version_shares_all_of_itself(paragraphs: list[list[str]]) -> None:
    assert shared(paragraphs, shingles(paragraphs)) == (1.0 if any(paragraphs) else 0.0)


@given(WORDS, WORDS)
def test_the_figure_agrees_with_marking_every_word_by_hand(paragraphs: list[list[str]], base: list[list[str]]) -> None:
    def runs(paragraph: list[str]) -> list[tuple[int, int]]:
        if len(paragraph) < RUN:
            return [(0, len(paragraph))]
        return [(start, start + RUN) for start in range(len(paragraph) - RUN + 1)]

    known = {tuple(paragraph[start:end]) for paragraph in base for start, end in runs(paragraph) if end}
    marked = [
        {at for start, end in runs(paragraph) if tuple(paragraph[start:end]) in known for at in range(start, end)}
        for paragraph in paragraphs
    ]
    total = sum(map(len, paragraphs))
    assert shared(paragraphs, shingles(base)) == (sum(map(len, marked)) / total if total else 0.0)
