"""No difference is lost and none is made up: what lies outside the marks is common to both sides."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.differ.cells import document, one_row
from wirediff.differ import differences
from wirediff.glossary import builtin
from wirediff.model import Difference, Document, Side

_WORDS = st.sampled_from(
    [
        "the",
        "The",
        "of",
        "a",
        "IS",
        "ISIS",
        "group",
        "al-Abadi",
        "al-Abbadi",
        "Al-Qaim",
        "al-Qaim",
        "air",
        "strikes",
        "airstrikes",
        '"last',
        "big",
        'fight"',
        "“last",
        "’s",
        "'s",
        "said",
        "told",
        "AFP",
        "that",
        "jihadists",
        "regime",
        "1,500",
        "around",
        "1,500-2,500",
        "hundreds",
        "35%",
        "on",
        "Friday",
        "(November",
        "3rd)",
        ",",
        ".",
        ";",
        "-",
        "—",
        "(",
        ")",
        "not",
        "town",
        "neighbourhood",
        "neighborhood",
        "Maj.",
        "Gen.",
        "Noman",
        "7th",
        "Division",
        "commander",
        "Syria",
        "Syrian",
        "towards",
        "near",
    ]
)
_BLANKS = st.sampled_from([" ", " ", " ", "", "  ", "\u00a0", "\t"])
_SENTENCE = st.lists(st.tuples(_WORDS, _BLANKS), min_size=0, max_size=25).map(
    lambda parts: "".join(word + blank for word, blank in parts)
)
_ANY = st.text(max_size=60)


def without(text: str, sides: list[Side]) -> str:
    for side in sorted(sides, key=lambda side: -side.start):
        assert text[side.start : side.end] == side.text
        text = text[: side.start] + text[side.end :]
    return text


def commons(left: Document, right: Document, found: tuple[Difference, ...]) -> tuple[list[str], list[str]]:
    def rest(doc: Document, sides: list[Side]) -> list[str]:
        return [without(p.text, [side for side in sides if side.paragraph == p.n]) for p in doc.paragraphs]

    return rest(left, [d.left for d in found if d.left]), rest(right, [d.right for d in found if d.right])


def overlaps(sides: list[Side]) -> bool:
    ordered = sorted(sides, key=lambda side: (side.paragraph, side.start))
    return any(a.paragraph == b.paragraph and a.end > b.start for a, b in pairwise(ordered))


@settings(max_examples=300)
@given(st.one_of(_SENTENCE, _ANY), st.one_of(_SENTENCE, _ANY))
def test_common_text_plus_marked_spans_give_back_both_paragraphs(left: str, right: str) -> None:
    one, other = document(left), document(right)
    found = differences(one_row(one, other), builtin())
    ours, theirs = commons(one, other, found)
    assert ours == theirs
    assert not overlaps([d.left for d in found if d.left])
    assert not overlaps([d.right for d in found if d.right])


@settings(max_examples=150)
@given(st.lists(_SENTENCE, min_size=1, max_size=3), st.lists(_SENTENCE, min_size=1, max_size=3))
def test_split_and_merged_paragraphs_lose_nothing_but_the_blanks_where_they_are_cut(
    left: list[str], right: list[str]
) -> None:
    one, other = document(*left), document(*right)
    found = differences(one_row(one, other), builtin())
    ours, theirs = commons(one, other, found)
    assert re.sub(r"\s", "", "".join(ours)) == re.sub(r"\s", "", "".join(theirs))
    for difference in found:
        for side, doc in ((difference.left, one), (difference.right, other)):
            if side:
                assert doc.text_of(side.paragraph)[side.start : side.end] == side.text


@given(_SENTENCE, _SENTENCE)
def test_swapping_the_versions_swaps_the_sides_and_keeps_the_kinds(left: str, right: str) -> None:
    one, other = document(left), document(right)

    def seen(found: tuple[Difference, ...], *, swapped: bool) -> set[tuple[object, ...]]:
        marks = set()
        for d in found:
            sides = [(s.start, s.end) if s else None for s in (d.left, d.right)]
            marks.add((*(reversed(sides) if swapped else sides), d.kind, frozenset(d.also), d.severity))
        return marks

    there = differences(one_row(one, other), builtin())
    back = differences(one_row(other, one), builtin())
    assert seen(there, swapped=False) == seen(back, swapped=True)


@given(_SENTENCE)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert differences(one_row(document(text), document(text)), builtin()) == ()


_GLYPHS = str.maketrans({'"': "”", "'": "’", "-": "‑"})


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            ["al-Qaim", '"last', "big", 'fight"', "the", "group's", "towns", "1,500", "said", "Friday", "IS", "US-led"]
        ),
        max_size=20,
    )
)
def test_texts_that_differ_in_glyphs_and_blanks_only_have_typography_differences_only(parts: list[str]) -> None:
    plain = " ".join(parts)
    dressed = "  ".join(part.translate(_GLYPHS) for part in parts)
    found = differences(one_row(document(plain), document(dressed)), builtin())
    assert {d.kind.value for d in found} <= {"typography"}


def test_a_blank_where_moved_words_stood_is_not_lost() -> None:
    one = document(
        'A federal" judge on" "ordered the former executive to nine years in prison for" swindling investors, '
        '"the last, he said" "lawyers said.'
    )
    other = document(
        "A federal ordered the former judge on Tuesday US-led coalition has executive prison for swindling investors, "
        "The said around his lawyers said."
    )
    ours, theirs = commons(one, other, differences(one_row(one, other), builtin()))
    assert ours == theirs
