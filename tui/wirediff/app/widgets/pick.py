"""One of several: a button that shows without colour whether it is chosen."""

from textual.widgets import RadioButton


class Pick(RadioButton):
    """A radio button drawn as "( )" or "(•)"."""

    BUTTON_LEFT = "("
    BUTTON_RIGHT = ")"
    BUTTON_INNER = " "

    def on_mount(self) -> None:
        """Show the value it was made with."""
        self._draw()

    def watch_value(self) -> None:
        """Show the new value."""
        self._draw()
        super().watch_value()

    def _draw(self) -> None:
        self.BUTTON_INNER = "•" if self.value else " "
        self.refresh()
