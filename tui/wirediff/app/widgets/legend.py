"""One line that says which digit judges how, and how far the judging has come."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from wirediff.app.action import DIGITS
from wirediff.app.review.judgement import Judgement, Progress
from wirediff.app.settings.palette import Palette

_READABLE = 6
"""Letters of a verdict that are kept rather than the progress."""

_REVERSED = Style(reverse=True)
_MORE = (("Enter", "accept"), ("x", "dismiss"), ("r", "reviewed"), ("*", "all shown"))


class Legend(Widget):
    """The verdicts by their digits, that of the difference at the cursor set off; on the right the progress."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette
        self._verdicts: Mapping[str, str] = {}
        self._now = Judgement(None)
        self._progress = Progress()

    def show(self, verdicts: Mapping[str, str], now: Judgement, progress: Progress) -> None:
        """Show these verdicts, the judgement at the cursor, and the progress."""
        self._verdicts, self._now, self._progress = verdicts, now, progress
        self.refresh()

    def render(self) -> Text:
        """Every digit with its verdict, cut as short as the room wants it; then as much else as there is room for."""
        width = self.size.width
        verdicts = [*zip(DIGITS, self._verdicts, strict=False)]
        progress, most = self._fitting(verdicts, width)
        room = width - cell_len(progress)
        text = Text(no_wrap=True, overflow="ellipsis", end="")
        for key, word in verdicts:
            text.append(f"{key} ", self.palette.loud)
            chosen = word == self._now.verdict
            text.append(_cut(word, most), self.palette.loud + _REVERSED if chosen else self.palette.text).append(" ")
        for key, word in _MORE:
            if cell_len(text.plain) + cell_len(f"{key} {word} ") > room:
                break
            text.append(f"{key} ", self.palette.loud).append(f"{word} ", self.palette.text)
        text.append(" " * (room - cell_len(text.plain)))
        return text.append(progress, self.palette.quiet)

    def _fitting(self, verdicts: Sequence[tuple[str, str]], width: int) -> tuple[str, int]:
        """The progress as far as there is room for it, and how many letters of a verdict there is room for."""
        longest = max((len(word) for _, word in verdicts), default=0)
        for progress in (self._progress.told(), self._progress.told(briefly=True), ""):
            fitting = _letters(verdicts, width - cell_len(progress))
            if fitting >= min(longest, _READABLE if progress != self._progress.told() else longest):
                return progress, fitting
        return "", max(1, _letters(verdicts, width))


def _letters(verdicts: Sequence[tuple[str, str]], room: int) -> int:
    """The most letters to which all verdicts can be cut so that they fit; 0 where not even one letter each does."""
    longest = max((len(word) for _, word in verdicts), default=0)
    needed = (sum(len(key) + 2 + min(len(word), most) for key, word in verdicts) for most in range(longest, 0, -1))
    return next((most for most, cells in zip(range(longest, 0, -1), needed, strict=True) if cells <= room), 0)


def _cut(word: str, most: int) -> str:
    return word if len(word) <= most else word[: max(1, most - 1)] + "…" * (most > 1)
