"""One line that says which digit judges how, and how far the judging has come."""

from collections.abc import Mapping

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from wirediff.app.keys import DIGITS
from wirediff.app.review.judgement import Judgement, Progress
from wirediff.app.settings.palette import Palette

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
        """As much as there is room for: the verdicts first, the other keys last."""
        width = self.size.width
        verdicts = [*zip(DIGITS, self._verdicts, strict=False)]
        needed = sum(cell_len(f"{key} {word} ") for key, word in verdicts)
        progress = self._progress.told(briefly=needed + cell_len(self._progress.told()) > width)
        room = width - cell_len(progress)
        text = Text(no_wrap=True, overflow="ellipsis", end="")
        for key, word in [*verdicts, *_MORE]:
            if cell_len(text.plain) + cell_len(f"{key} {word} ") > room:
                break
            text.append(f"{key} ", self.palette.loud)
            chosen = word == self._now.verdict
            text.append(word, self.palette.loud + _REVERSED if chosen else self.palette.text).append(" ")
        text.append(" " * (room - cell_len(text.plain)))
        return text.append(progress, self.palette.quiet)
