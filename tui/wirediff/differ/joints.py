"""Edits cut where a cell passes from one paragraph to the next: a difference is always cited inside one paragraph."""

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from wirediff.differ.cell import JOINT
from wirediff.differ.edits import Edit
from wirediff.differ.units import Unit

_Piece = tuple[int, int, tuple[Unit, ...]]


def cut_at_joints(found: list[Edit], left: Collection[int], right: Collection[int]) -> list[Edit]:
    """The edits with no span over a joint; `left` and `right` are the joints' offsets on each side.

    Where one side has more pieces than the other, the longest piece keeps the counterpart.
    """
    return list(_cut(found, left, right)) if left or right else found


def _cut(found: Sequence[Edit], left: Collection[int], right: Collection[int]) -> Iterator[Edit]:
    for edit in found:
        ours = _pieces(edit.left_start, edit.left_end, edit.left, left)
        theirs = _pieces(edit.right_start, edit.right_end, edit.right, right)
        if len(ours) == len(theirs):
            pairs: list[tuple[_Piece | None, _Piece | None]] = list(zip(ours, theirs, strict=True))
        elif len(ours) > len(theirs):
            pairs = _matched(ours, theirs)
        else:
            pairs = [(a, b) for b, a in _matched(theirs, ours)]
        for a, b in pairs:
            yield _edit(edit, a, b)


def _pieces(start: int, end: int, units: tuple[Unit, ...], joints: Collection[int]) -> list[_Piece]:
    cuts = sorted(place for place in joints if start <= place < end)
    if not cuts:
        return [(start, end, units)]
    bounds = zip([start, *(place + len(JOINT) for place in cuts)], [*cuts, end], strict=True)
    return [(a, b, tuple(unit for unit in units if a <= unit.start < b)) for a, b in bounds if a < b]


def _matched(many: list[_Piece], few: list[_Piece]) -> list[tuple[_Piece | None, _Piece | None]]:
    """Each of the few with one of the longest of the many, in order; the rest of the many stand alone."""
    longest = sorted(range(len(many)), key=lambda index: (many[index][0] - many[index][1], index))[: len(few)]
    partner: dict[int, _Piece | None] = dict(zip(sorted(longest), few, strict=True))
    return [(piece, partner.get(index)) for index, piece in enumerate(many)]


def _edit(edit: Edit, left: _Piece | None, right: _Piece | None) -> Edit:
    a = left or (edit.left_start, edit.left_start, ())
    b = right or (edit.right_start, edit.right_start, ())
    return replace(edit, left_start=a[0], left_end=a[1], left=a[2], right_start=b[0], right_end=b[1], right=b[2])
