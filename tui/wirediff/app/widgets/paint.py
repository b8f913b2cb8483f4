"""Lines of a page in colour: which run looks how, with the cursor and the current difference."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from wirediff.app.layout.lights import DARK, Lights, Span, key_of, lit
from wirediff.app.layout.page import SEPARATOR, CellLine, Page
from wirediff.app.layout.sheet import Passage, SheetRow, Tone
from wirediff.app.layout.typeset import POINTER, Run
from wirediff.app.review.judgement import Judgement
from wirediff.app.settings.palette import Palette
from wirediff.model import Difference
from wirediff.naming import MOVED
from wirediff.verdicts import DISMISSED

CURSOR = "▌"
NOTED = "✎"
JUDGED = "✓"
DISMISSED_SIGN = "×"
REVIEWED = "☑"


@dataclass(frozen=True, slots=True)
class Painter:
    """Draws lines of pages that show these differences.

    `noted` are the differences with a note, by index; `noted_rows` the collation's rows with one (None: headlines);
    `judged` those judged, with how; `reviewed` the rows that were looked through.
    """

    palette: Palette
    differences: Sequence[Difference] = ()
    noted: frozenset[int] = frozenset()
    noted_rows: frozenset[int | None] = frozenset()
    judged: Mapping[int, Judgement] = field(default_factory=dict)
    reviewed: frozenset[int] = frozenset()

    def line(self, page: Page, line: int, cursor: int, current: int | None, lights: Lights = DARK) -> list[Segment]:
        """The segments of a line, together exactly as wide as the page."""
        cells = page.cells(line)
        if not cells:
            return [Segment(" " * page.width, self.palette.paper)]
        index = page.row_at(line)
        row = page.sheet.rows[index]
        here = index == cursor and line < page.bottom(index)
        segments = [Segment(CURSOR if here else " ", self.palette.loud)]
        flags = self._flags(row)
        inside = line - page.top(index)
        segments.append(Segment(flags[inside] if inside < len(flags) else " ", self.palette.loud))
        between = Segment(" │ ".center(SEPARATOR), self.palette.quiet)
        for column, cell in enumerate(cells):
            if column:
                segments.append(between)
            spans = lights.get((key_of(row), page.faces[column], cell.number), ())
            segments += self._cell(cell, page, here, current, spans)
        return _exactly(segments, page.width, self.palette.paper)

    def _flags(self, row: SheetRow) -> str:
        """The flags of a row, one under the other; the blank line below a row leaves room for the second."""
        noted = not (self.noted.isdisjoint(row.differences) and self.noted_rows.isdisjoint(row.rows or (None,)))
        judged = bool(row.differences) and all(index in self.judged for index in row.differences)
        reviewed = bool(row.rows) and self.reviewed.issuperset(row.rows)
        return REVIEWED * reviewed + (JUDGED if judged else NOTED * noted) + MOVED * row.moved

    def _cell(
        self, cell: CellLine, page: Page, here: bool, current: int | None, spans: Sequence[Span]
    ) -> Iterator[Segment]:
        passage = cell.passage
        label = passage.label if passage and cell.first else ""
        yield Segment(f"{label:>{page.margin - 1}} ", self._label(passage, here))
        used = 0
        for run in cell.line:
            style = self._run(run, passage, current)
            for text, light in lit(run._replace(text=self._told(run)), spans):
                yield Segment(text, style if light is None else style + self.palette.light(light))
            used += cell_len(run.text)
        yield Segment(" " * (page.text_width - used), self.palette.text)

    def _told(self, run: Run) -> str:
        """The text of a run; the pointer behind the letter of a difference that is judged says so, in the same cell."""
        if not (run.letter and run.text.endswith(POINTER) and all(index in self.judged for index in run.differences)):
            return run.text
        dismissed = all(self.judged[index].status == DISMISSED for index in run.differences)
        return run.text.removesuffix(POINTER) + (DISMISSED_SIGN if dismissed else JUDGED)

    def _label(self, passage: Passage | None, here: bool) -> Style:
        if passage is None or passage.version is None:
            return self.palette.quiet
        return self.palette.version(passage.version) + Style(bold=here)

    def _run(self, run: Run, passage: Passage | None, current: int | None) -> Style:
        if not run.differences or passage is None:
            return self._tone(passage)
        whole = {mark.difference for mark in passage.marks if mark.end - mark.start >= len(passage.text)}
        narrow = [index for index in run.differences if index not in whole]
        if current is not None and current in run.differences:
            index = current
        elif narrow or run.letter:
            index = max(narrow or run.differences, key=self._weight)
        else:
            return self._tone(passage)
        found = self.differences[index]
        style = self.palette.mark(
            found.kind, found.severity, letter=run.letter, current=index == current, whole=index in whole
        )
        return style + Style(bold=True) if passage.tone is Tone.HEADLINE else style

    def _weight(self, index: int) -> int:
        return self.differences[index].severity.rank

    def _tone(self, passage: Passage | None) -> Style:
        match passage.tone if passage else Tone.BODY:
            case Tone.HEADLINE:
                return self.palette.text + Style(bold=True)
            case Tone.CAPTION:
                return self.palette.quiet + Style(italic=True)
            case Tone.LEFT_OUT | Tone.ABSENT | Tone.FOLDED:
                return self.palette.quiet
            case _:
                return self.palette.text


def _exactly(segments: list[Segment], width: int, paper: Style) -> list[Segment]:
    """The segments on paper, cut or filled to the width; a page narrower than its columns is cut at the edge."""
    kept: list[Segment] = []
    left = width
    for text, style, _ in segments:
        cells = cell_len(text)
        if cells > left:
            text, cells = set_cell_size(text, left), left
        if text:
            kept.append(Segment(text, paper + style if style else paper))
            left -= cells
    if left:
        kept.append(Segment(" " * left, paper))
    return kept
