"""What speaks for two documents telling of one event."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from wirediff.glossary import Glossary
from wirediff.model import Document
from wirediff.text import words


def weigh(documents: Sequence[Document], glossary: Glossary) -> dict[tuple[int, int], float]:
    """The likeness (0 to 1) of every pair of documents that have something in common."""
    vectors = _vectors(documents, glossary)
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    scores: defaultdict[tuple[int, int], float] = defaultdict(float)
    for n, vector in enumerate(vectors):
        for term, weight in vector.items():
            for m, other in postings[term]:
                scores[m, n] += weight * other
            postings[term].append((n, weight))
    return scores


def _vectors(documents: Sequence[Document], glossary: Glossary) -> list[dict[str, float]]:
    counts = []
    for document in documents:
        count: Counter[str] = Counter()
        for text in (document.headline, *(paragraph.text for paragraph in document.paragraphs)):
            count.update(token.key for token in words(text))
            count.update(f"entity:{mention.entity}" for mention in glossary.mentions(text))
        counts.append(count)
    spread = Counter(term for count in counts for term in count)
    vectors: list[dict[str, float]] = []
    for count in counts:
        vector = {
            term: (1 + math.log(times)) * math.log((len(documents) + 1) / spread[term]) for term, times in count.items()
        }
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({term: weight / length for term, weight in vector.items()})
    return vectors
