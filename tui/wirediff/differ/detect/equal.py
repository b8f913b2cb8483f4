"""Figures that come to the same: in other words, in another measure, or in another place of the sentence."""

import re
from collections.abc import Sequence

from wirediff.differ.passage import Passage
from wirediff.differ.scene import Half, Scene
from wirediff.differ.words import FIGURE, MEANS_SOMETHING
from wirediff.text import Quantity
from wirediff.text.measures import likeness

_AGE = re.compile(r"(?:,|\baged)\s+\Z")
_OLD = re.compile(r"[\s-]old\b")
_OLDEST = 120


def written_twice(scene: Scene) -> str | None:
    """Why an edit that is nothing but figures and little words says the same value on both sides; None if not so."""
    if not scene.hints & FIGURE or not all(_bare(half) for half in scene.halves):
        return None
    ours, theirs = _inside(scene.left), _inside(scene.right)
    in_place = ours and len(ours) == len(theirs) and all(map(_same, ours, theirs))
    if (
        in_place
        and not any(figure.exact for figure in (*ours, *theirs))
        and _digits(scene.left) == _digits(scene.right)
    ):
        return None  # "around 5" and "about 5" differ in wording
    if in_place or _periods(scene.left) & _periods(scene.right):
        return f"“{scene.left.shown}” and “{scene.right.shown}” are the same value"
    if (ours and theirs) or scene.two_sided:
        return None
    half, other = (scene.left, scene.right) if ours else (scene.right, scene.left)
    there = [same_figure(half.passage, figure, other.passage) for figure in ours or theirs]
    if not there or not all(there):
        return None
    elsewhere = " and ".join(f"“{figure.text}”" for figure in there if figure)
    return f"“{half.shown.strip(' ,')}” is the same value as {elsewhere} elsewhere"


def converted(scene: Scene) -> str | None:
    """Why figures of two measures say the same within the rounding of what is stated; None where they do not."""
    if not scene.hints & FIGURE or not all(_bare(half) for half in scene.halves):
        return None
    ours, theirs = _inside(scene.left), _inside(scene.right)
    if ours and theirs:
        if all(map(_same, ours, theirs)) and len(ours) == len(theirs):
            return None
        if _all_in(ours, theirs) and _all_in(theirs, ours):
            return f"“{scene.left.shown}” and “{scene.right.shown}” are the same within rounding"
        return None
    for half, other in scene.each_way():
        alone = _inside(half)
        if alone and not other.words and (first := _converts(half, alone)):
            return f"“{alone[0].text}” only converts “{first.text}”"
    return None


def same_figure(passage: Passage, figure: Quantity, other: Passage) -> Quantity | None:
    """The figure of the other passage that says the same as `figure`, where as many say so there as here."""
    here = [each for each in passage.quantities if _same_or_age(passage, figure, passage, each)]
    there = [each for each in other.quantities if _same_or_age(passage, figure, other, each)]
    return there[here.index(figure)] if len(here) == len(there) else None


def _digits(half: Half) -> str:
    return "".join(filter(str.isdigit, half.text))


def _same(one: Quantity, other: Quantity) -> bool:
    return likeness(one, other) == "same"


def _same_or_age(passage: Passage, one: Quantity, other_passage: Passage, other: Quantity) -> bool:
    if _same(one, other):
        return True
    ages = _age(passage, one), _age(other_passage, other)
    return bool(ages[0]) and ages[0] == ages[1]


def _age(passage: Passage, figure: Quantity) -> float:
    """How old somebody is by a figure: "36-year-old", ", 36,", "aged 36"; 0 where it is no age."""
    text = passage.text
    if not figure.exact or figure.low != figure.high or not 0 < figure.low < _OLDEST:
        return 0.0
    old = figure.unit == "year" and _OLD.search(figure.text)
    between = not figure.unit and _AGE.search(text[max(0, figure.start - 8) : figure.start])
    closed = between and (text[figure.end : figure.end + 1] in {",", "."} or "aged" in between.group())
    return figure.low if old or closed else 0.0


def _inside(half: Half) -> list[Quantity]:
    return half.touching(half.passage.quantities)


def _all_in(some: Sequence[Quantity], others: Sequence[Quantity]) -> bool:
    return all(any(likeness(figure, other) for other in others) for figure in some)


def _converts(half: Half, alone: Sequence[Quantity]) -> Quantity | None:
    """The figure before or behind the span that all figures in it only convert."""
    beside = [figure for figure in half.beside(half.passage.quantities) if figure not in alone]
    near = [figure for figure in half.passage.quantities if figure not in alone and _near(half, figure)]
    for first in (*beside, *near):
        if all(likeness(figure, first) == "rounded" for figure in alone):
            return first
    return None


def _near(half: Half, figure: Quantity) -> bool:
    between = half.passage.text[figure.end : half.start] if figure.end <= half.start else ""
    return figure.end <= half.start and len(between.split()) <= 1


def _bare(half: Half) -> bool:
    """True where the span has no words that mean something but its figures."""
    figures = _inside(half)
    return all(
        unit.fact == "figure"
        or unit.weight < MEANS_SOMETHING
        or any(figure.start <= unit.start and unit.end <= figure.end for figure in figures)
        for unit in half.words
    ) or bool(_periods(half))


def _periods(half: Half) -> frozenset[str]:
    """Which parts of a year the words of the span name, together with the one before it."""
    before = half.before
    words = " ".join(half.keys)
    spoken = (words, f"{before.key} {words}" if before else words)
    return frozenset(part for phrase in spoken for part in half.passage.lexicon.periods.get(phrase, ()))
