"""Lists to choose from, moved in by the same keys as the text."""

from contextlib import suppress
from typing import ClassVar

from rich.segment import Segment
from rich.text import Text
from textual.binding import BindingType
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from wirediff.app.keys import bindings
from wirediff.app.widgets.paint import CURSOR
from wirediff.app.widgets.target import Target, entries


class Choices(OptionList, inherit_bindings=False):
    """An option list that takes no markup, draws a cursor, and leaves Enter to its screen.

    Every entry has the same number of lines. A click sends OptionSelected.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]

    def __init__(self, *, id: str | None = None, lines: int = 1) -> None:
        super().__init__(id=id, markup=False)
        self._lines_each = lines

    def fill(self, prompts: list[Text], highlighted: int | None = 0) -> None:
        """Show other entries."""
        self.clear_options()
        self.add_options([Option(prompt) for prompt in prompts])
        if prompts and highlighted is not None:
            self.highlighted = min(max(highlighted, 0), len(prompts) - 1)

    def targets(self) -> list[Target]:
        """The entries that begin in view, each with going to it."""
        return entries(self, self._lines_each, self.option_count, self._go)

    def _go(self, place: int) -> None:
        self.highlighted = min(place, self.option_count - 1) if self.option_count else None

    # Textual 8.2.8 looks a page up in lines that are not there until the list has been laid out.

    def action_page_down(self) -> None:
        """A page down."""
        with suppress(KeyError):
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """A page up."""
        with suppress(KeyError):
            super().action_page_up()  # type: ignore[no-untyped-call]

    def render_line(self, y: int) -> Strip:
        """A line of an entry, with a bar before the entry at the cursor: a tinted paper alone is easily overlooked."""
        strip = super().render_line(y)
        if self.highlighted is None or (self.scroll_offset.y + y) // self._lines_each != self.highlighted:
            return strip
        first = next(iter(strip), Segment(""))
        return Strip.join([Strip([Segment(CURSOR, first.style)], 1), strip.crop(1)])
