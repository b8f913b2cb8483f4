"""The parts of grouping by themselves: copies, dates, weights, candidates, linkage and cuts."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.glossary import Entity, Glossary
from wirediff.model import Document, Paragraph
from wirediff.stories.candidates import candidates
from wirediff.stories.copies import families, resemblance, sketch
from wirediff.stories.dates import Days, agreement, days_of, together
from wirediff.stories.linkage import link
from wirediff.stories.profile import Profile, profile
from wirediff.stories.split import bisect
from wirediff.stories.weights import Vector, Weights, dot


def profiled(*paragraphs: str, glossary: Glossary | None = None) -> Profile:
    numbered = tuple(Paragraph(n, text) for n, text in enumerate(paragraphs, 1))
    return profile(Document(path="a", id="a", reader="text", paragraphs=numbered), glossary or Glossary())


# Dates


def test_the_day_of_publication_counts_and_dates_in_the_text_do_not() -> None:
    assert days_of("2017-11-04T09:30:00Z", ["On March 3rd he left."]) == days_of("2017-11-04", [])


def test_a_day_without_a_year_dates_an_undated_report() -> None:
    november = days_of(None, ["recaptured on Friday (November 3rd) an important crossing"])
    assert agreement(november, days_of("2017-11-04", [])) == 1.0
    assert agreement(november, days_of("2017-06-18", [])) < 0.2


@pytest.mark.parametrize(
    "text", ["on Friday", "in November", "since November 3, 2014", "November 2017", "3/11/2017", ""]
)
def test_what_names_no_day_or_a_day_of_another_year_dates_nothing(text: str) -> None:
    assert days_of(None, [text]) == Days()


@pytest.mark.parametrize("published", ["soon", "2017-13-40", "2017", "\x00"])
def test_a_date_of_publication_that_is_none_says_nothing(published: str) -> None:
    assert days_of(published, []) == Days()


def test_days_without_a_year_are_counted_round_the_calendar() -> None:
    assert agreement(days_of(None, ["on December 30"]), days_of(None, ["on January 2"])) == 1.0


def test_a_group_is_from_the_middle_of_its_days() -> None:
    assert together([Days(10), Days(), Days(30), Days(12)]) == Days(12)
    assert together([Days(None, frozenset({3})), Days(), Days(None, frozenset({9}))]).yearless == {3, 9}
    assert together([]) == Days()


DAYS = st.one_of(
    st.builds(Days, st.integers(700000, 800000)),
    st.builds(Days, st.none(), st.frozensets(st.integers(1, 366), max_size=4)),
)


@given(DAYS, DAYS)
def test_agreement_is_symmetric_and_whole_with_itself(a: Days, b: Days) -> None:
    assert agreement(a, b) == agreement(b, a)
    assert 0.0 < agreement(a, b) <= 1.0
    assert agreement(a, a) == 1.0


# Copies


RUNS = st.frozensets(st.tuples(st.sampled_from("abc"), st.sampled_from("def"), st.sampled_from("ghi")), max_size=20)


@given(RUNS, RUNS)
def test_resemblance_of_texts_smaller_than_a_sketch_is_exact(
    a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]
) -> None:
    expected = len(a & b) / len(a | b) if a and b else 0.0
    assert resemblance(sketch(a), sketch(b)) == expected


def test_resemblance_of_long_texts_is_estimated_to_about_a_tenth() -> None:
    a, b = ({(str(n),) for n in range(start, start + 3000)} for start in (0, 1000))
    assert resemblance(sketch(a), sketch(b)) == pytest.approx(0.5, abs=0.15)


def test_copies_make_no_chains() -> None:
    texts = [sketch({(str(n),) for n in range(start, start + 40)}) for start in (0, 12, 24)]
    assert resemblance(texts[0], texts[1]) > 0.5
    assert resemblance(texts[1], texts[2]) > 0.5
    assert families(texts, [Days()] * 3) == [[0, 1], [2]]


def test_texts_alike_but_of_other_dates_are_no_copies_unless_nearly_the_same() -> None:
    days = [Days(730000), Days(730365)]
    alike = [sketch({(str(n),) for n in range(start, start + 40)}) for start in (0, 8)]
    assert families(alike, days) == [[0], [1]]
    assert families([alike[0], alike[0]], days) == [[0, 1]]


# Weights


def test_names_and_numbers_weigh_more_than_common_words_and_short_words_least() -> None:
    weights = Weights([profiled("The army of Mosul fired 741 shells."), profiled("A choir from Lyon sang.")])
    assert weights["mosul"] > weights["shells"] > weights["of"]
    assert weights["741"] > weights["shells"]


def test_a_capital_in_a_title_or_at_the_start_of_a_sentence_makes_no_name() -> None:
    weights = Weights(
        [profiled("Heavy Shelling Reported Near Eastern Border Villages", "Shelling went on. Mosul fell to Mosul.")]
    )
    assert weights["mosul"] > weights["shelling"]


def test_entities_are_one_term_whatever_they_are_called() -> None:
    glossary = Glossary(entities=(Entity("Islamic State", aliases=("Daesh", "ISIL")),))
    assert profiled("Daesh fled.", glossary=glossary).whole == profiled("ISIL fled.", glossary=glossary).whole


def test_likeness_is_one_with_itself_and_nothing_with_an_empty_document() -> None:
    one, empty = profiled("The army of Mosul fired 741 shells.", "Nobody spoke."), profiled()
    weights = Weights([one, empty])
    assert dot(weights.vector(one), weights.vector(one)) == pytest.approx(1.0)
    assert dot(weights.vector(one), weights.vector(empty)) == 0.0


# Candidates and linkage


def test_documents_that_share_a_weighty_term_are_candidates_and_others_are_not() -> None:
    assert candidates([{"a": 1.0}, {"b": 1.0}, {"a": 0.6, "b": 0.8}]) == [(0, 2), (1, 2)]


def test_however_common_a_term_is_a_document_meets_few_others_and_all_hang_together() -> None:
    pairs = candidates([{"a": 1.0}] * 500)
    assert len(pairs) < 500 * 64
    assert {b for _, b in pairs} == set(range(1, 500))


def test_average_linkage_makes_no_chains() -> None:
    steps = [{"left": math.cos(angle), "right": math.sin(angle)} for angle in (0.0, 0.5, 1.0, 1.5)]
    pairs = list(itertools.combinations(range(4), 2))
    assert link(steps, [Days()] * 4, pairs, 0.8) == [[0, 1], [2, 3]]


def slow_link(vectors: list[Vector], threshold: float) -> list[list[int]]:
    groups = [[n] for n in range(len(vectors))]

    def mean(a: list[int], b: list[int]) -> float:
        return sum(dot(vectors[n], vectors[m]) for n in a for m in b) / (len(a) * len(b))

    while len(groups) > 1:
        score, a, b = max(((mean(a, b), a, b) for a, b in itertools.combinations(groups, 2)), key=lambda one: one[0])
        if score < threshold:
            break
        groups = [one for one in groups if one not in (a, b)] + [a + b]
    return sorted(sorted(one) for one in groups)


@given(
    st.lists(
        st.dictionaries(st.sampled_from("abcde"), st.floats(0.1, 1.0), min_size=1, max_size=3),
        max_size=9,
        unique_by=lambda v: tuple(v.items()),
    )
)
def test_linkage_agrees_with_merging_by_the_definition(vectors: list[dict[str, float]]) -> None:
    likeness = [dot(a, b) for a, b in itertools.combinations(vectors, 2)]
    if len({round(one, 6) for one in likeness}) == len(likeness):  # equal pairs may be merged in either order
        pairs = list(itertools.combinations(range(len(vectors)), 2))
        assert link(vectors, [Days()] * len(vectors), pairs, 0.3) == slow_link(list(vectors), 0.3)


# Cuts


def ncut(likeness: list[list[float]], left: set[int]) -> float:
    everyone = set(range(len(likeness)))
    severed = sum(likeness[a][b] for a in left for b in everyone - left)
    return sum(severed / sum(likeness[a][b] for a in side for b in everyone) for side in (left, everyone - left))


def test_a_cut_finds_two_groups_and_a_group_of_one_piece_has_none_worth_making() -> None:
    two = [[0.0 if a == b else 0.2 if (a < 3) == (b < 3) else 0.01 for b in range(7)] for a in range(7)]
    value, side = bisect(two)
    assert side in ({0, 1, 2}, {3, 4, 5, 6})
    assert value == pytest.approx(ncut(two, side))
    assert value < 0.2
    one = [[0.0 if a == b else 0.2 for b in range(7)] for a in range(7)]
    assert bisect(one)[0] >= 1.0


@given(st.integers(2, 4), st.integers(2, 4), st.randoms(use_true_random=False))
def test_where_groups_are_clear_the_cut_is_the_best_there_is(left: int, right: int, random: object) -> None:
    size = left + right
    likeness = [[0.0] * size for _ in range(size)]
    for a, b in itertools.combinations(range(size), 2):
        level = 0.2 if (a < left) == (b < left) else 0.02
        likeness[a][b] = likeness[b][a] = level * (0.8 + 0.4 * random.random())  # type: ignore[attr-defined]
    sides = (set(side) for count in range(1, size) for side in itertools.combinations(range(size), count))
    assert bisect(likeness)[0] == pytest.approx(min(ncut(likeness, side) for side in sides))


def test_documents_with_nothing_in_common_can_be_cut_without_dividing_by_nothing() -> None:
    value, side = bisect([[0.0] * 4 for _ in range(4)])
    assert math.isfinite(value)
    assert 0 < len(side) < 4
