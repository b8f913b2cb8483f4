"""How the time of an alignment grows with the length of the versions: made-up books, edited and partly moved."""

import math
import random
import time

from quality import document, score

from wirediff.align import collate
from wirediff.glossary import Glossary

SIZES = (1_000, 3_000, 10_000, 31_000)
WORDS = 20
SYLLABLES = ["ba", "do", "ke", "li", "mu", "na", "po", "ra", "se", "ti", "vu", "zo", "fe", "gi", "ha", "jo"]


def vocabulary(size: int) -> list[str]:
    """Made-up words, the first the commonest."""
    chance = random.Random(7)
    found: dict[str, None] = {}
    while len(found) < size:
        found["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))] = None
    return list(found)


def book(paragraphs: int) -> tuple[list[str], list[str], set[tuple[int, int]]]:
    """A version, an edited one with one paragraph in fifty moved, and which paragraph answers which."""
    chance = random.Random(paragraphs)
    known = vocabulary(20_000)
    weights = [1 / rank for rank in range(1, len(known) + 1)]
    drawn = chance.choices(known, weights, k=paragraphs * WORDS)
    texts = [drawn[n * WORDS : (n + 1) * WORDS] for n in range(paragraphs)]
    order = list(range(paragraphs))
    for _ in range(paragraphs // 50):
        order.insert(chance.randrange(paragraphs), order.pop(chance.randrange(paragraphs)))
    edited = [
        [chance.choice(known) if chance.random() < 0.2 else word for word in texts[n] if chance.random() > 0.1]
        for n in order
    ]
    gold = {(n + 1, at) for at, n in enumerate(order, 1)}
    return [" ".join(words) + "." for words in texts], [" ".join(words) + "." for words in edited], gold


def section() -> str:
    """The growth as Markdown, with its exponent."""
    lines = ["| paragraphs a side | time, first = 1 | F1 |", "|---|---|---|"]
    points: list[tuple[float, float]] = []
    for size in SIZES:
        left, right, gold = book(size)
        start = time.perf_counter()
        rows = collate([document("left", left), document("right", right)], Glossary()).rows
        took = time.perf_counter() - start
        found = {(i, j) for row in rows for i in row.cells[0] for j in row.cells[1]}
        points.append((math.log(size), math.log(took)))
        ratio = math.exp(points[-1][1] - points[0][1])
        lines.append(f"| {size:,} | {ratio:.1f} | {score(len(found & gold), len(found), len(gold)).f1:.4f} |")
    middle = [sum(axis) / len(points) for axis in zip(*points, strict=True)]
    slope = sum((x - middle[0]) * (y - middle[1]) for x, y in points) / sum((x - middle[0]) ** 2 for x, _ in points)
    return "\n".join(["## Growth", "", *lines, "", f"Time grows with the length to the power of {slope:.2f}."])
