"""Taking words out of a comparison: to the clipboard, to a file, and to the editor."""

from typing import TYPE_CHECKING

from wirediff.app.reading.narrowed import narrowed, told
from wirediff.app.screens.export import ExportScreen
from wirediff.app.screens.text import copying
from wirediff.app.screens.text.editing import edit
from wirediff.app.widgets.collation_view import CollationView

if TYPE_CHECKING:
    from wirediff.app.reading.places import Aim
    from wirediff.app.screens.compare.screen import CompareScreen


class Taking:
    """Knows what was copied last, so that the same key takes more when it is struck again."""

    def __init__(self, screen: "CompareScreen") -> None:
        self._screen = screen
        self._copied: Aim | None = None

    def copy(self) -> None:
        """Copy what is selected; else the difference at the cursor and, struck again, the paragraph."""
        screen = self._screen
        desk = screen.desk
        if desk is None:
            return
        here, collation = screen.at_cursor(), desk.comparison.collation
        again, self._copied = here == self._copied, None
        if parts := screen.query_one(CollationView).selected:
            copied = copying.selection(parts, collation.versions)
        elif here[1] is None or again:
            copied = copying.paragraph(collation, here[0], desk.side)
        else:
            copied, self._copied = copying.difference(desk.comparison.differences[here[1]]), here
        copying.copy(screen.reader, copied)

    def export(self) -> None:
        """Write the story, or what is shown of it."""
        screen, desk = self._screen, self._screen.desk
        shown, named = (narrowed(desk), told(desk)) if desk else (None, "")
        screen.app.push_screen(ExportScreen((screen.story,), shown, named), screen.reader.exported)

    async def edit(self) -> None:
        """Open the version at the cursor in the editor; another one where that has nothing in the row."""
        screen = self._screen
        if screen.desk is None:
            return
        row, _ = screen.at_cursor()
        collation, side = screen.desk.comparison.collation, screen.desk.side
        cells = () if row is None else collation.rows[row].cells
        if cells and not cells[side]:
            side = next(version for version, cell in enumerate(cells) if cell)
        await edit(screen.reader, collation.versions[side], cells[side][0] if cells else None)
