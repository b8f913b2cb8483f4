"""Words that answer each other inside longer differences: "jihadists" against "group", then against "group's fighters".

Which word of a short difference stands for which cannot be told from one place. Where the same two words, in any
number, face each other a second time between the same two versions or outlets, and seldom face others, they do.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wirediff.insight.exchange import Words
from wirediff.kinds import Kind
from wirediff.model import Difference, Side
from wirediff.text import TokenType, tokens
from wirediff.text.lexicon import FALLBACK, lexicon
from wirediff.text.synonyms import synonyms

KINDS = frozenset({Kind.LABEL, Kind.NAMING, Kind.WORDING, Kind.CONTENT, Kind.CLAIM, Kind.TITLE})
"""The kinds whose words may stand for each other."""
LONGEST = 3
"""Words of meaning a side; in a longer one any may face any."""
TIMES = 2
"""How often two words must face each other between the same two."""
_SHORTEST = 3
_FAITHFUL = 0.5
"""Part of the places where the rarer of the two faces anything, in which it faces the other."""


class Facing(NamedTuple):
    """Two words that face each other in one difference, each with its plain form."""

    left: Words
    right: Words
    forms: tuple[str, str]


def facing(difference: Difference, languages: tuple[str | None, str | None]) -> Iterator[Facing]:
    """The common words of one side with each of the other's that they may stand for; none in a long difference."""
    left, right = difference.left, difference.right
    if difference.kind not in KINDS or left is None or right is None:
        return
    ours, theirs = (list(_meant(side, language)) for side, language in zip((left, right), languages, strict=True))
    if max(len(ours), len(theirs)) > LONGEST:
        return
    both = {form for form, _ in ours} & {form for form, _ in theirs}
    for form, word in ours:
        for other, answer in theirs:
            if not both & {form, other}:
                yield Facing(word, answer, (form, other))


def _meant(side: Side, language: str | None) -> Iterator[tuple[str, Words]]:
    """The words of meaning of a side, without names, figures and verbs that report, with their plain forms."""
    lists, table = lexicon(language or FALLBACK), synonyms(language or FALLBACK)
    for token in tokens(side.text):
        little = token.key in lists.function_words or token.key in lists.reporting_verbs
        if token.type is TokenType.WORD and token.text.islower() and len(token.key) >= _SHORTEST and not little:
            yield table.singular(token.key), Words(token.text, side.start + token.start, side.start + token.end)


def recurring(found: Iterable[tuple[Sequence[str], tuple[str, str]]]) -> frozenset[frozenset[str]]:
    """The pairs of plain forms that recur. Each that is found comes with the two between which it stands.

    Linear in what is found.
    """
    between: Counter[tuple[frozenset[str], frozenset[str]]] = Counter()
    pairs: Counter[frozenset[str]] = Counter()
    alone: defaultdict[str, int] = defaultdict(int)
    for two, forms in found:
        pair = frozenset(forms)
        between[pair, frozenset(two)] += 1
        pairs[pair] += 1
        for form in forms:
            alone[form] += 1
    often = {pair for (pair, _), times in between.items() if times >= TIMES}
    return frozenset(pair for pair in often if pairs[pair] >= _FAITHFUL * min(alone[form] for form in pair))
