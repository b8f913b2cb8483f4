"""What it weighs that two paragraphs share a term: the log of how much likelier that is than by chance, in nats."""

from collections import Counter
from math import log

from wirediff.align.lexed import Lexed
from wirediff.align.rarity import UNLISTED, background

KEEPS = 0.5
"""How likely a word that comes from a clause is one of its words, and not new."""

KNOWN = 0.8
"""The part of a clause's words that a text which takes from it may take; the rest it says with words of its own."""


class Rarity:
    """How likely a term is in text that has nothing to do with the two paragraphs at hand.

    `shares` are the terms' shares of text, half story and half print at large; `one` is what an occurrence adds.
    """

    def __init__(self, left: Lexed, right: Lexed) -> None:
        self._counts = Counter(left.terms)
        self._counts.update(right.terms)
        total = max(1, len(left.terms) + len(right.terms))
        known = background((self._counts,))
        self.shares = {term: (count / total + known.get(term, UNLISTED)) / 2 for term, count in self._counts.items()}
        self.one = 1 / total / 2

    def chance(self, term: str, held: int) -> float:
        """The term's share of text, the `held` occurrences left out."""
        return self.shares[term] - held * self.one

    def weight(self, counts: Counter[str]) -> float:
        """What a paragraph would share with itself, in nats: all there is to share."""
        size = sum(counts.values()) or 1
        return sum(
            count * weight
            for term, count in counts.items()
            if (weight := _nats(KNOWN * count / size / self.chance(term, min(2 * count, self._counts[term])))) > 0
        )

    def shared(self, one: Counter[str], two: Counter[str]) -> dict[str, float]:
        """What two paragraphs share word for word in any order, in nats by term; what weighs nothing is left out."""
        size = max(sum(one.values()), sum(two.values()))
        found = {}
        for term in one.keys() & two.keys():
            weight = _nats(KNOWN / size / self.chance(term, one[term] + two[term]))
            if weight > 0:
                found[term] = weight
        return found


def _nats(odds: float) -> float:
    return log(1 - KEEPS + KEEPS * odds)
