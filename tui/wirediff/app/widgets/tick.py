"""Something to be had or not: a box that shows without colour whether it is ticked."""

from textual.content import Content
from textual.widgets import Checkbox


class Tick(Checkbox):
    """A checkbox drawn as "[ ]" or "[x]"."""

    def render(self) -> Content:
        """The box and its label, as wide as Textual's own."""
        label = self.label.pad(1, 1).stylize_before(self.get_visual_style("toggle--label"))
        return Content.assemble("[x]" if self.value else "[ ]", label)
