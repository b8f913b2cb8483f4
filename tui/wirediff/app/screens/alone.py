"""One version read alone, with what was left out of it standing dim in its place."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from wirediff.app.keys import bindings
from wirediff.app.layout.alone import alone
from wirediff.app.layout.selection import Part
from wirediff.app.legible import legible
from wirediff.app.library.changes import Fresh, reread
from wirediff.app.naming import count, day, names, tag
from wirediff.app.screens.text import copying
from wirediff.app.screens.text.editing import edit
from wirediff.app.screens.text.reading import Reading
from wirediff.app.widgets.collation_view import CollationView
from wirediff.app.widgets.key_line import KeyLine
from wirediff.app.widgets.paint import Painter
from wirediff.model import Document, Story
from wirediff.text import word_count


class AloneScreen(Reading):
    """Reads one of several versions, from a `paragraph` on if one is named; the side keys go to the others.

    `story` is given where it has this one only.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("alone")]
    SCOPES = ("alone", "text")

    def __init__(
        self,
        documents: Sequence[Document],
        version: int = 0,
        story: Story | None = None,
        paragraph: int | None = None,
    ) -> None:
        super().__init__()
        self._paragraph = paragraph
        self._documents = documents
        self._names = names(documents)
        self._story = story
        self._version = version

    def compose(self) -> ComposeResult:
        """Two lines on top, the text."""
        yield Static(id="who")
        yield CollationView(Painter(self.palette))
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the version."""
        self._show()

    @property
    def idle(self) -> frozenset[str]:
        """There is no other version of a story that has one."""
        return frozenset({"version(1)", "version(-1)"}) if len(self._documents) < 2 else frozenset()

    def recolour(self) -> None:
        """Draw it again."""
        self._show(fresh=False)

    def _show(self, fresh: bool = True) -> None:
        document = self._documents[self._version]
        sheet = alone(document)
        wrapped = self.reader.looks.preferences.wrapped
        self.query_one(CollationView).show(lambda _: sheet, Painter(self.palette), fresh=fresh, wrapped=wrapped)
        self.query_one("#who", Static).update(self._who(document))

    @on(CollationView.Laid)
    def _begin(self, event: CollationView.Laid) -> None:
        """Go to the paragraph that was named, once there is a page to go to it on."""
        wanted, self._paragraph = self._paragraph, None
        if wanted is None:
            return
        for place, row in enumerate(event.page.sheet.rows):
            if any(passage.paragraph == wanted for cell in row.cells for passage in cell):
                event.view.go(place)
                return

    def _who(self, document: Document) -> Text:
        text = Text(no_wrap=True, overflow="ellipsis", end="")
        many = len(self._documents) > 1
        text.append(f"{tag(self._version)} " if many else "", self.palette.version(self._version))
        byline = document.byline and f"by {document.byline}"
        name, when = self._names[self._version], day(document.published)
        known = [name, byline, document.dateline, "" if when in name else when]
        parts = [*known, count(word_count(document), "word")]
        text.append(legible(" · ".join(part for part in parts if part)), "bold")
        text.append("\n")
        read = f"{document.path} read as {document.reader}"
        left = f"{count(len(document.left_out), 'piece')} left out" if document.left_out else "nothing left out"
        text.append(legible(f"{read}, {left}"), self.palette.quiet)
        if remark := self.reader.reloading.remark(document.path):
            text.append(f" · {remark} on the disk", self.palette.loud)
        if document.encoding:
            text.append(f" · not UTF-8, read as {document.encoding}", self.palette.loud)
        return text

    def action_version(self, direction: int) -> None:
        """Read another version."""
        if len(self._documents) > 1:
            self._version = (self._version + direction) % len(self._documents)
            self._show()
        else:
            self.notify("This story has one version only.", timeout=3)

    def action_story(self, direction: int) -> None:
        """Another story, where a story of one version is read."""
        if self._story is None:
            self.notify("Esc goes back to the versions; from there J and K go to other stories.", timeout=4)
        elif self.is_topmost:
            self.reader.opening.neighbour(self._story, direction)

    def action_copy(self) -> None:
        """Copy what is selected, or the paragraph at the cursor."""
        view = self.query_one(CollationView)
        if view.page is not None:
            whole = (Part((0, 0, 0), each, 0, len(each.text)) for each in view.page.sheet.rows[view.cursor].cells[0])
            copied = copying.selection(view.selected or tuple(whole), (self._documents[self._version],))
            copying.copy(self.reader, copied if view.selected else copied._replace(what="paragraph"))

    def action_match(self, direction: int) -> None:
        """The next match of the search."""
        if self.searching.is_on:
            self.searching.walk(direction)
        else:
            self.notify("Nothing is searched for: / finds words, then n and N walk the matches.", timeout=3)

    async def action_edit(self) -> None:
        """Open the version in the editor."""
        view, paragraph = self.query_one(CollationView), None
        if view.page is not None and view.page.sheet.rows:
            passages = (passage for cell in view.page.sheet.rows[view.cursor].cells for passage in cell)
            paragraph = next((passage.paragraph for passage in passages), None)
        await edit(self.reader, self._documents[self._version], paragraph)

    def reread(self, fresh: Fresh) -> None:
        """Show versions as they are now."""
        self._documents = [fresh.get(document.path, document) for document in self._documents]
        self._story = reread(self._story, fresh) if self._story else None
        self._show(fresh=False)

    def action_back(self) -> None:
        """End the search, or go back to where the reader came from."""
        if self.searching.is_on:
            self.searching.leave()
        else:
            self.leave()
