"""One line in which words are sought, with what was found and the keys that hold there."""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from wirediff.app.action import shown
from wirediff.app.keys import actions, bindings
from wirediff.app.legible import legible
from wirediff.app.reading.search import Query

_SHORT = 24
"""Characters of an answer beside which there is room for the keys."""

_TOGGLES = {"search.regex": "regex", "search.case": "case"}


class SearchBar(Horizontal):
    """Tells its screen what is sought; it finds nothing itself. `text` is the widget that gets the keys after it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]

    @dataclass
    class Sought(Message):
        """The query is another."""

        query: Query

    class Kept(Message):
        """Enough typed: the matches stay, and the keys go to the text again."""

    class Left(Message):
        """The search is over, and never was."""

    @dataclass
    class Walked(Message):
        """Another match is to be shown, while words are still typed."""

        direction: int

    def __init__(self, query: Query, text: Widget) -> None:
        super().__init__()
        self._text = text
        self.is_ending = False
        """Whether Enter was struck, and words typed before it may still be on their way."""
        self.query_now = query

    def compose(self) -> ComposeResult:
        """The sign, the words, what came of them, and the keys."""
        yield Static("/", id="sign")
        yield Input(self.query_now.text, placeholder="words to find", compact=True, select_on_focus=True)
        yield Static(id="found", markup=False)
        yield Static(self._keys(), id="keys")

    def say(self, what: str) -> None:
        """Say what came of it."""
        self.query_one("#found", Static).update(Text(legible(what)))
        self.query_one("#keys").display = len(what) <= _SHORT  # a reason needs the room more than the toggles do

    def type_here(self) -> None:
        """Let keys go to the words, unless the bar has gone again before it was drawn."""
        for words in self.query(Input):
            words.focus()

    def _keys(self) -> Text:
        text = Text(no_wrap=True)
        for action in actions("search"):
            if action.id in _TOGGLES:
                name = _TOGGLES[action.id]
                mark = "x" if getattr(self.query_now, name) else " "
                text.append(f" [{mark}] {name} ").append(shown(action.keys.split()[0]), "bold")
        return text

    def _seek(self, query: Query) -> None:
        self.query_now = query
        self.query_one("#keys", Static).update(self._keys())
        self.post_message(self.Sought(query))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._take_words()

    def _take_words(self) -> None:
        words = self.query_one(Input).value  # not those of an event, which may be late
        if words != self.query_now.text:
            self._seek(self.query_now._replace(text=words))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Go on in the text: keys go there at once, and the search is kept when the words typed before have arrived."""
        self.is_ending = True
        self.screen.set_focus(self._text)
        self.query_one(Input).call_later(self._end)

    def _end(self) -> None:
        self._take_words()
        self.post_message(self.Kept())

    def action_leave(self) -> None:
        """Forget the search."""
        self.post_message(self.Left())

    def action_regex(self) -> None:
        """Take the words for a regular expression, or for themselves."""
        self._seek(self.query_now._replace(regex=not self.query_now.regex))

    def action_case(self) -> None:
        """Tell capitals from small letters, or do not."""
        self._seek(self.query_now._replace(case=not self.query_now.case))

    def action_walk(self, direction: int) -> None:
        """Another match."""
        self.post_message(self.Walked(direction))
