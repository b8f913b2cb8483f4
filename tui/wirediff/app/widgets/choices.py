"""Lists to choose from, moved in by the same keys as the text."""

from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from wirediff.app.keys import bindings


class Choices(OptionList, inherit_bindings=False):
    """An option list that takes no markup and leaves Enter to its screen; a click sends OptionSelected."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    def fill(self, prompts: list[Text], highlighted: int | None = 0) -> None:
        """Show other entries."""
        self.clear_options()
        self.add_options([Option(prompt) for prompt in prompts])
        if prompts and highlighted is not None:
            self.highlighted = min(max(highlighted, 0), len(prompts) - 1)
