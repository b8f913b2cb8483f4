"""What a longer stretch carries besides: facts in it that the other side lacks, and that must not go unseen.

A stretch of rewritten or added text is wording or content as a whole; these are the kinds that a reader who looks for
figures, dates, quotations, sources, charged terms or places alone still has to be shown.
"""

from collections.abc import Callable, Iterator
from typing import Any

from wirediff.differ.detect.attribution import reports
from wirediff.differ.detect.equal import same_figure
from wirediff.differ.detect.place import known_places
from wirediff.differ.detect.quotation import counterpart
from wirediff.differ.passage import Passage
from wirediff.differ.scene import Half, Scene
from wirediff.differ.words import CHARGED, DATE, ENTITY, FIGURE, QUOTATION, REPORT
from wirediff.kinds import Kind
from wirediff.text.measures import canonical


def carried(scene: Scene) -> tuple[Kind, ...]:
    """The kinds of fact that one side of the edit states and the other does not."""
    stated = tuple(
        kind
        for kind, (hints, facts) in _FACTS.items()
        if hints & scene.hints and facts(scene.left) != facts(scene.right)
    )
    if Kind.NUMBER in stated and all(_has_its_figures(half, other) for half, other in scene.each_way()):
        stated = tuple(kind for kind in stated if kind is not Kind.NUMBER)
    return stated + _quoted(scene) if scene.hints & QUOTATION else stated


def carried_by(passage: Passage) -> tuple[Kind, ...]:
    """The kinds of fact that a whole passage states which the other side lacks altogether."""
    half = Half(passage, 0, len(passage.text), tuple(passage.units))
    found = tuple(kind for kind, (_, facts) in _FACTS.items() if facts(half))
    return (*found, Kind.QUOTE) if any(not quote.scare for quote in passage.quotations) else found


def _quoted(scene: Scene) -> tuple[Kind, ...]:
    for half, other in scene.each_way():
        for quote in half.touching(half.passage.quotations):
            if not quote.scare and counterpart(half.passage, quote, other.passage) is None:
                return (Kind.QUOTE,)
    return ()


def _figures(half: Half) -> Iterator[Any]:
    return (canonical(q) for q in half.touching(half.passage.quantities) if q.unit != "ordinal")


def _has_its_figures(half: Half, other: Half) -> bool:
    """Whether every figure of a side is equal to one that the other side has elsewhere."""
    passages = half.passage, other.passage
    inside = half.touching(half.passage.quantities)
    return all(figure.unit == "ordinal" or same_figure(passages[0], figure, passages[1]) for figure in inside)


def _dates(half: Half) -> Iterator[Any]:
    return ((d.first, d.last) if d.first else d.text.casefold() for d in half.touching(half.passage.dates))


def _labels(half: Half) -> Iterator[Any]:
    charged = half.touching(half.passage.charged)
    return (use.term for use in charged if not half.passage.quoted(use.start, use.end))


# Each kind with the hints without which there is no such fact, and how its facts are found.
_FACTS: dict[Kind, tuple[int, Callable[[Half], frozenset[Any]]]] = {
    Kind.LABEL: (CHARGED, lambda half: frozenset(_labels(half))),
    Kind.NUMBER: (FIGURE, lambda half: frozenset(_figures(half))),
    Kind.DATETIME: (DATE, lambda half: frozenset(_dates(half))),
    Kind.ATTRIBUTION: (REPORT | ENTITY, reports),
    Kind.PLACE: (ENTITY, known_places),
}
