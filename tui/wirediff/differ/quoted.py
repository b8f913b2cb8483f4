"""Quotations that one side alone has: each stands or falls as one unit."""

from collections.abc import Sequence

from wirediff.differ.passage import Passage
from wirediff.differ.units import Unit, merged
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
