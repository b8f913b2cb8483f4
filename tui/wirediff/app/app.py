"""The reader as an application: its parts, its screens, and the keys that hold everywhere."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.keys import key_to_character
from textual.screen import Screen

from wirediff import folders
from wirediff.app.action import shown
from wirediff.app.keys import bindings
from wirediff.app.legible import legible
from wirediff.app.library.session import Session
from wirediff.app.parts.commands import Choices, Finder, Stories, system_commands
from wirediff.app.parts.elsewhere import Elsewhere
from wirediff.app.parts.insights import Insights
from wirediff.app.parts.loading import Arrived, Loading, Progressed
from wirediff.app.parts.looks import Looks
from wirediff.app.parts.opening import Opening
from wirediff.app.parts.recording import Recording
from wirediff.app.parts.reloading import Reloading
from wirediff.app.parts.reviewing import Reviewing
from wirediff.app.screens.full import FullScreen
from wirediff.app.screens.opened import Opened
from wirediff.app.screens.stories import StoriesScreen
from wirediff.app.settings.keymap import FILE as KEYMAP
from wirediff.app.settings.keymap import Keymap, read_keymap
from wirediff.app.widgets.collation_view import CollationView

if TYPE_CHECKING:
    from wirediff.app.settings.palette import Palette
    from wirediff.settings import Settings


class WirediffApp(App[None]):
    """Reads `paths` and shows their stories.

    `config` holds the user's themes (in `themes/`), `state` what is remembered between runs; without them nothing is
    looked up or kept. What it does is done by its parts; screens reach them here.
    """

    CSS_PATH = "wirediff.tcss"
    TITLE = "wirediff"
    COMMANDS = App.COMMANDS | {Choices, Elsewhere, Stories}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]

    def __init__(
        self, paths: Sequence[Path], settings: "Settings", *, config: Path | None = None, state: Path | None = None
    ) -> None:
        # Without colour Textual would draw greys, which are colours too, unless it believes in the terminal's own.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]
        self.session = Session(paths, settings)
        self.keymap = read_keymap(config / KEYMAP) if config else Keymap()
        self.problems: list[str] = [str(fault) for fault in self.keymap.faults]
        self.stories = StoriesScreen()
        self.loading = Loading(self)
        self.reloading = Reloading(self)
        self.opening = Opening(self, state)
        self.recording = Recording(self)
        self.reviewing = Reviewing(self)
        self.insights = Insights(self, settings.glossary or (config / folders.GLOSSARY if config else None))
        self.looks = Looks(self, config, state)
        self.looks.begin()
        self.set_keymap(self.keymap.for_textual())

    def on_mount(self) -> None:
        """Show the list, and begin to read."""
        self.push_screen(self.stories)
        self.reloading.begin()
        if self.problems:
            more = f" ({len(self.problems) - 1} more: ! lists all)" if len(self.problems) > 1 else ""
            self.notify(legible(self.problems[0] + more), severity="warning", timeout=20, markup=False)
        self.loading.begin()
        self.recording.begin()

    def _fatal_error(self) -> None:
        """End at a fault of ours without printing it; `run_app` hands it on to whoever opened the reader."""
        self._close_messages_no_wait()

    def on_unmount(self) -> None:
        """Let go of the notes, and of what is still being read."""
        self.loading.end()
        self.session.close()

    async def action_quit(self) -> None:
        """End, with the places in all open stories remembered."""
        for screen in self.screen_stack:
            if isinstance(screen, FullScreen):
                screen.leaving()
        await super().action_quit()

    # What screens ask for

    @property
    def palette(self) -> "Palette":
        """The colours in force."""
        return self.looks.palette

    def renew(self) -> None:
        """Show the notes that stand now, wherever some are shown."""
        for screen in self.screen_stack:
            if isinstance(screen, Opened):
                screen.renew()

    def warn(self, problem: str, severity: Literal["warning", "information"] = "warning") -> None:
        """Tell the user at once, and keep it in the list of problems."""
        self.problems.append(problem)
        self.notify(legible(problem), severity=severity, markup=False)

    def exported(self, path: Path | None) -> None:
        """Say where an export went."""
        if path is not None:
            self.notify(legible(f"Exported: written to {path}"), markup=False)

    def get_key_display(self, binding: Binding) -> str:
        """A key as it is written everywhere in the reader, also where the user's keymap has moved it."""
        return binding.key_display or shown(key_to_character(binding.key) or binding.key)

    # What its parts are told

    @on(Progressed)
    def _progressed(self, event: Progressed) -> None:
        self.loading.progressed(event)

    @on(Arrived)
    def _arrived(self, event: Arrived) -> None:
        self.loading.arrived(event.library)

    @on(CollationView.Wrapped)
    def _wrapped(self, event: CollationView.Wrapped) -> None:
        self.looks.prefer(wrapped=event.wrapped)
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
        self.looks.ask()

    def action_problems(self) -> None:
        """List what went wrong."""
        from wirediff.app.screens.problems import ProblemsScreen

        self.push_screen(ProblemsScreen(tuple(self.problems)))

    def action_command_palette(self) -> None:
        """Open the palette, once; without an id, for one that is just being closed still has it."""
        if not isinstance(self.screen, Finder):
            self.push_screen(Finder())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the screen, and those that hold everywhere, for the palette."""
        return system_commands(self, screen)
