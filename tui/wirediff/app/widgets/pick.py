"""One of several: a button that shows without colour whether it is chosen."""

from textual.content import Content
from textual.widgets import RadioButton


class Pick(RadioButton):
    """A radio button drawn as "( )" or "(•)"."""

    def render(self) -> Content:
        """The button and its label, as wide as Textual's own."""
        label = self.label.pad(1, 1).stylize_before(self.get_visual_style("toggle--label"))
        return Content.assemble("(•)" if self.value else "( )", label)
