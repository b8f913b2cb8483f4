"""Which paragraph answers which: wirediff beside CollateX, difflib and a BLEU-2 matcher, accuracy and time in one run.

Each peer is given what it works on (words for the first two, paragraphs for the third) and its result is read as
paragraph links in the way that favours it: two paragraphs are linked if enough of the shorter's words are matched to
the other's. The share that is enough is 0.3 for every peer that counts words.
"""

import difflib
import math
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from quality import document, score
from rapidfuzz.distance import Levenshtein

from wirediff.align import collate
from wirediff.glossary import builtin
from wirediff.model import Document

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
ENOUGH = 0.3
WORD = re.compile(r"\w+")

Links = set[tuple[int, int]]


class Case(NamedTuple):
    name: str
    left: list[str]
    right: list[str]
    gold: Links


def seed(number: str, first: str, last: str) -> list[str]:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    start = next(n for n, line in enumerate(lines) if line.startswith(first))
    end = next(n for n, line in enumerate(lines) if n >= start and line.startswith(last))
    return lines[start : end + 1]


REPORT = [
    "The government of the island republic resigned on Monday after losing a confidence vote over its budget.",
    "Prime Minister Teodora Velez handed her resignation to the president shortly after the vote, her office said.",
    "Lawmakers voted 61 to 58 against the budget, which would have cut fuel subsidies by a third.",
    "“We asked for patience and were given a stopwatch,” Velez told reporters outside the assembly.",
    "Thousands of dock workers had walked out last week, halting exports of copper and dried fruit.",
    "The central bank said it stood ready to support the currency, which fell four percent against the dollar.",
    "An election must be held within 90 days under the constitution adopted in 1994.",
    "Opposition leader Ruy Ocampo called the vote “the end of a long winter” and promised to restore the subsidies.",
    "Analysts said no party was likely to win a majority in the 119-seat assembly.",
    "The republic has had five governments in eight years.",
]
MOVED = [
    REPORT[0].replace("on Monday ", "").replace("confidence vote", "vote of confidence"),
    REPORT[1].replace("shortly after the vote, her office said", "within the hour"),
    REPORT[6].replace("An election must be held", "Voters must go to the polls"),
    *[REPORT[2], REPORT[3].replace("told reporters outside the assembly", "said")],
    REPORT[4].replace("Thousands of dock workers", "Dock workers in their thousands"),
    *[REPORT[5], REPORT[7].replace("restore the subsidies", "bring the subsidies back"), REPORT[8], REPORT[9]],
]


def cases() -> list[Case]:
    bodies = {
        "001": seed("001", "Iraqi forces said they recaptured", "IS is simultaneously"),
        "002": seed("002", "Iraqi forces on Friday (November", "Iraqi forces backed by coalition"),
        "003": seed("003", "Iraqi forces captured on Saturday", "The Britain-based"),
        "004": seed("004", "Iraqi forces on Friday entered", "The Hashed said Friday"),
    }
    order = [0, 1, 6, 2, 3, 4, 5, 7, 8, 9]
    wanted: dict[tuple[str, str], Links] = {
        ("001", "002"): {(1, 1), (2, 2), (3, 3), (4, 4), (5, 11), (6, 12), (7, 7)},
        ("001", "004"): {(5, 8), (6, 7)},
        ("002", "004"): {(8, 1), (8, 2), (9, 3), (11, 8), (12, 7), (4, 11), (7, 10)},
        ("001", "003"): set(),
        ("002", "003"): set(),
    }
    made = [Case(f"seeds {one}/{two}", bodies[one], bodies[two], gold) for (one, two), gold in wanted.items()]
    return [*made, Case("one paragraph moved", REPORT, MOVED, {(n + 1, at) for at, n in enumerate(order, 1)})]


def by_wirediff(left: Sequence[str], right: Sequence[str]) -> Links:
    versions: list[Document] = [document("left", list(left)), document("right", list(right))]
    rows = collate(versions, builtin()).rows
    return {(i, j) for row in rows for i in row.cells[0] for j in row.cells[1]}


def words(texts: Sequence[str]) -> tuple[list[str], list[int]]:
    found = [(word.casefold(), n) for n, text in enumerate(texts, 1) for word in WORD.findall(text)]
    return [word for word, _ in found], [n for _, n in found]


def enough(matched: Counter[tuple[int, int]], lefts: list[int], rights: list[int]) -> Links:
    left, right = Counter(lefts), Counter(rights)
    return {(i, j) for (i, j), count in matched.items() if count >= ENOUGH * min(left[i], right[j])}


def by_difflib(left: Sequence[str], right: Sequence[str]) -> Links:
    (one, lefts), (two, rights) = words(left), words(right)
    blocks = difflib.SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    matched = Counter((lefts[a + k], rights[b + k]) for a, b, size in blocks for k in range(size))
    return enough(matched, lefts, rights)


def by_collatex(left: Sequence[str], right: Sequence[str]) -> Links:
    # CollateX imports a package for near matching that it does not declare; this run uses none.
    stand_in = ModuleType("Levenshtein")
    stand_in.__dict__.update(ratio=Levenshtein.normalized_similarity, distance=Levenshtein.distance)
    sys.modules.setdefault("Levenshtein", stand_in)
    import collatex

    (one, lefts), (two, rights) = words(left), words(right)
    witnesses = [
        {"id": name, "tokens": [{"t": word, "n": word, "p": n} for word, n in zip(found, places, strict=True)]}
        for name, found, places in (("left", one, lefts), ("right", two, rights))
    ]
    table = collatex.collate({"witnesses": witnesses}, output="json", segmentation=False)
    import json

    rows = json.loads(table)["table"]
    matched = Counter((a[0]["p"], b[0]["p"]) for a, b in zip(*rows, strict=True) if a and b and a[0]["n"] == b[0]["n"])
    return enough(matched, lefts, rights)


def bleu(candidate: list[str], reference: list[str]) -> float:
    """BLEU with one- and two-word runs, as the sentence matcher of NewsEdits (Spangher et al. 2022) takes it."""
    if len(candidate) < 2 or len(reference) < 2:
        return 0.0
    logs = 0.0
    for size in (1, 2):
        made = Counter(zip(*(candidate[k:] for k in range(size)), strict=False))
        known = Counter(zip(*(reference[k:] for k in range(size)), strict=False))
        hits = sum((made & known).values())
        if not hits:
            return 0.0
        logs += math.log(hits / sum(made.values())) / 2
    return math.exp(min(0.0, 1 - len(reference) / len(candidate)) + logs)


def by_bleu(left: Sequence[str], right: Sequence[str]) -> Links:
    one, two = ([words([text])[0] for text in side] for side in (left, right))
    made: Links = set()
    for i, here in enumerate(one, 1):
        scores = [bleu(here, there) for there in two]
        best = max(range(len(two)), key=scores.__getitem__)
        if scores[best] >= ENOUGH:
            made.add((i, best + 1))
    for j, there in enumerate(two, 1):
        scores = [bleu(there, here) for here in one]
        best = max(range(len(one)), key=scores.__getitem__)
        if scores[best] >= ENOUGH:
            made.add((best + 1, j))
    return made


PEERS: dict[str, Callable[[Sequence[str], Sequence[str]], Links]] = {
    "wirediff": by_wirediff,
    "CollateX": by_collatex,
    "difflib": by_difflib,
    "BLEU-2": by_bleu,
}


def section() -> str:
    """The comparison as Markdown."""
    sets = cases()
    by_wirediff(sets[0].left, sets[0].right)  # the glossary and the word lists are read once, before the clock runs
    lines = ["| matcher | links right | P | R | F1 | time, wirediff = 1 |", "|---|---|---|---|---|---|"]
    missed = ["", "Links by case, as found and right of wanted (and wrong ones):", ""]
    base = 0.0
    for name, matcher in PEERS.items():
        start = time.perf_counter()
        found = [matcher(case.left, case.right) for case in sets]
        took = time.perf_counter() - start
        base = base or took
        hits = sum(len(links & case.gold) for links, case in zip(found, sets, strict=True))
        made, gold = sum(map(len, found)), sum(len(case.gold) for case in sets)
        result = score(hits, made, gold)
        figures = f"{result.precision:.2f} | {result.recall:.2f} | {result.f1:.2f}"
        lines.append(f"| {name} | {hits} of {gold}, {made - hits} wrong | {figures} | {took / base:.2f} |")
        each = (
            f"{case.name} {len(links & case.gold)}/{len(case.gold)} ({len(links - case.gold)})"
            for links, case in zip(found, sets, strict=True)
        )
        missed.append(f"- {name}: {'; '.join(each)}")
    return "\n".join(["## Which paragraph answers which", "", *lines, *missed])
