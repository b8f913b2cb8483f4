"""Which differences a list shows, and in which order: pure functions over a comparison."""

from collections.abc import Callable, Container
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TypeVar

from wirediff.app.reading.desk import Filter
from wirediff.model import Comparison, Difference, Side


class Sides(Enum):
    """On which side a difference has words."""

    ANY = "on any side"
    BOTH = "on both sides"
    LEFT = "only in the base"
    RIGHT = "only in the other version"

    def has(self, found: Difference) -> bool:
        """Whether a difference stands on these sides."""
        match self:
            case Sides.ANY:
                return True
            case Sides.BOTH:
                return found.left is not None and found.right is not None
            case Sides.LEFT:
                return found.right is None
            case Sides.RIGHT:
                return found.left is None


class Judged(Enum):
    """Whether a difference has been judged."""

    ANY = "judged or not"
    NO = "not yet judged"
    YES = "judged"

    def has(self, judged: bool) -> bool:
        """Whether a difference that is, or is not, judged belongs here."""
        return self is Judged.ANY or judged == (self is Judged.YES)


class Order(Enum):
    """What differences are sorted by."""

    PLACE = "by place"
    KIND = "by kind"
    SEVERITY = "gravest first"
    TEXT = "by their words"


_Choice = TypeVar("_Choice", Sides, Judged, Order)


def following(choice: _Choice) -> _Choice:
    """The next choice of a table, round and round."""
    choices = list(type(choice))
    return choices[(choices.index(choice) + 1) % len(choices)]


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: kinds and severities, words on either side, the sides, a judgement; and the order."""

    filter: Filter = field(default_factory=Filter)
    words: str = ""
    sides: Sides = Sides.ANY
    judged: Judged = Judged.ANY
    order: Order = Order.PLACE
    backwards: bool = False

    @property
    def everything(self) -> "Sought":
        """The same order over all differences."""
        return replace(Sought(), order=self.order, backwards=self.backwards)

    def named(self) -> str:
        """What is left out and how it is sorted, in words; "" for everything in its place."""
        filtered = [self.filter.named()] if not self.filter.is_open else []
        words = [f"with “{self.words}”"] if self.words else []
        sides = [] if self.sides is Sides.ANY else [self.sides.value]
        judged = [] if self.judged is Judged.ANY else [self.judged.value]
        ordered = [] if self.order is Order.PLACE and not self.backwards else [self.order.value]
        return ", ".join([*filtered, *words, *sides, *judged, *ordered, *(["backwards"] if self.backwards else [])])


def sought(
    comparison: Comparison, among: tuple[int, ...], wanted: Sought, judged: Container[int] = frozenset()
) -> tuple[int, ...]:
    """The differences `among` those at these indexes that are wanted, in the order that is wanted.

    `judged` holds the indexes of those that have been judged. Words are compared without regard to case. Equal ones
    keep the order they stand in.
    """
    words = wanted.words.casefold()
    found = comparison.differences
    kept = [
        index
        for index in among
        if wanted.filter.passes(found[index])
        and wanted.sides.has(found[index])
        and wanted.judged.has(index in judged)
        and (not words or words in _words(found[index]))
    ]
    key = _KEYS[wanted.order]
    if key is not None:
        kept.sort(key=lambda index: key(found[index]))
    return tuple(kept[::-1] if wanted.backwards else kept)


def _words(found: Difference) -> str:
    return "\n".join(side.text.casefold() for side in (found.left, found.right) if side)


def _text(side: Side | None) -> str:
    return side.text.strip().casefold() if side else ""


_KEYS: dict[Order, Callable[[Difference], tuple[object, ...]] | None] = {
    Order.PLACE: None,
    Order.KIND: lambda found: (str(found.kind), _text(found.left), _text(found.right)),
    Order.SEVERITY: lambda found: (-found.severity.rank,),
    Order.TEXT: lambda found: (_text(found.left), _text(found.right)),
}
