"""Words that answer each other again and again, in any number and inside longer differences."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from insight_samples import SETTINGS

from wirediff import pipeline
from wirediff.insight.ledger import ledger
from wirediff.insight.nouns import recurring
from wirediff.insight.places import plain
from wirediff.model import Comparison, Document

Make = Callable[..., Document]

LINES = (
    "Witnesses saw {} cross the muddy river near the old mill before dawn on Monday.",
    "The mayor asked {} to leave the market hall within two hours and promised food.",
    "Doctors treated several children after {} had fired shells at the northern suburbs.",
)


def compared(left: Document, right: Document) -> Comparison:
    return pipeline.compare((left, right), SETTINGS)


def of(make: Make, name: str, *words: str) -> Document:
    return make(f"{name}.txt", *(line.format(word) for line, word in zip(LINES, words, strict=False)))


def test_a_word_alone_and_inside_a_phrase_is_counted_together(make: Make) -> None:
    comparison = compared(of(make, "a", "the troops", "the troops"), of(make, "b", "the forces", "army forces"))
    counts = {(each.one, each.other): each.count for each in ledger([comparison])}
    assert counts["troops", "forces"] == 2


def test_singular_and_plural_are_one_word(make: Make) -> None:
    comparison = compared(of(make, "a", "the guard", "the guards"), of(make, "b", "the sentry", "the sentries"))
    (each,) = (each for each in ledger([comparison]) if each.count == 2)
    assert (each.one[:5], each.other[:5]) == ("guard", "sentr")


def test_two_words_that_meet_once_are_not_taken_out_of_a_phrase(make: Make) -> None:
    comparison = compared(of(make, "a", "the troops", "boys"), of(make, "b", "army forces", "girls"))
    assert all(each.count == 1 for each in ledger([comparison]))


def test_the_places_hold_the_words(make: Make) -> None:
    left, right = of(make, "a", "the troops", "the troops"), of(make, "b", "the forces", "army forces")
    texts = {(document.path, p.n): p.text for document in (left, right) for p in document.paragraphs}
    (each,) = (each for each in ledger([compared(left, right)]) if each.count == 2)
    for ours, theirs in each.places:
        assert plain(texts[ours.path, ours.paragraph][ours.start : ours.end]) == each.one
        assert plain(texts[theirs.path, theirs.paragraph][theirs.start : theirs.end]) == each.other


def test_words_that_face_many_others_are_chance() -> None:
    found = [(("a", "b"), ("river", word)) for word in ("boat", "boat", "tree", "stone", "field")]
    found += [(("a", "b"), (word, "boat")) for word in ("lake", "coast", "port", "crew")]
    assert recurring(found) == frozenset()


def test_twice_means_twice_between_the_same_two() -> None:
    one, other = (("a", "b"), ("troops", "forces")), (("a", "c"), ("troops", "forces"))
    assert recurring([one, other]) == frozenset()
    assert recurring([one, other, one]) == {frozenset({"troops", "forces"})}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=12))
def test_what_recurs_does_not_depend_on_order_or_direction(pairs: list[tuple[str, str]]) -> None:
    found = [(("one", "two"), pair) for pair in pairs]
    turned = [(("two", "one"), pair[::-1]) for pair in reversed(pairs)]
    assert recurring(found) == recurring(turned)
