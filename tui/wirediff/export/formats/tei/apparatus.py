"""The apparatus of a passage: where its witnesses part, and what each reads there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wirediff.export.segments import Segment


class Edit(NamedTuple):
    """What one witness reads in place of the base's characters `start` to `end`, and the differences that say so."""

    start: int
    end: int
    witness: int
    text: str
    differences: tuple[int, ...]


class Reading(NamedTuple):
    """A text, the witnesses that have it, and the differences that tell it from the base."""

    text: str
    witnesses: tuple[int, ...]
    differences: tuple[int, ...] = ()


def parted(base: str, witnesses: Mapping[int, Sequence[Segment]]) -> Iterator[list[Reading]]:
    """A passage piece by piece: one reading where all agree, else the base's reading and then the others'.

    `witnesses` are the others, each cut against the base. Edits of several witnesses that overlap make one piece.
    Each witness's readings joined are its text. Sorts the edits; otherwise linear.
    """
    found = [edit for witness, segments in witnesses.items() for edit in _edits(witness, segments)]
    edits = sorted(found, key=lambda edit: (edit.start, edit.end))  # stable: two at one point keep their order
    everybody = (0, *witnesses)
    place = 0
    for group in _grouped(edits):
        start, end = group[0].start, max(edit.end for edit in group)
        if start > place:
            yield [Reading(base[place:start], everybody)]
        yield _readings(base, start, end, group, witnesses)
        place = end
    if place < len(base):
        yield [Reading(base[place:], everybody)]


def _edits(witness: int, segments: Sequence[Segment]) -> Iterator[Edit]:
    place = 0
    for segment in segments:
        end = place + len(segment.left)
        if not segment.common or segment.differences:
            yield Edit(place, end, witness, segment.right, segment.differences)
        place = end


def _grouped(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Edits that overlap, or stand at one point, together."""
    group: list[Edit] = []
    end = 0
    for edit in edits:
        at_one_point = bool(group) and edit.start == edit.end == group[0].start == end
        if group and edit.start >= end and not at_one_point:
            yield group
            group = []
        end = max(end, edit.end) if group else edit.end
        group.append(edit)
    if group:
        yield group


def _readings(base: str, start: int, end: int, group: Sequence[Edit], witnesses: Mapping[int, object]) -> list[Reading]:
    """What everybody reads in place of a stretch of the base; the base's own reading comes first."""
    found: dict[str, tuple[list[int], list[int]]] = {base[start:end]: ([0], [])}
    for witness in witnesses:
        text, place = "", start
        differences: list[int] = []
        for edit in group:
            if edit.witness == witness:
                text += base[place : edit.start] + edit.text
                place = edit.end
                differences += edit.differences
        readers, reasons = found.setdefault(text + base[place:end], ([], []))
        readers.append(witness)
        reasons += differences
    return [Reading(text, tuple(readers), tuple(dict.fromkeys(why))) for text, (readers, why) in found.items()]
