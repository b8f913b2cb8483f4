"""The parts the alignment is made of, each by itself."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.align.backbone import LEAP_MOST, Place, off_order
from wirediff.align.candidates import EFFORT, candidates
from wirediff.align.evidence import Rules, evidence
from wirediff.align.lexed import Break, Lexed
from wirediff.align.rarity import background
from wirediff.align.trace import trace
from wirediff.align.weight import Rarity
from wirediff.glossary import Entity, Glossary

PLAIN = Glossary()


@given(st.lists(st.text(max_size=60), max_size=6))
def test_every_term_of_a_version_has_its_paragraph_clause_and_break(texts: list[str]) -> None:
    lexed = Lexed(texts, PLAIN)
    assert len(lexed.terms) == len(lexed.paragraph) == len(lexed.clause) == len(lexed.breaks) == sum(lexed.size)
    assert lexed.terms == [term for clause in lexed.clauses for term in clause]
    assert all(lexed.paragraph_of[clause] == n for clause, n in zip(lexed.clause, lexed.paragraph, strict=True))
    assert [lexed.terms[a:b] for a, b in zip(lexed.first_clause, lexed.first_clause[1:], strict=False)] == lexed.clauses


def test_a_name_the_glossary_knows_is_one_term_even_across_a_mark() -> None:
    known = Glossary(entities=(Entity("Maj. Gen. Orne"),))
    assert Lexed(["Then Maj. Gen. Orne left the old town."], known).terms[:3] == ["then", "=Maj. Gen. Orne", "left"]


def test_breaks_are_as_strong_as_the_marks_before_them() -> None:
    lexed = Lexed(["Rain fell all day, roads were cut; trains did not run. Schools shut at noon."], PLAIN)
    starts = [lexed.breaks[start] for start in lexed.first_clause[:-1]]
    assert starts == [Break.PARAGRAPH, Break.COMMA, Break.CLAUSE, Break.SENTENCE]


def test_the_background_is_that_of_the_language_the_text_is_in() -> None:
    english = background([Counter(Lexed(["the man and the dog were in the house of the king"], PLAIN).terms)])
    german = background([Counter(Lexed(["der Mann und der Hund waren in dem Haus des Königs"], PLAIN).terms)])
    assert english["the"] > 0.01 > english.get("und", 0)
    assert german["und"] > 0.01 > german.get("the", 0)


@pytest.mark.parametrize(
    ("language", "text", "small"),
    [
        ("ar", "قال المتحدث في مؤتمر صحفي إن القوات التي وصلت من بغداد على الحدود مع سوريا", "في"),
        ("fr", "le ministre a dit que les forces de la coalition sont dans la ville et au sud de la frontière", "de"),
        ("ru", "представитель армии сказал, что войска не вошли в город и что они стоят на границе с Сирией", "на"),
        (
            "nl",
            "de minister zei dat het leger van het land in de stad is en dat de grens met het zuiden open is",
            "het",
        ),
    ],
)
def test_every_language_with_a_table_is_known_by_its_small_words(language: str, text: str, small: str) -> None:
    assert background([Counter(Lexed([text], PLAIN).terms)])[small] > 0.005


@pytest.mark.parametrize(
    "text",
    [
        "Rzecznik armii powiedział, że w walkach zginęło około 1500 bojowników i że jest to ostatnia wielka bitwa. "
        "Premier ogłosił w piątek, że wojska rządowe odzyskały miasto przy granicy, więc wielu mieszkańców wróci.",
        "Ο πρωθυπουργός ανακοίνωσε την Παρασκευή ότι οι δυνάμεις ανακατέλαβαν την πόλη κοντά στα σύνορα",
        "伊拉克总理周五宣布，政府军已经收复叙利亚边境附近的卡伊姆镇",
    ],
)
def test_a_language_without_a_table_borrows_none(text: str) -> None:
    assert background([Counter(Lexed([text], PLAIN).terms)]) == {}


emission = st.dictionaries(st.integers(0, 5), st.floats(0.1, 100), max_size=4)


@given(st.lists(st.tuples(emission, st.sampled_from(Break)), max_size=12))
def test_where_a_word_comes_from_is_a_chance_over_its_candidates(words: list[tuple[dict[int, float], Break]]) -> None:
    found = trace([each for each, _ in words], [strength for _, strength in words], 6, 0.3)
    assert len(found) == len(words)
    for (candidates_of, _), chances in zip(words, found, strict=True):
        assert chances.keys() <= candidates_of.keys()
        assert all(0 <= chance <= 1 for chance in chances.values())
        assert sum(chances.values()) <= 1 + 1e-9


def test_words_between_words_of_one_clause_are_placed_there_too() -> None:
    found = trace(
        [{3: 50.0, 9: 1.0}, {3: 0.5, 9: 0.6}, {3: 50.0, 9: 1.0}], [Break.PARAGRAPH, Break.NONE, Break.NONE], 10, 0.3
    )
    assert found[1][3] > 0.9


def test_a_word_in_too_many_clauses_proposes_no_candidate() -> None:
    crowd = Lexed([f"common filler{n} thing{n}" for n in range(EFFORT + 1)], PLAIN)
    asking = Lexed(["common unknown words"], PLAIN)
    assert candidates(asking, crowd, 10) == [[]]


def test_words_that_only_two_paragraphs_hold_outweigh_words_that_all_hold() -> None:
    frame = "The coalition forces said on Friday that {} fell."
    left = Lexed([frame.format(name) for name in ("Orsk", "Tula", "Perm", "Omsk")], PLAIN)
    right = Lexed([frame.format(name) for name in ("Perm", "Vyborg", "Kursk", "Pskov")], PLAIN)
    rarity = Rarity(left, right)
    shared = rarity.shared(left.in_paragraph[2], right.in_paragraph[0])
    assert max(shared, key=lambda term: shared[term]) == "perm"
    assert evidence(left, right, rarity, Rules())[2, 0].terms[0] == "perm"


places = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 12), st.floats(0.1, 1)).map(lambda t: Place(*t)), max_size=12
)


@given(places)
def test_a_row_is_off_the_order_only_if_it_crosses_one_that_keeps_it(rows: list[Place]) -> None:
    moved = off_order(rows)
    kept = [row for n, row in enumerate(rows) if n not in moved]
    for n in moved:
        assert any((rows[n].left - row.left) * (rows[n].right - row.right) < 0 for row in kept)


@given(st.lists(st.integers(0, 30), unique=True, max_size=12), st.lists(st.integers(0, 30), unique=True, max_size=12))
def test_rows_in_one_order_are_all_in_order(lefts: list[int], rights: list[int]) -> None:
    rows = [Place(a, b, 1.0) for a, b in zip(sorted(lefts), sorted(rights), strict=False)]
    assert off_order(rows) == set()


def test_of_two_runs_that_cross_the_one_on_its_line_is_kept() -> None:
    rows = [Place(n, n, 1.0) for n in range(4)] + [Place(4, 10, 1.0), Place(5, 11, 1.0), Place(6, 6, 0.3)]
    assert off_order(rows) == {4, 5}


def test_a_long_run_is_kept_however_far_it_leaps() -> None:
    leap = int(2**LEAP_MOST) * 10
    rows = [Place(0, 0, 1.0), *(Place(n, n + leap, 1.0) for n in range(1, 6)), Place(6, 3, 1.0)]
    assert off_order(rows) == {6}
