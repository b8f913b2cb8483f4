"""Alignment against answers that the project did not write, scored in one process.

    python benchmarks/quality.py align FILE.jsonl ...    pair and exact F1, over all and over each half of the set
    python benchmarks/quality.py whole FILE.jsonl        one very long pair: F1, time, memory

A line of a set is {"a": [paragraph, ...], "b": [...], "links": [[[1], [1, 2]], ...]}, numbers from 1.
"""

import argparse
import json
import resource
import time
from bisect import bisect_left
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from wirediff.align import collate
from wirediff.glossary import builtin
from wirediff.model import Document, Paragraph

Link = tuple[tuple[int, ...], tuple[int, ...]]


class Score(NamedTuple):
    precision: float
    recall: float
    f1: float

    def __str__(self) -> str:
        return f"P {self.precision:.4f} R {self.recall:.4f} F1 {self.f1:.4f}"


def score(hits: int, made: int, gold: int) -> Score:
    precision, recall = hits / made if made else 0.0, hits / gold if gold else 0.0
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0)


def document(name: str, texts: list[str]) -> Document:
    paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, 1))
    return Document(path=name, id=name, reader="lines", paragraphs=paragraphs)


def links_of(pair: dict[str, Any]) -> list[Link]:
    rows = collate([document("a", pair["a"]), document("b", pair["b"])], builtin()).rows
    return [(row.cells[0], row.cells[1]) for row in rows if all(row.cells)]


def pairs_of(links: list[Link]) -> set[tuple[int, int]]:
    return {(i, j) for left, right in links for i in left for j in right}


def off_order(links: list[Link]) -> list[Link]:
    """The links off a longest run that goes up on both sides."""
    ordered = sorted(links)
    ends: list[int] = []
    back: list[int | None] = []
    for x, (_, right) in enumerate(ordered):
        at = bisect_left([ordered[y][1][0] for y in ends], min(right))
        back.append(ends[at - 1] if at else None)
        ends[at : at + 1] = [x]
    kept, last = set(), ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = back[last]
    return [link for x, link in enumerate(ordered) if x not in kept]


def count(pair: dict[str, Any]) -> Counter[str]:
    gold = [(tuple(left), tuple(right)) for left, right in pair["links"]]
    made = links_of(pair)
    wanted, found = pairs_of(gold), pairs_of(made)
    moved = pairs_of(off_order(gold))
    return Counter(
        exact=len(set(gold) & set(made)), exact_made=len(set(made)), exact_gold=len(set(gold)),
        pair=len(wanted & found), pair_made=len(found), pair_gold=len(wanted),
        moved=len(moved & found), moved_gold=len(moved),
    )  # fmt: skip


def report(name: str, total: Counter[str]) -> str:
    exact = score(total["exact"], total["exact_made"], total["exact_gold"])
    pair = score(total["pair"], total["pair_made"], total["pair_gold"])
    moved = f"{total['moved'] / total['moved_gold']:.3f}" if total["moved_gold"] else "-"
    return f"{name}: pair {pair}; exact {exact}; out of order R {moved} of {total['moved_gold']}"


def align(paths: list[Path]) -> None:
    for path in paths:
        start = time.process_time()
        counts = [count(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
        for name, part in (("all", counts), ("even half", counts[::2]), ("odd half", counts[1::2])):
            print(report(f"{path.stem}, {name}", sum(part, Counter[str]())), flush=True)
        print(f"{path.stem}: {len(counts)} pairs, {time.process_time() - start:.1f} s of processor time")


def whole(path: Path) -> None:
    pair = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
    start, used = time.perf_counter(), time.process_time()
    found = pairs_of(links_of(pair))
    gold = pairs_of([(tuple(left), tuple(right)) for left, right in pair["links"]])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took = f"{time.perf_counter() - start:.1f} s ({time.process_time() - used:.1f} s of processor time)"
    outcome = score(len(gold & found), len(found), len(gold))
    print(f"{len(pair['a'])} + {len(pair['b'])} paragraphs: {outcome}, {took}, peak {peak:.0f} MiB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("align", "whole"))
    parser.add_argument("paths", nargs="+", type=Path)
    given = parser.parse_args()
    if given.task == "align":
        align(given.paths)
    else:
        whole(given.paths[0])
