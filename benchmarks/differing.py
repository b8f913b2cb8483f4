"""How long differences take to find and to explain, against difflib, which marks words and explains nothing."""

import difflib
import math
import random
import time
from collections.abc import Callable
from pathlib import Path

from wirediff.differ import differences
from wirediff.glossary import builtin
from wirediff.model import Collation, Document, Paragraph, Relation, Row, RowRelation
from wirediff.read import read_file

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
SIZES = (40, 400, 3_000)
EDITED = 0.15
"""Part of the words that an edit drops, doubles, or replaces by another word of the reports."""


def versions(paragraphs: int) -> Collation:
    """A version of paragraphs from the sample reports, and the same edited, paragraph against paragraph.

    Each paragraph has words of several, so that none comes twice and nothing can be remembered of it.
    """
    chance = random.Random(paragraphs)
    texts = [p.text.split(" ") for path in sorted(SEEDS.glob("*.txt")) for p in read_file(path)[0].paragraphs]
    words = [word for text in texts for word in text]
    left = [_halves(chance, texts) for _ in range(paragraphs)]
    right = [[new for word in text for new in _edited(chance, word, words)] for text in left]
    rows = tuple(Row(((n,), (n,)), RowRelation.EDITED) for n in range(1, paragraphs + 1))
    return Collation((_document("left", left), _document("right", right)), Relation.SAME_REPORT, rows)


def _halves(chance: random.Random, texts: list[list[str]]) -> list[str]:
    one, other = chance.choice(texts), chance.choice(texts)
    return one[: chance.randint(len(one) // 3, len(one))] + other[chance.randint(0, len(other) // 2) :]


def _edited(chance: random.Random, word: str, words: list[str]) -> list[str]:
    if chance.random() > EDITED:
        return [word]
    return chance.choice(([], [word, chance.choice(words)], [chance.choice(words)]))


def _document(name: str, texts: list[list[str]]) -> Document:
    paragraphs = tuple(Paragraph(n, " ".join(text)) for n, text in enumerate(texts, 1))
    return Document(path=name, id=name, reader="text", paragraphs=paragraphs, published="2017-11-04", language="en")


def opcodes(collation: Collation) -> int:
    """What difflib says of the same rows, word by word."""
    left, right = collation.versions
    found = 0
    for one, other in zip(left.paragraphs, right.paragraphs, strict=True):
        matcher = difflib.SequenceMatcher(None, one.text.split(), other.text.split(), autojunk=False)
        found += sum(tag != "equal" for tag, *_ in matcher.get_opcodes())
    return found


def took(work: Callable[[], object]) -> float:
    """Seconds of processor time, the least of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def section() -> str:
    """Rows a second and the ratio to difflib as Markdown, with the growth."""
    rules = builtin()
    differences(versions(30), rules)  # the patterns and word lists are read on first use
    lines = ["| paragraphs a side | rows a second | time, difflib = 1 |", "|---|---|---|"]
    points: list[tuple[float, float]] = []
    for size in SIZES:
        collation = versions(size)
        start = time.process_time()
        differences(collation, rules)
        first = time.process_time() - start
        peer = took(lambda one=collation: opcodes(one))
        points.append((math.log(size), math.log(first)))
        lines.append(f"| {size:,} | {size / first:,.0f} | {first / peer:.2f} |")
        if size == SIZES[0]:
            again = took(lambda one=collation: differences(one, rules))
            lines.append(f"| {size:,}, compared again | {size / again:,.0f} | {again / peer:.2f} |")
    slope = (points[-1][1] - points[0][1]) / (points[-1][0] - points[0][0])
    return "\n".join(
        [
            "## Differences",
            "",
            "Aligned paragraphs of some 43 words, a word in seven edited: their differences found, typed and explained",
            "on one core, against the marking of words alone by `difflib.SequenceMatcher` in the same run.",
            "",
            *lines,
            "",
            f"Time grows with the rows to the power of {slope:.2f}.",
        ]
    )
