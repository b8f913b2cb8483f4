"""Lists told in another order: "rice, wheat and maize" against "wheat, rice and maize" is one difference."""

from collections.abc import Sequence, Set

from wirediff.differ.edits import Edit
from wirediff.differ.passage import Passage
from wirediff.differ.quoted import spanning
from wirediff.differ.units import Unit
from wirediff.differ.words import MEANS_SOMETHING

_COMMAS = frozenset({",", "،", "、"})
_AND = "&"
_MOST_EDITS = 6
_LONGEST_ITEM = 3
"""Words of meaning; what is longer is a clause."""


def with_lists(found: Sequence[Edit], left: Passage, right: Passage) -> list[Edit]:
    """The edits in order, neighbours made one where they span items of a list that stand in another order.

    Cost: linear in the edits.
    """
    made: list[Edit] = []
    place = 0
    while place < len(found):
        whole, size = _list_from(found[place : place + _MOST_EDITS], left, right)
        made.append(whole)
        place += size
    return made


def _list_from(run: Sequence[Edit], left: Passage, right: Passage) -> tuple[Edit, int]:
    """The shortest list that begins with the first edit of a run, and how many edits it takes; else that edit."""
    for last in range(1, len(run)):
        whole = spanning(run[0], run[last], left, right)
        if whole is None:
            break
        if is_list(whole.left, whole.right, left.lexicon.conjunctions) and _goes_on(whole, left, right):
            return whole, last + 1
    return run[0], 1


def is_list(left: Sequence[Unit], right: Sequence[Unit], links: Set[str]) -> bool:
    """Whether two runs of units are the same items, two at least, in another order, between commas and `links`."""
    ours = _items(left, links)
    return len(ours) > 1 and ours != (theirs := _items(right, links)) and sorted(ours) == sorted(theirs)


def _items(units: Sequence[Unit], links: Set[str]) -> list[tuple[str, ...]]:
    """The words of meaning of each item; none where this is no list."""
    items: list[tuple[str, ...]] = [()]
    for unit in units:
        if unit.text in _COMMAS or unit.text == _AND or unit.key in links:
            items.append(())
        elif unit.is_mark:
            return []
        elif unit.weight >= MEANS_SOMETHING:
            items[-1] = (*items[-1], unit.key)
    items = [item for item in items if item]
    return items if all(len(item) <= _LONGEST_ITEM for item in items) else []


def _goes_on(edit: Edit, left: Passage, right: Passage) -> bool:
    """True where an "and" stands among the items, or the list goes on behind them."""
    for passage, units, end in ((left, edit.left, edit.left_end), (right, edit.right, edit.right_end)):
        after = next((unit for unit in passage.units if unit.start >= end), None)
        links = passage.lexicon.conjunctions | {_AND}
        goes_on = after is not None and (after.key in links or after.text in _COMMAS)
        if not goes_on and not any(unit.key in links for unit in units):
            return False
    return True
