"""The order that most rows keep, and the rows off it."""

from collections.abc import Sequence
from math import log2
from typing import NamedTuple

LOOK_BACK = 64
"""How many rows before a row may be its predecessor at the price of the leap; rows further back pay LEAP_MOST."""

LEAP, LEAP_MOST = 0.75, 2.5
"""The price of a leap over n paragraphs on one side is LEAP * log2(1 + n), at most LEAP_MOST; a row weighs up to 1."""


class Place(NamedTuple):
    """Where a row stands in two versions, and how much it weighs."""

    left: int
    right: int
    weight: float


def off_order(places: Sequence[Place]) -> set[int]:
    """Which of `places` cross the heaviest run that goes up on both sides; indices into `places`.

    The run is found by chaining with a concave price for leaps, as genome aligners chain anchors (Li 2018): of two
    runs that cross, the one that stays on its line counts for more than the one that leaps over new paragraphs.
    Rows off the run that cross nothing on it are in order after all, but for the lighter of those that cross each
    other: of every two rows that cross, at least one is off the order. O(n log n + n * LOOK_BACK).
    """
    order = sorted(range(len(places)), key=lambda x: (places[x].left, places[x].right, x))
    run = _run([places[x] for x in order])
    kept = [places[order[x]] for x in run]
    on_run = {order[x] for x in run}
    moved = {x for x in order if x not in on_run and _crosses(places[x], kept)}
    beside = [x for x in order if x not in on_run and x not in moved]
    in_order = _heaviest([places[x] for x in beside])
    return moved | {x for n, x in enumerate(beside) if n not in in_order}


def _heaviest(places: Sequence[Place]) -> set[int]:
    """The heaviest of `places`, which are sorted, that go up on both sides, leaps free of charge; indices."""
    best: list[float] = []
    before: list[int | None] = []
    heaviest = _PrefixMaximum(max((place.right for place in places), default=0) + 1)
    for x, place in enumerate(places):
        at = heaviest.up_to(place.right)
        best.append(place.weight + (0.0 if at is None else best[at]))
        before.append(at)
        heaviest.put(place.right, x, best[x])
    chain: set[int] = set()
    last = max(range(len(places)), key=lambda x: (best[x], -x), default=None)
    while last is not None:
        chain.add(last)
        last = before[last]
    return chain


def _run(places: list[Place]) -> list[int]:
    best: list[float] = []
    before: list[int | None] = []
    heaviest = _PrefixMaximum(max((place.right for place in places), default=0) + 1)
    for x, place in enumerate(places):
        value, at = 0.0, None
        far = heaviest.up_to(place.right)
        if far is not None and best[far] - LEAP_MOST > value:
            value, at = best[far] - LEAP_MOST, far
        for y in range(x - 1, max(-1, x - 1 - LOOK_BACK), -1):
            if best[y] > value and places[y].right <= place.right and best[y] - _price(places[y], place) > value:
                value, at = best[y] - _price(places[y], place), y
        best.append(value + place.weight)
        before.append(at)
        heaviest.put(place.right, x, best[x])
    run: list[int] = []
    last = max(range(len(places)), key=lambda x: (best[x], -x), default=None)
    while last is not None:
        run.append(last)
        last = before[last]
    return run[::-1]


def _price(one: Place, two: Place) -> float:
    leap = abs((two.left - one.left) - (two.right - one.right))
    return min(LEAP_MOST, LEAP * log2(1 + leap))


def _crosses(place: Place, kept: list[Place]) -> bool:
    """Whether a place is before some of the run on one side and after it on the other; the run goes up on both."""
    from bisect import bisect_left, bisect_right

    before = bisect_left(kept, place.left, key=lambda each: each.left)
    upto = bisect_right(kept, place.left, key=lambda each: each.left)
    return (before > 0 and kept[before - 1].right > place.right) or (
        upto < len(kept) and kept[upto].right < place.right
    )


class _PrefixMaximum:
    """A Fenwick tree: the heaviest row at or before a place."""

    def __init__(self, size: int) -> None:
        self._rows: list[tuple[float, int] | None] = [None] * (size + 1)

    def put(self, place: int, row: int, weight: float) -> None:
        place += 1
        while place < len(self._rows):
            held = self._rows[place]
            if held is None or weight > held[0]:
                self._rows[place] = (weight, row)
            place += place & -place

    def up_to(self, place: int) -> int | None:
        place += 1
        best: tuple[float, int] | None = None
        while place:
            held = self._rows[place]
            if held is not None and (best is None or held[0] > best[0]):
                best = held
            place -= place & -place
        return None if best is None else best[1]
