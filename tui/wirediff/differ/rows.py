"""Rows become differences: each pair of cells compared, each edit classified, cited and weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wirediff.differ.carve import Carver
from wirediff.differ.cell import Cell, cell
from wirediff.differ.detect import classify
from wirediff.differ.detect.carried import carried_by
from wirediff.differ.edits import Edit, edits, stretches
from wirediff.differ.joints import cut_at_joints
from wirediff.differ.moves import exposed, with_moves
from wirediff.differ.pairing import pair_units
from wirediff.differ.passage import Passage, passage
from wirediff.differ.quoted import with_lone_quotations
from wirediff.differ.scene import Scene
from wirediff.differ.severity import severity
from wirediff.differ.units import join_compounds
from wirediff.glossary import Glossary
from wirediff.kinds import Kind
from wirediff.model import HEADLINE, Collation, Difference, Document, Side


def differences(collation: Collation, glossary: Glossary) -> tuple[Difference, ...]:
    """The differences of every row between the base and each other version, headlines first, then by row and place.

    Cost: quadratic in the words of a row that differ, linear in the rows. A collation of book length is shared out
    among processes, one a core, with the same result.
    """
    found: list[Difference] = []
    versions = collation.versions
    for version in range(1, len(versions)):
        if versions[0].headline and versions[version].headline:
            found += _compared(versions, None, (HEADLINE,), (HEADLINE,), version, glossary)
    if len(collation.rows) >= MANY_ROWS:
        from wirediff.differ.parallel import in_processes

        found += in_processes(collation, glossary)
    else:
        found += differences_of_rows(collation, 0, len(collation.rows), glossary)
    return tuple(found)


MANY_ROWS = 4_000
"""Rows from which starting processes is cheaper than doing without."""


def differences_of_rows(collation: Collation, first: int, last: int, glossary: Glossary) -> list[Difference]:
    """The differences of rows `first` to `last` (exclusive)."""
    found: list[Difference] = []
    for index in range(first, last):
        row = collation.rows[index]
        for version in range(1, len(collation.versions)):
            found += _compared(collation.versions, index, row.cells[0], row.cells[version], version, glossary)
    return found


def _compared(
    versions: Sequence[Document],
    row: int | None,
    ours: tuple[int, ...],
    theirs: tuple[int, ...],
    version: int,
    glossary: Glossary,
) -> Iterator[Difference]:
    left, right = cell(versions, 0, ours), cell(versions, version, theirs)
    if left.texts == right.texts:
        return
    if not ours or not theirs:
        yield from _whole(left if ours else right, row, version, glossary)
        return
    passages = passage(left, glossary), passage(right, glossary)
    for edit in between(*passages):
        kind, also, why = classify(Scene(edit, *passages))
        yield Difference(
            row=row,
            kind=kind,
            severity=severity(kind, also, glossary),
            why=why,
            left=_side(left, edit.left_start, edit.left_end),
            right=_side(right, edit.right_start, edit.right_end),
            also=also,
            against=version,
        )


def between(left: Passage, right: Passage) -> list[Edit]:
    """The edits between two passages, in the order of the left text, none over a joint.

    Swapping the passages swaps the spans and changes nothing else: ties are always broken from the same side.
    """
    if left.text > right.text:
        return sorted((edit.mirrored for edit in between(right, left)), key=lambda edit: edit.left_start)
    joined = join_compounds(left.units, right.units, left.words)
    units = with_lone_quotations(left, right, joined[0]), with_lone_quotations(right, left, joined[1])
    carver = Carver(left, right, units)
    apart = stretches(len(units[0]), len(units[1]), pair_units(*units))
    apart = [part for stretch in apart for part in carver.carve(stretch)]
    cuts = exposed(apart, units)
    apart = [part for stretch in apart for part in cuts.get(stretch, [stretch])]
    found = edits(left.side(units[0]), right.side(units[1]), apart)
    return with_moves(cut_at_joints(found, left.joints, right.joints))


def _whole(only: Cell, row: int | None, version: int, glossary: Glossary) -> Iterator[Difference]:
    """Paragraphs that the base or the other version has no answer to: each is one difference."""
    for number, start, text in zip(only.numbers, only.starts, only.texts, strict=True):
        if not text:
            continue
        side = only.side(start, start + len(text))
        in_base = only.version == 0
        also = carried_by(passage(replace(only, numbers=(number,)), glossary))
        lacks = "this version" if in_base else "the base"
        yield Difference(
            row=row,
            kind=Kind.CONTENT,
            severity=severity(Kind.CONTENT, also, glossary),
            why=f"{lacks} has no paragraph that answers this one",
            left=side if in_base else None,
            right=None if in_base else side,
            also=also,
            against=version,
        )


def _side(at: Cell, start: int, end: int) -> Side | None:
    return at.side(start, end) if start < end else None
