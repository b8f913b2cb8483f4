"""Marks that are no difference of their own: they go with the difference that brought them about.

Where words before it are dropped, added or moved, a word gets or loses the capital of a sentence start; a comma goes
with the phrase that moved, a colon with the quotation that it introduces.
"""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from wirediff.differ.edits import Edit
from wirediff.differ.passage import Passage
from wirediff.kinds import Kind

_INTRODUCES = frozenset({",", ":"})


class Judged(NamedTuple):
    """An edit with its kind, the other kinds it carries, and why."""

    edit: Edit
    kind: Kind
    also: tuple[Kind, ...]
    why: str


def with_neighbours(found: Sequence[Judged], left: Passage, right: Passage) -> list[Judged]:
    """The edits in the order of the left text, those joined that are no difference of their own.

    What is outside the spans stays the same on both sides. Cost: linear in the edits.
    """
    made: list[Judged] = []
    for each in _with_commas(found):
        before = made[-1] if made else None
        if before and not before.edit.moved and _beside(before.edit, each.edit, left, right):
            whole = _whole(before.edit, each.edit)
            if _starts_sentence(each, left, right):
                made[-1] = before._replace(edit=whole)
                continue
            if _introduces(before, each):
                made[-1] = each._replace(edit=whole)
                continue
        made.append(each)
    ends = {edit.left_end for edit, *_ in made if edit.moved}, {edit.right_end for edit, *_ in made if edit.moved}
    return [
        _brought_about(each, left)
        if (each.edit.left_start in ends[0] or each.edit.right_start in ends[1]) and _starts_sentence(each, left, right)
        else each
        for each in made
    ]


def _with_commas(found: Sequence[Judged]) -> list[Judged]:
    """The edits, a comma that one side alone has behind a phrase that moved joined to it."""
    commas = {each.edit for each in found if _is_lone_mark(each)}
    behind_left = {edit.left_start: edit for edit in commas if edit.left}
    behind_right = {edit.right_start: edit for edit in commas if edit.right}
    if not commas or not any(each.edit.moved for each in found):
        return list(found)
    made: list[Judged] = []
    gone: set[Edit] = set()
    for each in found:
        edit = each.edit
        if edit.moved:
            for comma in (behind_left.get(edit.left_end), behind_right.get(edit.right_end)):
                if comma is not None:
                    gone.add(comma)
            at_left, at_right = behind_left.get(edit.left_end), behind_right.get(edit.right_end)
            edit = replace(
                edit,
                left_end=at_left.left_end if at_left else edit.left_end,
                right_end=at_right.right_end if at_right else edit.right_end,
            )
        made.append(each._replace(edit=edit))
    return [each for each in made if each.edit not in gone]


def _is_lone_mark(each: Judged) -> bool:
    """True for a comma on one side, and nothing on the other."""
    edit = each.edit
    if edit.moved or len(edit.left) + len(edit.right) != 1:
        return False
    empty = edit.right_start == edit.right_end if edit.left else edit.left_start == edit.left_end
    return empty and (*edit.left, *edit.right)[0].text == ","


def _beside(before: Edit, after: Edit, left: Passage, right: Passage) -> bool:
    """True where nothing but a blank that both sides have is between two edits, and no paragraph ends there."""
    if after.moved or before.left_end > after.left_start or before.right_end > after.right_start:
        return False
    between = left.text[before.left_end : after.left_start]
    return (
        between == right.text[before.right_end : after.right_start]
        and (not between or between.isspace())
        and not _joint(left, before.left_end, after.left_start)
        and not _joint(right, before.right_end, after.right_start)
    )


def _joint(passage: Passage, start: int, end: int) -> bool:
    return any(start <= joint < end for joint in passage.joints)


def _whole(before: Edit, after: Edit) -> Edit:
    return replace(before, left_end=after.left_end, right_end=after.right_end)


def _starts_sentence(each: Judged, left: Passage, right: Passage) -> bool:
    """True for one word in another case, with which one side alone begins a sentence."""
    edit = each.edit
    if each.kind is not Kind.CAPITALISATION or not len(edit.left) == len(edit.right) == 1:
        return False
    starts = edit.left_start in left.sentence_starts, edit.right_start in right.sentence_starts
    return starts[0] != starts[1] and edit.left[0].text[1:] == edit.right[0].text[1:]


def _introduces(before: Judged, after: Judged) -> bool:
    """True for a colon or a comma before a quotation that one side alone has."""
    quoted = [side for side in (after.edit.left, after.edit.right) if any(unit.fact == "quotation" for unit in side)]
    marks = before.edit.left if after.edit.left else before.edit.right
    return (
        before.kind is Kind.TYPOGRAPHY
        and after.kind is Kind.QUOTE
        and len(quoted) == 1
        and not (after.edit.left and after.edit.right)
        and len(marks) == 1
        and marks[0].text in _INTRODUCES
    )


def _brought_about(each: Judged, left: Passage) -> Judged:
    word = left.text[each.edit.left_start : each.edit.left_end]
    why = f"“{word}” begins the sentence on one side only: what stood before it has moved"
    return each._replace(kind=Kind.ORDER, why=why)
