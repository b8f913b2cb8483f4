"""The theme that is worn, and the choices that hold for the next run too."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from wirediff.app.screens.full import FullScreen
from wirediff.app.settings.preferences import Preferences, recall, remember
from wirediff.app.settings.themefile import ThemeError
from wirediff.app.settings.themes import DEFAULT, WITHOUT_COLOUR, Shelf, for_textual

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp
    from wirediff.app.settings.palette import Palette


class Looks:
    """`config` is the folder with the user's `themes/`, `state` the one in which choices are kept."""

    palette: "Palette"

    def __init__(self, app: "WirediffApp", config: Path | None, state: Path | None) -> None:
        self._app = app
        self._state = state
        self.shelf = Shelf(config / "themes" if config else None)
        self.preferences = recall(state) if state else Preferences()
        self.worn = DEFAULT

    def begin(self) -> None:
        """Put on the theme of the last run, its faults told; for one that cannot be used the usual one is worn."""
        try:
            self.wear(self.preferences.theme)
            self._app.problems += map(str, self.shelf.read(self.preferences.theme).faults)
        except ThemeError as error:
            self._app.problems.append(f"{error}; {DEFAULT} is worn instead")
            self.wear(DEFAULT)

    def wear(self, name: str) -> None:
        """Put a theme on, under NO_COLOR one without colours. Raises ThemeError for a broken one, or one not there."""
        app, theme = self._app, self.shelf.read(name)
        if app.no_color:
            theme = Shelf().read(WITHOUT_COLOUR)
        self.palette, self.worn = theme.palette(), name
        app.register_theme(for_textual(theme))
        app.theme = theme.name
        for screen in app.screen_stack if app.is_running else ():
            if isinstance(screen, FullScreen):
                screen.recolour()

    def choose(self, name: str) -> None:
        """Put a theme on and keep it."""
        self.wear(name)
        self.prefer(theme=name)

    def ask(self) -> None:
        """Let a theme be chosen; what is wrong with others joins the problems."""
        from wirediff.app.screens.theme import ThemeScreen

        problems = self._app.problems
        for fault in (str(fault) for theme in self.shelf.faults().values() for fault in theme.faults):
            if not any(fault in known for known in problems):
                problems.append(fault)
        self._app.push_screen(ThemeScreen(), lambda name: self.prefer(theme=name))

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
                self._app.warn(f"the choice could not be kept: {error.strerror or error}")
