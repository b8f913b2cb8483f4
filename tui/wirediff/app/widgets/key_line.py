"""The last line: the keys that work, whole items only; and the hint for whoever is here for the first time."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

_LAST = {"help", "app.help", "back", "close", "cancel", "done", "quit"}
"""Actions whose keys are kept longest: without them one is lost."""


class KeyLine(Footer):
    """Textual's footer without what there is no room for; the screen's `idle` actions are left out too."""

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)

    def compose(self) -> ComposeResult:
        """The keys that fit, in their order."""
        idle: frozenset[str] = getattr(self.screen, "idle", frozenset())
        keys = [key for key in super().compose() if isinstance(key, FooterKey) and key.action not in idle]
        widths = [cell_len(f"{key.key_display} {key.description} ") for key in keys]
        kept = fitting(widths, [key.action in _LAST for key in keys], self.size.width + 1)
        yield from (keys[place] for place in kept)

    def on_resize(self) -> None:
        """Show as many as there is room for now."""
        self.call_after_refresh(self.recompose)


def fitting(widths: Sequence[int], needed: Sequence[bool], room: int) -> list[int]:
    """The places of the items that fit into so many cells: those needed first, of the others the first ones.

    >>> fitting([10, 10, 10, 5], [False, False, False, True], 26)
    [0, 1, 3]
    """
    kept = []
    for place in sorted(range(len(widths)), key=lambda place: not needed[place]):
        if widths[place] > room:
            if needed[place]:
                continue
            break
        room -= widths[place]
        kept.append(place)
    return sorted(kept)


class Hint(Widget):
    """Short pieces of advice in one line, as many as there is room for, each whole."""

    def __init__(self, *pieces: str) -> None:
        super().__init__(id="hint")
        self._pieces = pieces

    def render(self) -> Text:
        """Those that fit, the first first."""
        return Text(" · ".join(self._fitting()), no_wrap=True, end="")

    def _fitting(self) -> Iterator[str]:
        room = self.size.width + 3
        for piece in self._pieces:
            room -= cell_len(piece) + 3
            if room < 0:
                return
            yield piece
