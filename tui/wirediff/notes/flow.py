"""A version as running text, in which passages are looked for: word for word, and by what they are like."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from wirediff.model import HEADLINE, Document
from wirediff.text import Span, sentences, words

LIKE = 75.0
"""From this likeness on (of 100, by edit distance) a stretch of text is a place that a passage may have come to."""

EDGE = 40
"""Characters by which the surroundings of two places are compared."""

REACH = 480
"""Characters of running text that are kept on each side of a passage, at most."""

END = "\n"
"""Stands for where the text begins or ends."""

_SHARED = 0.4
"""The part of a passage's words that a paragraph must have to be looked at closely; slips of the pen spoil a few."""


class Stretch(NamedTuple):
    """A part of a paragraph, and how much it is like the passage looked for (0 to 1)."""

    paragraph: int
    start: int
    end: int
    likeness: float


def beyond(text: str) -> int:
    """How far to go on from a passage past the rest of its paragraph, which is `text`."""
    return min(REACH, len(" ".join(text.split())) + 1 + 3 * EDGE)


def digest(text: str) -> str:
    """The SHA-256 of a text in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Flow:
    """The text of one version; paragraph 0 is the headline, which is no part of the running text."""

    def __init__(self, document: Document) -> None:
        self.texts = [document.text_of(number) for number in range(len(document.paragraphs) + 1)]
        self.language = document.language
        self._sentences: dict[int, list[Span]] = {}

    @cached_property
    def of_digest(self) -> dict[str, list[int]]:
        """The numbers of the paragraphs with a digest."""
        found: dict[str, list[int]] = {}
        for number, text in enumerate(self.texts):
            found.setdefault(digest(text), []).append(number)
        return found

    @cached_property
    def _of_word(self) -> dict[str, set[int]]:
        found: defaultdict[str, set[int]] = defaultdict(set)
        for number, text in enumerate(self.texts):
            for word in _words(text):
                found[word].add(number)
        return found

    @cached_property
    def _running(self) -> tuple[str, list[int]]:
        """The body with single blanks, and where each paragraph begins in it."""
        body = [" ".join(text.split()) for text in self.texts[HEADLINE + 1 :]]
        return " ".join(body), [0, *accumulate((len(text) + 1 for text in body), initial=0)]

    def before(self, paragraph: int, offset: int, most: int = REACH) -> str:
        """The last characters of the running text before a place; it begins with a line feed where all are there."""
        body, starts = self._running
        begin = starts[paragraph] if paragraph != HEADLINE else 0
        here = self.texts[paragraph][:offset].split()
        whole = " ".join(f"{body[max(0, begin - most - 1) : begin]} {' '.join(here)}".split())
        return whole[-most:] if len(whole) >= most else END + whole

    def after(self, paragraph: int, offset: int, most: int = REACH) -> str:
        """The first characters of the running text behind a place; a line feed at the end where all are there."""
        body, starts = self._running
        here = self.texts[paragraph][offset:].split()
        following = starts[paragraph + 1] if paragraph != HEADLINE else len(body)
        whole = " ".join(f"{' '.join(here)} {body[following : following + most]}".split())
        return whole[:most] if len(whole) >= most else whole + END

    def text_at(self, stretch: Stretch) -> str:
        """The text of a stretch."""
        return self.texts[stretch.paragraph][stretch.start : stretch.end]

    def sentences(self, paragraph: int) -> list[Span]:
        """The sentences of a paragraph."""
        if paragraph not in self._sentences:
            self._sentences[paragraph] = sentences(self.texts[paragraph], self.language or "en")
        return self._sentences[paragraph]

    def around(self, paragraph: int, start: int, end: int) -> Span:
        """The sentence or sentences that a span lies in."""
        touched = [span for span in self.sentences(paragraph) if span.start < max(end, start + 1) and start < span.end]
        return Span(min([start, *(s.start for s in touched)]), max([end, *(s.end for s in touched)]))

    def verbatim(self, passage: str) -> Iterator[Stretch]:
        """Where a passage stands word for word."""
        for number, text in enumerate(self.texts):
            at = text.find(passage) if passage else -1
            while at >= 0:
                end = at + len(passage)
                # Half a word is no place: "Iran" does not stand in "Iranian".
                if len(passage) >= EDGE or not (_inside_word(text, at) or _inside_word(text, end)):
                    yield Stretch(number, at, end, 1.0)
                at = text.find(passage, at + 1)

    def like(self, passage: str) -> list[Stretch]:
        """The places that a passage may have come to, none overlapping, those where it stands word for word among them.

        Paragraphs that share too few words are passed over; the others cost an edit distance by bit vectors.
        """
        found = list(self.verbatim(passage))
        for number in self._candidates(passage):
            taken = sorted((each.start, each.end) for each in found if each.paragraph == number)
            begin = 0
            for start, end in [*taken, (len(self.texts[number]),) * 2]:
                found += self._like_between(passage, number, begin, start)
                begin = max(begin, end)
        return found

    def _candidates(self, passage: str) -> list[int]:
        wanted = _words(passage)
        shared = Counter(number for word in wanted for number in self._of_word.get(word, ()))
        return sorted(number for number, count in shared.items() if count >= _SHARED * len(wanted))

    def _like_between(self, passage: str, number: int, begin: int, end: int) -> Iterator[Stretch]:
        from rapidfuzz.fuzz import partial_ratio_alignment

        if end - begin < len(passage) * LIKE / 100:
            return
        match = partial_ratio_alignment(passage, self.texts[number][begin:end], score_cutoff=LIKE - 10)
        if match is None:
            return
        best = self._fitted(passage, number, begin + match.dest_start, begin + match.dest_end, (begin, end))
        if best.likeness * 100 >= LIKE:
            yield best
        yield from self._like_between(passage, number, begin, min(best.start, end - 1))
        yield from self._like_between(passage, number, max(best.end, begin + 1), end)

    def _fitted(self, passage: str, number: int, start: int, end: int, bounds: tuple[int, int]) -> Stretch:
        """The stretch of whole words, or of whole sentences, near a window that is most like a passage."""
        from rapidfuzz.distance import Levenshtein

        text = self.texts[number]
        start, end = whole_words(text, start, end)
        choices = [(start, end)]
        touched = [s for s in self.sentences(number) if 2 * (min(s.end, end) - max(s.start, start)) >= s.end - s.start]
        if touched:
            choices.append((touched[0].start, touched[-1].end))
        ranked = [
            Stretch(number, a, b, Levenshtein.normalized_similarity(passage, text[a:b]))
            for a, b in choices
            if bounds[0] <= a < b <= bounds[1]
        ]
        return max(ranked, key=lambda each: each.likeness, default=Stretch(number, start, max(end, start + 1), 0.0))


def _words(text: str) -> set[str]:
    return {word.key for word in words(text)}


def _inside_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and _joins(text[place - 1]) and _joins(text[place])


def _joins(char: str) -> bool:
    """Whether a character makes one word with its like: letters with case, and digits."""
    return char.isdigit() or char.lower() != char.upper()


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A span grown to whole words, without blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while _inside_word(text, start):
        start -= 1
    while _inside_word(text, end):
        end += 1
    return start, end


class _Same:
    """A document as itself: two that are equal are not looked into to find that out."""

    __slots__ = ("document",)

    def __init__(self, document: Document) -> None:
        self.document = document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.document is self.document


def flow_of(document: Document) -> Flow:
    """The text of a version. The last ones are kept, as notes come by the hundred."""
    return _flow(_Same(document))


@lru_cache(maxsize=32)
def _flow(same: _Same) -> Flow:
    return Flow(same.document)
