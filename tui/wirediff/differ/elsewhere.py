"""Sentences that the other version has as well, but in another row: a paragraph may conflate what others keep apart.

Set against this row's text they would look lost. They are told as moved instead, each as one piece.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from wirediff.align import Meetings
from wirediff.differ.cell import Cell
from wirediff.differ.passage import Passage
from wirediff.differ.stretch import Stretch
from wirediff.differ.units import Unit, merged
from wirediff.differ.words import MEANS_SOMETHING
from wirediff.model import Document
from wirediff.text import sentences, words

FEWEST_WORDS = 3
"""Words that mean something, for a sentence to be known by them."""

MOST = 0.7
"""The part of these that the other row must hold, and so much more than this row: MORE."""

MORE = 0.3

FACT = "told"
"""What the unit of such a sentence states, as far as others need to know."""


class Told(NamedTuple):
    """A sentence of a cell's text, and the paragraph of the other version that has it in another row."""

    start: int
    end: int
    paragraph: int


def told_elsewhere(
    mine: Passage, at: Cell, theirs: Passage, beside: Cell, versions: Sequence[Document], meetings: Meetings
) -> tuple[Told, ...]:
    """The sentences of one cell that paragraphs of the other version have in other rows of its paragraphs."""
    return tuple(
        told
        for number, begin, text in zip(at.numbers, at.starts, at.texts, strict=True)
        if (others := meetings.elsewhere(at.version, number, beside.version, beside.numbers))
        for told in _told(mine, begin, text, theirs, {n: versions[beside.version].text_of(n) for n in others})
    )


def _told(mine: Passage, begin: int, text: str, theirs: Passage, others: dict[int, str]) -> Iterator[Told]:
    keys_of = {n: {word.key for word in words(other)} for n, other in others.items()}
    for start, end in sentences(text, mine.language):
        inside = {
            key
            for unit in mine.units
            if begin + start <= unit.start and unit.end <= begin + end
            if not unit.is_mark and unit.weight >= MEANS_SOMETHING
            for key in unit.key.split()
        }
        best = max(keys_of, key=lambda n: (len(inside & keys_of[n]), -n))
        there, here = len(inside & keys_of[best]), len(inside & theirs.keys)
        if len(inside) >= FEWEST_WORDS and there >= MOST * len(inside) and there - here >= MORE * len(inside):
            yield Told(begin + start, begin + end, best)


def made_whole(passage: Passage, units: Sequence[Unit], told: Sequence[Told]) -> list[Unit]:
    """The units of a passage, each of these sentences made one unit that nothing on the other side answers."""
    made: list[Unit] = []
    place = 0
    for sentence in told:
        while place < len(units) and units[place].start < sentence.start:
            made.append(units[place])
            place += 1
        end = place
        while end < len(units) and units[end].end <= sentence.end:
            end += 1
        if end > place:
            made.append(replace(merged(passage.text, units[place:end], passage.words), fact=FACT))
        place = end
    return [*made, *units[place:]]


def set_apart(stretch: Stretch, units: tuple[Sequence[Unit], Sequence[Unit]]) -> Iterator[Stretch]:
    """A stretch without the sentences that another row has; these are stretches of one side, before the rest of it."""
    (left, left_end), (right, right_end) = stretch
    lefts = [(told, len(list(run))) for told, run in groupby(units[0][left:left_end], _is_told)]
    rights = [(told, len(list(run))) for told, run in groupby(units[1][right:right_end], _is_told)]
    if not any(told for told, _ in (*lefts, *rights)):
        yield stretch
        return
    while lefts or rights:
        if lefts and lefts[0][0]:
            yield Stretch((left, left + lefts[0][1]), (right, right))
            left += lefts.pop(0)[1]
        elif rights and rights[0][0]:
            yield Stretch((left, left), (right, right + rights[0][1]))
            right += rights.pop(0)[1]
        else:
            ours, theirs = (side.pop(0)[1] if side else 0 for side in (lefts, rights))
            yield Stretch((left, left + ours), (right, right + theirs))
            left, right = left + ours, right + theirs


def _is_told(unit: Unit) -> bool:
    return unit.fact == FACT
