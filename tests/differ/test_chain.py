"""The chain of pairs against a slow search through all chains, which is obviously right."""

from functools import cache
from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from wirediff.differ.chain import best_chain

GAP = 7


@st.composite
def _tables(draw: st.DrawFn) -> tuple[list[list[tuple[int, int]]], int]:
    height, width = draw(st.integers(0, 6)), draw(st.integers(0, 6))
    gains = draw(st.dictionaries(st.sampled_from(sorted(product(range(height), range(width))) or [(0, 0)]), GAINS))
    return [[(j, gains[i, j]) for j in range(width) if (i, j) in gains] for i in range(height)], width


GAINS = st.integers(1, 12)


def worth(pairs: list[tuple[int, int]], rows: list[list[tuple[int, int]]], width: int) -> int:
    """What a chain is worth, counted out gap by gap."""
    total = sum(dict(rows[i])[j] for i, j in pairs)
    bounds = [(-1, -1), *pairs, (len(rows), width)]
    for (i, j), (next_i, next_j) in pairwise(bounds):
        total -= GAP * ((next_i - i > 1) + (next_j - j > 1))
    return total


def best_worth(rows: list[list[tuple[int, int]]], width: int) -> int:
    """The best that any chain is worth, by trying every pair behind every pair."""

    @cache
    def behind(i: int, j: int) -> int:
        ends = -GAP * ((len(rows) - i > 1) + (width - j > 1))
        return max(
            [ends]
            + [
                gain - GAP * ((later - i > 1) + (right - j > 1)) + behind(later, right)
                for later in range(i + 1, len(rows))
                for right, gain in rows[later]
                if right > j
            ]
        )

    return behind(-1, -1)


@given(_tables())
def test_no_chain_is_worth_more_than_the_one_found(table: tuple[list[list[tuple[int, int]]], int]) -> None:
    rows, width = table
    pairs = best_chain(rows, width, GAP)
    assert pairs == sorted(set(pairs))
    assert len({j for _, j in pairs}) == len(pairs)
    assert worth(pairs, rows, width) == best_worth(rows, width)


def test_a_lone_pair_that_is_worth_less_than_its_gaps_is_left_out() -> None:
    assert best_chain([[], [(1, GAP)], []], 3, GAP) == []
    assert best_chain([[], [(1, 2 * GAP + 1)], []], 3, GAP) == [(1, 1)]


def test_of_equal_chains_the_one_furthest_to_the_right_is_taken() -> None:
    assert best_chain([[(0, 20), (1, 20)]], 2, GAP) == [(0, 1)]
