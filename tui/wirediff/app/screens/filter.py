"""Choosing which differences are seen: by kind, and by how much they weigh."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from wirediff.app.keys import bindings
from wirediff.app.layout.typeset import POINTER
from wirediff.app.naming import count
from wirediff.app.reading.desk import Desk, Filter
from wirediff.app.screens.dialog import Dialog
from wirediff.app.widgets.choices import Choices
from wirediff.kinds import KINDS, Kind, Severity


class FilterScreen(Dialog[Filter]):
    """Gives the filter that was chosen."""

    scope = "filter"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("filter")]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._counts = Counter(difference.kind for difference in desk.comparison.differences)
        self._kinds = [kind for kind in KINDS if self._counts[kind]]

    def heading(self) -> str:
        """The title."""
        return "Kinds of difference"

    def body(self) -> Iterator[Widget]:
        """The kinds that occur, each with its number."""
        yield Choices(id="kinds")
        yield Static(id="remark")

    def on_mount(self) -> None:
        """Show the filter in force."""
        self._fill()

    def _fill(self) -> None:
        choices = self.query_one(Choices)
        choices.fill([self._entry(kind) for kind in self._kinds], choices.highlighted or 0)
        chosen = self._desk.filter
        weight = {
            Severity.COSMETIC: "of any weight",
            Severity.NOTABLE: "notable or serious",
            Severity.SERIOUS: "serious",
        }
        seen = f"{count(len(self._desk.seen), 'difference')} shown: of the ticked kinds, {weight[chosen.least]}"
        self.query_one("#remark", Static).update(seen)

    def _entry(self, kind: Kind) -> Text:
        spec = KINDS[kind]
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append("[ ] " if kind in self._desk.filter.hidden else "[x] ")
        text.append(f"{spec.letter}{POINTER}", self.palette.mark(kind, spec.severity, letter=True))
        text.append(str(kind), self.palette.mark(kind, spec.severity))
        return text.append(f"{self._counts[kind]:>{20 - len(kind)}}  {spec.means}")

    def _choose(self, chosen: Filter) -> None:
        self._desk = replace(self._desk, filter=chosen)
        self._fill()

    def on_option_list_option_selected(self) -> None:
        """A click toggles."""
        self.action_turn()

    def action_turn(self) -> None:
        """Show the kind, or hide it."""
        place = self.query_one(Choices).highlighted
        if place is not None:
            chosen = self._desk.filter
            self._choose(replace(chosen, hidden=chosen.hidden ^ {self._kinds[place]}))

    def action_every(self) -> None:
        """Show every kind; if all are shown, hide every one."""
        chosen = self._desk.filter
        self._choose(replace(chosen, hidden=frozenset() if chosen.hidden else frozenset(self._kinds)))

    def action_least(self, severity: str) -> None:
        """Hide what weighs less."""
        self._choose(replace(self._desk.filter, least=Severity(severity)))

    def action_done(self) -> None:
        """Use it."""
        self.dismiss(self._desk.filter)
