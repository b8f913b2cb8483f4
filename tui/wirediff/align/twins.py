"""The very same text on both sides: whole paragraphs, and sentences that stand in paragraphs otherwise unlike."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from wirediff.align.evidence import Evidence, Pair
from wirediff.align.lexed import Break, Lexed, words_of
from wirediff.align.weight import Rarity

LEAST_TERMS = 4
"""Terms of a sentence that tells something when it stands in two paragraphs."""

LEAST_NATS = 10.0
"""What such a sentence must weigh: formulas that every report has ("No group claimed responsibility") weigh less."""

OFTEN = 3
"""A sentence that one side has more often than this tells no paragraph from another."""


def twins(left: Sequence[str], right: Sequence[str]) -> set[Pair]:
    """Paragraphs (from 0) with the very same text, which each version has once. Linear in the paragraphs."""
    one, two = Counter(left), Counter(right)
    where = {text: j for j, text in enumerate(right)}
    return {(i, where[text]) for i, text in enumerate(left) if one[text] == two[text] == 1}


def recurring(left: Sequence[str], right: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The paragraphs of each side whose text both have, and one of them more than once."""
    one, two = Counter(left), Counter(right)
    texts = {text for text in one if two[text] and (one[text] > 1 or two[text] > 1)}
    return (
        frozenset(i for i, text in enumerate(left) if text in texts),
        frozenset(j for j, text in enumerate(right) if text in texts),
    )


def copies(left: Sequence[str], right: Sequence[str], again: tuple[Set[int], Set[int]], linked: Set[Pair]) -> set[Pair]:
    """Which copies of recurring paragraphs meet, once everything else is linked; each is in one pair at most.

    Those on a longest common subsequence of all that the versions have in common come first, so that the copies meet
    that stand between the same paragraphs; then, in their order, the others, but for those without a word ("* * *").
    Cost: a bit-parallel longest common subsequence (Hyyrö 2004).
    """
    from rapidfuzz.distance import LCSseq

    if not all(again):
        return set()
    ours, theirs = _sequence(left, again[0], linked), _sequence(right, again[1], {(j, i) for i, j in linked})
    for link, (i, j) in enumerate(sorted(linked)):
        if i in ours and j in theirs:
            ours[i] = theirs[j] = link
    lefts, rights = sorted(ours), sorted(theirs)
    number = {each: n for n, each in enumerate(dict.fromkeys((*ours.values(), *theirs.values())))}
    run: list[Pair] = []
    for block in LCSseq.opcodes([number[ours[i]] for i in lefts], [number[theirs[j]] for j in rights]):
        if block.tag == "equal":
            run += zip(lefts[block.src_start : block.src_end], rights[block.dest_start : block.dest_end], strict=True)
    found = {pair for pair in _slid(run, left, right, again) if pair[0] in again[0]}
    return found | _out_of_order(left, right, again, found)


def _sequence(texts: Sequence[str], again: Set[int], linked: Set[Pair]) -> dict[int, object]:
    """What stands for each paragraph that recurs or is linked: a text of its own, or a number not yet given."""
    return {i: texts[i] if i in again else ("linked", i) for i in sorted({*again, *(i for i, _ in linked)})}


def _slid(
    run: Sequence[Pair], left: Sequence[str], right: Sequence[str], again: tuple[Set[int], Set[int]]
) -> Iterator[Pair]:
    """A run of pairs, copies moved to the one of their text that stands right before what the next pair holds."""
    after = (len(left), len(right))
    before = [(-1, -1), *run]
    for x in range(len(run) - 1, -1, -1):
        i, j = run[x]
        beside = (after[0] - 1, after[1] - 1)
        if i in again[0] and beside[1] == j and beside[0] > before[x][0] and left[beside[0]] == right[j]:
            i = beside[0]
        elif j in again[1] and beside[0] == i and beside[1] > before[x][1] and left[i] == right[beside[1]]:
            j = beside[1]
        after = (i, j)
        yield after


def _out_of_order(
    left: Sequence[str], right: Sequence[str], again: tuple[Set[int], Set[int]], found: Set[Pair]
) -> set[Pair]:
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for j in sorted(again[1] - {j for _, j in found}, reverse=True):
        waiting[right[j]].append(j)
    return {
        (i, waiting[left[i]].pop())
        for i in sorted(again[0] - {i for i, _ in found})
        if waiting[left[i]] and any(True for _ in words_of(left[i]))
    }


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
