"""Two texts cut into segments that answer each other, so that either can be read out of them again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wirediff.export.pieces import Span
from wirediff.printable import inert

JOINT = "\n"
"""Stands between two paragraphs of a text that is made of several; no inert text has one of its own."""

_TOKEN = re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]")
_NONCHARACTER = re.compile("[\ufdd0-\ufdef" + "".join(map(chr, (0xFFFE, 0xFFFF))) + "]")


class Segment(NamedTuple):
    """What stands on the left and on the right, and which differences say so; none where the two are the same.

    A segment whose sides differ and that has no difference is one that was not chosen, or a joint.
    """

    left: str
    right: str
    differences: tuple[int, ...] = ()

    @property
    def common(self) -> bool:
        """Whether both sides are the same."""
        return self.left == self.right


def xml_text(text: str) -> str:
    """`text`, inert and with no character that XML forbids; one character stays one.

    >>> xml_text("a\\x00b")
    'a␀b'
    """
    return _NONCHARACTER.sub("\ufffd", inert(text))


def segments(left: str, right: str, left_spans: Iterable[Span], right_spans: Iterable[Span]) -> list[Segment]:
    """Cut two texts at their differences; the left sides joined are `left`, the right sides `right`.

    What no difference covers is the same on both sides wherever all differences are there, and is aligned token by
    token where it is not (a longest common subsequence by bits after Hyyrö, quadratic in the tokens that are not the
    same).
    Of spans that overlap in one text the first counts.
    """
    return list(_Cut(_outside(left, left_spans), _outside(right, right_spans)).segments())


class _Gap(NamedTuple):
    """A span taken out of a text: where it was in what is left of the text, its words, and its difference."""

    at: int
    text: str
    difference: int


def _outside(text: str, spans: Iterable[Span]) -> tuple[str, list[_Gap]]:
    """A text without its spans, and the spans."""
    kept: list[str] = []
    gaps: list[_Gap] = []
    place = length = 0
    for span in sorted(spans):
        if span.start < place or span.start >= span.end:
            continue
        kept.append(text[place : span.start])
        length += span.start - place
        gaps.append(_Gap(length, text[span.start : span.end], span.difference))
        place = span.end
    kept.append(text[place:])
    return "".join(kept), gaps


class _Cut:
    def __init__(self, left: tuple[str, list[_Gap]], right: tuple[str, list[_Gap]]) -> None:
        (self._left, left_gaps), (self._right, right_gaps) = left, right
        self._left_gaps, self._right_gaps = left_gaps[::-1], right_gaps[::-1]  # the next one last, to be popped

    def segments(self) -> Iterator[Segment]:
        for same, (i, j), (k, m) in _aligned(self._left, self._right):
            if same:
                yield from self._common(i, j, k)
            else:
                yield from self._unexplained(i, j, k, m)
        yield from self._gaps(len(self._left), len(self._right))

    def _common(self, i: int, j: int, k: int) -> Iterator[Segment]:
        """Text `i` to `j` of the left, which is that from `k` on of the right, cut where spans were taken out."""
        while i < j:
            yield from self._gaps(i, k)
            ahead = [gaps[-1].at - at for gaps, at in ((self._left_gaps, i), (self._right_gaps, k)) if gaps]
            length = min([j - i, *ahead])
            yield Segment(self._left[i : i + length], self._left[i : i + length])
            i, k = i + length, k + length

    def _unexplained(self, i: int, j: int, k: int, m: int) -> Iterator[Segment]:
        yield from self._gaps(i, k)
        inside = [gaps and gaps[-1].at < end for gaps, end in ((self._left_gaps, j), (self._right_gaps, m))]
        if not any(inside):
            yield Segment(self._left[i:j], self._right[k:m])
            return
        while i < j:
            end = min(j, self._left_gaps[-1].at) if self._left_gaps else j
            if end > i:
                yield Segment(self._left[i:end], "")
            i = end
            yield from self._gaps(i, k)
        while k < m:
            end = min(m, self._right_gaps[-1].at) if self._right_gaps else m
            if end > k:
                yield Segment("", self._right[k:end])
            k = end
            yield from self._gaps(i, k)

    def _gaps(self, i: int, k: int) -> Iterator[Segment]:
        """The spans taken out up to these places, both sides of a difference together where their order lets them."""
        ours = _taken(self._left_gaps, i)
        theirs = _taken(self._right_gaps, k)
        for gap in ours:
            numbers = [other.difference for other in theirs]
            if gap.difference in numbers:
                place = numbers.index(gap.difference)
                yield from (Segment("", other.text, (other.difference,)) for other in theirs[:place])
                yield Segment(gap.text, theirs[place].text, (gap.difference,))
                theirs = theirs[place + 1 :]
            else:
                yield Segment(gap.text, "", (gap.difference,))
        yield from (Segment("", other.text, (other.difference,)) for other in theirs)


def _taken(gaps: list[_Gap], end: int) -> list[_Gap]:
    found = []
    while gaps and gaps[-1].at <= end:
        found.append(gaps.pop())
    return found


_Range = tuple[int, int]


def _aligned(left: str, right: str) -> Iterator[tuple[bool, _Range, _Range]]:
    """What of two texts is the same and what is not, as ranges of characters that follow each other."""
    if left == right:
        yield True, (0, len(left)), (0, len(right))
        return
    from rapidfuzz.distance import Indel

    ours, theirs = _TOKEN.findall(left), _TOKEN.findall(right)
    ends = _ends(ours), _ends(theirs)
    apart: tuple[int, int, int, int] | None = None
    for code in Indel.opcodes(ours, theirs):
        i, j, k, m = (ends[0][code.src_start], ends[0][code.src_end], ends[1][code.dest_start], ends[1][code.dest_end])
        if code.tag != "equal":
            apart = (apart[0], j, apart[2], m) if apart else (i, j, k, m)
            continue
        if apart:
            yield False, apart[:2], apart[2:]
            apart = None
        yield True, (i, j), (k, m)
    if apart:
        yield False, apart[:2], apart[2:]


def _ends(tokens: Sequence[str]) -> list[int]:
    ends = [0]
    for token in tokens:
        ends.append(ends[-1] + len(token))
    return ends
