"""The reader as an application: it reads in the background, keeps theme and notes, and opens the screens."""

import asyncio
import dataclasses
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from msgspec.structs import replace
from textual import on, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.keys import key_to_character
from textual.screen import Screen

from wirediff import folders
from wirediff.app.background import beside
from wirediff.app.keys import bindings, shown
from wirediff.app.legible import legible
from wirediff.app.library.changes import renewed
from wirediff.app.library.session import Library, Session, Stopped, gathered
from wirediff.app.naming import unread
from wirediff.app.parts.commands import Choices, Finder, Stories, system_commands
from wirediff.app.parts.insights import Insights
from wirediff.app.parts.loading import Arrived, Progressed
from wirediff.app.parts.reloading import Reloading
from wirediff.app.parts.reviewing import Reviewing
from wirediff.app.reading.memory import Memory
from wirediff.app.screens.dialog import Dialog
from wirediff.app.screens.full import FullScreen
from wirediff.app.screens.stories import StoriesScreen
from wirediff.app.settings.keymap import FILE as KEYMAP
from wirediff.app.settings.keymap import Keymap, read_keymap
from wirediff.app.settings.palette import Palette
from wirediff.app.settings.preferences import Preferences, recall, remember
from wirediff.app.settings.themes import DEFAULT, WITHOUT_COLOUR, Shelf, ThemeError
from wirediff.app.widgets.collation_view import CollationView
from wirediff.errors import WirediffError
from wirediff.model import Story

if TYPE_CHECKING:
    from wirediff.app.reading.memory import Remembered
    from wirediff.app.reading.places import Where
    from wirediff.notes import NoteStore
    from wirediff.settings import Settings

LOOK = 1.5
"""Seconds after which it is looked whether another program has recorded something."""

FEW_FILES = 8
"""So many files named one by one are taken to be versions that the user wants side by side."""


class WirediffApp(App[None]):
    """Reads `paths` and shows their stories.

    `config` holds the user's themes (in `themes/`), `state` what is remembered between runs; without them nothing is
    looked up or kept.
    """

    CSS_PATH = "wirediff.tcss"
    TITLE = "wirediff"
    COMMANDS = App.COMMANDS | {Choices, Stories}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]

    def __init__(
        self, paths: Sequence[Path], settings: "Settings", *, config: Path | None = None, state: Path | None = None
    ) -> None:
        # Without colour Textual would draw greys, which are colours too, unless it believes in the terminal's own.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]
        self.session = Session(paths, settings)
        self.shelf = Shelf(config / "themes" if config else None)
        self.preferences = recall(state) if state else Preferences()
        self.keymap = read_keymap(config / KEYMAP) if config else Keymap()
        self.problems: list[str] = [str(fault) for fault in self.keymap.faults]
        glossary = settings.glossary or (config / folders.GLOSSARY if config else None)
        self.reviewing = Reviewing(self)
        self.insights = Insights(self, glossary)
        self.reloading = Reloading(self)
        self.palette: Palette
        self.theme_name = DEFAULT
        self._state = state
        self._memory = Memory(state)
        self._stop = threading.Event()
        self._list = StoriesScreen()
        try:
            self.wear(self.preferences.theme)
        except ThemeError as error:
            self.problems.append(f"{error}; {DEFAULT} is worn instead")
            self.wear(DEFAULT)
        self.set_keymap(self.keymap.for_textual())

    def on_mount(self) -> None:
        """Show the list, and begin to read."""
        self.push_screen(self._list)
        self.reloading.begin()
        if self.problems:
            more = f" ({len(self.problems) - 1} more: ! lists all)" if len(self.problems) > 1 else ""
            self.notify(legible(self.problems[0] + more), severity="warning", timeout=20, markup=False)
        self._read()
        self.set_interval(LOOK, self.look)

    def _fatal_error(self) -> None:
        """End at a fault of ours without printing it; `run_app` hands it on to whoever opened the reader."""
        self._close_messages_no_wait()

    def on_unmount(self) -> None:
        """Let go of the notes, and of what is still being read."""
        self._stop.set()
        self.session.close()

    # Reading

    @work(group="read")
    async def _read(self) -> None:
        painted = asyncio.Event()
        self.call_after_refresh(painted.set)
        await painted.wait()  # the libraries that read would hold up the first picture

        def progress(done: int, total: int, name: str) -> None:
            if self._stop.is_set():
                raise Stopped
            self.post_message(Progressed(done, total, name))

        def arrived(library: Library) -> None:
            self.post_message(Arrived(library))

        try:
            remark = await beside(self.session.open_store)
        except WirediffError as error:
            self.warn(str(error))
        else:
            if remark:
                self.warn(remark, severity="information")
        try:
            await beside(lambda: self.session.load(arrived, progress))
        except WirediffError as error:
            self.warn(str(error))
            arrived(dataclasses.replace(self.session.library, complete=True))
        except Stopped:
            arrived(dataclasses.replace(self.session.library, complete=True))

    @on(Progressed)
    def _progressed(self, event: Progressed) -> None:
        if not self.session.library.complete:
            self._list.progress(event.done, event.total, event.name)

    @on(Arrived)
    def _arrived(self, event: Arrived) -> None:
        library = event.library
        known = len(self.session.library.errors)
        self.session.library = library
        self.problems += [unread(failure) for failure in library.errors[known:]]
        self._list.arrived(library)
        if library.complete:
            self.renew()  # notes find their stories now
            if self.screen is self._list:
                self._open_at_once(library)

    def _open_at_once(self, library: Library) -> None:
        """One story, or a few files named one by one, need no choosing."""
        paths = [str(path) for path in self.session.paths]
        named = 2 <= len(paths) <= FEW_FILES and all(path.is_file() for path in self.session.paths)
        if library.stories and (named or len(library.stories) == 1):
            self.open_story(gathered(library.stories), paths if named else ())

    def stop_reading(self) -> None:
        """Stop reading, and keep what has been read."""
        self._stop.set()

    async def reread(self, paths: Sequence[str]) -> None:
        """Read files again that have changed, and show them wherever they are open."""
        try:
            fresh = await beside(lambda: self.session.reread(paths))
        except WirediffError as error:
            self.warn(str(error))
            return
        self.session.library = renewed(self.session.library, fresh)
        self._list.arrived(self.session.library)
        for screen in self.screen_stack:
            if isinstance(screen, FullScreen):
                screen.reread(fresh)

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Show what other programs have recorded meanwhile."""
        try:
            changed = await beside(self.session.look)
        except WirediffError:  # told when something is to be recorded; until then there is nothing to lose
            return
        if changed:
            self.renew()

    def renew(self) -> None:
        """Show the notes that stand now, wherever some are shown."""
        for screen in self.screen_stack:
            if isinstance(screen, FullScreen | Dialog):
                screen.renew()

    # Stories

    def open_story(self, story: Story, order: Sequence[str] = (), at: "Where | None" = None) -> None:
        """Lay a story's versions side by side, those of `order` first; a story of one version is read alone.

        It opens at the place that `at` gives.
        """
        from wirediff.app.screens.alone import AloneScreen
        from wirediff.app.screens.compare.screen import CompareScreen

        if len(story.versions) > 1:
            self.push_screen(CompareScreen(story, order, at))
        else:
            self.push_screen(AloneScreen(story.documents, story=story))

    def open_neighbour(self, story: Story, direction: int) -> None:
        """Open the story after, or before, one that is open."""
        stories = self._list.listed
        place = next((n for n, other in enumerate(stories) if other.id == story.id), None)
        wanted = None if place is None else place + direction
        if wanted is None or not 0 <= wanted < len(stories):
            self.notify("There is no other story.", timeout=3)
            return
        if isinstance(self.screen, FullScreen):
            self.screen.leaving()
        self.pop_screen()
        self._list.point_at(stories[wanted])
        self.open_story(stories[wanted])

    def recall(self, story: Story) -> "Remembered | None":
        """Where the reader was in a story, and how it looked at it."""
        remembered = self._memory.recall(story)
        if self._memory.remark:
            self.warn(self._memory.remark)
            self._memory.remark = ""
        return remembered

    def keep(self, story: Story, remembered: "Remembered") -> None:
        """Remember a place in a story, for the next run too."""
        try:
            self._memory.keep(story, remembered)
        except OSError as error:
            self.warn(f"the place in the story could not be kept: {error.strerror or error}")

    async def action_quit(self) -> None:
        """End, with the places in all open stories remembered."""
        for screen in self.screen_stack:
            if isinstance(screen, FullScreen):
                screen.leaving()
        await super().action_quit()

    def exported(self, path: Path | None) -> None:
        """Say where an export went."""
        if path is not None:
            self.notify(legible(f"written to {path}"), title="Exported", markup=False)

    # Notes

    async def in_notes(self, act: "Callable[[NoteStore], object]") -> object:
        """Do something to the notes off the main thread; a store that fails is reported, and gives None."""
        try:
            return await asyncio.to_thread(self.session.note, act)
        except WirediffError as error:
            self.warn(str(error))
            return None

    async def turn_notes(self, *, back: bool) -> None:
        """Undo or redo the last change to the notes, and say which it was."""
        said = await self.in_notes(lambda store: store.undo() if back else store.redo())
        nothing = f"There is nothing to {'undo' if back else 'redo'}."
        self.notify(legible(str(said)) if said else nothing, timeout=4, markup=False)

    # Looks

    def wear(self, name: str) -> None:
        """Put a theme on, under NO_COLOR one without colours. Raises ThemeError for a broken one, or one not there."""
        theme = self.shelf.read(name)
        if self.no_color:
            theme = Shelf().read(WITHOUT_COLOUR)
        self.palette, self.theme_name = theme.palette(), name
        self.register_theme(theme.for_textual())
        self.theme = theme.name
        for screen in self.screen_stack if self.is_running else ():
            if isinstance(screen, FullScreen):
                screen.recolour()

    def get_key_display(self, binding: Binding) -> str:
        """A key as it is written everywhere in the reader, also where the user's keymap has moved it."""
        return binding.key_display or shown(key_to_character(binding.key) or binding.key)

    def prefer(self, *, theme: str | None = None, hinted: bool | None = None, wrapped: bool | None = None) -> None:
        """Remember a choice, for the next run too."""
        chosen = self.preferences
        self.preferences = replace(
            chosen,
            theme=theme or chosen.theme,
            hinted=chosen.hinted or bool(hinted),
            wrapped=chosen.wrapped if wrapped is None else wrapped,
        )
        if self._state is not None:
            try:
                remember(self._state, self.preferences)
            except OSError as error:
                self.warn(f"the choice could not be kept: {error.strerror or error}")

    def warn(self, problem: str, severity: Literal["warning", "information"] = "warning") -> None:
        """Tell the user at once, and keep it in the list of problems."""
        self.problems.append(problem)
        self.notify(legible(problem), severity=severity, markup=False)

    @on(CollationView.Wrapped)
    def _wrapped(self, event: CollationView.Wrapped) -> None:
        self.prefer(wrapped=event.wrapped)
        how = "Paragraphs are set in full." if event.wrapped else "One line a paragraph; < and > move it."
        self.notify(how, timeout=3)

    # Actions

    def action_help(self) -> None:
        """Show the keys that work where the reader is, and what the marks mean."""
        from wirediff.app.screens.help import HelpScreen

        active = (each.binding.id for each in self.screen.active_bindings.values() if each.enabled)
        self.push_screen(HelpScreen(frozenset(filter(None, active))))

    def action_queue(self) -> None:
        """The notes on all stories."""
        self.reviewing.open()

    async def action_reload(self) -> None:
        """Read the files again that have changed."""
        await self.reloading.reload()

    def action_theme(self) -> None:
        """Choose the colours."""
        from wirediff.app.screens.theme import ThemeScreen

        for fault in map(str, self.shelf.broken().values()):
            if not any(fault in known for known in self.problems):
                self.problems.append(fault)
        self.push_screen(ThemeScreen(), lambda name: self.prefer(theme=name))

    def action_problems(self) -> None:
        """List what went wrong."""
        from wirediff.app.screens.problems import ProblemsScreen

        self.push_screen(ProblemsScreen(tuple(self.problems)))

    # The palette

    def action_command_palette(self) -> None:
        """Open the palette, once; without an id, for one that is just being closed still has it."""
        if not isinstance(self.screen, Finder):
            self.push_screen(Finder())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the screen, and those that hold everywhere, for the palette."""
        return system_commands(self, screen)

    def stories_with(self, words: str) -> list[Story]:
        """The stories that have some words."""
        return self._list.with_words(words)

    def go_to_story(self, story: Story) -> None:
        """Open a story, whatever is open now."""
        while isinstance(self.screen, FullScreen) and self.screen is not self._list:
            self.screen.leave()
        self._list.point_at(story)
        self.open_story(story)

    def choose_theme(self, name: str) -> None:
        """Put a theme on and keep it."""
        self.wear(name)
        self.prefer(theme=name)
