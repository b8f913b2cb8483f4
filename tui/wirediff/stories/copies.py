"""Documents that are one text with small changes: the same dispatch as many sites print it."""

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from wirediff.stories.dates import Days, agreement
from wirediff.stories.shared import Shingle

SKETCH = 64
"""Runs of words kept of a document: their share in common is known to about a tenth."""

_COPY = 0.5
"""Resemblance from which two texts are one, if their dates agree about as well."""
_REPRINT = 0.9
"""Resemblance from which they are one whatever the dates: a text printed again, or under a wrong date."""
_BACK = 64
"""How many earlier texts with the same run are looked at: the latest ones."""

Sketch = frozenset[int]


def sketch(runs: Iterable[Shingle]) -> Sketch:
    """The `SKETCH` runs with the smallest hashes, which is a fair sample of any set (Broder 1997)."""
    return frozenset(sorted({zlib.crc32(" ".join(run).encode("utf-8", "surrogatepass")) for run in runs})[:SKETCH])


def resemblance(a: Sketch, b: Sketch) -> float:
    """The estimated part (0 to 1) of the runs of either text that both have; 0 where one has none."""
    if not a or not b:
        return 0.0
    sample = sorted(a | b)[:SKETCH]
    return sum(one in a and one in b for one in sample) / len(sample)


def families(sketches: Sequence[Sketch], days: Sequence[Days]) -> list[list[int]]:
    """Indices grouped into copies of one text, each led by the first; in order.

    A document joins the leader it resembles most, so that families make no chains. Linear: only leaders are entered,
    and at most `SKETCH * _BACK` places are looked at for a document.
    """
    led: dict[int, list[int]] = {}
    entered: defaultdict[int, list[int]] = defaultdict(list)
    for n, own in enumerate(sketches):
        met = Counter(leader for run in sorted(own) for leader in entered[run][-_BACK:])
        likely = (leader for leader, common in met.items() if common * 4 >= min(len(own), len(sketches[leader])))
        best = max(((_closeness(n, leader, sketches, days), -leader) for leader in likely), default=(0.0, 0))
        if best[0] > 0.0:
            led[-best[1]].append(n)
            continue
        led[n] = [n]
        for run in own:
            entered[run].append(n)
    return list(led.values())


def _closeness(n: int, leader: int, sketches: Sequence[Sketch], days: Sequence[Days]) -> float:
    """The resemblance of two texts if they are copies, else 0."""
    alike = resemblance(sketches[n], sketches[leader])
    if alike >= _REPRINT or (alike >= _COPY and agreement(days[n], days[leader]) >= _COPY):
        return alike
    return 0.0
