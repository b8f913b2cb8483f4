"""What two paragraphs share that cannot be chance: the words of each that come from the other.

Each word of one version asks which clause of the other it comes from (`trace`), with odds from how rare it is: a word
is weighed against how common it is in the rest of the story and in print at large, so that the words every paragraph
of a story shares weigh little, and words that only two paragraphs hold weigh much. Words ask in both directions, and
ask again in the light of what the other side answered, so that in the end two paragraphs share what both sides say
they share. The unit is the nat (the natural logarithm of odds): a link that rests on 3 nats is 20 to 1.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Set
from math import exp, log
from typing import NamedTuple

from wirediff.align.candidates import candidates
from wirediff.align.lexed import Break, Lexed
from wirediff.align.trace import trace
from wirediff.align.weight import KEEPS, KNOWN, Rarity

STRONGEST = exp(7)
"""No single word gives better odds."""

NEARBY = 0.5
"""How much of the odds looks at the clause alone, not at its whole paragraph."""

NOWHERE = 0.3
"""How likely a statement that may come from anywhere comes from nowhere."""

ROUNDS = 2
"""How often the two sides ask again."""

HEED = 0.6
"""How much of a word's odds hangs on the other side's answer."""

LONG = 240_000
"""Characters in both versions together; longer ones ask clause by clause and with fewer candidates."""

_MOST, _MOST_LONG = 10, 4

_MISSED = 1 - KEEPS
_MISSED_NATS = log(_MISSED)
_MOST_NATS = 46.0
"""No clause gives better odds: 1e20 to 1."""

_NOTHING_AGREED: Mapping[str, float] = {}

Pair = tuple[int, int]

_Answers = Mapping[Pair, Mapping[str, float]] | None
"""What the other side claimed in the round before, by pair and term."""


class Evidence(NamedTuple):
    """What a pair of paragraphs shares.

    `nats` is the weight of what both sides say they share; `left_words` and `right_words` are how many words of each
    paragraph come from the other; `terms` are the shared terms, the weightiest first.
    """

    nats: float
    left_words: float
    right_words: float
    terms: tuple[str, ...]


class Rules(NamedTuple):
    """What is fixed, as paragraphs counted from 0: pairs `pinned` belong together, pairs `barred` do not.

    A paragraph with pins goes to its pins only. `aside` are paragraphs of the left and of the right side that nothing
    is asked about.
    """

    pinned: frozenset[Pair] = frozenset()
    barred: frozenset[Pair] = frozenset()
    aside: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())

    def allowed(self, pairs: Set[Pair]) -> frozenset[Pair]:
        """Those of `pairs` that these rules say nothing about."""
        lefts, rights = {i for i, _ in self.pinned}, {j for _, j in self.pinned}
        return frozenset((i, j) for i, j in pairs if i not in lefts and j not in rights and (i, j) not in self.barred)

    def undecided(self, lefts: Set[int], rights: Set[int]) -> tuple[frozenset[int], frozenset[int]]:
        """Those of some paragraphs of each side that nothing is pinned to."""
        return frozenset(lefts - {i for i, _ in self.pinned}), frozenset(rights - {j for _, j in self.pinned})

    def mirrored(self) -> "Rules":
        """The same, seen from the other side."""
        return Rules(
            frozenset((j, i) for i, j in self.pinned), frozenset((j, i) for i, j in self.barred), self.aside[::-1]
        )


class _Asking:
    """One direction: the words of one version ask the other."""

    def __init__(self, asking: Lexed, answering: Lexed, rarity: Rarity, rules: Rules, long: bool) -> None:
        self.asking, self.answering, self._rarity, self._rules = asking, answering, rarity, rules
        self._by_word = False
        self._from = _allowed(candidates(asking, answering, _MOST_LONG if long else _MOST), asking, answering, rules)
        self.found: list[dict[int, float]] = []

    def focus(self, answers: Collection[Pair]) -> None:
        """For a long version: ask on only about clauses that this one seems to come from, those that claim to come
        from it, and those beside where its neighbours come from."""
        last = len(self.answering.clauses) - 1
        sure = [max(found, key=lambda state: found[state], default=None) for found in self.found]
        for number, i in enumerate(self.asking.paragraph_of):
            alive = set(self.found[number])
            for beside in (number - 1, number + 1):
                state = sure[beside] if 0 <= beside < len(sure) else None
                if state is not None:
                    alive.update((state, min(last, max(0, state + number - beside))))
            claimed = (s for s in self._from[number] if (i, self.answering.paragraph_of[s]) in answers)
            self._from[number] = sorted(alive.union(claimed))
        self._from = _allowed(self._from, self.asking, self.answering, self._rules)

    def ask(self, answers: _Answers, by_word: bool = False) -> None:
        """Trace every clause, or every word; `answers` is what the other side claimed in the round before."""
        self._by_word = by_word
        emissions: list[dict[int, float]] = []
        breaks: list[Break] = []
        for number, start in enumerate(self.asking.first_clause[:-1]):
            if not by_word:
                emissions.append({state: self._together(number, state, answers) for state in self._from[number]})
                breaks.append(self.asking.breaks[start])
            else:
                odds = {state: self._odds(number, state, answers) for state in self._from[number]}
                length = len(self.asking.clauses[number])
                emissions.extend({state: values[x] for state, values in odds.items()} for x in range(length))
                breaks.extend(self.asking.breaks[start : start + length])
        self.found = trace(emissions, breaks, len(self.answering.clauses), NOWHERE)

    def _odds(self, number: int, state: int, answers: _Answers) -> list[float]:
        """How much better than nowhere a clause of the other side explains each word of one of this side."""
        held = self._held(number, state, answers)
        return [held.get(term, _MISSED) for term in self.asking.clauses[number]]

    def _together(self, number: int, state: int, answers: _Answers) -> float:
        """The same for all words of the clause at once."""
        held, counts = self._held(number, state, answers), self.asking.in_clause[number]
        missed = len(self.asking.clauses[number])
        nats = 0.0  # of a long clause the product itself would be no number any more
        for term, odds in held.items():
            missed -= counts[term]
            nats += counts[term] * log(odds)
        return exp(min(nats + missed * _MISSED_NATS, _MOST_NATS))

    def _held(self, number: int, state: int, answers: _Answers) -> dict[str, float]:
        """The odds of each term of a clause that the paragraph of a clause of the other side holds too."""
        i, j = self.asking.paragraph_of[number], self.answering.paragraph_of[state]
        here, there = self.asking.in_paragraph[i], self.answering.in_paragraph[j]
        near = self.answering.in_clause[state]
        for_near = KNOWN * NEARBY / max(4, len(self.answering.clauses[state]))
        for_far = KNOWN * (1 - NEARBY) / self.answering.size[j]
        shares, one = self._rarity.shares, self._rarity.one
        agreed = answers.get((i, j), _NOTHING_AGREED) if answers is not None else None
        found = {}
        for term in self.asking.in_clause[number]:
            if term not in there:
                continue
            count = there[term]
            odds = (for_near * near.get(term, 0) + for_far * count) / (shares[term] - (count + here[term]) * one)
            odds = STRONGEST if odds > STRONGEST else odds
            if agreed is not None and odds > 1:
                least = min(here[term], count)
                said = agreed.get(term, 0.0)
                odds *= 1 - HEED if not said else 1 - HEED + HEED * said / least if said < least else 1.0
            found[term] = _MISSED + KEEPS * odds
        return found

    def claims(self) -> Iterator[tuple[int, int, str, float, float]]:
        """What the words said: asking paragraph, answering paragraph, the term, how likely, and its weight in nats."""
        for number, i in enumerate(self.asking.paragraph_of):
            start, terms = self.asking.first_clause[number], self.asking.clauses[number]
            odds: dict[int, list[float]] = {}
            for x, term in enumerate(terms):
                for state, chance in self.found[start + x if self._by_word else number].items():
                    if state not in odds:
                        odds[state] = self._odds(number, state, None)
                    yield i, self.answering.paragraph_of[state], term, chance, log(odds[state][x])

    def answers(self) -> dict[Pair, dict[str, float]]:
        """The claims by pair, as the other side sees them: its paragraph first."""
        found: defaultdict[Pair, dict[str, float]] = defaultdict(dict)
        for x, term in enumerate(self.asking.terms):
            i = self.asking.paragraph[x]
            for state, chance in self.found[x if self._by_word else self.asking.clause[x]].items():
                claimed = found[self.answering.paragraph_of[state], i]
                claimed[term] = claimed.get(term, 0.0) + chance
        return found


class _Tally:
    """What one side claims of one pair: words in all, and by term the claim and its best weight in nats."""

    __slots__ = ("terms", "words")

    def __init__(self) -> None:
        self.words = 0.0
        self.terms: dict[str, tuple[float, float]] = {}


def evidence(left: Lexed, right: Lexed, rarity: Rarity, rules: Rules, long: bool = False) -> dict[Pair, Evidence]:
    """What each pair of paragraphs shares, for the pairs that share anything; paragraphs count from 0.

    Cost: linear in the words of both versions, times the candidates of a clause.
    """
    rightward = _Asking(left, right, rarity, rules, long)
    leftward = _Asking(right, left, rarity, rules.mirrored(), long)
    rightward.ask(None)
    leftward.ask(None)
    for last in (False,) * (ROUNDS - 1) + (True,):
        from_right, from_left = leftward.answers(), rightward.answers()
        if long:
            rightward.focus(from_right.keys())
            leftward.focus(from_left.keys())
        rightward.ask(from_right, by_word=last and not long)
        leftward.ask(from_left, by_word=last and not long)
    tallies = _tallied(rightward)
    others = {(i, j): tally for (j, i), tally in _tallied(leftward).items()}
    none = _Tally()
    return {
        pair: _shared(tallies.get(pair, none), others.get(pair, none))
        for pair in sorted(tallies.keys() | others.keys())
    }


def _tallied(side: _Asking) -> dict[Pair, _Tally]:
    tallies: dict[Pair, _Tally] = {}
    for i, j, term, chance, weight in side.claims():
        tally = tallies.get((i, j))
        if tally is None:
            tally = tallies[i, j] = _Tally()
        tally.words += chance
        if weight > 0:
            claimed, best = tally.terms.get(term, (0.0, 0.0))
            tally.terms[term] = (claimed + chance, max(best, weight))
    return tallies


def _shared(one: _Tally, two: _Tally) -> Evidence:
    weights = {
        term: min(claimed, two.terms[term][0]) * max(weight, two.terms[term][1])
        for term, (claimed, weight) in one.terms.items()
        if term in two.terms
    }
    first = sorted((term for term in weights if weights[term] > 0.5), key=lambda term: (-weights[term], term))
    return Evidence(sum(weights.values()), one.words, two.words, tuple(first[:8]))


def _allowed(found: list[list[int]], asking: Lexed, answering: Lexed, rules: Rules) -> list[list[int]]:
    """The candidates that the rules leave: a pinned paragraph comes from its pins only, a barred pair is no choice."""
    if rules == Rules():
        return found
    pins: defaultdict[int, set[int]] = defaultdict(set)
    for i, j in rules.pinned:
        pins[i].add(j)
    answered: Collection[int] = {j for _, j in rules.pinned} | rules.aside[1]
    clauses: defaultdict[int, list[int]] = defaultdict(list)
    for state, j in enumerate(answering.paragraph_of):
        clauses[j].append(state)
    for number, states in enumerate(found):
        i = asking.paragraph_of[number]
        if i in rules.aside[0]:
            found[number] = []
        elif i in pins:
            found[number] = sorted(state for j in pins[i] for state in clauses[j])
        else:
            found[number] = [
                state
                for state in states
                if (j := answering.paragraph_of[state]) not in answered and (i, j) not in rules.barred
            ]
    return found
