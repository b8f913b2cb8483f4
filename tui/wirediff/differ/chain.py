"""The chain of pairs that is worth most, where a pair is worth its gain and every gap between two pairs has a price.

This is a global alignment with affine gaps (Gotoh 1982) that looks only at the pairs that gain something. Units that
are nothing alike are never paired, so between two pairs the full table holds gaps alone, and the best way to a pair
leads through the best of those before it on both sides (chaining: Eppstein, Galil, Giancarlo and Italiano 1992). That
a gap costs more the longer it is comes to the same as a bonus on every pair, and is left to the gains.

Cost: the pairs that gain something, times the logarithm of their number; in prose there are a few for each word.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

Row = Sequence[tuple[int, int]]
"""The right units that one left unit may be paired with, in order, and what each pair gains."""


def best_chain(rows: Sequence[Row], width: int, gap: int) -> list[tuple[int, int]]:
    """The pairs (left, right) of the best chain, in order. `rows` has one for each left unit; the right has `width`.

    `gap` is the price of a gap, which stands on one side: where both sides have units between two pairs, there are
    two. Before the first pair and behind the last gaps cost the same. Of chains of one worth, the one is taken whose
    pairs lie furthest to the right.
    """
    ends: list[tuple[int, int]] = [(-1, -1)]  # of each chain: its last pair, ...
    worth = [0]  # ... what it is worth ...
    before = [0]  # ... and the chain that it lengthens
    above = [(-1, 0)]  # chains that end in the row above, by right unit
    columns = {-1: 0}  # the best chain that ends in each column
    stairs = _Stairs()
    for left, row in enumerate((*rows, ((width, 0),))):
        here: list[tuple[int, int]] = []
        passed, beside = 0, -1  # how many of `above` are two columns or more to the left, and the best of them
        for right, gain in row:
            while passed < len(above) and above[passed][0] < right - 1:
                chain = above[passed][1]
                if beside < 0 or worth[chain] >= worth[beside]:
                    beside = chain
                passed += 1
            best = stairs.best_before(right)
            value = worth[best] - 2 * gap
            if beside >= 0 and (worth[beside] - gap, ends[beside][1]) >= (value, ends[best][1]):
                best, value = beside, worth[beside] - gap
            over = columns.get(right - 1, -1)
            if over >= 0 and worth[over] - gap >= value:
                best, value = over, worth[over] - gap
            if passed < len(above) and above[passed][0] == right - 1 and worth[above[passed][1]] >= value:
                best = above[passed][1]
                value = worth[best]
            here.append((right, len(ends)))
            ends.append((left, right))
            worth.append(value + gain)
            before.append(best)
        for right, chain in here:
            if right not in columns or worth[chain] >= worth[columns[right]]:
                columns[right] = chain
            stairs.add(right, chain, worth[chain])
        above = here
    return _traced(ends, before)


def _traced(ends: Sequence[tuple[int, int]], before: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs of the chain that was ended last, without the virtual pairs at its two ends."""
    pairs = []
    chain = before[-1]
    while chain:
        pairs.append(ends[chain])
        chain = before[chain]
    pairs.reverse()
    return pairs


class _Stairs:
    """For every column the best chain that ends before it: only those are kept that no chain further left beats."""

    def __init__(self) -> None:
        self._columns = [-1]
        self._chains = [0]
        self._worth = [0]

    def best_before(self, column: int) -> int:
        """The best chain that ends in a column before this one; of equals the furthest right, then the latest."""
        return self._chains[bisect_left(self._columns, column) - 1]

    def add(self, column: int, chain: int, worth: int) -> None:
        """A chain that ends in `column`."""
        place = bisect_right(self._columns, column)
        if self._worth[place - 1] > worth:
            return
        start = place - 1 if self._columns[place - 1] == column else place
        while place < len(self._worth) and self._worth[place] < worth:
            place += 1
        self._columns[start:place] = [column]
        self._chains[start:place] = [chain]
        self._worth[start:place] = [worth]
