"""A whole screen as text that can be read and compared: what it says, and in which style every cell is drawn."""

from itertools import count

from rich.style import Style
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.app import App

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


class Screens(SingleFileSnapshotExtension):
    """Pictures lie one a file, in text."""

    _write_mode = WriteMode.TEXT
    _file_extension = "txt"


def pictured(app: App[None]) -> str:
    """The lines of the screen, then a letter for the style of each cell, then what the letters mean.

    Styles are as the terminal gets them: after NO_COLOR has taken colours away.
    """
    background = app.screen.background_colors[1]
    letters: dict[str, str] = {}
    numbers = count()
    lines, styles = [], []
    for strip in app.screen._compositor.render_strips(app.size):
        for line_filter in app._filters:
            if line_filter.enabled:
                strip = strip.apply_filter(line_filter, background)
        lines.append(strip.text.rstrip())
        drawn = ""
        for text, style, _ in strip:
            said = _said(style)
            if said not in letters:
                letters[said] = _LETTERS[next(numbers)]
            drawn += letters[said] * len(text)
        styles.append(drawn)
    legend = [f"{letter}  {said}" for said, letter in letters.items()]
    return "\n".join([*lines, "", *styles, "", *legend, ""])


def _said(style: Style | None) -> str:
    """Colours and attributes, without links and actions, whose numbers differ from run to run."""
    style = style or Style()
    parts = [name for name in ("bold", "italic", "underline", "underline2", "reverse", "dim") if getattr(style, name)]
    ink, paper = (colour.name if colour else "default" for colour in (style.color, style.bgcolor))
    return " ".join([*parts, ink, "on", paper])
