"""The heads of the columns, which stay while the text scrolls: who printed it, when, and under which headline."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from wirediff.app.layout.page import Page
from wirediff.app.legible import legible
from wirediff.app.naming import count, day, headline, names, tag
from wirediff.app.settings.palette import Palette
from wirediff.model import Document

Piece = tuple[str, Style]


class Heads(Widget):
    """Two lines over the text; over a single column each version has a line of its own as far as they go."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette
        self._documents: Sequence[Document] = ()
        self._names: Sequence[str] = ()
        self._page: Page | None = None
        self._side = 0
        self._scrolled = False
        self._remark: Callable[[str], str] = lambda _: ""

    def show(
        self, documents: Sequence[Document], page: Page, side: int, scrolled: bool, remark: Callable[[str], str]
    ) -> None:
        """Show the versions of a page; `side` is the one at the cursor; `scrolled`: the headlines are out of view.

        `remark` says what there is to know of a file on the disk, by its path; "" for nothing.
        """
        self._remark = remark
        self._documents, self._page, self._side, self._scrolled = documents, page, side, scrolled
        self._names = names(documents)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The first line says who and when; the second gives the headline once the text's own is out of view."""
        width, base = self.size.width, self._base
        if self._page is None:
            return Strip([Segment(" " * width, base)], width)
        columns = self._page.versions
        segments: list[Segment] = []
        if len(columns) > 1:
            for column, versions in enumerate(columns):
                segments += self._fill(segments, self._page.column_start(column))
                pieces = self._who(versions[0]) if y == 0 else self._what(versions[0])
                segments += _fit(pieces, self._page.margin + self._page.text_width, base)
        elif len(columns[0]) == 1:
            segments += _fit(self._who(columns[0][0]) if y == 0 else self._what(columns[0][0]), width, base)
        else:
            segments += self._stacked(columns[0], y)
        segments += self._fill(segments, width)
        return Strip(segments, max(width, sum(cell_len(segment.text) for segment in segments))).crop(0, width)

    def _stacked(self, versions: Sequence[int], y: int) -> list[Segment]:
        mine = versions[:1] if y == 0 else versions[1:]
        each = max(1, (self.size.width - 1) // max(1, len(mine)))
        segments = [Segment(" ", self._base)]
        for version in mine:
            more = [(f" · {headline(self._documents[version])}", self._base)] if len(mine) == 1 else []
            segments += _fit([*self._who(version), *more], each, self._base)
        return segments

    @property
    def _base(self) -> Style:
        return Style(color=self.palette.foreground, bgcolor=self.palette.panel)

    def _who(self, version: int) -> list[Piece]:
        document, name = self._documents[version], self._names[version]
        chosen = version == self._side and len(self._documents) > 1
        ink = self.palette.version(version) + Style(bgcolor=self.palette.panel, bold=True, reverse=chosen)
        pieces: list[Piece] = [(f"[{tag(version)}]" if chosen else f" {tag(version)} ", ink)]
        if remark := self._remark(document.path):
            pieces.append((f" {remark}:", self._base + self.palette.loud))
        pieces.append((f" {name}", self._base + Style(bold=True)))
        when = day(document.published)
        if when and when not in name:
            pieces.append((f" · {when}", self._base))
        pieces.append((f" · {count(len(document.paragraphs), 'paragraph')}", self._dim))
        return pieces

    def _what(self, version: int) -> list[Piece]:
        document = self._documents[version]
        if self._scrolled:
            return [(" " * 5 + headline(document), self._base)]
        file = PurePath(document.path).name
        parts = [
            document.byline and f"by {document.byline}",
            document.dateline,
            file if PurePath(file).stem not in self._names[version] else "",
        ]
        return [(" " * 5 + legible(" · ".join(part for part in parts if part)), self._dim)]

    @property
    def _dim(self) -> Style:
        return Style(color=self.palette.dim, bgcolor=self.palette.panel)

    def _fill(self, segments: Sequence[Segment], upto: int) -> list[Segment]:
        used = sum(cell_len(segment.text) for segment in segments)
        return [Segment(" " * (upto - used), self._base)] if used < upto else []


def _fit(pieces: Sequence[Piece], width: int, filler: Style) -> list[Segment]:
    """The pieces in exactly `width` cells, with an ellipsis where they were cut."""
    fitted: list[Segment] = []
    left = width
    for text, style in pieces:
        cells = cell_len(text)
        if cells > left:
            if left > 0:
                fitted.append(Segment(set_cell_size(text, left - 1) + "…", style))
            return fitted
        fitted.append(Segment(text, style))
        left -= cells
    return [*fitted, Segment(" " * left, filler)] if left else fitted
