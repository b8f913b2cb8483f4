"""All versions of a story in one line: how often each differs from the base, and which are shown."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import accumulate

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from wirediff.app.settings.palette import Palette
from wirediff.naming import tag

FEWEST = 3
"""Two versions stand side by side or under each other anyway: nothing need be said of them."""


class VersionStrip(Widget):
    """The versions with their differences, those that are shown in brackets; a click asks for one.

    Where not all fit in the line, those to the left of the side in use go out of sight.
    """

    @dataclass
    class Chosen(Message):
        """A version was clicked."""

        version: int

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette
        self.display = False
        self._told: list[str] = []
        self._shown: Collection[int] = ()
        self._side = 0

    def show(self, palette: Palette, differences: Mapping[int, int], shown: Collection[int], side: int) -> None:
        """Show how many `differences` each version has, and which versions are `shown`; version 0 is the base."""
        self.palette, self._shown, self._side = palette, shown, side
        self.display = len(differences) + 1 >= FEWEST
        each = [f"{tag(0)} base", *(f"{tag(version)} {differences[version]:,}" for version in sorted(differences))]
        self._told = [f"[{text}]" if version in shown else f" {text} " for version, text in enumerate(each)]
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The versions; the side in use is reversed."""
        paper = Style(color=self.palette.foreground, bgcolor=self.palette.panel)
        if y:  # there is one line only
            return Strip.blank(self.size.width, paper)
        segments = [Segment(" ", paper)]
        for version in range(self._first, len(self._told)):
            style = self.palette.version(version) if version in self._shown else self.palette.quiet
            chosen = Style(bold=version in self._shown, reverse=version == self._side)
            segments += [Segment(self._told[version], paper + style + chosen), Segment(" ", paper)]
        return Strip(segments).crop_extend(0, self.size.width, paper)

    def version_at(self, x: int) -> int | None:
        """The version that stands at a cell; None beside them."""
        place = 1
        for version in range(self._first, len(self._told)):
            if place <= x < place + len(self._told[version]):
                return version
            place += len(self._told[version]) + 1
        return None

    @property
    def _first(self) -> int:
        """The first version that is in sight."""
        ends = list(accumulate((len(text) + 1 for text in self._told[: self._side + 1]), initial=0))
        return next((version for version, end in enumerate(ends) if ends[-1] - end < self.size.width), self._side)

    def on_click(self, event: events.Click) -> None:
        """Ask for the version."""
        version = self.version_at(event.x)
        if version is not None:
            self.post_message(self.Chosen(version))
