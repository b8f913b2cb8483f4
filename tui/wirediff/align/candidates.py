"""Which clauses of one version a clause of the other may come from: an index of words, never the full table."""

from collections import defaultdict
from collections.abc import Sequence
from math import log

from wirediff.align.lexed import Lexed

EFFORT = 600
"""How many entries of the index are read for a clause, those of its rarest terms first: a term that stands in more
clauses than this proposes none, for it tells nothing apart and costs most."""

WORTH = 0.5
"""Candidates that share less than this part of what the best one shares are left out."""

REACH = 6
"""How many clauses away a neighbour with candidates of its own may stand."""

NEAR = 2
"""How many of the neighbours' candidates carry over to a clause by their place alone."""


def candidates(asking: Lexed, answering: Lexed, most: int) -> list[list[int]]:
    """For each clause of `asking`, up to `most` clauses of `answering` that share its rarest terms, in order,
    with those beside the best candidates of the clauses around it: a statement in other words stands where its
    neighbours say.

    Cost: linear in the clauses, times EFFORT at most.
    """
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, counts in enumerate(answering.in_clause):
        for term in counts:
            index[term].append(number)
    best = [_ranked(clause, index, len(answering.clauses), most) for clause in asking.clauses]
    return [_with_neighbours(best, place, len(answering.clauses)) for place in range(len(best))]


def _ranked(clause: Sequence[str], index: dict[str, list[int]], total: int, most: int) -> list[int]:
    known = sorted((len(index[term]), term) for term in set(clause) if term in index)
    shared: dict[int, float] = {}
    effort = 0
    for count, term in known:
        effort += count
        if effort > EFFORT:
            break
        weight = log(1 + total / count)
        for number in index[term]:
            shared[number] = shared.get(number, 0.0) + weight
    least = WORTH * max(shared.values(), default=0.0)
    worth = [(-weight, number) for number, weight in shared.items() if weight >= least]
    return [number for _, number in sorted(worth)[:most]]


def _with_neighbours(best: list[list[int]], place: int, total: int) -> list[int]:
    found = set(best[place])
    for step in (-1, 1):
        beside = place + step
        while 0 <= beside < len(best) and abs(beside - place) <= REACH:
            if best[beside]:
                away = (place - beside) // abs(place - beside)
                for number in best[beside][:NEAR]:
                    last = number + (place - beside) + away
                    found.update(range(max(0, min(number - away, last)), min(total, max(number - away, last) + 1)))
                break
            beside += step
    return sorted(found)
