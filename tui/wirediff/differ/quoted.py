"""Quotations that one side alone has: each stands or falls as one unit."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from wirediff.differ.edits import Edit
from wirediff.differ.passage import Passage
from wirediff.differ.units import QUOTES, Unit, merged
from wirediff.text import Quotation

_SHARED = 0.5


def with_lone_quotations(passage: Passage, other: Passage, units: list[Unit]) -> list[Unit]:
    """The units of `passage`, each quotation that `other` has neither quoted nor unquoted made one unit.

    Otherwise a chance "several" on the other side would break the quotation into pieces.
    """
    lone = [quote for quote in passage.quotations if _lacks(quote, other, units)]
    if not lone:
        return units
    made: list[Unit] = []
    place = 0
    for quote in lone:
        while place < len(units) and units[place].start < quote.start:
            made.append(units[place])
            place += 1
        end = place
        while end < len(units) and units[end].end <= quote.end:
            end += 1
        if end > place:
            made.append(merged(passage.text, units[place:end], passage.words))
        place = end
    return [*made, *units[place:]]


def _lacks(quote: Quotation, other: Passage, units: Sequence[Unit]) -> bool:
    inside = [unit for unit in units if quote.inner_start <= unit.start and unit.end <= quote.inner_end]
    keys = {key for unit in inside if not unit.is_mark and unit.weight >= 1 for key in unit.key.split()}
    return len(keys) > 1 and len(keys & other.keys) < _SHARED * len(keys)


def with_marks_joined(found: Sequence[Edit], left: Passage, right: Passage) -> list[Edit]:
    """The edits, the two marks of a quotation that one side alone has made one with the words between them.

    Only where nothing else differs in it: what differs between the marks is told by itself.
    """
    made: list[Edit] = []
    for edit in found:
        joined = spanning(made[-1], edit, left, right) if made and _are_marks(made[-1], edit, left, right) else None
        if joined:
            made[-1] = joined
        else:
            made.append(edit)
    return made


def _are_marks(opening: Edit, closing: Edit, left: Passage, right: Passage) -> bool:
    """True where the two edits are the first and the last mark of one quotation of one side, and no more."""
    for passage, ours, theirs in (
        (left, (opening.left, closing.left), (opening.right, closing.right)),
        (right, (opening.right, closing.right), (opening.left, closing.left)),
    ):
        if not all(ours) or any(not unit.is_mark or unit.text in QUOTES for side in theirs for unit in side):
            continue
        if not any(theirs) and len(ours[0]) == len(ours[1]) == 1:
            start, end = ours[0][0].start, ours[1][0].end
            if any(quote.start == start and quote.end == end for quote in passage.quotations):
                return True
        elif _halves_one(passage, *ours):
            return True
    return False


def _halves_one(passage: Passage, ours: Sequence[Unit], rest: Sequence[Unit]) -> bool:
    """True for `: "Thank you` and `"`, or `: "` and `Thank you."`: the other side has a point of all that."""
    start, end = ours[-1].end, rest[0].start
    between = (unit for unit in passage.units if start <= unit.start and unit.end <= end)
    return all(unit.is_mark for unit in between) and any(
        ours[0].start <= quote.start < start and end < quote.end <= rest[-1].end for quote in passage.quotations
    )


def spanning(opening: Edit, closing: Edit, left: Passage, right: Passage) -> Edit | None:
    """Both edits as one with what is between them; None where two paragraphs meet there."""
    spans = (opening.left_start, closing.left_end), (opening.right_start, closing.right_end)
    if any(
        start <= joint < end
        for passage, (start, end) in zip((left, right), spans, strict=True)
        for joint in passage.joints
    ):
        return None
    units = [_inside(passage, *span) for passage, span in zip((left, right), spans, strict=True)]
    return Edit(*spans[0], *spans[1], units[0], units[1])


def _inside(passage: Passage, start: int, end: int) -> tuple[Unit, ...]:
    """The units from `start` to `end`; logarithmic in all, linear in these."""
    first = bisect_left(passage.units, start, key=lambda unit: unit.start)
    last = bisect_right(passage.units, end, lo=first, key=lambda unit: unit.end)
    return tuple(passage.units[first:last])
