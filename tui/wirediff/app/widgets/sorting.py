"""The header of a list that can be sorted: a click sorts by what it says, a second one turns the order round."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from wirediff.app.library.catalogue import Order, Wanted

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp

_GAP = 2


class SortHeader(Widget):
    """The orders side by side, the one in force marked with its direction."""

    @dataclass
    class Picked(Message):
        """An order was clicked."""

        order: Order

    def __init__(self) -> None:
        super().__init__()
        self._wanted = Wanted()

    def show(self, wanted: Wanted) -> None:
        """Mark what the list is sorted by."""
        self._wanted = wanted
        self.refresh()

    def _labels(self) -> list[tuple[Order, str]]:
        down = self._wanted.order.greatest_first != self._wanted.backwards
        arrow = "▼" if down else "▲"
        return [(order, f"{order.value} {arrow}" if order is self._wanted.order else order.value) for order in Order]

    def render_line(self, y: int) -> Strip:
        """The orders; those that have no room are cut off."""
        palette = cast("WirediffApp", self.app).palette
        paper = Style(color=palette.dim, bgcolor=palette.panel)
        segments = [Segment(" " * _GAP, paper)]
        for order, label in self._labels() if y == 0 else ():
            here = order is self._wanted.order
            segments += [Segment(label, paper + palette.loud if here else paper), Segment(" " * _GAP, paper)]
        return Strip(segments).adjust_cell_length(self.size.width, paper)

    def on_click(self, event: events.Click) -> None:
        """Sort by what is under the pointer."""
        left = _GAP
        for order, label in self._labels():
            if left <= event.x < left + len(label):
                self.post_message(self.Picked(order))
            left += len(label) + _GAP
