"""A stretch: units of two sides that stand against each other, before they are spans of text."""

from typing import NamedTuple


class Stretch(NamedTuple):
    """Units `left` and `right` (half-open ranges) that stand against each other; one may be empty."""

    left: tuple[int, int]
    right: tuple[int, int]

    @property
    def sizes(self) -> tuple[int, int]:
        """How many units each side has."""
        return self.left[1] - self.left[0], self.right[1] - self.right[0]

    def touches(self, after: "Stretch") -> bool:
        """True where nothing stands between this stretch and the next on either side."""
        return self.left[1] == after.left[0] and self.right[1] == after.right[0]

    def to(self, after: "Stretch") -> "Stretch":
        """This stretch and a later one with all that is between them."""
        return Stretch((self.left[0], after.left[1]), (self.right[0], after.right[1]))

    def apart(self) -> list["Stretch"]:
        """Its two sides as two one-sided stretches."""
        (left, left_end), (right, right_end) = self
        return [Stretch((left, left_end), (right, right)), Stretch((left_end, left_end), (right, right_end))]

    def cut_out(self, side: int, first: int, last: int) -> list["Stretch"]:
        """Units `first` to `last` (exclusive) of a side alone, with what is before and behind them.

        The other side goes with what is before, if anything is, else with what is behind.
        """
        start, end = self[side]
        other, other_end = self[1 - side]
        theirs = ((other, other_end), (other_end, other_end), (other_end, other_end))
        if first == start:
            theirs = ((other, other), (other, other), (other, other_end))
        ours = ((start, first), (first, last), (last, end))
        parts = [Stretch(a, b) if side == 0 else Stretch(b, a) for a, b in zip(ours, theirs, strict=True)]
        return [part for part in parts if any(part.sizes)]
