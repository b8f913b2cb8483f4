"""What lies open side by side: a comparison, what of it is seen, and the order in which its differences are visited."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from wirediff.app.layout.collated import View
from wirediff.kinds import Kind, Severity
from wirediff.model import Comparison, Difference

COLUMN = 42
"""Cells that a column needs, margin included, for lines that can be read; narrower columns are not chosen unasked."""


LEAST = 31
"""Cells below which columns are not set side by side even where that was chosen: words would be cut everywhere."""


class Form(StrEnum):
    """How versions are laid out."""

    AUTO = "as the width allows"
    SPLIT = "side by side"
    UNIFIED = "in one column"

    def following(self) -> "Form":
        """The next form, round and round."""
        forms = list(Form)
        return forms[(forms.index(self) + 1) % len(forms)]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which differences are seen: none of a hidden kind, none lighter than `least`."""

    hidden: frozenset[Kind] = frozenset()
    least: Severity = Severity.COSMETIC

    def passes(self, difference: Difference) -> bool:
        """Whether a difference is seen."""
        return difference.kind not in self.hidden and difference.severity.rank >= self.least.rank

    def named(self) -> str:
        """What is left out, in words; "" for nothing."""
        hidden = f"without {', '.join(sorted(self.hidden))}" if self.hidden else ""
        least = f"only those {self.least} or graver" if self.least.rank else ""
        return "; ".join(part for part in (hidden, least) if part)

    @property
    def is_open(self) -> bool:
        """Whether every difference is seen."""
        return not self.hidden and self.least is Severity.COSMETIC


@dataclass(frozen=True)
class Desk:
    """A comparison and how it is looked at. `others` are the versions beside the base, `side` the one at the cursor."""

    comparison: Comparison
    others: tuple[int, ...]
    form: Form = Form.AUTO
    folded: bool = False
    filter: Filter = Filter()
    side: int = 0
    seen: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        found = self.comparison.differences
        seen = (i for i, item in enumerate(found) if item.against in self.others and self.filter.passes(item))
        object.__setattr__(self, "seen", tuple(sorted(seen, key=self._place)))

    @classmethod
    def of(cls, comparison: Comparison) -> "Desk":
        """All versions of a comparison, every difference seen."""
        return cls(comparison, tuple(range(1, len(comparison.collation.versions))))

    @cached_property
    def _places(self) -> Mapping[int, int]:
        """Where each of the seen differences comes in their order."""
        return {index: place for place, index in enumerate(self.seen)}

    @cached_property
    def serious(self) -> int:
        """How many of the seen differences are serious."""
        found = self.comparison.differences
        return sum(found[index].severity is Severity.SERIOUS for index in self.seen)

    def among(self, differences: Iterable[int]) -> int:
        """How many of some differences are seen; takes no longer than there are of these."""
        return sum(index in self._places for index in differences)

    def view(self, width: int) -> View:
        """What is seen at a width: columns that can be read, and where not all fit, those around the side in use."""
        fitting = max(2, width // COLUMN)
        least = COLUMN if self.form is Form.AUTO else LEAST
        unified = self.form is Form.UNIFIED or width < 2 * least
        others = self.others if unified else _window(self.others, self.side, fitting - 1)
        return View((0, *others), frozenset(self.seen), unified, self.folded)

    def step(self, direction: int, row: int | None, current: int | None) -> int | None:
        """The next difference that is seen, or the one before; None at the end. Logarithmic.

        Counts from the `current` one, or where there is none from a row of the collation (None: the headlines).
        """
        if not self.seen:
            return None
        here = None if current is None else self._places.get(current)
        if here is not None:
            place = here + direction
        else:
            start = -1 if row is None else row
            place = bisect_left(self.seen, start, key=self._row) - (direction < 0)
        return self.seen[place] if 0 <= place < len(self.seen) else None

    def position(self, difference: int) -> str:
        """Which of the seen differences it is, as "3/47"; "" for one that is not seen."""
        return f"{self._places[difference] + 1}/{len(self.seen)}" if difference in self._places else ""

    @cached_property
    def tally(self) -> Counter[int]:
        """How many differences that pass the filter each version but the base has, whether it is seen or not."""
        found = Counter(dict.fromkeys(range(1, len(self.comparison.collation.versions)), 0))
        found.update(item.against for item in self.comparison.differences if self.filter.passes(item))
        return found

    def in_row(self, row: int | None) -> Sequence[int]:
        """The seen differences of a row of the collation; None asks for the headlines."""
        start = -1 if row is None else row
        low = bisect_left(self.seen, start, key=self._row)
        return self.seen[low : bisect_right(self.seen, start, key=self._row)]

    def turned(self, direction: int) -> "Desk":
        """The side after, or before, the one in use."""
        sides = (0, *self.others)
        place = sides.index(self.side) if self.side in sides else 0
        return replace(self, side=sides[(place + direction) % len(sides)])

    def reformed(self, current: int | None) -> "Desk":
        """The next form; of columns that do not all fit, that of the version which `current` is against is shown."""
        side = self.side if current is None else self.comparison.differences[current].against
        return replace(self, form=self.form.following(), side=side)

    def looked_at_as(self, other: "Desk") -> "Desk":
        """Looked at in the way of another desk; with the same versions in view if these are the same ones."""
        desk = replace(self, form=other.form, folded=other.folded, filter=other.filter)
        paths = [[version.path for version in each.comparison.collation.versions] for each in (self, other)]
        return replace(desk, others=other.others, side=other.side) if paths[0] == paths[1] else desk

    def letting_see(self, difference: int | None) -> "Desk":
        """With a difference seen that somebody wants to go to, whatever is filtered or out of sight."""
        if difference is None or difference in self.seen:
            return self
        against = self.comparison.differences[difference].against
        others = self.others if against in self.others else tuple(sorted({*self.others, against}))
        return replace(self, filter=Filter(), others=others, side=against)

    def _row(self, index: int) -> int:
        row = self.comparison.differences[index].row
        return -1 if row is None else row

    def _place(self, index: int) -> tuple[int, int]:
        return self._row(index), index


def _window(others: tuple[int, ...], side: int, size: int) -> tuple[int, ...]:
    if len(others) <= size:
        return others
    place = others.index(side) if side in others else 0
    start = min(place // size * size, len(others) - size)
    return others[start : start + size]
