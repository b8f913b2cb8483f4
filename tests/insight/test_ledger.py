from collections.abc import Callable

import pytest
from insight_samples import SETTINGS, Samples

from wirediff import pipeline
from wirediff.insight.exchange import exchange
from wirediff.insight.ledger import Substitution, ledger, ledgers, standing
from wirediff.insight.places import plain
from wirediff.kinds import Kind, Severity
from wirediff.model import Comparison, Difference, Document, Side

Make = Callable[..., Document]

LINES = (
    "Government troops took {} on Monday after a night of shelling, the army said in a statement.",
    "Residents of {} left their houses before the soldiers came down from the hills above the river.",
    "The offensive on {} began last week with heavy rocket fire and the help of foreign advisers.",
)


def compared(*documents: Document) -> Comparison:
    return pipeline.compare(documents, SETTINGS)


def found(substitutions: tuple[Substitution, ...]) -> dict[tuple[str, str, str], int]:
    return {(each.one, each.other, each.kind.value): each.count for each in substitutions}


def difference(left: str, right: str, kind: Kind) -> Difference:
    sides = [Side(version, 1, 10, 10 + len(text), text) for version, text in enumerate((left, right))]
    return Difference(1, kind, Severity.NOTABLE, "", *sides)


class TestSamples:
    def test_what_the_rewrite_always_says_otherwise_is_counted(self, three_samples: Samples) -> None:
        order = [document.path for document in three_samples.documents]
        counts = found(ledger(three_samples.comparisons, order))
        assert counts["IS", "ISIS", "naming"] >= 2
        assert counts["Al-Qaim", "al-Qaim", "capitalisation"] >= 3
        assert counts["jihadists", "group", "label"] >= 1

    def test_every_place_holds_its_side(self, samples: Samples) -> None:
        substitutions = ledger(samples.comparisons)
        assert substitutions
        for each in substitutions:
            assert list(each.places) == sorted(each.places)
            for one, other in each.places:
                assert plain(samples.text_at(one.path, one.paragraph, one.start, one.end)) == plain(each.one)
                assert plain(samples.text_at(other.path, other.paragraph, other.start, other.end)) == plain(each.other)
                assert one.path in each.one_paths
                assert other.path in each.other_paths

    def test_the_order_of_paths_turns_substitutions_and_changes_nothing_else(self, three_samples: Samples) -> None:
        order = [document.path for document in three_samples.documents]

        def undirected(substitutions: tuple[Substitution, ...]) -> set[tuple[frozenset[str], Kind, int]]:
            return {(frozenset({each.one, each.other}), each.kind, each.count) for each in substitutions}

        turned = ledger(three_samples.comparisons[::-1], order[::-1])
        assert undirected(turned) == undirected(ledger(three_samples.comparisons, order))


@pytest.mark.parametrize(
    ("left", "right", "kind", "expected"),
    [
        ("jihadists'", "group's", Kind.LABEL, ("jihadists", "group")),
        (" the jihadists ", "ISIS", Kind.LABEL, ("jihadists", "ISIS")),
        ('al-Qaim",', 'Al-Qaim,"', Kind.TYPOGRAPHY, ("al-Qaim", "Al-Qaim")),
        ("Maj. Gen.", "Major General", Kind.TITLE, ("Maj. Gen.", "Major General")),
        ("“", '"', Kind.TYPOGRAPHY, ("“", '"')),
        ("an  operation", "a push", Kind.WORDING, ("operation", "push")),
        ("The", "A", Kind.WORDING, ("The", "A")),
    ],
)
def test_sides_are_trimmed_of_what_says_nothing(left: str, right: str, kind: Kind, expected: tuple[str, str]) -> None:
    sides = exchange(difference(left, right, kind))
    assert sides is not None
    assert (sides.left.text, sides.right.text) == expected
    for side, text in ((sides.left, left), (sides.right, right)):
        assert plain(text[side.start - 10 : side.end - 10]) == plain(side.text)


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("1,500", "2,500", Kind.NUMBER),
        ("on Friday", "on Saturday", Kind.DATETIME),
        ("b c d e f g h", "IS", Kind.NAMING),
        ("regime", "“", Kind.LABEL),
        (" ", "  ", Kind.TYPOGRAPHY),
    ],
)
def test_what_does_not_recur_by_habit_is_no_substitution(left: str, right: str, kind: Kind) -> None:
    assert exchange(difference(left, right, kind)) is None


def test_letters_in_another_case_count_as_such_though_marks_moved_too() -> None:
    sides = exchange(difference('al-Qaim",', 'Al-Qaim,"', Kind.TYPOGRAPHY))
    assert sides is not None
    assert sides.kind is Kind.CAPITALISATION


def test_a_one_sided_difference_is_no_substitution() -> None:
    only = Side(0, 1, 0, 2, "IS")
    assert exchange(Difference(1, Kind.NAMING, Severity.NOTABLE, "", only, None)) is None


def test_capitals_that_a_place_owes_and_little_words_are_no_habit(make: Make) -> None:
    tail = "entered the besieged town from the west after a night of heavy shelling, the army said on Monday."
    one = make("one", f"Rebels {tail}", f"They said the rebels {tail}", headline="Rebels Enter Besieged Western Town")
    two = make(
        "two", f"On Monday rebels {tail}", f"They say these rebels {tail}", headline="Rebels enter besieged town"
    )
    assert [each for each in ledger([compared(one, two)]) if "rebels" in each.one.lower()] == []
    assert not {("the", "these", "wording")} & found(ledger([compared(one, two)])).keys()
    three = make("three", f"They said the Rebels {tail}")
    assert found(ledger([compared(make("one", f"They said the rebels {tail}"), three)])) == {
        ("rebels", "Rebels", "capitalisation"): 1
    }


def test_a_substitution_is_shown_from_the_document_named_first(make: Make) -> None:
    one = make("one", *(line.format("Zobair") for line in LINES))
    two = make("two", *(line.format("Zubair") for line in LINES))
    comparison = compared(two, one)
    assert found(ledger([comparison], ["one", "two"])) == {("Zobair", "Zubair", "transliteration"): 3}
    assert found(ledger([comparison], ["two", "one"])) == {("Zubair", "Zobair", "transliteration"): 3}


def test_a_ledger_for_every_two_outlets_puts_their_documents_together(make: Make) -> None:
    documents = [
        make(f"{outlet}{number}", *(line.format(name) for line in LINES[:number]), source=outlet)
        for outlet, name in (("Beta", "Zubair"), ("Alpha", "Zobair"))
        for number in (2, 3)
    ]
    comparisons = [compared(documents[0], documents[2]), compared(documents[1], documents[3])]
    (part,) = ledgers(comparisons, "outlet")
    assert part.between == ("Alpha", "Beta")
    assert found(part.substitutions) == {("Zobair", "Zubair", "transliteration"): 5}
    pairs = ledgers(comparisons, "pair")
    assert [pair.between for pair in pairs] == [("Alpha2", "Beta2"), ("Alpha3", "Beta3")]
    assert [len(standing(pair, 3).substitutions) for pair in pairs] == [0, 1]
