"""Titles told around a name in another order: "Mayor X" against "X, the mayor" is one difference, not one a side.

An alignment keeps the name and finds the titles before and behind it dropped here and added there, in pieces. Where a
title crosses the name, all that is said of its bearer is one stretch that nothing cuts any more.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wirediff.differ.stretch import Stretch
from wirediff.differ.units import Unit
from wirediff.differ.words import MEANS_SOMETHING, REPORT, TITLE
from wirediff.text.lexicon import Lexicon

_Units = tuple[Sequence[Unit], Sequence[Unit]]
_Span = tuple[int, int]

_LONGEST = 12
"""Units before a name, or behind it."""


class _Told(NamedTuple):
    """Where on one side what is said of a name begins and ends, and the titles before and behind it."""

    span: _Span
    before: frozenset[str]
    behind: frozenset[str]


def with_bearers(
    stretches: Sequence[Stretch], units: _Units, lists: Lexicon
) -> tuple[list[Stretch], frozenset[Stretch]]:
    """The stretches, those around a name that a title crosses made one; and which are settled so.

    Where the name differs too, it parts what is before it from what is behind it.
    """
    if not _may_cross(stretches, units, lists):
        return list(stretches), frozenset()
    made, settled = list(stretches), set[Stretch]()
    for name in _names(stretches, units, lists):
        ours, theirs = (_told(units[side], name[side], lists) for side in (0, 1))
        if not _crosses(ours, theirs):
            continue
        whole = Stretch(ours.span, theirs.span)
        if _is_apart(whole, made):
            parts = [whole] if _equal(name, units) else _around(whole, name)
            made = _replaced(made, whole, parts)
            settled |= {part for part in parts if part != name}
    return made, frozenset(settled)


def _may_cross(stretches: Sequence[Stretch], units: _Units, lists: Lexicon) -> bool:
    """Whether one title stands in stretches of both sides: nearly always not."""
    apart: tuple[list[Unit], list[Unit]] = ([], [])
    for stretch in stretches:
        for side in (0, 1):
            apart[side].extend(unit for unit in units[side][slice(*stretch[side])] if unit.hints & TITLE)
    return not _titles(apart[0], lists).isdisjoint(_titles(apart[1], lists))


def _names(stretches: Sequence[Stretch], units: _Units, lists: Lexicon) -> Iterator[Stretch]:
    """The names that both sides have, in one form or in two."""
    run: Stretch | None = None
    for column in _columns(stretches, len(units[0]), len(units[1])):
        if all(_names_only(units[side][slice(*column[side])], lists) for side in (0, 1)):
            run = run.to(column) if run else column
        elif run:
            yield run
            run = None
    if run:
        yield run


def _columns(stretches: Sequence[Stretch], left: int, right: int) -> Iterator[Stretch]:
    """The units that are equal, two by two, and between them the stretches."""
    i = j = 0
    for stretch in [*stretches, Stretch((left, left), (right, right))]:
        while i < stretch.left[0]:
            yield Stretch((i, i + 1), (j, j + 1))
            i, j = i + 1, j + 1
        if any(stretch.sizes):
            yield stretch
        i, j = stretch.left[1], stretch.right[1]


def _names_only(units: Sequence[Unit], lists: Lexicon) -> bool:
    return len(units) == 1 and units[0].is_name and not units[0].fact and not lists.is_title(units[0].key)


def _told(units: Sequence[Unit], name: _Span, lists: Lexicon) -> _Told:
    """What stands right before a name and belongs to its titles, and a clause between commas behind it."""
    start = name[0]
    while start and name[0] - start < _LONGEST and _may_lead(units[start - 1], lists):
        start -= 1
    end = name[1]
    if end < len(units) and units[end].text == ",":
        closing = next((i for i in range(end + 1, min(end + _LONGEST, len(units))) if _closes(units, i)), None)
        if closing is not None and not any(unit.hints & REPORT for unit in units[end:closing]):
            end = closing + (units[closing].text == ",")
    before, behind = _titles(units[start : name[0]], lists), _titles(units[name[1] : end], lists)
    return _Told((start if before else name[0], end if behind else name[1]), before, behind)


def _closes(units: Sequence[Unit], at: int) -> bool:
    """True for the mark that ends a clause: no point of a short form."""
    return units[at].text in {",", ";"} or (units[at].text in {".", "!", "?"} and not units[at - 1].hints & TITLE)


def _may_lead(unit: Unit, lists: Lexicon) -> bool:
    """True for what may stand in a title before a name: "Iraqi army 7th Division Commander Maj. Gen."."""
    return (
        unit.text == "."
        or bool(unit.hints & TITLE)
        or (unit.is_name and unit.fact != "date" and unit.weight >= MEANS_SOMETHING)
        or unit.fact == "figure"
        or unit.key in lists.generic_nouns
    )


def _titles(units: Sequence[Unit], lists: Lexicon) -> frozenset[str]:
    return frozenset(heads[unit.key] for unit in units for heads in (lists.ranks, lists.offices) if unit.key in heads)


def _crosses(ours: _Told, theirs: _Told) -> bool:
    """True where a title stands before the name on one side, and on the other behind it and nowhere before."""
    return bool(
        (ours.before - ours.behind) & (theirs.behind - theirs.before)
        or (ours.behind - ours.before) & (theirs.before - theirs.behind)
    )


def _is_apart(whole: Stretch, stretches: Sequence[Stretch]) -> bool:
    """Whether nothing that is equal on both sides stands within `whole` on one side only."""
    (left, left_end), (right, right_end) = whole
    last = Stretch((left_end + 1,) * 2, (right_end + 1,) * 2)
    i = j = 0
    for stretch in [*stretches, last]:
        while i < min(stretch.left[0], last.left[0]) and j < last.right[0]:
            if (left <= i < left_end) != (right <= j < right_end):
                return False
            i, j = i + 1, j + 1
        if stretch.left[0] > left_end and stretch.right[0] > right_end:
            break
        i, j = stretch.left[1], stretch.right[1]
    return True


def _equal(name: Stretch, units: _Units) -> bool:
    ours, theirs = ([unit.text for unit in units[side][slice(*name[side])]] for side in (0, 1))
    return ours == theirs


def _around(whole: Stretch, name: Stretch) -> list[Stretch]:
    """What is before a name, the name, and what is behind it."""
    parts = [
        Stretch((whole.left[0], name.left[0]), (whole.right[0], name.right[0])),
        name,
        Stretch((name.left[1], whole.left[1]), (name.right[1], whole.right[1])),
    ]
    return [part for part in parts if any(part.sizes)]


def _replaced(stretches: Sequence[Stretch], whole: Stretch, parts: Sequence[Stretch]) -> list[Stretch]:
    """The stretches with `parts` for `whole`; of those that reach into it, what lies outside stays."""
    before: list[Stretch] = []
    after: list[Stretch] = []
    for stretch in stretches:
        spans = list(zip(stretch, whole, strict=True))
        head = Stretch(*((min(a[0], b[0]), min(a[1], b[0])) for a, b in spans))
        tail = Stretch(*((max(a[0], b[1]), max(a[1], b[1])) for a, b in spans))
        before += [head] if any(head.sizes) else []
        after += [tail] if any(tail.sizes) else []
    return [*before, *parts, *after]
