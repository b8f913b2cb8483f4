"""Grouping of articles into stories against the answers of people, beside TF-IDF with complete linkage.

usage: python benchmarks/stories.py FILE.jsonl [--splits N]

A line of the file is an article: {"id", "topic", "story", "paragraphs"}. Printed are the adjusted Rand index (Hubert
and Arabie 1985) of both, and how the thresholds do on topics that they were not chosen on: they are fitted on a random
half of the topics and tried on the other half, both ways, N times. The peer's threshold is fitted to all the answers.
"""

import argparse
import itertools
import json
import math
import random
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from wirediff.glossary import builtin
from wirediff.model import Document, Paragraph
from wirediff.stories import group, grouping, split
from wirediff.stories.profile import Profile, profile
from wirediff.text import words

Labels = list[int]
Articles = Sequence[dict[str, Any]]

GRID = {"topic": (0.06, 0.08, 0.1, 0.12, 0.14), "cut": (0.7, 0.75, 0.8, 0.85, 0.9)}


def adjusted_rand_index(gold: Sequence[object], made: Sequence[object]) -> float:
    def pairs(counts: Iterable[int]) -> float:
        return sum(count * (count - 1) / 2 for count in counts)

    both = pairs(Counter(zip(gold, made, strict=True)).values())
    wanted, found = pairs(Counter(gold).values()), pairs(Counter(made).values())
    expected = wanted * found / pairs([len(gold)])
    return (both - expected) / ((wanted + found) / 2 - expected)


def documents(articles: Articles) -> list[Document]:
    """The articles as the reader `lines` gives them."""
    return [
        Document(
            path=f"{n:05}.txt",
            id=f"{n:016x}",
            reader="lines",
            paragraphs=tuple(Paragraph(m, text, m) for m, text in enumerate(filter(str.strip, one["paragraphs"]), 1)),
        )
        for n, one in enumerate(articles)
    ]


def wirediff(articles: Articles) -> Labels:
    labels = [0] * len(articles)
    for number, story in enumerate(group(documents(articles), builtin())):
        for document in story.documents:
            labels[int(document.path.removesuffix(".txt"))] = number
    return labels


def labelled(profiles: Sequence[Profile], topic: float, cut: float) -> Labels:
    grouping.TOPIC, split.CUT = topic, cut
    labels = [0] * len(profiles)
    for number, event in enumerate(grouping.events(profiles)):
        for n in event:
            labels[n] = number
    return labels


def peer(articles: Articles) -> Callable[[float], Labels]:
    """TF-IDF over words, cosine, complete linkage: labels for a threshold."""
    counts = [Counter(token.key for text in one["paragraphs"] for token in words(text)) for one in articles]
    spread = Counter(term for count in counts for term in count)
    entered: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    likeness = [[0.0] * len(articles) for _ in articles]
    for n, count in enumerate(counts):
        vector = {t: (1 + math.log(times)) * math.log((len(articles) + 1) / spread[t]) for t, times in count.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        for term, weight in vector.items():
            for m, other in entered[term]:
                likeness[n][m] += weight / length * other
                likeness[m][n] = likeness[n][m]
            entered[term].append((n, weight / length))

    merges = complete_linkage(likeness)

    def cut(threshold: float) -> Labels:
        labels = list(range(len(articles)))
        for score, a, b in merges:
            if score >= threshold:
                old, new = labels[b], labels[a]
                labels = [new if label == old else label for label in labels]
        return labels

    return cut


def complete_linkage(likeness: list[list[float]]) -> list[tuple[float, int, int]]:
    """Merges (likeness, a member of one, a member of the other), by the nearest-neighbour chain (Murtagh 1983)."""
    rows = [list(row) for row in likeness]
    active = set(range(len(rows)))
    merges: list[tuple[float, int, int]] = []
    chain: list[int] = []
    while len(active) > 1:
        chain = chain or [min(active)]
        while True:
            last, before = chain[-1], chain[-2] if len(chain) > 1 else None
            near = max(active - {last}, key=lambda n: (rows[last][n], n == before, -n))
            if near == before:
                break
            chain.append(near)
        b, a = chain.pop(), chain.pop()
        merges.append((rows[a][b], a, b))
        active.discard(b)
        for n in active - {a}:
            rows[a][n] = rows[n][a] = min(rows[a][n], rows[b][n])
    return merges


def best_threshold(gold: Sequence[object], cut: Callable[[float], Labels]) -> tuple[float, float]:
    return max((adjusted_rand_index(gold, cut(step / 400)), step / 400) for step in range(8, 120))


def held_out(articles: Articles, splits: int) -> tuple[list[float], list[float], list[float]]:
    """Indices on halves: thresholds fitted on the other half, thresholds as they ship, and the peer's fitted so too."""
    shipped = grouping.TOPIC, split.CUT
    everything = [profile(document, builtin()) for document in documents(articles)]
    topics = sorted({one["topic"] for one in articles}, key=str)
    random_splits = random.Random(2017)
    fitted: list[float] = []
    fixed: list[float] = []
    peers: list[float] = []
    for _ in range(splits):
        left = set(random_splits.sample(topics, len(topics) // 2))
        scores, cuts = [], []
        for side in (True, False):
            chosen = [n for n, one in enumerate(articles) if (one["topic"] in left) is side]
            gold, profiles = [articles[n]["story"] for n in chosen], [everything[n] for n in chosen]
            scores.append(
                {at: adjusted_rand_index(gold, labelled(profiles, *at)) for at in itertools.product(*GRID.values())}
            )
            fixed.append(adjusted_rand_index(gold, labelled(profiles, *shipped)))
            cuts.append((gold, peer([articles[n] for n in chosen])))
        for own, other in (scores, scores[::-1]):
            near = [at for at, score in own.items() if score >= max(own.values()) - 0.01]
            fitted.append(other[sorted(near)[len(near) // 2]])
        for (gold, cut), (other_gold, other_cut) in (cuts, cuts[::-1]):
            peers.append(adjusted_rand_index(other_gold, other_cut(best_threshold(gold, cut)[1])))
    grouping.TOPIC, split.CUT = shipped
    return fitted, fixed, peers


def spread(values: Sequence[float]) -> str:
    return f"mean {statistics.mean(values):.3f}, sd {statistics.pstdev(values):.3f}, least {min(values):.3f}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--splits", type=int, default=4)
    chosen = arguments.parse_args()
    articles = [json.loads(line) for line in chosen.path.read_text(encoding="utf-8").splitlines() if line.strip()]
    gold = [one["story"] for one in articles]

    begun = time.perf_counter()
    ours = wirediff(articles)
    took = time.perf_counter() - begun
    score = adjusted_rand_index(gold, ours)
    begun = time.perf_counter()
    baseline, threshold = best_threshold(gold, peer(articles))
    peer_took = time.perf_counter() - begun
    print(f"{len(articles)} articles, {len(set(gold))} stories")
    print(f"wirediff         ARI {score:.3f}, {len(set(ours))} stories made, {took:.1f} s")
    print(
        f"TF-IDF, complete ARI {baseline:.3f} at its best threshold {threshold:.4f}, {peer_took:.1f} s with the search"
    )
    print(f"ratio            {score / baseline:.3f}")
    if chosen.splits:
        fitted, fixed, peers = held_out(articles, chosen.splits)
        print(f"halves of the topics, {chosen.splits} splits both ways")
        print(f"  thresholds fitted on the other half  {spread(fitted)}")
        print(f"  thresholds as they ship              {spread(fixed)}")
        print(f"  TF-IDF, fitted on the other half     {spread(peers)}")


if __name__ == "__main__":
    main()
