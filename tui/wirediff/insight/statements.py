"""What facts are made of: something stated in one place of one document, and what else that place speaks of."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Literal

from msgspec import Struct

from wirediff.insight.places import Place
from wirediff.text import TokenType, tokens
from wirediff.text.lexicon import Lexicon

FactKind = Literal["figure", "date", "quotation"]

_STEM = 5
"""Letters of a word that stand for it: "advance", "advancing"."""

_CROWD = 100
"""Statements; a topic that more of them share says nothing about any two."""


class Statement(Struct, frozen=True):
    """A figure, a date or a quotation as one document states it.

    `about` says in words of the text what it is about, `row` is the aligned row in which it stands. `topics` are stems
    of what else its sentence speaks of. Statements of different `sort` (what is counted, in what unit) and of different
    `where` or `doing`, where both have one, are never about one fact. `value` is what two statements agree in; `low`
    and `high` bound a figure.
    """

    place: Place
    text: str
    kind: FactKind
    about: str
    sort: str
    topics: frozenset[str]
    value: tuple[object, ...]
    rows: frozenset[int] = frozenset()
    where: str = ""
    doing: str = ""
    low: float = 0.0
    high: float = 0.0


def topics(text: str, lexicon: Lexicon, leaving_out: Iterable[tuple[int, int]] = ()) -> frozenset[str]:
    """The words of a text that carry its meaning, cut to stems, without those that touch some spans."""
    spans = list(leaving_out)
    return frozenset(
        token.key.removesuffix("s")[:_STEM] if token.text.islower() else token.key
        for token in tokens(text)
        if token.type is TokenType.WORD
        and len(token.key) > 1
        and token.key not in lexicon.function_words
        and token.key not in lexicon.reporting_verbs
        and not any(start < token.end and token.start < end for start, end in spans)
    )


def grouped(
    statements: Sequence[Statement], nearness: Callable[[Statement, Statement], float], least: float
) -> list[list[Statement]]:
    """Statements put together when near enough (`least`), the nearest first, and no two of a group at odds.

    `nearness` is below 0 for two that cannot be about one thing, and below `least` for two of different sorts or with
    no topic, place, row or doing in common. Single statements are groups too. Linear in the statements but for those
    that share a topic, of which the common ones are passed over; quadratic in the size of a group.
    """
    near = {pair: nearness(statements[pair[0]], statements[pair[1]]) for pair in _candidates(statements)}
    group_of = list(range(len(statements)))
    members = {number: [number] for number in group_of}
    for (one, other), score in sorted(near.items(), key=lambda item: (-item[1], item[0])):
        ours, theirs = group_of[one], group_of[other]
        if score < least or ours == theirs or len(members[ours]) + len(members[theirs]) > _CROWD:
            continue
        pairs = [(min(a, b), max(a, b)) for a in members[ours] for b in members[theirs]]
        if all(near.setdefault(pair, nearness(statements[pair[0]], statements[pair[1]])) >= 0 for pair in pairs):
            members[ours] += members.pop(theirs)
            for number in members[ours]:
                group_of[number] = ours
    return [[statements[number] for number in sorted(group)] for group in members.values()]


def _candidates(statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Pairs of one sort that have something in common, in order."""
    sharing: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        rows = (f"row {row}" for row in statement.rows)
        for topic in {*statement.topics, *rows, f"in {statement.where}", f"to {statement.doing}"}:
            sharing[statement.sort, topic].append(number)
    return sorted({pair for numbers in sharing.values() if len(numbers) <= _CROWD for pair in combinations(numbers, 2)})
