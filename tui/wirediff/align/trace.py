"""Where each word of a version comes from: a walk through the other version, found by forward-backward.

A hidden Markov model in the manner of word alignment (Vogel, Ney and Tillmann 1996), with the other version's clauses
as its states and a state "from nowhere" that remembers the last place (Och and Ney 2003). A walk stays where it is,
goes on to the next clause, steps a little aside, or jumps anywhere; how readily depends on the break before the word.
Jumps have a fixed price however far they go, so a moved paragraph costs no more than one that moved far.
"""

from collections.abc import Mapping, Sequence

from wirediff.align.lexed import Break

STAY = {Break.NONE: 0.98, Break.COMMA: 0.93, Break.CLAUSE: 0.7, Break.SENTENCE: 0.45, Break.PARAGRAPH: 0.3}
"""How likely a walk stays in its clause across a break."""

NEXT, ASIDE, JUMP = 0.5, 0.3, 0.2
"""What a walk that does not stay does instead; ASIDE is shared by the steps in _ASIDE."""

_ASIDE = (-3, -2, -1, 2, 3, 4)

FAINT = 1e-4
"""States fainter than this, of a total of 1, are dropped; a jump brings them back if the words speak for them."""

_State = tuple[float, float]  # being in a clause, and having left it for nowhere
_NOWHERE_YET = -1


class _Step:
    """The moves across one kind of break, for a version with `total` clauses on the other side."""

    def __init__(self, strength: Break, total: int, nowhere: float) -> None:
        stay = STAY[strength]
        leave = 1 - stay
        self.stay = stay
        self.anywhere = leave * JUMP / total
        self.shifts = [(1, leave * NEXT), *((shift, leave * ASIDE / len(_ASIDE)) for shift in _ASIDE)]
        self.to_nowhere = nowhere * leave
        self.in_nowhere = stay + leave * nowhere
        self.come_back = 0.5
        self.start = 1 / total


def trace(
    emissions: Sequence[Mapping[int, float]], breaks: Sequence[Break], total: int, nowhere: float
) -> list[dict[int, float]]:
    """For each word, how likely it comes from each clause of the other version; what is missing to 1 is nowhere.

    `emissions[x]` maps the clauses that word x may come from to how much better they explain it than nowhere does
    (1 is no better). `nowhere` is the chance that a walk, where it may leave its clause, leaves for nowhere.
    Cost: linear in the words, times the states that are alive.
    """
    if not emissions:
        return []
    steps = {strength: _Step(strength, max(1, total), nowhere) for strength in Break}
    forward: list[dict[int, _State]] = []
    scales: list[float] = []
    alive: dict[int, _State] = {_NOWHERE_YET: (0.0, 1.0)}
    for emission, strength in zip(emissions, breaks, strict=True):
        alive, scale = _forward(alive, emission, steps[strength])
        forward.append(alive)
        scales.append(scale)
    return _backward(forward, scales, emissions, [steps[strength] for strength in breaks])


def _forward(before: dict[int, _State], emission: Mapping[int, float], step: _Step) -> tuple[dict[int, _State], float]:
    reached: dict[int, float] = {}
    leaving = 0.0
    to_nowhere, in_nowhere = step.to_nowhere, step.in_nowhere
    after: dict[int, _State] = {}
    for place, (here, gone) in before.items():
        out = here * (1 - to_nowhere) + gone * (1 - in_nowhere)
        leaving += out
        after[place] = (0.0, here * to_nowhere + gone * in_nowhere)
        if place in emission:
            back = here * (1 - to_nowhere) * step.stay + gone * (1 - in_nowhere) * step.come_back
            reached[place] = reached.get(place, 0.0) + back
        for shift, chance in step.shifts:
            if place + shift in emission:
                reached[place + shift] = reached.get(place + shift, 0.0) + out * chance
    anywhere = leaving * step.anywhere
    if _NOWHERE_YET in before:
        anywhere += before[_NOWHERE_YET][1] * (1 - in_nowhere) * step.start
    for place, better in emission.items():
        after[place] = ((reached.get(place, 0.0) + anywhere) * better, after.get(place, (0.0, 0.0))[1])
    scale = sum(here + gone for here, gone in after.values()) or 1e-300
    least = FAINT * scale
    return {place: (here / scale, gone / scale) for place, (here, gone) in after.items() if here + gone > least}, scale


def _backward(
    forward: list[dict[int, _State]],
    scales: list[float],
    emissions: Sequence[Mapping[int, float]],
    steps: list[_Step],
) -> list[dict[int, float]]:
    found: list[dict[int, float]] = [{} for _ in forward]
    behind: dict[int, _State] = dict.fromkeys(forward[-1], (1.0, 1.0))
    for x in range(len(forward) - 1, -1, -1):
        states = forward[x]
        weights = {place: here * behind[place][0] for place, (here, _) in states.items()}
        total = sum(weights.values()) + sum(gone * behind[place][1] for place, (_, gone) in states.items()) or 1e-300
        found[x] = {place: weight / total for place, weight in weights.items() if weight > 1e-3 * total}
        if x:
            behind = _behind(forward[x - 1], states, behind, emissions[x], steps[x], scales[x])
    return found


def _behind(
    before: dict[int, _State],
    states: dict[int, _State],
    behind: dict[int, _State],
    emission: Mapping[int, float],
    step: _Step,
    scale: float,
) -> dict[int, _State]:
    onward = {place: emission[place] * behind[place][0] for place in states if place in emission}
    total = sum(onward.values())
    anywhere = total * step.anywhere
    to_nowhere, in_nowhere = step.to_nowhere, step.in_nowhere
    result: dict[int, _State] = {}
    for place in before:
        ahead = anywhere
        for shift, chance in step.shifts:
            value = onward.get(place + shift)
            if value:
                ahead += value * chance
        value = onward.get(place, 0.0)
        from_here, from_gone = ahead + value * step.stay, ahead + value * step.come_back
        if place == _NOWHERE_YET:
            from_gone += total * step.start
        gone = behind[place][1] if place in behind else 0.0
        result[place] = (
            ((1 - to_nowhere) * from_here + to_nowhere * gone) / scale,
            ((1 - in_nowhere) * from_gone + in_nowhere * gone) / scale,
        )
    return result
