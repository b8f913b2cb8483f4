"""The list of stories, with what is known of the one at the cursor."""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Static

from wirediff.app.keys import bindings
from wirediff.app.legible import legible
from wirediff.app.naming import count, day, days, headline, names, outlet, tag
from wirediff.app.screens.export import ExportScreen
from wirediff.app.screens.place import Place
from wirediff.app.session import Library, gathered
from wirediff.app.widgets.choices import Choices
from wirediff.model import Story

NOTHING = """\
There is nothing to read here.

Start wirediff with files or folders that hold versions of a report:

    wirediff one.txt another.txt
    wirediff folder/

Text and HTML files can be read; q leaves the reader."""


class StoriesScreen(Place):
    """Stories appear while the rest is still being read."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("stories")]
    SCOPES = ("stories", "list")

    def __init__(self) -> None:
        super().__init__()
        self._marked: set[tuple[str, ...]] = set()
        self._stories: tuple[Story, ...] = ()

    def compose(self) -> ComposeResult:
        """A line on top, the list, the story at the cursor."""
        with Horizontal(id="top"):
            yield Static("wirediff", id="title")
            yield Static("reading…", id="status")
        with Horizontal(id="desk"):
            yield Choices(id="stories", lines=2)
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="story")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Show what has been found so far."""
        self.arrived(self.reader.session.library)

    def recolour(self) -> None:
        """Draw the entries again."""
        self.arrived(self.reader.session.library)

    def progress(self, done: int, total: int, name: str) -> None:
        """Say what is being read."""
        self.query_one("#status", Static).update(Text(legible(f"reading {done:,} of {total:,}  {name}  Esc stops")))

    def arrived(self, library: Library) -> None:
        """Show the stories that there are now; the cursor stays on its story."""
        choices = self.query_one(Choices)
        old = self._chosen()
        self._stories = library.stories
        place = next((n for n, story in enumerate(library.stories) if old and _key(story) == _key(old)), 0)
        choices.fill([self._entry(story) for story in library.stories], place)
        choices.focus()
        if library.complete:
            self.query_one("#status", Static).update(self._summary(library))
        if not library.stories:
            self.query_one("#story", Static).update(NOTHING if library.complete else "")

    def point_at(self, place: int) -> None:
        """Put the cursor on a story."""
        self.query_one(Choices).highlighted = place

    def _summary(self, library: Library) -> Text:
        versions = sum(len(story.versions) for story in library.stories)
        text = Text(f"{count(len(library.stories), 'story', 'stories')}, {count(versions, 'version')}")
        if library.errors:
            text.append(f" · {len(library.errors)} not read: ! says why", self.palette.loud)
        return text

    def _entry(self, story: Story) -> Text:
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append("● " if _key(story) in self._marked else "  ", self.palette.loud)
        text.append(legible(story.headline) or headline(story.documents[0]))
        outlets = ", ".join(dict.fromkeys(outlet(document) for document in story.documents))
        parts = [count(len(story.versions), "version"), outlets, days(story.documents)]
        return text.append("\n    " + " · ".join(part for part in parts if part), self.palette.quiet)

    def _chosen(self) -> Story | None:
        place = self.query_one(Choices).highlighted
        return self._stories[place] if place is not None and place < len(self._stories) else None

    def on_option_list_option_highlighted(self) -> None:
        """Show the story at the cursor."""
        if story := self._chosen():
            self.query_one("#story", Static).update(self._about(story))

    def _about(self, story: Story) -> Text:
        text = Text.assemble((f"{legible(story.headline)}\n", "bold"), end="")
        called = names(story.documents)
        for number, version in enumerate(story.versions):
            document = version.document
            text.append(f"\n{tag(number)} {called[number]}", self.palette.version(number))
            parts = [day(document.published), count(document.words, "word")]
            if number:
                parts.append(f"{version.shared:.0%} shared with {tag(0)}")
            text.append("  " + " · ".join(part for part in parts if part) + "\n")
            text.append(f"   {headline(document)}\n")
        for paragraph in story.documents[0].paragraphs[:2]:
            text.append(f"\n{legible(paragraph.text)}\n")
        notes = len(self.reader.session.notes_in(story)) if self.reader.session.notes else 0
        if notes:
            text.append(f"\n✎ {count(notes, 'note')}", self.palette.loud)
        return text

    def on_option_list_option_selected(self) -> None:
        """A click opens."""
        self.action_open()

    def action_open(self) -> None:
        """Open the marked stories as one, or the story at the cursor."""
        marked = [story for story in self._stories if _key(story) in self._marked]
        story = gathered(marked) if marked else self._chosen()
        if story is not None and self.is_current:
            self.reader.open_story(story)

    def action_gather(self) -> None:
        """Mark the story, or take the mark away."""
        if story := self._chosen():
            self._marked ^= {_key(story)}
            choices = self.query_one(Choices)
            place = choices.highlighted or 0
            choices.replace_option_prompt_at_index(place, self._entry(story))
            choices.action_cursor_down()

    def action_export(self) -> None:
        """Write all stories."""
        if self._stories:
            self.app.push_screen(ExportScreen(self._stories), self.reader.exported)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is nothing to stop once all has been read."""
        return action != "stop" or not self.reader.session.library.complete

    def action_stop(self) -> None:
        """Stop reading."""
        self.reader.stop_reading()


def _key(story: Story) -> tuple[str, ...]:
    """What stays the same about a story while others are still being read: its base."""
    return story.versions[0].document.path, story.versions[0].document.id
