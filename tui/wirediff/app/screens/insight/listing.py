"""What only many differences show, in two lists: what was found, and the places of what is at the cursor."""

import threading
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Input, Static

from wirediff.app.background import beside
from wirediff.app.insight.survey import Survey, surveyed
from wirediff.app.keys import bindings
from wirediff.app.legible import legible
from wirediff.app.library.session import Stopped
from wirediff.app.naming import count
from wirediff.app.screens.full import FullScreen
from wirediff.app.screens.words import Words
from wirediff.app.widgets.key_line import KeyLine
from wirediff.app.widgets.roll import Roll
from wirediff.errors import WirediffError
from wirediff.insight.places import Place as Span
from wirediff.model import Story
from wirediff.text import fold

Entry = TypeVar("Entry")


class Line(NamedTuple):
    """A line in the list of places: what it shows in so many cells, and where it leads; nowhere without spans."""

    show: Callable[[int], Text]
    spans: tuple[Span, ...] = ()


class InsightScreen(FullScreen, Generic[Entry]):
    """Looks through stories in the background; subclasses say what is looked for and how it is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("insight")]
    SCOPES: ClassVar[tuple[str, ...]] = ("insight", "list")

    what: tuple[str, str]
    """What is listed, for one and for many."""
    usual: str
    """What is left out unless everything is asked for."""

    def __init__(self, stories: Sequence[Story]) -> None:
        super().__init__()
        self.stories = tuple(stories)
        self.survey: Survey | None = None
        self._found: Sequence[Entry] = ()
        self._listed: Sequence[Entry] = ()
        self._lines: Sequence[Line] = ()
        self._everything = False
        self._stop = threading.Event()

    @abstractmethod
    def find(self, survey: Survey, everything: bool) -> Sequence[Entry]:
        """What there is, in the order in which it is listed; called beside the screen."""

    @abstractmethod
    def entry(self, survey: Survey, entry: Entry) -> Text:
        """Two lines about an entry."""

    @abstractmethod
    def lines(self, survey: Survey, entry: Entry) -> Sequence[Line]:
        """Where it stands."""

    def about(self, entry: Entry) -> str:  # noqa: ARG002
        """A sentence on an entry, if there is one."""
        return ""

    @abstractmethod
    def words(self, entry: Entry) -> str:
        """What words are sought in."""

    def compose(self) -> ComposeResult:
        """A line on top, the two lists, a field for words."""
        with Horizontal(id="top"):
            yield Static(self.what[1].capitalize(), id="title")
            yield Static("comparing…", id="status")
        with Container(id="lists"):
            yield Roll(id="found", lines=2)
            with Vertical(id="right"):
                yield Static(id="why", markup=False)
                yield Roll(id="places")
        yield Static(id="empty", markup=False)
        yield Words("#found", "words to look for; Enter goes on")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin to look."""
        self.query_one("#empty").display = False
        self.query_one("#found").focus()
        self.look_again()

    def on_unmount(self) -> None:
        """Nobody waits any more."""
        self._stop.set()

    def recolour(self) -> None:
        """Draw everything again."""
        for roll in self.query(Roll):
            roll.refresh()

    @work(exclusive=True, group="look")
    async def look_again(self) -> None:
        """Compare what has to be compared, and show what there is; the cursor stays where it is."""
        session = self.reader.session

        def progress(done: int, total: int) -> None:
            if self._stop.is_set():
                raise Stopped
            if done % 8 == 0:
                self.app.call_from_thread(self._say, f"comparing {done:,} of {total:,}")

        def find() -> tuple[Survey, Sequence[Entry]]:
            survey = surveyed(session, self.stories, progress)
            return survey, self.find(survey, self._everything)

        try:
            self.survey, self._found = await beside(find)
        except Stopped:
            return
        except WirediffError as error:
            self._say("not compared")
            self.reader.warn(str(error))
            return
        self._list()

    def _say(self, text: str) -> None:
        self.query_one("#status", Static).update(Text(text))

    def _list(self) -> None:
        """Show what has the words that are looked for."""
        survey = self.survey
        if survey is None:
            return
        sought = fold(self.query_one(Words).value).casefold().split()
        self._listed = [
            each for each in self._found if all(word in fold(self.words(each)).casefold() for word in sought)
        ]
        roll = self.query_one("#found", Roll)
        roll.fill(len(self._listed), lambda at: self.entry(survey, self._listed[at]), roll.place or 0)
        of = f" of {len(self._found):,}" if len(self._listed) < len(self._found) else ""
        among = "" if self._everything else f" · {self.usual}; o shows all"
        self._say(f"{count(len(self._listed), *self.what)}{of}{among}")
        empty = "" if self._listed else f"No {self.what[1]} here."
        if empty:
            empty += " Backspace looks for nothing in particular." if sought else ""
            empty += "" if self._everything else f" Only those are listed that are {self.usual}; o shows all."
        self.query_one("#empty", Static).update(empty)
        self.query_one("#empty").display = bool(empty)
        self.query_one("#lists").display = not empty
        if self.focused is None:  # while the lists were hidden they could not have the keys
            self.set_focus(roll)
        self._show_places()

    @property
    def chosen(self) -> Entry | None:
        """The entry at the cursor."""
        place = self.query_one("#found", Roll).place
        return self._listed[place] if place is not None and place < len(self._listed) else None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the line at the cursor leads; from a heading to the first place below it."""
        place = self.query_one("#places", Roll).place or 0
        return next((line.spans for line in self._lines[place:] if line.spans), ())

    @on(Roll.Moved, "#found")
    def _show_places(self) -> None:
        entry, survey = self.chosen, self.survey
        self._lines = self.lines(survey, entry) if entry is not None and survey is not None else ()
        why = legible(self.about(entry)) if entry is not None else ""
        self.query_one("#why", Static).update(why)
        self.query_one("#why").display = bool(why)
        roll = self.query_one("#places", Roll)
        roll.fill(len(self._lines), lambda at: self._lines[at].show(max(8, roll.size.width - 2)))

    # Actions

    @on(Roll.Chosen, "#found")
    def _clicked_entry(self) -> None:
        self.query_one("#found").focus()

    @on(Roll.Chosen, "#places")
    def _clicked_place(self) -> None:
        self.query_one("#places").focus()
        self._go()

    def action_go(self) -> None:
        """From what was found to its places, from a place to the text."""
        if self.query_one("#found").has_focus and self._lines:
            self.query_one("#places").focus()
        elif self.query_one("#places").has_focus:
            self._go()

    def _go(self) -> None:
        spans = self.spans
        found = self.survey.at(spans[0]) if self.survey and spans else None
        if found is not None and self.is_topmost:
            self.reader.insights.visit(found[0], spans)

    def action_turn(self) -> None:
        """The other list."""
        other = "#found" if self.query_one("#places").has_focus else "#places"
        self.query_one(other).focus()

    def action_search(self) -> None:
        """Type words to look for."""
        self.query_one(Words).begin()

    @on(Input.Changed, "#words")
    def _typed(self) -> None:
        self._list()

    def action_clear(self) -> None:
        """Look for nothing in particular."""
        self.query_one(Words).clear()

    def action_all(self) -> None:
        """Everything there is, or only what is usual."""
        self._everything = not self._everything
        self.look_again()

    def action_back(self) -> None:
        """From the field or the places to what was found, from there back to where the reader came from."""
        if self.query_one(Words).has_focus:
            self.action_clear()
        elif self.query_one("#places").has_focus:
            self.query_one("#found").focus()
        else:
            self.leave()
