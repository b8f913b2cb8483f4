"""The very same text on both sides: whole paragraphs, and sentences that stand in paragraphs otherwise unlike."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from wirediff.align.evidence import Evidence, Pair, Rarity
from wirediff.align.lexed import Break, Lexed, words_of

LEAST_WORDS = 4
"""Shorter paragraphs that both sides repeat find their like in order only; out of it they say nothing."""

LEAST_TERMS = 4
"""Terms of a sentence that tells something when it stands in two paragraphs."""

LEAST_NATS = 10.0
"""What such a sentence must weigh: formulas that every report has ("No group claimed responsibility") weigh less."""

OFTEN = 3
"""A sentence that one side has more often than this tells no paragraph from another."""


def twins(left: Sequence[str], right: Sequence[str]) -> set[Pair]:
    """Paragraphs (from 0) with the very same text, each in one pair at most.

    Those on a longest common subsequence of the two versions come first, so that of a text that recurs the copies
    that stand in order meet; then, in their order, the others. Words decide nothing here, so "* * *" finds its like.
    Cost: a bit-parallel longest common subsequence (Hyyrö 2004) of the paragraphs that have a like.
    """
    from rapidfuzz.distance import LCSseq

    one, two = Counter(left), Counter(right)
    lefts = [i for i, text in enumerate(left) if text in two]
    rights = [j for j, text in enumerate(right) if text in one]
    number = {text: n for n, text in enumerate(one)}
    run: list[Pair] = []
    blocks = LCSseq.opcodes([number[left[i]] for i in lefts], [number[right[j]] for j in rights])
    for block in blocks:
        if block.tag == "equal":
            run += zip(lefts[block.src_start : block.src_end], rights[block.dest_start : block.dest_end], strict=True)
    found = set(_slid(run, left, right))
    return found | _out_of_order(left, right, found, one, two)


def _slid(run: Sequence[Pair], left: Sequence[str], right: Sequence[str]) -> Iterator[Pair]:
    """A run of pairs, each moved to the copy of its text that stands right before what the next pair holds."""
    after = (len(left), len(right))
    before = [(-1, -1), *run]
    for x in range(len(run) - 1, -1, -1):
        i, j = run[x]
        beside = (after[0] - 1, after[1] - 1)
        if beside[1] == j and beside[0] > before[x][0] and left[beside[0]] == right[j]:
            i = beside[0]
        elif beside[0] == i and beside[1] > before[x][1] and left[i] == right[beside[1]]:
            j = beside[1]
        after = (i, j)
        yield after


def _out_of_order(
    left: Sequence[str], right: Sequence[str], found: Set[Pair], one: Counter[str], two: Counter[str]
) -> set[Pair]:
    lefts, rights = {i for i, _ in found}, {j for _, j in found}
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for j in reversed(range(len(right))):
        if j not in rights and right[j] in one:
            waiting[right[j]].append(j)
    more: set[Pair] = set()
    for i, text in enumerate(left):
        if i in lefts or not waiting.get(text):
            continue
        if one[text] == two[text] == 1 or sum(1 for _ in words_of(text)) >= LEAST_WORDS:
            more.add((i, waiting[text].pop()))
    return more


def reused(left: Lexed, right: Lexed, rarity: Rarity, linked: Set[Pair], barred: Set[Pair]) -> dict[Pair, Evidence]:
    """What unlinked paragraphs share that hold one sentence word for word, as terms, which no link of either explains.

    Linear in the text, but for sentences that recur.
    """
    ours, theirs = _sentences(left), _sentences(right)
    rightward, leftward = _beside(linked), _beside({(j, i) for i, j in linked})
    found: dict[Pair, Evidence] = {}
    for sentence in ours.keys() & theirs.keys():
        here, there = ours[sentence], theirs[sentence]
        if max(len(here), len(there)) > OFTEN:
            continue
        terms = rarity.shared(Counter(sentence), Counter(sentence))
        nats = sum(terms.values())
        if nats < LEAST_NATS:
            continue
        for i in here:
            for j in there:
                explained = rightward.get(i, set()) & there or leftward.get(j, set()) & here
                copies = left.texts[i] == right.texts[j]
                if (i, j) not in linked and (i, j) not in barred and not explained and not copies:
                    first = sorted(terms, key=lambda term: (-terms[term], term))
                    found[i, j] = Evidence(nats, float(len(sentence)), float(len(sentence)), tuple(first[:8]))
    return found


def _beside(linked: Set[Pair]) -> Mapping[int, set[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for i, j in linked:
        found[i].add(j)
    return found


def _sentences(version: Lexed) -> dict[tuple[str, ...], set[int]]:
    """The paragraphs (from 0) that each sentence stands in."""
    places: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for paragraph, sentence in _cut(version):
        if len(sentence) >= LEAST_TERMS:
            places[sentence].add(paragraph)
    return places


def _cut(version: Lexed) -> Iterator[tuple[int, tuple[str, ...]]]:
    start = 0
    for place in range(1, len(version.terms) + 1):
        if place == len(version.terms) or version.breaks[place] >= Break.SENTENCE:
            yield version.paragraph[start], tuple(version.terms[start:place])
            start = place
