"""What facts are made of: something stated in one place of one document, and what else that place speaks of."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Literal, TypeVar

from msgspec import Struct

from wirediff.insight.places import Place
from wirediff.text import DateMention, Quantity, Span, Token, TokenType
from wirediff.text.lexicon import Lexicon

FactKind = Literal["figure", "date", "quotation"]

_STEM = 5
"""Letters of a word that stand for it: "advance", "advancing"."""

_CROWD = 100
"""Statements; a topic that more of them share says nothing about any two."""


_Located = TypeVar("_Located", Token, Quantity, DateMention)


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


def topics(words: Iterable[Token], lexicon: Lexicon) -> frozenset[str]:
    """The words that carry the meaning of a sentence, cut to stems."""
    return frozenset(
        token.key.removesuffix("s")[:_STEM] if token.text.islower() else token.key
        for token in words
        if token.type is TokenType.WORD
        and len(token.key) > 1
        and token.key not in lexicon.function_words
        and token.key not in lexicon.reporting_verbs
    )


def outside(words: Iterable[Token], spans: Sequence[tuple[int, int]]) -> list[Token]:
    """The words that touch none of some spans, both in order."""
    kept = []
    place = 0
    for token in words:
        while place < len(spans) and spans[place][1] <= token.start:
            place += 1
        if place == len(spans) or token.end <= spans[place][0]:
            kept.append(token)
    return kept


def within(items: Sequence[_Located], sentence: Span) -> Sequence[_Located]:
    """Those of some tokens or mentions, which are in order, that begin in a sentence."""
    first = bisect_left(items, sentence.start, key=_start)
    return items[first : bisect_left(items, sentence.end, lo=first, key=_start)]


def _start(item: Token | Quantity | DateMention) -> int:
    return item.start


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
        if all(
            (near[pair] if pair in near else nearness(statements[pair[0]], statements[pair[1]])) >= 0 for pair in pairs
        ):
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
