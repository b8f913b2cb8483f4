"""One column beside the text: where in the whole page the differences lie, and what part is in view."""

from bisect import bisect_left
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from wirediff.app.layout.lights import Light
from wirediff.app.layout.page import Page
from wirediff.app.widgets.paint import Painter
from wirediff.kinds import Severity
from wirediff.model import Difference

GLYPHS = {Severity.COSMETIC: "·", Severity.NOTABLE: "▪", Severity.SERIOUS: "█"}


class Overview(Widget):
    """A bar as high as the view; each of its cells stands for a part of the page and shows the gravest mark there.

    Where words were found it is lit.
    """

    class Chosen(Message):
        """A place was clicked: the line of the page it stands for."""

        def __init__(self, line: int) -> None:
            super().__init__()
            self.line = line

    def __init__(self, painter: Painter) -> None:
        super().__init__()
        self._painter = painter
        self._page: Page | None = None
        self._view = range(0)
        self._cells: list[Difference | None] = []
        self._matches: Sequence[int] = ()

    def show(self, page: Page, painter: Painter) -> None:
        """Show the differences of a page."""
        self._page, self._painter = page, painter
        self._cells = []
        self.refresh()

    def show_matches(self, lines: Sequence[int]) -> None:
        """Show on which lines words were found; in order."""
        self._matches = lines
        self.refresh()

    def look(self, first: int, height: int) -> None:
        """Say which lines of the page are in view."""
        self._view = range(first, first + height)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One cell: the gravest difference among the lines it stands for."""
        palette = self._painter.palette
        if self._page is None or not self.size.height:
            return Strip([Segment(" ", palette.paper)], 1)
        lines = self._lines(y)
        seen = lines.start < self._view.stop and lines.stop > self._view.start
        paper = Style(bgcolor=palette.panel if seen else palette.background)
        found = bisect_left(self._matches, lines.start) < bisect_left(self._matches, lines.stop)
        light = palette.light(Light.MATCH) if found else Style()
        gravest = self._gravest_in(y)
        if gravest is None:
            return Strip([Segment(" ", paper + light)], 1)
        return Strip([Segment(GLYPHS[gravest.severity], Style(color=palette.kinds[gravest.kind]) + paper + light)], 1)

    def _gravest_in(self, y: int) -> Difference | None:
        """The gravest difference of a cell; all cells are gone through once for a page and a height."""
        page, height = self._page, self.size.height
        assert page is not None
        if len(self._cells) != height:
            self._cells = [None] * height
            total, every = max(page.height, height), self._painter.differences
            for index, row in enumerate(page.sheet.rows):
                if row.differences:
                    here = (page.top(index) * height + height - 1) // total
                    own = max((every[which] for which in row.differences), key=_weight)
                    there = self._cells[here]
                    if there is None or _weight(own) > _weight(there):
                        self._cells[here] = own
        return self._cells[y]

    def _lines(self, y: int) -> range:
        total = max(self._page.height if self._page else 0, self.size.height)
        return range(y * total // self.size.height, (y + 1) * total // self.size.height)

    def on_click(self, event: events.Click) -> None:
        """Go there."""
        if self.size.height:
            self.post_message(self.Chosen(self._lines(event.y).start))


def _weight(difference: Difference) -> int:
    return difference.severity.rank
