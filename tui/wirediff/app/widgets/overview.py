"""One column beside the text: where in the whole page the differences lie, and what part is in view."""

from bisect import bisect_left
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from wirediff.app.layout.page import Page
from wirediff.app.widgets.paint import Painter
from wirediff.kinds import Severity
from wirediff.model import Difference

GLYPHS = {Severity.COSMETIC: "·", Severity.NOTABLE: "▪", Severity.SERIOUS: "█"}


class Overview(Widget):
    """A bar as high as the view; each of its cells stands for a part of the page and shows the gravest mark there.

    Where words were found it is lit. The part in view stands on another colour, reversed in a theme that has none.
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
        self._cells: dict[tuple[int, int], Difference | None] = {}  # by height of the bar and place in it
        self._matches: Sequence[int] = ()

    def show(self, page: Page, painter: Painter) -> None:
        """Show the differences of a page."""
        self._page, self._painter = page, painter
        self._cells = {}
        self.refresh()

    def show_matches(self, lines: Sequence[int]) -> None:
        """Show on which lines words were found; in order."""
        self._matches = lines
        self.refresh()

    def look(self, first: int, height: int) -> None:
        """Say which lines of the page are in view."""
        before, self._view = self._seen(), range(first, first + height)
        if self._seen() != before:
            self.refresh()

    def _seen(self) -> list[bool]:
        """Which cells stand for lines in view."""
        return [self._sees(self._lines(y)) for y in range(self.size.height)]

    def _sees(self, lines: range) -> bool:
        return lines.start < self._view.stop and lines.stop > self._view.start

    def render_line(self, y: int) -> Strip:
        """One cell: the gravest difference among the lines it stands for."""
        palette = self._painter.palette
        if self._page is None or not self.size.height:
            return Strip([Segment(" ", palette.paper)], 1)
        lines = self._lines(y)
        found = bisect_left(self._matches, lines.start) < bisect_left(self._matches, lines.stop)
        style = palette.part(self._sees(lines), lit=found)
        gravest = self._gravest_in(y)
        if gravest is None:
            return Strip([Segment(" ", style)], 1)
        ink = Style() if found else Style(color=palette.kinds[gravest.kind])
        return Strip([Segment(GLYPHS[gravest.severity], style + ink)], 1)

    def _gravest_in(self, y: int) -> Difference | None:
        """The gravest difference of the rows that begin in a cell; looked for once for a page and a height."""
        key = self.size.height, y
        if key not in self._cells:
            self._cells[key] = self._look_for(self._lines(y))
        return self._cells[key]

    def _look_for(self, lines: range) -> Difference | None:
        assert self._page is not None
        rows, sheet = self._page.beginning_in(lines), self._page.sheet
        weight = max(sheet.weights[rows.start : rows.stop], default=0)
        if not weight:
            return None
        row = sheet.rows[sheet.weights.index(weight, rows.start, rows.stop)]
        return max((self._painter.differences[index] for index in row.differences), key=lambda each: each.severity.rank)

    def _lines(self, y: int) -> range:
        total = max(self._page.height if self._page else 0, self.size.height)
        return range(y * total // self.size.height, (y + 1) * total // self.size.height)

    def on_click(self, event: events.Click) -> None:
        """Go there."""
        if self.size.height:
            self.post_message(self.Chosen(self._lines(event.y).start))
