"""What is shown of a comparison as a choice for an export: the same that the options of `wirediff export` choose."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wirediff.app.naming import count
from wirediff.app.reading.desk import Desk
from wirediff.kinds import Kind, Severity
from wirediff.naming import tag

if TYPE_CHECKING:
    from wirediff.export.choice import Choice

_NAMED = 4
"""Kinds that are named one by one; more are counted."""


def narrowed(desk: Desk) -> "Choice | None":
    """The kinds, severities and versions that are shown; None where everything is, or no kind at all."""
    from wirediff.export.choice import EVERYTHING, Choice

    kinds = frozenset(Kind) - desk.filter.hidden if desk.filter.hidden else frozenset()
    if desk.filter.hidden and not kinds:  # of a choice this would leave out nothing
        return None
    least = desk.filter.least
    severities = frozenset(each for each in Severity if each.rank >= least.rank) if least.rank else frozenset()
    versions = desk.comparison.collation.versions
    paths = tuple(versions[place].path for place in desk.others) if len(desk.others) < len(versions) - 1 else ()
    choice = Choice(kinds, severities, paths)
    return None if choice == EVERYTHING else choice


def told(desk: Desk) -> str:
    """What is shown, in words; "" where everything is.

    >>> from wirediff.app.reading.desk import Filter
    >>> from wirediff.model import Collation, Comparison, Relation
    >>> told(Desk(Comparison(Collation((), Relation.REWRITE, ()), ()), (), filter=Filter(least=Severity.SERIOUS)))
    'serious'
    """
    choice = narrowed(desk)
    if choice is None:
        return ""
    kinds = [kind for kind in Kind if kind in choice.kinds]
    hidden = [kind for kind in Kind if kind in desk.filter.hidden]
    severities = [severity for severity in Severity if severity in choice.severities]
    versions = [tag(place) for place in (0, *desk.others)] if choice.versions else []
    parts = (
        ", ".join(kinds) if len(kinds) <= _NAMED else _left_out(hidden, len(kinds)),
        " and ".join(severities),
        ", ".join(versions),
    )
    return "; ".join(part for part in parts if part)


def _left_out(hidden: Sequence[Kind], kinds: int) -> str:
    return f"without {', '.join(hidden)}" if len(hidden) <= _NAMED else count(kinds, "kind")
