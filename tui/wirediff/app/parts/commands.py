"""What the palette finds: every action of the screen, and stories, kinds, versions and themes by their names."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from rich.text import Text
from textual import work
from textual.app import SystemCommand
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, Hit, Hits, Provider
from textual.css.query import NoMatches
from textual.markup import escape
from textual.screen import Screen
from textual.types import CallbackType

from wirediff.app.keys import actions
from wirediff.app.legible import legible
from wirediff.app.naming import count, days, headline, names, tag
from wirediff.app.screens.dialog import Dialog
from wirediff.app.screens.full import FullScreen
from wirediff.app.screens.opened import ClosedOnce
from wirediff.kinds import KINDS
from wirediff.text import word_count

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp

MOST_STORIES = 20
"""Stories that are offered for some words; more words leave fewer."""

MOVING = frozenset({"text", "list", "jump", "search", "words", "page", "dialog"})
"""Scopes whose actions nobody looks for by name: moving, typing, closing."""


def scopes_of(screen: Screen[object]) -> tuple[str, ...]:
    """The scopes of keys that belong to a screen."""
    if isinstance(screen, FullScreen):
        return screen.SCOPES
    return (screen.scope,) if isinstance(screen, Dialog) else ()


def system_commands(app: "WirediffApp", screen: Screen[object]) -> Iterable[SystemCommand]:
    """Every action of the screen, and those that hold everywhere."""
    for scope in (*scopes_of(screen), "app"):
        for action in actions(scope) if scope not in MOVING else ():
            if action.id != "app.palette":
                target = app if scope == "app" else screen
                yield SystemCommand(action.label, action.tooltip, partial(target.run_action, action.call))


class Finder(CommandPalette, ClosedOnce[CallbackType]):
    """The palette, which keys struck in a hurry do not bring down, as they do that of Textual 8.2.8."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):  # a page is looked up in lines that have not been laid out yet
            super()._action_command_list(action)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        if self.is_stacked:
            super()._start_no_matches_countdown(search_value)

    def dismiss(self, result: CallbackType | None = None) -> AwaitComplete:
        """Close; nobody is to be told any more that nothing was found, in a list that is being taken away."""
        self._stop_no_matches_countdown()
        return super().dismiss(result)

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        with suppress(NoMatches):  # the palette has been closed meanwhile, and its list is gone
            await CommandPalette._gather_commands.__wrapped__(self, search_value)  # type: ignore[attr-defined]


class Choice(NamedTuple):
    """Something that can be chosen by its name."""

    name: str
    does: str
    choose: Callable[[], object]


class Choices(Provider):
    """Kinds to see, versions to bring into view, and themes."""

    async def search(self, query: str) -> Hits:
        """Those whose names match."""
        matcher = self.matcher(query)
        for choice in self._choices():
            score = matcher.match(choice.name)
            if score > 0:
                yield Hit(score, Text(choice.name), choice.choose, text=choice.name, help=escape(choice.does))

    def _choices(self) -> Iterator[Choice]:
        from wirediff.app.screens.compare.screen import CompareScreen

        app, screen = cast("WirediffApp", self.app), self.screen
        if isinstance(screen, CompareScreen) and screen.desk is not None:
            for spec in KINDS.values():
                yield Choice(f"Only {spec.kind}", spec.means, partial(screen.looking.only, spec.kind))
            yield Choice("Every kind", "Show the differences of every kind", partial(screen.looking.only, None))
            documents = screen.desk.comparison.collation.versions
            for version, name in enumerate(names(documents)):
                does = legible(f"{headline(documents[version])} · {count(word_count(documents[version]), 'word')}")
                yield Choice(f"Version {tag(version)} {name}", does, partial(screen.looking.bring, version))
        faulty = app.looks.shelf.faults()
        for name in app.looks.shelf.names():
            if name not in faulty or faulty[name].usable:
                yield Choice(f"Theme {name}", "Wear it, also the next time", partial(app.looks.choose, name))


class Stories(Provider):
    """Stories by the words of their headlines, outlets, days and files."""

    async def search(self, query: str) -> Hits:
        """The first of the stories that have all the words."""
        app = cast("WirediffApp", self.app)
        for place, story in enumerate(app.stories.with_words(query)[:MOST_STORIES]):
            title = legible(story.headline) or headline(story.documents[0])
            does = " · ".join(filter(None, [count(len(story.versions), "version"), days(story.documents)]))
            yield Hit(
                0.5 - place / 1000, Text(f"Story: {title}"), partial(app.opening.go_to, story), text=title, help=does
            )
