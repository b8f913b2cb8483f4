"""The places on the screen that jump mode puts letters on."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from textual.scroll_view import ScrollView


class Target(NamedTuple):
    """A cell of the screen, and what is done when its letters are typed."""

    x: int
    y: int
    go: Callable[[], object]


def entries(roll: ScrollView, lines: int, count: int, go: Callable[[int], object]) -> list[Target]:
    """The entries of a list that begin in view, of so many `lines` each; going to one gives the list the keys too."""

    def jump(place: int) -> None:
        roll.screen.set_focus(roll)
        go(place)

    left, top = roll.content_region.offset
    first, behind = roll.scroll_offset.y, roll.scroll_offset.y + roll.content_region.height
    places = range(-(-first // lines), min(count, -(-behind // lines)))
    return [Target(left, top + place * lines - first, partial(jump, place)) for place in places]
