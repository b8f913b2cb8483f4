"""How common a term is in print at large, so that sharing "the" says little and sharing "Husaybah" much."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from wirediff.align.lexed import term_of
from wirediff.resources import shipped

UNLISTED = 1e-5
"""The share of running text that a word outside the shipped table is taken to have."""

COMMON = 5e-4
"""Terms with this share of running text in any language tell nothing: one word in 2,000."""


def is_common(term: str) -> bool:
    """Whether a term is among the commonest of a language: "and", "said", "nicht"."""
    return term in _common()


LEAST_SHARE = 0.12
"""The part of a text that must be very common words of a language for its table to serve: reports hold a fifth to a
half of those of their own language, and under a tenth of those of a language without a table of its own."""


@cache
def _common() -> frozenset[str]:
    return frozenset(term for table in _tables().values() for term, share in table.items() if share >= COMMON)


def background(versions: Iterable[Counter[str]]) -> Mapping[str, float]:
    """The shares of the listed terms in the language that the counted terms look to be in.

    The language is that of the table whose very common words (one in 500 or more) the text holds most of. For a text
    in another language there are none, and its words are weighed by the story alone.
    """
    counts = Counter[str]()
    for version in versions:
        counts.update(version)
    found = {
        name: sum(count for term, count in counts.items() if table.get(term, 0.0) >= 0.002)
        for name, table in _tables().items()
    }
    best = max(sorted(found), key=lambda name: found[name])
    return _tables()[best] if found[best] and found[best] >= LEAST_SHARE * counts.total() else {}


@cache
def _tables() -> dict[str, Mapping[str, float]]:
    tables: dict[str, Mapping[str, float]] = {}
    for path in sorted((shipped("data") / "frequency").glob("*.txt")):
        shares: Counter[str] = Counter()
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                per_million, *words = line.split()
                for word in words:
                    shares[term_of(word)] += int(per_million)
        tables[path.stem] = {term: share / 1e6 for term, share in shares.items()}
    return tables
