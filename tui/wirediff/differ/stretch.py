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

    def apart(self) -> list["Stretch"]:
        """Its two sides as two one-sided stretches."""
        (left, left_end), (right, right_end) = self
        return [Stretch((left, left_end), (right, right)), Stretch((left_end, left_end), (right, right_end))]
